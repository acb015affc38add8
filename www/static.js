// A text → the static box, without a page: for editors that have no element to read, and for sites that make their
// pages beforehand.

import { html } from "./export/html.js";
import { facts } from "./facts.js";
import { load } from "./factbox.js";

/** @import { Kind } from "./facts.js" */

/** @type {Record<string, Kind>} */
const kinds = { ratings: "r", quotes: "q", figures: "f", dates: "d" };

/**
 * The fact box of an article as plain HTML, which content management systems keep; "" where nothing was found.
 * From `factbox/static`.
 *
 * @param {{ text: string } | { html: string }} article
 * @param {string} [show] some of `ratings`, `quotes`, `figures`, `dates`, with blanks between; all, if left out
 * @returns {Promise<string>}
 */
export async function staticBox(article, show = "") {
  const engine = await load();
  const report = "html" in article ? engine.extractHtml(article.html) : engine.extract(article.text);
  const text = "html" in article ? (report.text ?? "") : article.text;
  const scales = new Map(engine.scales().map((scale) => [scale.id, scale]));
  const found = facts(text, report, scales);
  const named = show.toLowerCase().split(/[\s,]+/).flatMap((name) => kinds[name] ?? []);
  const wanted = named.length > 0 ? named : Object.values(kinds);
  const items = found.items.filter(({ kind }) => wanted.includes(kind));
  return items.length > 0 ? html({ text, report, facts: found, items, scales }) : "";
}
