// What a correction is: plain data, so that it can be kept, undone, sent in a link and put on another reading of the
// article. Corrections are applied in their order, each to what those before it have left.

/** @import { Date, Entity, EntityKind, Figure, Quote, Rating } from "../report.d.ts" */
/** @import { Anchor } from "./anchor.js" */

/** @typedef {"r" | "q" | "f" | "d"} Kind of item: rating, quote, figure, date */

/**
 * An item of the report, by its words. `key` tells items apart that stand on the same words: what a grade is for.
 *
 * @typedef {{ kind: Kind, at: Anchor, key: string }} Target
 */

/**
 * A person, an organisation or another source, by name; `at` is a place that names it, null where the article does not.
 *
 * @typedef {{ name: string, type: EntityKind, at: Anchor | null }} Who
 */

/**
 * What an item is given, by the names of its fields.
 *
 * @typedef {Record<string, string | number | boolean | null | Who>} Values
 */

/** @typedef {{ act: "change", on: Target, set: Values }} Change gives an item other values */
/** @typedef {{ act: "add", kind: Kind, at: Anchor, set: Values }} Add makes an item of words of the article */
/** @typedef {{ act: "dismiss", on: Target, whole: boolean }} Dismiss takes an item out; `whole` leaves no line behind */
/** @typedef {{ act: "name", on: Who, set: Values }} Rename gives a name, a role or an organisation to somebody, everywhere */
/** @typedef {{ act: "merge", on: Who, into: Who }} Merge makes two one: `into` stays */
/** @typedef {{ act: "forget", on: Who, whole: boolean }} Forget takes a name out; quotes of it have no source then */

/** @typedef {Change | Add | Dismiss | Rename | Merge | Forget} Correction */

/** @typedef {"you" | "sender"} By whose correction it is: the reader's, or that of who sent the link */

/**
 * What a correction did to an item. `nth` is the correction's place among those that were applied.
 *
 * @typedef {{ what: string, by: By, nth: number }} Edit
 */

/**
 * An item that corrections have touched says so.
 *
 * @typedef {{ edits?: Edit[] }} Edited
 */

/** What is in the report's lists, by kind. */
/** @typedef {{ r: Rating, q: Quote, f: Figure, d: Date, n: Entity }} Things */

/**
 * What corrections did to an item; nothing to most.
 *
 * @param {object} item
 * @returns {Edit[]}
 */
export function editsOf(item) {
  return /** @type {Edited} */ (item).edits ?? [];
}

/**
 * The item, with one more edit.
 *
 * @template {object} T
 * @param {T} item
 * @param {Edit} edit
 * @returns {T}
 */
export function marked(item, edit) {
  return { ...item, edits: [...editsOf(item), edit] };
}

/**
 * Whether an item has been dismissed: it keeps its number and a line to put it back, and is in no copy.
 *
 * @param {object} item
 */
export function isOut(item) {
  return editsOf(item).some(({ what }) => what === "out");
}

/**
 * Whether somebody, and not the machine, said who a quote is by.
 *
 * @param {object} quote
 */
export function sourceByHand(quote) {
  return editsOf(quote).some(({ what }) => what === "source" || what === "added");
}

/** What an item's words are, in the report. */
export const lists = /** @type {const} */ ({ r: "ratings", q: "quotes", f: "figures", d: "dates" });

/** What each kind is called. */
export const kindNames = { r: "rating", q: "quote", f: "figure", d: "date" };

/** Most letters of an item that its anchor keeps, and of words that are made an item. */
export const HEAD = 160;
export const LONGEST = 4000;
