// Words that are selected in the article, in the reading view or while writing, can be made a quote, a figure, a rating
// or a date: buttons above the article while there is a selection.

import { h } from "../render/dom.js";
import { kindNames } from "./model.js";

/** @import { Span } from "../report.d.ts" */
/** @import { Kind } from "./model.js" */

/** @type {Kind[]} */
const kinds = ["q", "f", "r", "d"];

/**
 * @param {object} page
 * @param {HTMLElement} page.bar where the buttons stand
 * @param {HTMLElement} page.sheet the article as it is read
 * @param {HTMLTextAreaElement} page.area
 * @param {(kind: Kind, span: Span) => void} page.make
 */
export function selection({ bar, sheet, area, make }) {
  /** @type {Span | null} */
  let chosen = null;
  const label = h("span", {}, "Make it a");
  const buttons = h(
    "div",
    { class: "group" },
    ...kinds.map((kind) => {
      const button = h("button", { type: "button", class: "button", "aria-label": `Make the selected words a ${kindNames[kind]}` }, kindNames[kind]);
      button.addEventListener("click", () => {
        const span = chosen;
        bar.hidden = true;
        if (span) make(kind, span);
      });
      return button;
    }),
  );
  bar.append(label, buttons);
  // A press on a button must not take the selection away.
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  bar.addEventListener("mousedown", (event) => event.preventDefault());

  const look = () => {
    if (bar.contains(document.activeElement) && chosen) return;
    chosen = tight(area.value, inArea(area) ?? inSheet(sheet));
    bar.hidden = chosen === null;
  };
  document.addEventListener("selectionchange", look);
  bar.addEventListener("focusout", look);
  return { look };
}

/**
 * The span without white space at its ends; null where nothing is left.
 *
 * @param {string} text
 * @param {Span | null} span
 * @returns {Span | null}
 */
function tight(text, span) {
  if (!span) return null;
  const words = text.slice(...span);
  const start = span[0] + words.length - words.trimStart().length;
  const end = span[0] + words.trimEnd().length;
  return start < end ? [start, end] : null;
}

/**
 * @param {HTMLTextAreaElement} area
 * @returns {Span | null}
 */
function inArea(area) {
  if (document.body.dataset.view !== "edit") return null;
  return area.selectionStart < area.selectionEnd ? [area.selectionStart, area.selectionEnd] : null;
}

/**
 * @param {HTMLElement} sheet
 * @returns {Span | null}
 */
function inSheet(sheet) {
  const range = document.body.dataset.view === "read" && getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
  if (!range || range.collapsed || !sheet.contains(range.startContainer)) return null;
  const start = place(sheet, range.startContainer, range.startOffset);
  const end = sheet.contains(range.endContainer) ? place(sheet, range.endContainer, range.endOffset) : null;
  return start === null || end === null ? null : [start, end];
}

/**
 * Where in the article a place in the reading view is: the paragraph says where it starts.
 *
 * @param {HTMLElement} sheet
 * @param {Node} node
 * @param {number} offset
 */
function place(sheet, node, offset) {
  const paragraphs = [...sheet.querySelectorAll("[data-from]")];
  const before = document.createRange();
  // The last paragraph that starts before the place; at its very end the place may be the start of the next.
  const own = paragraphs.findLast((paragraph) => {
    before.selectNode(paragraph);
    return before.comparePoint(node, offset) >= 0;
  });
  if (!(own instanceof HTMLElement)) return null;
  before.selectNodeContents(own);
  const inside = before.comparePoint(node, offset);
  if (inside === 0) before.setEnd(node, offset);
  const numbers = [...own.querySelectorAll("a.tag")].filter((tag) => before.comparePoint(tag, 0) <= 0 && before.intersectsNode(tag));
  const letters = before.toString().length - numbers.reduce((sum, tag) => sum + (tag.textContent ?? "").length, 0);
  return Number(own.dataset.from) + letters;
}
