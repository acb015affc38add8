// One source: name, role, share of words, and what it is reported to say.

import { piece } from "../corrections/words.js";
import { h, svg, woven } from "./dom.js";
import { drawChange, drawEdited, drawGone } from "./edits.js";

/** @import { QuoteFact, SourceFact } from "../facts/quotes.js" */

/** Width of the share bar. */
const BAR = 72;

/** @param {SourceFact} source */
export function drawSource({ name, role, share, quotes }) {
  return h(
    "section",
    { class: "source" },
    h(
      "div",
      { class: "who" },
      h("h3", { dir: "auto" }, name),
      share === null ? null : drawShare(share),
      role ? h("p", { class: "role", dir: "auto" }, role) : null,
    ),
    h("ol", {}, ...quotes.map(drawQuote)),
  );
}

/** @param {number} share */
function drawShare(share) {
  return h(
    "span",
    { class: "share" },
    svg(
      "svg",
      { width: BAR, height: 6, "aria-hidden": "true" },
      svg("rect", { class: "of", width: BAR, height: 6 }),
      svg("rect", { width: Math.round((share * BAR) / 100), height: 6 }),
    ),
    h("span", {}, `${share}%`),
  );
}

/** @param {QuoteFact} quote */
function drawQuote({ id, tag, runs, how, words: own, unsure, edited, gone }) {
  if (gone) return h("li", { class: "gone", id }, ...drawGone(id, tag, piece(runs.map(({ text }) => text).join(""))));
  const words = runs.map(({ text, quoted }) => {
    if (!quoted) return text;
    // The blank stays outside the marks that the style sheet sets.
    const start = text.length - text.trimStart().length;
    const said = h("q", {}, text.slice(start));
    return start > 0 ? h("span", {}, text.slice(0, start), said) : said;
  });
  return h(
    "li",
    { class: "said item", id, "data-item": id },
    h("a", { class: "tag q", href: `#t-${id}`, "aria-label": `${tag}${unsure ? ", source is a guess" : ""}, show in the article` }, tag, unsure && "?"),
    h("div", { "data-acts": true }, h("blockquote", { dir: "auto" }, h("span", {}, ...words)), h("p", { class: "how" }, ...woven(how, own), ...(unsure ? [". Source is a guess: nearest name. ", drawChange(id, tag)] : [])), drawEdited(edited, id, tag)),
  );
}
