// Text and items → the article as it is read: paragraphs with marks, and the items' numbers in the margin.
//
// Marks may overlap in any way; where two cross, the one that opened later is closed and opened again. All text
// nodes put together are the article without its line ends and the numbers.

import { h } from "./render/dom.js";

/** @import { Item, Kind } from "./facts.js" */
/** @import { Span } from "./report.d.ts" */

/** @typedef {{ start: number, end: number, rank: number, className: string, item: Item | null }} Layer */

/** Classes of a kind's lines and washes. */
const lines = { r: "r", q: "q", f: "f", d: "d", c: "c" };
const washes = { r: "g", q: "qw", f: "", d: "", c: "" };

/** Which mark lies outside where two cover the same words. */
const ranks = { furniture: 0, c: 1, q: 2, qw: 3, r: 4, g: 5, d: 6, f: 7 };

/** More lines of page furniture in a row than this are folded away: a pasted page starts with its menus. */
const FOLD = 4;

/** Most letters and paragraphs that are set: far more than an article has, and no more than a browser lays out well. */
const MOST = { length: 300_000, paragraphs: 2000 };

/**
 * @param {string} article
 * @param {{ items: Item[], furniture: Span[], title: Span | null }} found
 * @returns {DocumentFragment}
 */
export function drawArticle(article, { items, furniture, title }) {
  const text = article.slice(0, MOST.length);
  const all = layers(text, items, furniture);
  const sheet = document.createDocumentFragment();
  /** @type {Set<string>} */
  const numbered = new Set();
  /** @type {Layer[]} still open where a paragraph ended */
  let carried = [];
  let next = 0;
  let start = 0;
  while (start <= text.length && sheet.childElementCount < MOST.paragraphs) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const here = carried;
    for (let layer = all[next]; layer && layer.start < end; layer = all[++next]) here.push(layer);
    if (/\S/.test(text.slice(start, end))) {
      const headline = title !== null && title[0] < end && title[1] > start;
      const paragraph = headline ? h("h3", { dir: "auto", "data-from": start }) : h("p", { dir: "auto", "data-from": start });
      if (!headline && isFurniture(text, start, end, here)) paragraph.className = "furniture";
      fill(paragraph, text, start, end, here, numbered);
      sheet.append(paragraph);
    }
    carried = here.filter((layer) => layer.end > end + 1);
    start = end + 1;
  }
  if (start <= article.length) sheet.append(h("p", { class: "end" }, "This view ends here. Edit shows the whole text."));
  fold(sheet);
  return sheet;
}

/**
 * Folds long runs of page furniture, each behind a line that says how much there is.
 *
 * @param {DocumentFragment} sheet
 */
function fold(sheet) {
  /** @type {Element[]} */
  let run = [];
  for (const node of [...sheet.children, null]) {
    if (node?.className === "furniture") {
      run.push(node);
      continue;
    }
    const [first] = run;
    if (first && run.length > FOLD) {
      const details = h("details", { class: "furniture" }, h("summary", {}, `${run.length} grey lines`));
      first.before(details);
      details.append(...run);
    }
    run = [];
  }
}

/**
 * @param {string} text
 * @param {Item[]} items
 * @param {Span[]} furniture
 * @returns {Layer[]} by start, outer ones first
 */
function layers(text, items, furniture) {
  /** @type {Layer[]} */
  const all = [];
  const add = (/** @type {Span} */ span, /** @type {keyof typeof ranks} */ name, /** @type {Item | null} */ item) => {
    const [start, end] = span;
    if (start >= 0 && start < end && end <= text.length) {
      all.push({ start, end, rank: ranks[name], className: name, item });
    }
  };
  for (const span of furniture) add(span, "furniture", null);
  for (const item of items) {
    for (const span of item.line) add(span, /** @type {Kind} */ (lines[item.kind]), item);
    const wash = washes[item.kind];
    if (wash === "qw" || wash === "g") for (const span of item.wash) add(span, wash, item);
  }
  return all.sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank);
}

/**
 * Whether nothing but page furniture stands in a paragraph.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Layer[]} here
 */
function isFurniture(text, start, end, here) {
  let at = start;
  for (const { className, start: from, end: to } of here) {
    if (className !== "furniture") continue;
    if (/\S/.test(text.slice(at, Math.max(at, from)))) return false;
    at = Math.max(at, to);
  }
  return at > start && !/\S/.test(text.slice(at, end));
}

/**
 * @param {HTMLElement} paragraph
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Layer[]} here the layers that touch the paragraph, by start
 * @param {Set<string>} numbered ids of the items whose number has been set
 */
function fill(paragraph, text, start, end, here, numbered) {
  /** @type {{ layer: Layer, node: HTMLElement }[]} */
  const open = [];
  /** @type {Set<string>} */
  const inParagraph = new Set();
  const top = () => open.at(-1)?.node ?? paragraph;
  const enter = (/** @type {Layer} */ layer) => {
    const { item, className } = layer;
    if (item?.tag && className === item.kind) {
      // A quote has its number where it starts, a rating once a paragraph.
      const known = item.kind === "q" ? numbered : inParagraph;
      if (!known.has(item.id)) top().append(number(item, !numbered.has(item.id)));
      known.add(item.id);
      numbered.add(item.id);
    }
    const node = item
      ? h("mark", { class: className, "data-item": item.id })
      : h("span", { class: className });
    top().append(node);
    open.push({ layer, node });
  };
  let at = start;
  let next = 0;
  while (at < end) {
    // Close what ends here; what opened inside it and goes on is opened again.
    const first = open.findIndex(({ layer }) => layer.end <= at);
    const again = first < 0 ? [] : open.splice(first).filter(({ layer }) => layer.end > at);
    for (const { layer } of again) enter(layer);
    for (let layer = here[next]; layer && layer.start <= at; layer = here[++next]) if (layer.end > at) enter(layer);
    const opens = here[next]?.start ?? end;
    const closes = open.reduce((least, { layer }) => Math.min(least, layer.end), end);
    const stop = Math.min(opens, closes, end);
    top().append(text.slice(at, stop));
    at = stop;
  }
}

/**
 * @param {Item} item
 * @param {boolean} first whether it is the item's first number: the one that the list's link leads to
 */
function number({ id, kind, tag }, first) {
  return h("a", { class: `tag ${kind}`, href: `#${id}`, id: first ? `t-${id}` : null, "data-item": id }, tag);
}
