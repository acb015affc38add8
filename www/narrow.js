// Narrow screens: the article, the facts and the checks take turns under tabs, and the current item shows in a tray.

import { byId, write } from "./render/dom.js";

/** @import { View } from "./article.js" */
/** @import { Facts, Item } from "./facts.js" */

/**
 * @param {object} page
 * @param {(way: 1 | -1) => void} page.step to the next or previous item
 * @param {(id: string) => void} page.show shows an item in the panel
 */
export function narrow({ step, show }) {
  const tabs = byId("tabs", HTMLElement);
  const tray = byId("tray", HTMLElement);
  const tag = byId("tray-tag", HTMLAnchorElement);
  /** @type {Item | null} */
  let item = null;

  const tab = (/** @type {string} */ name) => {
    document.body.dataset.tab = name;
    for (const link of tabs.querySelectorAll("a")) {
      if (link.dataset.tab === name) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  tabs.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link?.dataset.tab) return;
    event.preventDefault();
    tab(link.dataset.tab);
  });
  byId("previous", HTMLButtonElement).addEventListener("click", () => step(-1));
  byId("next", HTMLButtonElement).addEventListener("click", () => step(1));
  const showItem = () => {
    if (!item) return;
    tab(item.kind === "c" ? "checks" : "facts");
    show(item.id);
  };
  tag.addEventListener("click", (event) => {
    event.preventDefault();
    showItem();
  });
  byId("tray-more", HTMLButtonElement).addEventListener("click", () => {
    showItem();
    const first = document.querySelector(".acts button");
    if (first instanceof HTMLElement) first.focus();
  });

  return {
    tab,

    /** @param {View} view */
    view(view) {
      tabs.hidden = view === "empty";
    },

    /**
     * Shows how many facts there are beside the tabs' names.
     *
     * @param {Facts | null} facts
     */
    facts(facts) {
      const { r = 0, q = 0, f = 0, d = 0, c = 0 } = facts?.total ?? {};
      for (const link of tabs.querySelectorAll("a")) {
        const number = link.querySelector("b");
        if (link.dataset.tab === "checks") link.hidden = c === 0;
        write(number, String(link.dataset.tab === "checks" ? c : r + q + f + d));
      }
    },

    /** @param {Item | null} next the current item */
    current(next) {
      item = next;
      tray.hidden = item === null;
      if (!item) return;
      tag.textContent = item.tag || { r: "Rating", q: "Quote", f: "Figure", d: "Date", c: "Check" }[item.kind];
      tag.className = `tag ${item.kind}`;
      byId("tray-title", HTMLElement).textContent = item.title;
      byId("tray-note", HTMLElement).textContent = item.note;
    },
  };
}
