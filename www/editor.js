// Editor mode: a box beside an editor that follows the story while it is written, and a button that puts a static box
// into it. What differs from editor to editor is where the story stands and how HTML gets in: two functions.

import "./define.js";
import { h } from "./render/dom.js";

/** @import { FactBoxElement } from "./element.js" */

/** What a static box is known by. */
const STATIC = "figure.fact-box";

/**
 * @typedef {object} EditorWishes
 * @property {Element} source where the story is written: the editor's editable element
 * @property {(html: string, old: Element | null) => void} insert puts the static box into the story, at the caret or in
 *   the place of the old one
 * @property {string} [show] kinds of fact, as in the attribute of `<fact-box>`
 * @property {boolean} [highlight] whether the facts are marked in the story; they are if left out. Nothing is added to it
 */

/**
 * Makes the panel for an editor: the button and the box. Put it where there is room, and remove it when the editor goes.
 * From `factbox/editor`.
 *
 * @param {EditorWishes} wishes
 * @returns {{ panel: HTMLElement, box: FactBoxElement, button: HTMLButtonElement }}
 */
export function editorPanel(wishes) {
  const { source, insert, show = "", highlight = true } = wishes;
  const box = /** @type {FactBoxElement} */ (document.createElement("fact-box"));
  const button = h("button", { type: "button", disabled: true }, "Insert fact box");
  box.heading = "Facts in this story";
  box.full = true;
  box.show = show;
  box.highlight = highlight;
  box.source = source;
  box.addEventListener("factbox-report", () => {
    button.disabled = box.toHTML() === "";
  });
  button.addEventListener("click", () => {
    insert(box.toHTML(), source.querySelector(STATIC));
  });
  return { panel: h("div", { class: "factbox-editor" }, button, box), box, button };
}
