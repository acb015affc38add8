// What is shown, without repeats: a headline and the story below it say the same words and the same figures. The first
// of those that say the same stays. Checks all stay: each asks something else.

import { plain } from "../words.js";

/** @import { Figure, Rating } from "../report.d.ts" */
/** @import { Item } from "../facts.js" */
/** @import { Shown } from "./rows.js" */

/**
 * @param {Shown} shown
 * @returns {Shown}
 */
export function unique(shown) {
  const { facts, items } = shown;
  const dates = new Map(facts.dates.map(({ id, when, what, about }) => [id, [when, what, about]]));
  // A headline seldom says whose words it quotes: the story's quote, with its source, then stands for it.
  /** @type {Map<string, Item>} */
  const named = new Map();
  for (const item of items) {
    const words = wordsOf(item);
    if (item.found.quote?.source && !named.has(words)) named.set(words, item);
  }
  /** @type {Map<string, Item>} */
  const first = new Map();
  /** @type {Map<string, Item>} by id of what is left out */
  const twins = new Map();
  for (const item of items) {
    const { quote, source, ratings, figures, check } = item.found;
    if (check) continue;
    const words = quote && [wordsOf(item), quote.source ? source : ""];
    const said = words ?? ratings?.map(graded) ?? figures?.map(counted) ?? dates.get(item.id);
    const key = JSON.stringify([item.kind, said], (_, part) => (typeof part === "string" ? plain(part) : part));
    const twin = (quote && !quote.source && named.get(wordsOf(item))) || first.get(key);
    if (twin) twins.set(item.id, twin);
    else first.set(key, item);
  }
  // Who says a figure is still told where that quote is left out.
  const figures = facts.figures.map((row) => {
    const twin = row.quote && twins.get(row.quote.id);
    return twin ? { ...row, quote: { id: twin.id, tag: twin.tag } } : row;
  });
  return { ...shown, items: items.filter(({ id }) => !twins.has(id)), facts: { ...facts, figures } };
}

/**
 * The words of a quote, whatever marks stand in and around them.
 *
 * @param {Item} item
 */
function wordsOf({ found }) {
  const text = found.quote?.text ?? "";
  return plain(text.replace(/[^\p{L}\p{N}%£$€]+/gu, " ")) || text;
}

/** @param {Rating} rating */
function graded({ rater, subject, aspect, grade, scale, status, from, date }) {
  return [rater, subject, aspect, grade, scale, status, from, date];
}

/**
 * What a figure comes to, however it is written.
 *
 * @param {Figure} figure
 */
function counted({ kind, text, value, min, max, unit, modifier, of, change, per }) {
  return [kind, value === null && min === null && max === null ? text : [value, min, max], unit, modifier, of, change, per];
}
