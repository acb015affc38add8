// Marks in the host's own text by the CSS Custom Highlight API: the browser draws them over ranges, no element is added.
//
// Every element of a page shares the seven highlights of its document. The host's text may stand in another document,
// such as an editor's frame: then that document's highlights and style sheets are used.

import { marks } from "./style.js";

/** @import { Item } from "../facts.js" */
/** @import { HostText } from "./read.js" */

/** @typedef {keyof typeof names} Name */

/** Later ones lie above. */
const names = {
  d: "factbox-date",
  f: "factbox-figure",
  q: "factbox-quote",
  qw: "factbox-quoted",
  r: "factbox-rating",
  g: "factbox-grade",
  here: "factbox-here",
};

/** Documents and shadow roots that have the marks' style sheet. @type {WeakSet<Document | ShadowRoot>} */
const styled = new WeakSet();

/** The marks that one element has put into a page. */
export class Marks {
  /** @type {[Highlight, Range][]} */
  #drawn = [];

  /**
   * Puts these marks in the place of those before, in one go, so that nothing flashes.
   *
   * @param {Element} root where the text stands
   * @param {HostText} host
   * @param {Item[]} items to be marked
   * @param {Item | undefined} current
   */
  draw(root, host, items, current) {
    this.clear();
    const view = /** @type {(Window & typeof globalThis) | null} */ (root.ownerDocument.defaultView);
    if (!view?.CSS?.highlights) return; // an older browser: the list still works
    adopt(root, view);
    const add = (/** @type {Name} */ name, /** @type {Item["line"]} */ spans) => {
      const highlight = shared(view, name);
      for (const span of spans) {
        const range = host.range(span);
        if (!range) continue;
        highlight.add(range);
        this.#drawn.push([highlight, range]);
      }
    };
    for (const { kind, line, wash } of items) {
      if (kind === "c") continue;
      add(kind, line);
      if (kind === "q") add("qw", wash);
      if (kind === "r") add("g", wash);
    }
    if (current) add("here", current.line);
  }

  clear() {
    for (const [highlight, range] of this.#drawn) highlight.delete(range);
    this.#drawn = [];
  }
}

/**
 * The document's highlight of a name; another copy of this file may have made it.
 *
 * @param {Window & typeof globalThis} view
 * @param {Name} name
 */
function shared(view, name) {
  let highlight = view.CSS.highlights.get(names[name]);
  if (!highlight) {
    highlight = new view.Highlight();
    highlight.priority = Object.keys(names).indexOf(name);
    view.CSS.highlights.set(names[name], highlight);
  }
  return highlight;
}

/**
 * @param {Element} root
 * @param {Window & typeof globalThis} view
 */
function adopt(root, view) {
  const tree = root.getRootNode();
  if (!("adoptedStyleSheets" in tree)) return;
  const home = /** @type {Document | ShadowRoot} */ (tree);
  if (styled.has(home)) return;
  styled.add(home);
  const sheet = new view.CSSStyleSheet(); // a sheet belongs to one document
  sheet.replaceSync(marks);
  home.adoptedStyleSheets.push(sheet);
}

/**
 * The place in a text that somebody has pointed at; -1 where there is none.
 *
 * @param {MouseEvent} event
 * @param {Element} root
 * @param {HostText} host
 */
export function placeAt(event, root, host) {
  const document = /** @type {Document & { caretRangeFromPoint?: (x: number, y: number) => Range | null }} */ (root.ownerDocument);
  if (typeof document.caretPositionFromPoint === "function") {
    const tree = root.getRootNode();
    const shadowRoots = "host" in tree ? [/** @type {ShadowRoot} */ (tree)] : [];
    const found = document.caretPositionFromPoint(event.clientX, event.clientY, { shadowRoots });
    return found ? host.at(found.offsetNode, found.offset) : -1;
  }
  const range = document.caretRangeFromPoint?.(event.clientX, event.clientY);
  return range ? host.at(range.startContainer, range.startOffset) : -1;
}
