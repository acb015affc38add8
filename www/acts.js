// What the reader can do with the current item: see why it is there, correct it, and copy it. Stands in the panel,
// below the item.

import { why } from "./facts/why.js";
import { h, woven } from "./render/dom.js";

/** @import { Item } from "./facts.js" */
/** @import { Shown } from "./export/rows.js" */

/**
 * @param {object} page
 * @param {() => Shown | null} page.shown the latest reading
 * @param {(item: Item) => void} page.copy
 * @param {{ buttons: HTMLElement, host: HTMLElement, show: (item: Item | null) => void }} page.corrections of the item
 */
export function acts({ shown, copy, corrections }) {
  /** @type {Item | null} */
  let item = null;
  /** Whether reasons are shown: they stay open from item to item. */
  let open = false;
  const reasons = h("dl", { class: "why", id: "why" });
  const ask = h("button", { type: "button", class: "link", "aria-expanded": "false", "aria-controls": "why" }, "Why is this here?");
  const take = h("button", { type: "button", class: "link" }, "Copy");
  const node = h("div", { class: "acts" }, h("p", {}, ask, corrections.buttons, take), corrections.host, reasons);

  const fill = () => {
    ask.setAttribute("aria-expanded", String(open));
    reasons.hidden = !open;
    const reading = shown();
    if (!open || !item || !reading) return reasons.replaceChildren();
    const rows = why(item, reading).flatMap(({ term, words, article, own = [] }) => [
      h("dt", {}, term),
      h("dd", { class: article ? "words" : null, dir: article ? "auto" : null }, ...woven(words, own)),
    ]);
    reasons.replaceChildren(...rows);
  };

  const place = () => {
    corrections.show(item);
    const row = item && document.getElementById(item.id);
    const host = row?.querySelector("[data-acts]") ?? row;
    if (!host) return node.remove();
    if (node.parentElement !== host) host.append(node);
    fill();
  };

  ask.addEventListener("click", () => {
    open = !open;
    fill();
    node.scrollIntoView({ block: "nearest" });
  });
  take.addEventListener("click", () => {
    if (item) copy(item);
  });

  return {
    /** @param {Item | null} next the current item */
    current(next) {
      item = next;
      place();
    },
    /** Puts the acts back after the panel has been drawn anew. */
    place,
  };
}
