// Facts → Markdown. The article's words are escaped: they can neither format nor link.

import { outline, spoken } from "./outline.js";

/** @import { Shown } from "./rows.js" */

/** @param {Shown} shown */
export function markdown(shown) {
  const { ratings, sources, figures, dates, names, checks, edited } = outline(shown);
  const table = (/** @type {string[]} */ heads, /** @type {string[][]} */ rows) =>
    [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
  const parts = [
    part("Ratings", ratings.flatMap(({ tag, head, grade, lines }) => [
      `- **${tag}** ${escape(head)}${grade ? `: **${escape(grade)}**` : ""}`,
      ...lines.map((line) => `  - ${escape(line)}`),
    ])),
    part("Quotes", sources.flatMap(({ name, role, share, quotes }) => [
      `### ${escape(name)}`,
      "",
      ...(role || share ? [escape([role, share].filter(Boolean).join("; ")), ""] : []),
      ...quotes.map(({ tag, runs, how }) => `- **${tag}** ${escape(spoken(runs))} (${escape(how)})`),
      "",
    ])),
    part("Figures", figures.length === 0 ? [] : table(["Figure", "Of what", "Quote"], figures.map(({ figure, what, quote }) => [escape(figure), escape(what), quote]))),
    part("Dates", dates.map(({ when, what }) => `- **${escape(when)}** ${escape(what)}`)),
    ...names.map(({ heading, names }) => part(heading, names.map(({ name, note }) => `- **${escape(name)}**${note ? `: ${escape(note)}` : ""}`))),
    part("Checks", checks.map((check) => `- [ ] ${escape(check)}`)),
    escape(edited),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/**
 * @param {string} heading
 * @param {string[]} lines
 */
function part(heading, lines) {
  return lines.length === 0 ? "" : `## ${heading}\n\n${lines.join("\n").trimEnd()}`;
}

/**
 * Text that Markdown shows as it is, on one line.
 *
 * @param {string} text
 */
export function escape(text) {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_[\]|~#!]/g, "\\$&")
    .replace(/(\w):\/\//g, "$1\\://")
    .replace(/\b(www)\./gi, "$1\\.")
    .replace(/^([+-]|\d+[.)])(?=\s)/, "\\$1");
}
