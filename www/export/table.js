// Rows → CSV and tab-separated values that a spreadsheet reads as text, never as a formula.

import { columns } from "./rows.js";

/** @import { Row } from "./rows.js" */

/** What each column is called. */
const heads = /** @type {Record<keyof Row, string>} */ ({
  ...Object.fromEntries(columns.map((name) => [name, name])),
  who: "source or rater",
  about: "of what",
  value: "value or grade",
  resolved: "how the source was settled",
  sentence: "in the text",
});

/** Columns of the smaller tables. */
const chosen = {
  quotes: /** @type {(keyof Row)[]} */ (["id", "who", "role", "organisation", "kind", "cue", "edited", "text"]),
  figures: /** @type {(keyof Row)[]} */ (["id", "text", "modifier", "value", "min", "max", "unit", "about", "per", "change", "edited", "sentence"]),
};

/** A number and nothing else: it may start with a minus. */
const plainNumber = /^[+-]?\d+(\.\d+)?$/;

/**
 * First visible character of a formula, in any width, behind white space, controls and invisible characters.
 */
const formula = /^[\s\p{Cc}\p{Cf}\p{Zs}]*[=+\-@＝＋－＠]|^[\t\r]/u;

/**
 * A cell that no spreadsheet calculates: where it could be a formula it starts with an apostrophe.
 *
 * @param {string} cell
 */
export function harmless(cell) {
  return formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
}

/**
 * Comma-separated values after RFC 4180, with the mark that makes spreadsheets read UTF-8.
 *
 * @param {Row[]} rows
 */
export function csv(rows) {
  const cell = (/** @type {string} */ text) => {
    const safe = harmless(text);
    return safe !== text || /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${lines(rows, columns).map((line) => `${line.map(cell).join(",")}\r\n`).join("")}`;
}

/**
 * Tab-separated values, to paste into a spreadsheet.
 *
 * @param {Row[]} rows
 * @param {keyof typeof chosen} [part] with the columns of that part only
 */
export function tsv(rows, part) {
  const cell = (/** @type {string} */ text) => harmless(text.replace(/\s+/g, " ").trim());
  return lines(rows, part ? chosen[part] : columns).map((line) => `${line.map(cell).join("\t")}\n`).join("");
}

/**
 * @param {Row[]} rows
 * @param {(keyof Row)[]} names
 * @returns {string[][]}
 */
function lines(rows, names) {
  return [names.map((name) => heads[name]), ...rows.map((row) => names.map((name) => row[name]))];
}
