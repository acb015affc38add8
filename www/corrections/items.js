// Corrections of single items: other values, dismissed, added. Each takes a draft of the report and changes that.

import { plain } from "../words.js";
import { anchor, locate } from "./anchor.js";
import { HEAD, lists, marked } from "./model.js";
import { sourceOf } from "./people.js";

/** @import { Date, Figure, Quote, Rating, Report, Span } from "../report.d.ts" */
/** @import { Scale } from "../facts.js" */
/** @import { Add, Change, Dismiss, Edit, Kind, Target, Values, Who } from "./model.js" */

/**
 * What the corrections are applied to: lists of its own, with the machine's items in them.
 *
 * @typedef {object} Draft
 * @property {string} text
 * @property {Report} report
 * @property {ReadonlyMap<string, Scale>} scales by id
 */

/**
 * How a correction fared: done, with the place of the item; "gone" where its words are no longer in the article,
 * "lost" where they are, but there is nothing of that kind.
 *
 * @typedef {Span | null | "gone" | "lost"} Fate
 */

/** @typedef {Quote | Rating | Figure | Date} Item */

/**
 * The words that an item is known by.
 *
 * @param {Kind} kind
 * @param {Item} item
 * @returns {Span}
 */
export function keySpan(kind, item) {
  if (kind === "q") return /** @type {Quote} */ (item).content[0] ?? [0, 0];
  if (kind === "r") return /** @type {Rating} */ (item).gradeSpans[0] ?? /** @type {Rating} */ (item).evidence[0] ?? [0, 0];
  return /** @type {Figure | Date} */ (item).span;
}

/**
 * @param {Kind} kind
 * @param {Item} item
 */
function keyOf(kind, item) {
  if (kind !== "r") return "";
  const { subject, aspect } = /** @type {Rating} */ (item);
  return [aspect, subject].map((words) => plain(words ?? "").slice(0, HEAD)).join("|");
}

/**
 * An item as a correction names it.
 *
 * @param {string} text
 * @param {Kind} kind
 * @param {Item} item
 * @returns {Target}
 */
export function target(text, kind, item) {
  return { kind, at: anchor(text, keySpan(kind, item), HEAD), key: keyOf(kind, item) };
}

/**
 * The item that a correction means.
 *
 * @param {Draft} draft
 * @param {Target} target
 * @returns {{ list: Item[], nth: number, span: Span } | "gone" | "lost"}
 */
function find({ text, report }, { kind, at, key }) {
  const place = locate(text, at);
  if (!place) return "gone";
  const list = /** @type {Item[]} */ (report[lists[kind]]);
  let best = -1;
  let most = 0;
  for (const [nth, item] of list.entries()) {
    const [start, end] = keySpan(kind, item);
    const shared = Math.min(end, place[1]) - Math.max(start, place[0]);
    if (shared <= 0) continue;
    // Where it begins says more than how much of it is the same; what it is for, more than either.
    const score = shared / (end - start + place[1] - place[0]) + (start === place[0] ? 1 : 0) + (keyOf(kind, item) === key ? 2 : 0);
    if (score > most) {
      best = nth;
      most = score;
    }
  }
  const item = list[best];
  return item ? { list, nth: best, span: keySpan(kind, item) } : "lost";
}

/**
 * @param {Draft} draft
 * @param {Change} correction
 * @param {Omit<Edit, "what">} by
 * @returns {Fate}
 */
export function change(draft, { on, set }, by) {
  const found = find(draft, on);
  if (typeof found === "string") return found;
  const { list, nth, span } = found;
  const item = list[nth];
  if (!item) return "lost";
  list[nth] = given(draft, on.kind, item, set, by);
  for (const what of Object.keys(set)) list[nth] = marked(/** @type {Item} */ (list[nth]), { what, ...by });
  return span;
}

/**
 * @param {Draft} draft
 * @param {Dismiss} correction
 * @param {Omit<Edit, "what">} by
 * @returns {Fate}
 */
export function dismiss(draft, { on, whole }, by) {
  const found = find(draft, on);
  if (typeof found === "string") return found;
  const { list, nth, span } = found;
  const item = list[nth];
  if (whole || !item) list.splice(nth, 1);
  else list[nth] = marked(item, { what: "out", ...by });
  return span;
}

/**
 * @param {Draft} draft
 * @param {Add} correction
 * @param {Omit<Edit, "what">} by
 * @returns {Fate}
 */
export function add(draft, { kind, at, set }, by) {
  const span = locate(draft.text, at);
  if (!span) return "gone";
  const made = given(draft, kind, blank(draft.text, kind, span), set, by);
  const list = /** @type {Item[]} */ (draft.report[lists[kind]]);
  const next = list.findIndex((item) => keySpan(kind, item)[0] > span[0]);
  list.splice(next < 0 ? list.length : next, 0, marked(made, { what: "added", ...by }));
  return keySpan(kind, made);
}

/**
 * @param {string} text
 * @param {Kind} kind
 * @param {Span} span
 * @returns {Item}
 */
function blank(text, kind, span) {
  const words = text.slice(...span);
  if (kind === "q") return quoteOf(text, span);
  if (kind === "d") return { span, text: words, edtf: null, label: null, order: null };
  if (kind === "f") {
    return { span, text: words, kind: "other", value: null, min: null, max: null, unit: null, modifier: null, vague: false, of: null, change: null, per: null };
  }
  return {
    rater: null, subject: null, aspect: null, grade: plain(words), scale: null, rank: null, of: null, status: "current",
    change: null, from: null, date: null, gradeSpans: [span], evidence: [span],
  };
}

/** Pairs of quote marks; straight single ones are apostrophes too often. */
const pairs = /“([^“”]+)”|"([^"]+)"|‘([^‘’]+)’/g;
const opening = /^["'“‘«]$/;
const closing = /^["'”’»]$/;

/**
 * A quote of the words that were selected: direct where marks stand round all of them, inside the selection or just
 * outside it. Each paragraph is a span of its own.
 *
 * @param {string} text
 * @param {Span} span
 * @returns {Quote}
 */
function quoteOf(text, [from, to]) {
  /** @type {Span[]} */
  const content = [];
  let at = from;
  for (const line of text.slice(from, to).split("\n")) {
    const start = at + line.length - line.trimStart().length;
    const end = at + line.trimEnd().length;
    if (start < end) content.push([start, end]);
    at += line.length + 1;
  }
  const first = content[0];
  const last = content.at(-1);
  if (!first || !last) return { kind: "indirect", content: [[from, to]], quoted: [], cue: null, text: text.slice(from, to), source: null };
  const inside = opening.test(text.charAt(first[0])) && closing.test(text.charAt(last[1] - 1)) && last[1] - first[0] > 2;
  const outside = opening.test(text.charAt(first[0] - 1)) && closing.test(text.charAt(last[1]));
  if (inside) {
    for (const part of content) if (opening.test(text.charAt(part[0]))) part[0] += 1;
    last[1] -= 1;
  }
  /** @type {Span[]} */
  const quoted = [];
  if (inside || outside) quoted.push(...content.map(([start, end]) => /** @type {Span} */ ([start, end])));
  else {
    for (const [start, end] of content) {
      for (const { index, 0: { length } } of text.slice(start, end).matchAll(pairs)) quoted.push([start + index + 1, start + index + length - 1]);
    }
  }
  const kind = inside || outside ? "direct" : quoted.length > 0 ? "mixed" : "indirect";
  return { kind, content, quoted, cue: null, text: content.map((part) => text.slice(...part)).join(" "), source: null };
}

/**
 * The item with other values.
 *
 * @param {Draft} draft
 * @param {Kind} kind
 * @param {Item} item
 * @param {Values} set
 * @param {Omit<Edit, "what">} by
 * @returns {Item}
 */
function given(draft, kind, item, set, by) {
  if (kind === "q") return givenQuote(draft, /** @type {Quote} */ (item), set, by);
  const made = /** @type {Item} */ ({ ...item, ...set });
  if (kind !== "r") return made;
  const rating = ranked(/** @type {Rating} */ (made), draft.scales);
  return set.grade === undefined ? rating : moved(rating, draft.scales);
}

/**
 * @param {Draft} draft
 * @param {Quote} quote
 * @param {Values} set
 * @param {Omit<Edit, "what">} by
 */
function givenQuote(draft, quote, { source, kind }, by) {
  const made = { ...quote };
  if (source !== undefined) made.source = source === null ? null : sourceOf(draft, /** @type {Who} */ (source), keySpan("q", quote), by);
  if (kind === "direct" || kind === "mixed" || kind === "indirect") {
    made.kind = kind;
    if (kind === "direct" && quote.quoted.length === 0) made.quoted = quote.content;
    if (kind === "indirect") made.quoted = [];
  }
  return made;
}

/**
 * The rating with the way that leads from the grade before to the one it has now.
 *
 * @param {Rating} rating
 * @param {ReadonlyMap<string, Scale>} scales
 * @returns {Rating}
 */
function moved(rating, scales) {
  if (rating.from === null || rating.change === null) return rating;
  const before = ranked({ ...rating, grade: rating.from }, scales).rank;
  if (before === null || rating.rank === null) return { ...rating, change: null };
  return { ...rating, change: rating.rank < before ? "upgraded" : rating.rank > before ? "downgraded" : "unchanged" };
}

/**
 * The rating with the place that its grade has on its scale.
 *
 * @param {Rating} rating
 * @param {ReadonlyMap<string, Scale>} scales
 * @returns {Rating}
 */
function ranked(rating, scales) {
  const grades = (rating.scale === null ? undefined : scales.get(rating.scale)?.grades) ?? [];
  const at = grades.findIndex((grade) => plain(grade) === plain(rating.grade));
  if (at >= 0) return { ...rating, rank: at + 1, of: grades.length };
  const [, value, top] = /^(\d{1,2})\/(\d{1,2})$/.exec(rating.grade) ?? [];
  // A scale of numbers has no list of grades; its lowest is the one that the machine counted from, else 1.
  const known = rating.scale !== null && grades.length === 0 && value !== undefined && Number(value) <= Number(top);
  if (!known) return { ...rating, rank: null, of: null };
  const of = rating.of === Number(top) + 1 || value === "0" ? Number(top) + 1 : Number(top);
  return { ...rating, rank: Number(top) - Number(value) + 1, of };
}
