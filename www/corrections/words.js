// What corrections are called: on the item, in the list, in the status, in copies. Strings in, strings out.

import { capital, count } from "../words.js";
import { editsOf, kindNames } from "./model.js";

/** @import { Correction, Values, Who } from "./model.js" */
/** @import { Tally } from "./apply.js" */

/** What a field is called, where its own name is not it. */
/** @type {Record<string, string>} */
const names = { type: "kind", edtf: "date", label: "what it dates", of: "what it counts", min: "lower end", max: "upper end" };

/** Longest piece of the article in a sentence. */
const PIECE = 48;

/** @param {string} field */
export function fieldName(field) {
  return names[field] ?? field;
}

/**
 * @param {string} words
 */
export function piece(words) {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > PIECE ? `${line.slice(0, PIECE).trimEnd()}…` : line;
}

/**
 * "a, b and c"
 *
 * @param {string[]} list
 */
function enumerated(list) {
  return list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`;
}

/**
 * Whose corrections these are.
 *
 * @param {Iterable<string>} by
 */
function whose(by) {
  const all = new Set(by);
  const sender = "the person who sent the link";
  return all.size > 1 ? `you and ${sender}` : all.has("sender") ? sender : "you";
}

/**
 * The line on an item: "Source and kind changed by you"; "" where nothing was.
 *
 * @param {object[]} items
 */
export function note(...items) {
  const edits = items.flatMap(editsOf).filter(({ what }) => what !== "out");
  if (edits.length === 0) return "";
  const by = whose(edits.map((edit) => edit.by));
  const whats = [...new Set(edits.map(({ what }) => what))];
  if (whats.includes("added")) return `Added by ${by}`;
  if (whats.includes("merged")) return `Made one of two by ${by}`;
  return `${capital(enumerated(whats.map(fieldName)))} changed by ${by}`;
}

/**
 * What a copy says of an item: "edited: source, kind"; "" where nothing was.
 *
 * @param {object[]} items
 */
export function flag(...items) {
  const whats = [...new Set(items.flatMap(editsOf).map(({ what }) => what))];
  return whats.length === 0 ? "" : `edited: ${whats.map(fieldName).join(", ")}`;
}

/**
 * @param {Values[string] | undefined} value
 * @returns {string}
 */
function worded(value) {
  if (value === null || value === undefined) return "none";
  if (typeof value === "object") return value.name;
  if (value === "mixed") return "part quoted";
  return String(value).replaceAll("_", " ");
}

/** @param {Values} set */
function settings(set) {
  return capital(Object.entries(set).map(([name, value]) => `${fieldName(name)}: ${worded(value)}`).join(", "));
}

/**
 * A correction in a few words: "Source: Ann Lee (“We are proud”)".
 *
 * @param {Correction} correction
 */
export function describe(correction) {
  const of = (/** @type {{ exact: string }} */ { exact }) => `(“${piece(exact)}”)`;
  const name = (/** @type {Who} */ who) => piece(who.name);
  switch (correction.act) {
    case "change":
      return `${settings(correction.set)} ${of(correction.on.at)}`;
    case "add":
      return `${capital(kindNames[correction.kind])} added ${of(correction.at)}`;
    case "dismiss":
      return `${correction.whole ? "Deleted" : `Not a ${kindNames[correction.on.kind]}`} ${of(correction.on.at)}`;
    case "name":
      return `${settings(correction.set)} (${name(correction.on)})`;
    case "merge":
      return `${name(correction.on)} is the same as ${name(correction.into)}`;
    case "forget":
      return `${correction.whole ? "Deleted" : "Not a name"} (${name(correction.on)})`;
  }
}

/**
 * The last line of a copy; "" where nothing was corrected.
 *
 * @param {Tally | undefined} tally
 */
export function summaryOf(tally) {
  const { changed = 0, added = 0, dismissed = 0 } = tally ?? {};
  const parts = [changed && count(changed, "change"), added && `${added} added`, dismissed && `${dismissed} taken out`].filter(Boolean);
  return parts.length === 0 ? "" : `Edited by hand: ${parts.join(", ")}.`;
}
