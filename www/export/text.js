// Facts → plain text, as somebody would take notes.

import { outline, spoken } from "./outline.js";

/** @import { Shown } from "./rows.js" */

/** @param {Shown} shown */
export function plainText(shown) {
  const { ratings, sources, figures, dates, names, checks, edited } = outline(shown);
  const parts = [
    part("Ratings", ratings.map(({ tag, head, grade, lines }) => [`${tag} ${head}${grade ? `: ${grade}` : ""}`, ...lines].join("\n"))),
    part("Quotes", sources.map(source)),
    part("Figures", figures.map(({ figure, what, quote }) => line(figure, what, quote))),
    part("Dates", dates.map(({ when, what }) => line(when, what, ""))),
    ...names.map(({ heading, names }) => part(heading, names.map(({ name, note }) => line(name, note, "")))),
    part("Checks", checks),
    edited,
  ];
  return parts.filter(Boolean).join("\n\n") + "\n";
}

/**
 * The quotes alone, each with its source.
 *
 * @param {Shown} shown
 */
export function quotesText(shown) {
  return `${outline(shown).sources.map(source).join("\n\n")}\n`;
}

/** @param {ReturnType<typeof outline>["sources"][number]} source */
function source({ name, role, share, quotes }) {
  const head = [name, role].filter(Boolean).join(", ");
  return [`${head}${share ? ` (${share})` : ""}`, ...quotes.map(({ tag, runs, how }) => `${tag} ${spoken(runs)} [${how}]`)].join("\n");
}

/**
 * @param {string} heading
 * @param {string[]} entries
 */
function part(heading, entries) {
  if (entries.length === 0) return "";
  const long = entries.some((entry) => entry.includes("\n"));
  return `${heading.toUpperCase()}\n${entries.join(long ? "\n\n" : "\n")}`;
}

/**
 * @param {string} head
 * @param {string} what
 * @param {string} quote
 */
function line(head, what, quote) {
  return `${head}${what ? `: ${what}` : ""}${quote ? ` [${quote}]` : ""}`.replace(/\s+/g, " ");
}
