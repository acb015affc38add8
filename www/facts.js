// Report → facts: what the page shows and exports, grouped, numbered and worded. Plain data, no DOM.
//
// The report lists what was found, one item a finding. Here ratings of one subject become one rating with a row an
// aspect, quotes come by source with shares, "from" and "to" become one row. Nothing is added that the report lacks.

import { isOut } from "./corrections/model.js";
import { readChecks } from "./facts/checks.js";
import { readDates } from "./facts/dates.js";
import { readFigures } from "./facts/figures.js";
import { readNames } from "./facts/names.js";
import { readQuotes } from "./facts/quotes.js";
import { readRatings } from "./facts/ratings.js";
import { count } from "./words.js";

/** @import { Check, Date, Figure, Quote, Rating, Report, Span } from "./report.d.ts" */

/**
 * A rating scale as the engine describes it; grades are best first, and none for a scale of numbers.
 *
 * @typedef {{ id: string, name: string, rater: string, grades: string[], url: string | null, unverified: boolean }} Scale
 */

/** @typedef {"r" | "q" | "f" | "d" | "c"} Kind ratings, quotes, figures, dates, checks */

/**
 * In the order of the panel.
 *
 * @type {Kind[]}
 */
export const kinds = ["r", "q", "f", "d", "c"];

/**
 * One thing that stands both in the text and in the panel.
 *
 * @typedef {object} Item
 * @property {string} id "q7": the same in marks, margin and panel
 * @property {Kind} kind
 * @property {string} tag "Q7"; "" for kinds without a number
 * @property {string} title what it is, in a few words
 * @property {string} note second line, or ""
 * @property {Span[]} line everything it rests on
 * @property {Span[]} wash the exact words: quoted ones, the grade
 * @property {Found} found what the report has of it
 */

/**
 * The report's own items behind one item of the page.
 *
 * @typedef {object} Found
 * @property {Rating[]} [ratings]
 * @property {Quote} [quote]
 * @property {string} [source] heading that the quote stands under
 * @property {Figure[]} [figures] the level left first
 * @property {Date} [date]
 * @property {Check} [check]
 */

/**
 * @typedef {object} Facts
 * @property {Item[]} items in the order of the text
 * @property {Record<Kind, number>} total how many the article has; the lists stop at {@link MOST}
 * @property {ReadonlyMap<string, object[]>} rows the report's own items behind each row, dismissed ones too
 * @property {import("./facts/ratings.js").RatingFact[]} ratings
 * @property {import("./facts/quotes.js").SourceFact[]} sources
 * @property {import("./facts/figures.js").FigureFact[]} figures
 * @property {import("./facts/dates.js").DateFact[]} dates
 * @property {import("./facts/names.js").NameGroup[]} names
 * @property {import("./facts/checks.js").CheckFact[]} checks
 */

/**
 * What every part reads from.
 *
 * @typedef {object} Reading
 * @property {string} text the article, which all spans point into
 * @property {Report} report
 * @property {ReadonlyMap<string, Scale>} scales by id
 * @property {Item[]} items found so far; parts add theirs
 * @property {Map<string, object[]>} rows by id, what of the report stands behind them
 */

/** Longest list that is shown. An article has tens of each kind; a pasted library must not freeze the page. */
export const MOST = 1000;

/**
 * @param {string} text
 * @param {Report} report of that text
 * @param {ReadonlyMap<string, Scale>} scales by id
 * @returns {Facts}
 */
export function facts(text, report, scales) {
  /** @type {Reading} */
  const reading = { text, report: cut(report), scales, items: [], rows: new Map() };
  const ratings = readRatings(reading);
  const sources = readQuotes(reading);
  const figures = readFigures(reading);
  const dates = readDates(reading);
  const checks = readChecks(reading);
  const names = readNames(reading);
  const start = (/** @type {Item} */ item) => item.line[0]?.[0] ?? 0;
  reading.items.sort((a, b) => start(a) - start(b));
  // Where a list is cut its items are not grouped to the end, so the report's own number is the one to give.
  const all = (/** @type {unknown[]} */ found, /** @type {number} */ shown) => (found.length > MOST ? found.length : shown);
  const total = {
    r: all(report.ratings, ratings.filter(({ gone }) => !gone).length),
    q: standing(report.quotes),
    f: all(report.figures, figures.filter(({ gone }) => !gone).length),
    d: standing(report.dates),
    c: report.checks.length,
  };
  return { items: reading.items, rows: reading.rows, total, ratings, sources, figures, dates, names, checks };
}

/** @param {object[]} found how many of it are not dismissed */
function standing(found) {
  return found.filter((item) => !isOut(item)).length;
}

/**
 * The report with no list longer than {@link MOST}.
 *
 * @param {Report} report
 * @returns {Report}
 */
function cut(report) {
  const lists = ["ratings", "quotes", "figures", "dates", "checks"];
  const most = (/** @type {string} */ key, /** @type {unknown} */ value) =>
    lists.includes(key) && Array.isArray(value) ? value.slice(0, MOST) : value;
  return /** @type {Report} */ (Object.fromEntries(Object.entries(report).map(([key, value]) => [key, most(key, value)])));
}

/**
 * One sentence for the ear: "2 ratings, 10 quotes, 8 figures".
 *
 * @param {Facts} facts
 */
export function summary(facts) {
  const names = { r: "rating", q: "quote", f: "figure", d: "date", c: "check" };
  const found = kinds.filter((kind) => facts.total[kind] > 0);
  if (found.length === 0) return "No facts found";
  return found.map((kind) => count(facts.total[kind], names[kind])).join(", ");
}
