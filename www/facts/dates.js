// Dates in calendar order; what the article does not settle comes last, in the order of the text.

import { isOut } from "../corrections/model.js";
import { flag, note } from "../corrections/words.js";
import { date } from "../words.js";
import { holders, slice } from "./spans.js";

/** @import { Span } from "../report.d.ts" */
/** @import { Reading } from "../facts.js" */

/**
 * @typedef {object} DateFact
 * @property {string} id
 * @property {string} when "Nov 2011"; "" where it has no date
 * @property {string} what what it dates; for what has no date, its own words
 * @property {string} about what is dated without a date, or ""
 * @property {boolean} span whether it is a stretch of time
 * @property {{ id: string, tag: string } | null} item the rating or quote that it belongs to
 * @property {string} flag "edited: date" for copies, or ""
 * @property {string} edited "Source changed by you", or ""
 * @property {boolean} gone whether it was dismissed: then only a line to put it back is shown
 */

/** Most words before a date that stand for a missing label. */
const CONTEXT = 6;

/**
 * @param {Reading} reading
 * @returns {DateFact[]}
 */
export function readDates({ text, report, items, rows: behind }) {
  const ratingOf = holders(items, "r");
  const quoteOf = holders(items, "q");
  /** @type {Map<string, Span>} */
  const rated = new Map();
  for (const rating of report.ratings) {
    const { date, gradeSpans } = rating;
    if (!isOut(rating) && date && gradeSpans[0] && !rated.has(date)) rated.set(date, gradeSpans[0]);
  }
  const rows = report.dates.map((found, nth) => {
    const id = `d${nth + 1}`;
    const grade = found.edtf === null ? undefined : rated.get(found.edtf);
    const graded = grade && /\p{L}/u.test(slice(text, grade)) ? `‘${slice(text, grade)}’` : "";
    const when = found.edtf === null ? "" : date(found.edtf);
    const what = when ? (found.label ?? (graded || before(text, found.span))) : found.text;
    const about = when ? "" : (found.label ?? "");
    const item = ratingOf(found.span) ?? (grade ? ratingOf(grade) : null) ?? quoteOf(found.span);
    const gone = isOut(found);
    behind.set(id, [found]);
    const line = [found.span];
    if (!gone) items.push({ id, kind: "d", tag: "", title: when || found.text, note: when ? what : "no date", line, wash: [], found: { date: found } });
    const fact = { id, when, what, about, span: found.edtf?.includes("/") ?? false, item, flag: flag(found), edited: note(found), gone };
    return { fact, order: order(found.edtf) };
  });
  return rows.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map(({ fact }) => fact);
}

/**
 * The date in its place: the words before it in its sentence, and its own.
 *
 * @param {string} text
 * @param {Span} span
 */
function before(text, [start, end]) {
  const near = text.slice(Math.max(0, start - 120), start);
  const sentence = near.split(/\n|[.!?]["'”’]?\s/).at(-1) ?? "";
  const words = sentence.split(/\s+/).filter(Boolean);
  const cut = words.length > CONTEXT || (sentence.length === 120 && start > 120);
  return `${cut ? "… " : ""}${[...words.slice(-CONTEXT), text.slice(start, end)].join(" ")}`;
}

/**
 * Sorts by first day; years before months before days.
 *
 * @param {string | null} edtf
 */
function order(edtf) {
  if (edtf === null) return "~";
  const start = edtf.startsWith("/") || edtf.startsWith("..") ? "0" : edtf;
  // Seasons 21 to 24 sort by their first month.
  return start.replace(/^(\d{4})-2([1-4])(?!\d)/, (_, year, season) => `${year}-${["03", "06", "09", "12"][Number(season) - 1]}`).replaceAll("X", "0");
}
