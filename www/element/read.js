// A piece of a host's page → the text that its reader sees, and back: from a place in the text to a place in the page.
//
// Nothing of the host's is changed. White space is read as browsers set it: runs are one blank, blocks are paragraphs.

/** @import { Span } from "../report.d.ts" */

/**
 * A stretch of letters that stands in one text node as it does in the text.
 *
 * @typedef {{ at: number, node: Text, from: number, length: number }} Run
 */

/**
 * @typedef {object} HostText
 * @property {string} text
 * @property {(span: Span) => Range | null} range the words of a span where they stand in the page
 * @property {(node: Node, offset: number) => number} at the place in the text of a place in the page; -1 outside it
 */

/** What is no part of an article: code, controls, drawings, what is hidden, and a fact box put in earlier. */
const SKIP =
  "script, style, template, noscript, head, svg, math, audio, video, iframe, object, canvas, nav, button, select, input," +
  "textarea, dialog:not([open]), [hidden], [aria-hidden=true], figure.fact-box, [data-factbox-skip]";

/** Elements that start and end a paragraph. */
const BLOCKS = new Set(
  ("address article aside blockquote body caption center dd details dialog div dl dt fact-box fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p pre search section summary table tbody td tfoot " +
    "th thead tr ul").split(" "),
);

const PARAGRAPH = "\n\n";

/**
 * @param {Element} root
 * @returns {HostText}
 */
export function readHost(root) {
  const view = root.ownerDocument;
  if (root.localName === "textarea" || root.localName === "input") return { text: String(Reflect.get(root, "value")), range: () => null, at: () => -1 };
  /** @type {Run[]} */
  const runs = [];
  /** @type {string[]} */
  const pieces = [];
  let length = 0;
  let gap = "";
  const separate = (/** @type {string} */ by) => {
    if (by.length > gap.length || gap === " ") gap = by;
  };
  const add = (/** @type {Text} */ node, /** @type {string} */ letters, /** @type {number} */ from) => {
    if (gap && length > 0) {
      pieces.push(gap);
      length += gap.length;
    }
    gap = "";
    const last = runs.at(-1);
    if (last?.node === node && length - last.at === from - last.from) last.length = from - last.from + letters.length;
    else runs.push({ at: length, node, from, length: letters.length });
    pieces.push(letters);
    length += letters.length;
  };
  const addText = (/** @type {Text} */ node) => {
    const kept = node.parentElement?.closest("pre") ? /\n|[^\n]+/g : /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;
    for (const { 0: letters, index } of node.data.matchAll(kept)) {
      if (letters.trim() !== "" || /[^ \t\n\r\f]/.test(letters)) add(node, letters, index);
      else if (kept.source.startsWith("\\n")) separate(letters === "\n" ? "\n" : " ");
      else if (gap === "") gap = " ";
    }
  };
  /** Reads a node as it is come upon. @param {Node} node @returns {Node | null} what to read inside it */
  const enter = (node) => {
    if (node.nodeType === Node.TEXT_NODE) addText(/** @type {Text} */ (node));
    if (node.nodeType !== Node.ELEMENT_NODE) return null;
    const element = /** @type {Element} */ (node);
    if (element.localName === "br") separate("\n");
    if (BLOCKS.has(element.localName)) separate(PARAGRAPH);
    return element.matches(SKIP) ? null : element.firstChild;
  };
  /** @type {Node | null} */
  let node = root.firstChild;
  while (node) {
    const inside = enter(node);
    if (inside) {
      node = inside;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && node !== root && BLOCKS.has(/** @type {Element} */ (node).localName)) separate(PARAGRAPH);
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  return {
    text: pieces.join(""),
    range: (span) => toRange(view, runs, span),
    at: (found, offset) => toPlace(runs, found, offset),
  };
}

/**
 * @param {Document} view
 * @param {Run[]} runs
 * @param {Span} span
 */
function toRange(view, runs, [start, end]) {
  const [first, last] = [holder(runs, start), holder(runs, end - 1)];
  if (!first || !last || !first.node.isConnected || !last.node.isConnected) return null;
  const range = view.createRange();
  // The page may have changed since it was read: then the place is the nearest there still is.
  range.setStart(first.node, Math.min(first.node.length, first.from + Math.min(start - first.at, first.length)));
  range.setEnd(last.node, Math.min(last.node.length, last.from + Math.min(end - last.at, last.length)));
  return range;
}

/**
 * The last run that starts at or before a place.
 *
 * @param {Run[]} runs
 * @param {number} place
 */
function holder(runs, place) {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.at ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}

/**
 * @param {Run[]} runs
 * @param {Node} node
 * @param {number} offset
 */
function toPlace(runs, node, offset) {
  const run = runs.find((run) => run.node === node && run.from <= offset && offset <= run.from + run.length);
  return run ? run.at + offset - run.from : -1;
}
