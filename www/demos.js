// The demonstrations on the page Embed: a box that takes the reader's wishes, a framed box, and a story to write in.

import { editorPanel } from "./editor.js";
import { load } from "./factbox.js";
import { lock } from "./lock.js";
import { byId } from "./render/dom.js";
import "./host.js";

/** @import { FactBoxElement } from "./element.js" */

const wishes = byId("wishes", HTMLFieldSetElement);
const demo = /** @type {FactBoxElement} */ (byId("demo", HTMLElement));
const wished = byId("wished", HTMLElement);
const inserted = byId("inserted", HTMLElement);

/** Shows the box that is wished for, and the line that makes it. */
function follow() {
  const boxes = [...wishes.querySelectorAll("input")];
  const kinds = boxes.filter(({ name }) => name === "show");
  const chosen = kinds.filter(({ checked }) => checked).map(({ value }) => value);
  const all = chosen.length === kinds.length || chosen.length === 0;
  const flags = boxes.filter(({ name, checked }) => name !== "show" && checked).map(({ name }) => name);
  demo.show = all ? "" : chosen.join(" ");
  demo.highlight = flags.includes("highlight");
  demo.full = flags.includes("full");
  wished.textContent = `<fact-box for="story"${all ? "" : ` show="${chosen.join(" ")}"`}${flags.map((flag) => ` ${flag}`).join("")}></fact-box>`;
}

wishes.addEventListener("change", follow);
follow();

const { panel, button } = editorPanel({
  source: byId("draft", HTMLElement),
  insert(html) {
    const code = inserted.querySelector("code");
    if (code) code.textContent = html;
    inserted.hidden = false;
  },
});
button.classList.add("button", "main");
byId("panel", HTMLElement).append(panel);

/** Resolves when everything that the page names is there, frames included. */
const loaded = new Promise((resolve) => {
  if (document.readyState === "complete") resolve(undefined);
  else addEventListener("load", resolve, { once: true });
});
Promise.all([load(), loaded]).then(lock, () => {}); // the boxes say why the engine could not be loaded
