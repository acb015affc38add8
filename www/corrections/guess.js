// What words that somebody makes an item most likely are: guesses that a form starts with, or that can be undone.

import { plain } from "../words.js";
import { keySpan } from "./items.js";
import { editsOf } from "./model.js";

/** @import { Quote, Report } from "../report.d.ts" */
/** @import { Read } from "./fields.js" */
/** @import { Kind, Values } from "./model.js" */

/** How far from an added quote its source is looked for, in letters. */
const NEAR = 300;

/**
 * Who is named nearest to a quote that was added, in the same paragraph: most likely its source.
 *
 * @param {string} text
 * @param {Quote} quote
 * @param {Report} report
 */
export function nearest(text, quote, { entities }) {
  if (!editsOf(quote).some(({ what }) => what === "added")) return null;
  const [start, end] = [keySpan("q", quote)[0], quote.content.at(-1)?.[1] ?? 0];
  let best = null;
  let least = NEAR;
  for (const [nth, { type, mentions }] of entities.entries()) {
    if (type !== "person" && type !== "organisation" && type !== "group") continue;
    for (const [from, to] of mentions) {
      const far = Math.max(from - end, start - to);
      const between = far < 0 || far >= least ? "" : from >= end ? text.slice(end, from) : text.slice(to, start);
      if (far < 0 || far >= least || between.includes("\n")) continue;
      best = nth;
      least = far;
    }
  }
  return best;
}

/**
 * The values that words are given when they become an item.
 *
 * @param {Kind} kind
 * @param {string} words
 * @param {Read} reading
 * @param {(words: string) => Report} extract reads the words alone
 * @returns {Values}
 */
export function firstValues(kind, words, reading, extract) {
  if (kind === "r") return ofGrade(words, reading);
  const [figure, ...more] = kind === "f" ? extract(words).figures : [];
  if (figure && more.length === 0) {
    const { span: _, text: __, ...values } = figure;
    return values;
  }
  const [date] = kind === "d" ? extract(words).dates : [];
  return date ? { edtf: date.edtf } : {};
}

/**
 * A grade on the scale that it most likely stands on: one whose rater has rated in this article, or is named in it.
 *
 * @param {string} words
 * @param {Read} reading
 * @returns {Values}
 */
function ofGrade(words, { scales, text, report }) {
  const grade = plain(words.replace(/^["'“‘]+|["'”’]+$/g, ""));
  const having = [...scales.values()].filter(({ grades }) => grades.some((step) => plain(step) === grade));
  const used = new Set(report.ratings.map(({ scale }) => scale));
  const scale = having.find(({ id }) => used.has(id)) ?? having.find(({ rater }) => text.includes(rater));
  if (!scale) return {};
  return { grade: scale.grades.find((step) => plain(step) === grade) ?? grade, scale: scale.id, rater: scale.rater };
}
