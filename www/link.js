// Links the article and the panel both ways: what is clicked, focused, hovered or stepped to in one is shown in the
// other. One item at a time is current.

/** @import { Item } from "./facts.js" */

/** How far from the article's edges a mark is brought, in pixels. */
const MARGIN = 80;

/** Where a click or key came from: the other side is scrolled to, this one stays where it is. */
/** @typedef {"text" | "panel" | "caret" | "key"} Side */

/**
 * @param {object} page
 * @param {HTMLElement} page.sheet the article as it is read
 * @param {HTMLElement} page.scroller what scrolls the article on wide screens
 * @param {HTMLElement} page.panel the facts
 * @param {() => void} page.read shows the reading view, so that marks can be seen
 * @param {(item: Item | null) => void} page.onCurrent
 */
export function link({ sheet, scroller, panel, read, onCurrent }) {
  /** @type {Item[]} */
  let items = [];
  /** @type {string | null} */
  let current = null;
  /** Where the current item stands, or stood before it was taken out: the next step goes on from there. */
  let stood = -1;
  /** @type {(item: Item) => boolean} */
  let shown = () => true;

  const all = (/** @type {ParentNode} */ root, /** @type {string} */ id) =>
    [...root.querySelectorAll(`[data-item="${id}"]`)].filter((node) => node instanceof HTMLElement);
  const start = (/** @type {Item} */ item) => item.line[0]?.[0] ?? 0;
  const inPanel = (/** @type {string} */ id) => document.getElementById(id);

  /** @param {boolean} on */
  const mark = (on) => {
    if (current === null) return;
    for (const node of all(sheet, current)) node.classList.toggle("here", on);
    if (on) inPanel(current)?.setAttribute("aria-current", "true");
    else for (const node of panel.querySelectorAll("[aria-current]")) node.removeAttribute("aria-current");
  };

  /** Takes the marks off what is not shown. */
  const dim = () => {
    const off = new Set(items.filter((item) => !shown(item)).map(({ id }) => id));
    for (const node of sheet.querySelectorAll("[data-item]")) {
      if (node instanceof HTMLElement) node.classList.toggle("off", off.has(node.dataset.item ?? ""));
    }
  };

  /**
   * @param {string | null} id
   * @param {Side} from
   */
  const choose = (id, from) => {
    if (id !== current) {
      mark(false);
      current = items.some((item) => item.id === id) ? id : null;
      mark(true);
    }
    const item = items.find((item) => item.id === current) ?? null;
    stood = item ? start(item) : -1;
    onCurrent(item);
    if (current === null || from === "caret") return;
    if (from !== "panel") inPanel(current)?.scrollIntoView({ block: "nearest" });
    if (from !== "text") {
      read();
      const mark = firstMark(current);
      if (mark) reveal(mark);
    }
  };

  /** Scrolls the article to a mark, and nothing but the article where it scrolls by itself. */
  const reveal = (/** @type {Element} */ mark) => {
    const folded = mark.closest("details");
    if (folded) folded.open = true;
    if (getComputedStyle(scroller).overflowY !== "auto") return mark.scrollIntoView({ block: "nearest" });
    const [line] = mark.getClientRects();
    const box = scroller.getBoundingClientRect();
    if (!line) return;
    const above = line.top - (box.top + MARGIN);
    const below = line.bottom - (Math.min(box.bottom, innerHeight) - MARGIN);
    if (above < 0) scroller.scrollBy({ top: above });
    else if (below > 0) scroller.scrollBy({ top: Math.min(below, above) });
  };

  const firstMark = (/** @type {string} */ id) => sheet.querySelector(`mark[data-item="${id}"]`);

  /**
   * The item that an event is about, and whether it was one of its links.
   *
   * @param {Event} event
   */
  const aim = ({ target }) => {
    if (!(target instanceof Element)) return null;
    const anchor = target.closest("a[href^='#']");
    const id = anchor?.getAttribute("href")?.replace(/^#(t-)?/, "");
    if (anchor && id && items.some((item) => item.id === id)) {
      return { id, anchor, toText: anchor.getAttribute("href")?.startsWith("#t-") ?? false };
    }
    if (anchor || target.closest("input, button, label")) return null;
    const node = target.closest("[data-item]");
    return node instanceof HTMLElement ? { id: node.dataset.item ?? "", anchor: null, toText: true } : null;
  };

  const onClick = (/** @type {MouseEvent} */ event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const aimed = aim(event);
    if (!aimed) return;
    if (aimed.anchor) event.preventDefault();
    else if (!getSelection()?.isCollapsed) return; // words are being selected, to copy them
    const inText = event.currentTarget === sheet;
    // A number in the panel that stands for another item ("Q4" in a row of figures) leads to that item in the panel.
    const elsewhere = !inText && aimed.anchor && !aimed.toText;
    choose(aimed.id, inText ? "text" : elsewhere ? "key" : "panel");
    if (aimed.anchor && (inText || elsewhere)) focusIn(aimed.id);
    else if (aimed.anchor) focusMark(aimed.id);
  };

  /** @param {string} id */
  const focusIn = (id) => {
    const target = inPanel(id)?.querySelector("a[href^='#t-']");
    if (target instanceof HTMLElement && target.offsetParent) target.focus({ preventScroll: true });
  };

  /** @param {string} id */
  const focusMark = (id) => {
    const target = sheet.querySelector(`a[data-item="${id}"]`);
    if (target instanceof HTMLElement && target.offsetParent) target.focus({ preventScroll: true });
  };

  const onFocus = (/** @type {FocusEvent} */ event) => {
    const { target } = event;
    if (!(target instanceof HTMLAnchorElement) || !target.matches(":focus-visible")) return;
    const own = target.closest("[data-item]");
    if (own instanceof HTMLElement && own.dataset.item && own.dataset.item !== current) {
      choose(own.dataset.item, event.currentTarget === sheet ? "text" : "panel");
    }
  };

  /** @type {string | null} */
  let near = null;
  const onHover = (/** @type {Event} */ event) => {
    const node = event.target instanceof Element ? event.target.closest("[data-item]") : null;
    const id = event.type !== "pointerleave" && node instanceof HTMLElement ? (node.dataset.item ?? null) : null;
    if (id === near) return;
    if (near) for (const twin of [...all(sheet, near), inPanel(near)]) twin?.classList.remove("near");
    near = id;
    if (near) for (const twin of [...all(sheet, near), inPanel(near)]) twin?.classList.add("near");
  };

  for (const side of [sheet, panel]) {
    side.addEventListener("click", onClick);
    side.addEventListener("focusin", onFocus);
    side.addEventListener("pointerover", onHover);
    side.addEventListener("pointerleave", onHover);
  }

  return {
    choose,

    /** @returns {Item | null} */
    current: () => items.find((item) => item.id === current) ?? null,

    /**
     * Takes the items of another reading. The current item stays if there still is one of that number.
     *
     * @param {Item[]} found
     */
    take(found) {
      items = found;
      if (current !== null && !items.some((item) => item.id === current)) {
        current = null;
        onCurrent(null);
      }
      mark(true);
    },

    /** Shows the current item in an article that has been drawn anew. */
    redrawn() {
      dim();
      mark(true);
    },

    /** @param {(item: Item) => boolean} shows whether an item is shown, stepped to, and marked */
    show(shows) {
      shown = shows;
      dim();
      const item = items.find((item) => item.id === current);
      if (item && !shown(item)) choose(null, "caret");
    },

    /**
     * Makes the next or previous item in the text current.
     *
     * @param {1 | -1} way
     */
    step(way) {
      const stops = items.filter((item) => shown(item) && inPanel(item.id));
      if (stops.length === 0) return;
      const at = stops.findIndex((item) => item.id === current);
      const behind = stops.findIndex((item) => start(item) >= stood);
      const from = at >= 0 ? at + way : way > 0 ? Math.max(behind, 0) : stood < 0 || behind < 0 ? -1 : behind - 1;
      const next = (from + stops.length) % stops.length;
      const id = stops[next]?.id ?? null;
      choose(id, "key");
      if (id) focusIn(id);
    },

    /**
     * The item whose words the caret stands in: the one with the fewest words.
     *
     * @param {number} caret
     */
    at(caret) {
      let best = null;
      let size = Infinity;
      for (const item of items) {
        if (item.kind === "c" || !shown(item)) continue;
        for (const [start, end] of item.line) {
          if (start <= caret && caret <= end && end - start < size) {
            best = item;
            size = end - start;
          }
        }
      }
      return best?.id ?? null;
    },
  };
}
