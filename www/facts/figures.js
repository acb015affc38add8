// Figures: as written, what each counts, and which quote says it. A level left and the level reached are one row.

import { isOut } from "../corrections/model.js";
import { flag, note } from "../corrections/words.js";
import { capital, number, plain } from "../words.js";
import { holders } from "./spans.js";

/** @import { Figure, Modifier } from "../report.d.ts" */
/** @import { Reading } from "../facts.js" */

/**
 * @typedef {object} FigureFact
 * @property {string} id
 * @property {string} modifier "about", or ""
 * @property {string} text as written
 * @property {string} of what it counts; "" where the article does not say
 * @property {string} notes "age", "how long", "= 90%", or ""
 * @property {"up" | "down" | null} arrow
 * @property {string} change "increase", "falls to under four", or ""
 * @property {string[]} words those of the article in `notes` and `change`
 * @property {string} kind what is measured, with its unit: only like sorts with like
 * @property {number | null} amount the number to sort by; null where there is none
 * @property {{ id: string, tag: string } | null} quote the quote that says it; null: the paper itself does
 * @property {string} flag "edited: kind" for copies, or ""
 * @property {string} edited "Source changed by you", or ""
 * @property {boolean} gone whether it was dismissed: then only a line to put it back is shown
 */

/** @type {Record<Modifier, string>} */
const modifiers = { approx: "about", at_least: "at least", more_than: "over", at_most: "up to", less_than: "under" };

/**
 * @param {Reading} reading
 * @returns {FigureFact[]}
 */
export function readFigures({ report, items, rows: behind }) {
  const { figures } = report;
  const quoteOf = holders(items, "q");
  /** @type {FigureFact[]} */
  const rows = [];
  for (let at = 0; at < figures.length; at += 1) {
    const here = figures[at];
    if (!here) break;
    const next = figures[at + 1];
    // "Down from 27 minutes to four", and "four minutes, down from 27".
    const turned = next !== undefined && continues(next, here);
    const figure = turned ? next : here;
    const reached = turned ? here : next && continues(here, next) ? next : undefined;
    const id = `f${rows.length + 1}`;
    const row = {
      id,
      modifier: figure.modifier ? modifiers[figure.modifier] : "",
      text: figure.text,
      of: figure.of ?? reached?.of ?? "",
      notes: notes(figure),
      ...movement(figure, reached),
      words: [figure.per ?? "", reached?.text ?? ""],
      kind: `${figure.kind} ${figure.unit ?? ""}`,
      amount: figure.value ?? figure.max ?? figure.min,
      quote: quoteOf(figure.span),
      ...state(reached ? [figure, reached] : [figure]),
    };
    rows.push(row);
    behind.set(id, reached ? [figure, reached] : [figure]);
    if (reached) at += 1;
    if (row.gone) continue;
    const line = reached ? [figure.span, reached.span].sort((a, b) => a[0] - b[0]) : [figure.span];
    const title = row.modifier ? `${row.modifier} ${row.text}` : row.text;
    const found = { figures: reached ? [figure, reached] : [figure] };
    items.push({ id, kind: "f", tag: "", title, note: capital(row.of), line, wash: [], found });
  }
  return rows;
}

/** @param {Figure[]} figures of one row */
function state(figures) {
  return { flag: flag(...figures), edited: note(...figures), gone: figures.some(isOut) };
}

/**
 * Whether `to` is the level reached from the level `from`, in one breath.
 *
 * @param {Figure} from
 * @param {Figure} to
 */
function continues(from, to) {
  const sameThing = to.of === null || from.of === null || plain(to.of) === plain(from.of);
  const near = Math.max(to.span[0] - from.span[1], from.span[0] - to.span[1]) < 80;
  return from.change === "from" && to.change === "to" && from.kind === to.kind && sameThing && near;
}

/**
 * @param {Figure} figure
 * @param {Figure | undefined} reached
 * @returns {{ arrow: "up" | "down" | null, change: string }}
 */
function movement(figure, reached) {
  if (reached) {
    const modifier = reached.modifier ? `${modifiers[reached.modifier]} ` : "";
    const [before, after] = [figure.value, reached.value];
    if (before === null || after === null) return { arrow: null, change: `then ${modifier}${reached.text}` };
    const verb = after < before ? "falls to" : "rises to";
    return { arrow: after < before ? "down" : "up", change: `${verb} ${modifier}${reached.text}` };
  }
  switch (figure.change) {
    case "up":
      return { arrow: "up", change: "increase" };
    case "down":
      return { arrow: "down", change: "decrease" };
    case "to":
      return { arrow: null, change: "level reached" };
    case "from":
      return { arrow: null, change: "level before" };
    default:
      return { arrow: null, change: "" };
  }
}

/** @param {Figure} figure */
function notes(figure) {
  const parts = [];
  if (figure.kind === "age") parts.push("age");
  if (figure.kind === "duration") parts.push("how long");
  if (figure.kind === "rank") parts.push("place in a ranking");
  if (figure.per) parts.push(`per ${figure.per}`);
  if (figure.vague) parts.push("no number given");
  const value = inDigits(figure);
  if (value) parts.push(`= ${value}`);
  return parts.join(", ");
}

/**
 * The reading of a figure that is written in words and needs one: "half a dozen", "nine in ten".
 *
 * @param {Figure} figure
 */
function inDigits({ text, kind, value, unit }) {
  if (value === null || /\d/.test(text)) return "";
  if (kind === "fraction") return `${Number((value * 100).toFixed(1))}%`;
  if (kind === "percent") return `${value}%`;
  if (kind !== "count" && kind !== "money") return "";
  if (kind === "count" && !/[\s-]/.test(text) && value < 100) return "";
  return `${number(value)}${unit ? ` ${unit}` : ""}`;
}
