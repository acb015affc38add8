// <fact-box>: shows the facts of the text beside it. This file only holds the class; define.js makes it an element.
//
// One direction: the host's text → report → facts → box and marks. The host's own nodes are never changed.

import { html } from "./export/html.js";
import { facts as group } from "./facts.js";
import { load } from "./factbox.js";
import { Box, ids, parts } from "./element/box.js";
import { Marks, placeAt } from "./element/highlight.js";
import { readHost } from "./element/read.js";
import { look } from "./element/style.js";
import { h } from "./render/dom.js";

/** @import { Report } from "./report.d.ts" */
/** @import { Facts, Item, Kind, Scale } from "./facts.js" */
/** @import { Part } from "./element/box.js" */
/** @import { HostText } from "./element/read.js" */

/** @typedef {Report & { text: string }} BoxReport a report with the text that its spans point into */

/** @typedef {"rating" | "quote" | "figure" | "date"} FactKind */

/**
 * @typedef {object} FactSelection
 * @property {string} id of the fact: "q7"
 * @property {FactKind} kind
 * @property {string} title what it is, in a few words
 * @property {string} note more about it, or ""
 * @property {[number, number][]} spans all that it rests on, in the report's text
 * @property {string} text the words of the spans
 */

/** @type {Partial<Record<Kind, Part>>} */
const partOf = { r: "ratings", q: "quotes", f: "figures", d: "dates" };

/** @type {Partial<Record<Kind, FactKind>>} */
const kindOf = { r: "rating", q: "quote", f: "figure", d: "date" };

/** A reading that took longer than this many milliseconds waits for a pause of some times its own length. */
const QUICK = 8;
const PAUSE = 4;

/** Where there is no DOM, such as on a server, the class can still be imported. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/**
 * Facts of an article beside its text: ratings, figures, quotes and dates.
 *
 * It reads its own children, or the element that `for` names, or its property `text`, and follows what changes there.
 * The text stays as it is; words are marked with the CSS Custom Highlight API. In a form it submits the report as JSON
 * under its `name`.
 *
 * @element fact-box
 *
 * @attr {string} for - Id of the element whose text is read: any element, a textarea or an input.
 * @attr {string} show - What is shown: some of `ratings`, `quotes`, `figures`, `dates`, with blanks between. All, if left out.
 * @attr {boolean} highlight - Marks the facts in the text; a click on marked words selects their fact.
 * @attr {boolean} full - Shows everything, with the words of each quote. Without it: at most three ratings and names, five figures and dates.
 * @attr {string} heading - Heading of the box. "At a glance", if left out.
 * @attr {string} name - Name of the report in the form's data.
 *
 * @slot - The article, where the box holds it. It is shown as it is, also where no script runs.
 *
 * @fires {CustomEvent<{ report: BoxReport }>} factbox-report - A text has been read. Bubbles.
 * @fires {CustomEvent<FactSelection>} factbox-select - Somebody has chosen a fact, in the box or in the text. Bubbles. Cancel it to keep the text from being scrolled.
 * @fires {CustomEvent<{ code: string, message: string }>} factbox-error - The text cannot be read. `code` is "policy" (WebAssembly is blocked), "missing" (a file cannot be loaded), "damaged", "source" (`for` names nothing), "limit" (over 5 MB) or "text" (this text broke the engine). Bubbles. Cancel it to keep the box from saying so.
 *
 * @csspart box - The whole box.
 * @csspart heading - Its heading.
 * @csspart list - Each list; with `ratings`, `figures`, `quotes` or `dates` as a second part name.
 * @csspart item - Each fact; with `rating`, `figure`, `source`, `said` or `date` as a second part name.
 * @csspart grade - The grade of a rating.
 * @csspart scale - The drawn scale.
 * @csspart value - The figure or the date itself.
 * @csspart note - What is said where there are no facts.
 * @csspart footer - The last line.
 *
 * @cssprop --factbox-ink - Text, the rule above, focus.
 * @cssprop --factbox-ink-2 - Second voice: roles, labels.
 * @cssprop --factbox-ground - Ground of the box.
 * @cssprop --factbox-rule - Hairlines.
 * @cssprop --factbox-edge - Ticks of a scale.
 * @cssprop --factbox-rating - Ratings, in the box and in the text.
 * @cssprop --factbox-quote - Lines under quotes in the text.
 * @cssprop --factbox-figure - Lines under figures in the text.
 * @cssprop --factbox-date - Lines under dates in the text.
 * @cssprop --factbox-rating-wash - Ground of a grade's words in the text.
 * @cssprop --factbox-quote-wash - Ground of quoted words in the text.
 * @cssprop --factbox-here - Ground of the current words.
 * @cssprop --factbox-check - Bar beside a note.
 * @cssprop --factbox-sans - Family of what Factbox says.
 * @cssprop --factbox-serif - Family of what the article says.
 */
export class FactBoxElement extends Base {
  static formAssociated = true;
  static observedAttributes = ["for", "show", "highlight", "full", "heading"];

  #internals = this.attachInternals();
  #box = new Box();
  #marks = new Marks();
  #observer = new MutationObserver(() => this.refresh());
  /** Where the text is read from, while the box is on a page. @type {Element | null} */
  #bound = null;
  /** @type {Element | null} */
  #source = null;
  /** @type {string | null} */
  #text = null;
  /** @type {BoxReport | null} */
  #report = null;
  /** @type {Facts | null} */
  #facts = null;
  /** @type {ReadonlyMap<string, Scale>} */
  #scales = new Map();
  /** @type {HostText | null} */
  #host = null;
  /** @type {string | null} */
  #current = null;
  #cost = 0;
  #waiting = false;
  /** @type {Promise<BoxReport | null>} */
  #ready = Promise.resolve(null);
  /** @type {(report: BoxReport | null) => void} */
  #settle = () => {};
  #settled = true;

  constructor() {
    super();
    this.#renew();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [look()];
    root.append(h("slot", {}), this.#box.frame);
    root.addEventListener("click", (event) => this.#chosen(event));
  }

  /**
   * A text to read in the place of what stands on the page; null for the page's.
   *
   * @type {string | null}
   */
  get text() {
    return this.#text;
  }

  set text(text) {
    if (text !== null && typeof text !== "string") throw new TypeError(`fact-box expects its text as a string, got ${typeof text}`);
    this.#text = text;
    this.#bind();
  }

  /**
   * The element whose text is read: the one set here, else the one that `for` names, else the box itself. It may stand
   * in another document of the same origin, such as an editor's frame.
   *
   * @type {Element | null}
   */
  get source() {
    if (this.#source) return this.#source;
    const id = this.getAttribute("for");
    if (id === null) return this;
    const tree = this.getRootNode();
    return ("getElementById" in tree && /** @type {Document | ShadowRoot} */ (tree).getElementById(id)) || this.ownerDocument.getElementById(id);
  }

  set source(element) {
    this.#source = element;
    this.#bind();
  }

  /**
   * What was found, or null before the first reading. Spans count UTF-16 units of its `text`.
   *
   * @type {BoxReport | null}
   */
  get report() {
    return this.#report;
  }

  /**
   * Settled when the text as it is now has been read and is shown; null where it could not be read.
   *
   * @type {Promise<BoxReport | null>}
   */
  get ready() {
    return this.#ready;
  }

  /**
   * The report as JSON: what a form submits.
   *
   * @type {string}
   */
  get value() {
    return this.#report ? JSON.stringify(this.#report) : "";
  }

  /**
   * @type {HTMLFormElement | null}
   */
  get form() {
    return this.#internals.form;
  }

  /** @type {string} */
  get name() {
    return this.getAttribute("name") ?? "";
  }

  set name(name) {
    this.setAttribute("name", name);
  }

  /** @type {string} */
  get show() {
    return this.getAttribute("show") ?? "";
  }

  set show(show) {
    this.setAttribute("show", show);
  }

  /** @type {boolean} */
  get highlight() {
    return this.hasAttribute("highlight");
  }

  set highlight(highlight) {
    this.toggleAttribute("highlight", Boolean(highlight));
  }

  /** @type {boolean} */
  get full() {
    return this.hasAttribute("full");
  }

  set full(full) {
    this.toggleAttribute("full", Boolean(full));
  }

  /** @type {string} */
  get heading() {
    return this.getAttribute("heading") ?? "At a glance";
  }

  set heading(heading) {
    this.setAttribute("heading", heading);
  }

  /** @type {string} */
  get htmlFor() {
    return this.getAttribute("for") ?? "";
  }

  set htmlFor(id) {
    this.setAttribute("for", id);
  }

  /** Reads the text again: for a text area that a script has changed, which no event tells of. */
  refresh() {
    if (this.#settled) this.#renew();
    if (this.#waiting) return;
    this.#waiting = true;
    const go = () => {
      this.#waiting = false;
      this.#read();
    };
    // A page in the background has no frames.
    if (this.#cost < QUICK && !this.ownerDocument.hidden) requestAnimationFrame(go);
    else setTimeout(go, this.#cost * PAUSE);
  }

  /**
   * Makes a fact the current one: in yellow in the box and in the text.
   *
   * @param {string | null} id of an item ("q7"), or null for none
   */
  select(id) {
    this.#current = this.#facts?.items.some((item) => item.id === id) ? id : null;
    this.#box.point(this.#current);
    this.#mark();
  }

  /**
   * What the box shows as a static figure of plain elements, which content management systems keep; "" where it shows
   * nothing.
   *
   * @returns {string}
   */
  toHTML() {
    const items = this.#shown();
    if (!this.#report || !this.#facts || items.length === 0) return "";
    return html({ text: this.#report.text, report: this.#report, facts: this.#facts, items, scales: this.#scales });
  }

  /** @ignore */
  connectedCallback() {
    // What a script has set before the element was defined hides the accessors of the class.
    for (const name of ["text", "source", "show", "highlight", "full", "heading", "name", "htmlFor"]) {
      const set = Object.getOwnPropertyDescriptor(this, name);
      if (!set) continue;
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, set.value);
    }
    this.#bind();
  }

  /** @ignore */
  disconnectedCallback() {
    this.#unbind();
  }

  /**
   * @ignore
   * @param {string} name
   */
  attributeChangedCallback(name) {
    if (name === "for") this.#bind();
    else this.#draw();
  }

  /** @ignore */
  formAssociatedCallback() {
    this.#submit();
  }

  /** Looks anew for the text that is to be read. */
  #bind() {
    this.#unbind();
    if (this.isConnected) this.refresh();
  }

  #unbind() {
    this.#observer.disconnect();
    this.#bound?.removeEventListener("input", this.#typed);
    this.#bound?.removeEventListener("click", this.#pointed);
    this.#bound = null;
    this.#marks.clear();
  }

  /**
   * Follows what changes in the element that is read; where there is none yet, waits for it.
   *
   * @param {Element | null} source
   */
  #follow(source) {
    this.#unbind();
    this.#bound = source;
    source?.addEventListener("click", this.#pointed);
    if (!source) this.#observer.observe(this.getRootNode(), { childList: true, subtree: true, attributeFilter: ["id"] });
    else if (isField(source)) source.addEventListener("input", this.#typed);
    else this.#observer.observe(source, { childList: true, characterData: true, subtree: true });
  }

  #typed = () => this.refresh();

  /** @param {Event} event */
  #pointed = (event) => this.#find(/** @type {MouseEvent} */ (event));

  async #read() {
    try {
      const { extract, scales } = await load();
      if (!this.isConnected) return;
      const start = performance.now();
      const text = this.#take();
      const fresh = text !== this.#report?.text;
      if (fresh) {
        const report = { ...extract(text), text };
        this.#scales = new Map(scales().map((scale) => [scale.id, scale]));
        this.#facts = group(text, report, this.#scales);
        this.#report = report;
        this.#current = null;
        this.#submit();
      }
      this.#draw();
      this.#cost = performance.now() - start;
      this.#done();
      if (fresh) this.#tell("factbox-report", { report: this.#report });
    } catch (error) {
      this.#fail(error);
      this.#done();
    }
  }

  #renew() {
    this.#settled = false;
    this.#ready = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  #done() {
    this.#settle(this.#report);
    this.#settled = true;
  }

  /** The text as it is now; remembers where its letters stand. */
  #take() {
    this.#host = null;
    if (this.#text !== null) return this.#text;
    const { source } = this;
    if (source !== this.#bound || !source) this.#follow(source);
    if (!source) throw Object.assign(new Error(`There is no element with the id “${this.htmlFor}” on this page.`), { code: "source" });
    this.#host = readHost(source);
    return this.#host.text;
  }

  #draw() {
    if (!this.#facts) return;
    this.#box.draw(this.#facts, { show: this.#wanted(), full: this.full, heading: this.heading });
    this.#box.point(this.#current);
    this.#mark();
  }

  #mark() {
    const items = this.#shown();
    const current = items.find(({ id }) => id === this.#current);
    if (this.#bound && this.#host) this.#marks.draw(this.#bound, this.#host, this.highlight ? items : [], current);
    else this.#marks.clear();
  }

  /** Kinds that `show` names; all of them where it names none. */
  #wanted() {
    const named = this.show.toLowerCase().split(/[\s,]+/);
    const kept = parts.filter((part) => named.includes(part));
    return new Set(kept.length > 0 ? kept : parts);
  }

  /** @returns {Item[]} */
  #shown() {
    const wanted = this.#wanted();
    return (this.#facts?.items ?? []).filter(({ kind }) => {
      const part = partOf[kind];
      return part !== undefined && wanted.has(part);
    });
  }

  #submit() {
    if (this.#internals.form) this.#internals.setFormValue(this.value || null);
  }

  /** @param {Event} event a click in the box */
  #chosen(event) {
    const node = event.target instanceof Element && event.target.closest("button")?.closest("[data-items]");
    if (!node) return;
    // A name stands for all its quotes: each click goes on to the next.
    const all = ids(node);
    const next = all[(all.indexOf(this.#current ?? "") + 1) % all.length];
    const item = this.#facts?.items.find(({ id }) => id === next);
    if (item && this.#choose(item)) this.#scroll(item);
  }

  /** @param {MouseEvent} event a click in the text */
  #find(event) {
    if (!this.highlight || !this.#host || !this.#bound || event.defaultPrevented) return;
    if (event.composedPath()[0] !== event.target || /** @type {Element} */ (event.target).closest?.("a, button, label, summary")) return;
    const at = placeAt(event, this.#bound, this.#host);
    if (at < 0) return;
    // Where facts lie in each other, the shortest is meant.
    const length = (/** @type {Item} */ { line }) => line.reduce((sum, [start, end]) => sum + end - start, 0);
    const under = this.#shown().filter(({ line }) => line.some(([start, end]) => start <= at && at <= end));
    const [item] = under.sort((a, b) => length(a) - length(b));
    if (item) this.#choose(item);
  }

  /**
   * @param {Item} item
   * @returns {boolean} whether nobody has objected
   */
  #choose({ id, kind, title, note, line }) {
    this.select(id);
    const text = line.map(([start, end]) => this.#report?.text.slice(start, end)).join(" ");
    return this.#tell("factbox-select", { id, kind: kindOf[kind], title, note, spans: line, text });
  }

  /** Brings a fact's words into view. @param {Item} item */
  #scroll({ line: [span] }) {
    if (!span || !this.#bound) return;
    if (isField(this.#bound)) {
      this.#bound.focus();
      this.#bound.setSelectionRange(...span);
      return;
    }
    const place = this.#host?.range(span)?.startContainer.parentElement;
    const still = matchMedia("(prefers-reduced-motion: no-preference)").matches ? "smooth" : "auto";
    place?.scrollIntoView({ block: "nearest", behavior: still });
  }

  /** @param {unknown} error */
  #fail(error) {
    const { message, code } = /** @type {Error & { code?: string }} */ (error);
    this.#report = null;
    this.#facts = null;
    this.#host = null;
    this.#marks.clear();
    this.#submit();
    if (this.#tell("factbox-error", { code: code ?? "text", message })) {
      console.error(error);
      this.#box.fail(message);
    } else this.#box.hide();
  }

  /**
   * @param {string} type
   * @param {object} detail
   */
  #tell(type, detail) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}

/**
 * Whether a text is written in an element; it may be one of another document, so its class says nothing.
 *
 * @param {Element} element
 * @returns {element is HTMLTextAreaElement}
 */
function isField(element) {
  return element.localName === "textarea" || element.localName === "input";
}
