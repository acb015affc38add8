// Facts → the box: one list a kind, for readers of a story. Items whose content did not change keep their nodes.

import { said } from "../facts/ratings.js";
import { h, keyed, svg, write } from "../render/dom.js";
import { count } from "../words.js";

/** @import { Facts } from "../facts.js" */
/** @import { RatingFact } from "../facts/ratings.js" */
/** @import { QuoteFact, SourceFact } from "../facts/quotes.js" */
/** @import { FigureFact } from "../facts/figures.js" */
/** @import { DateFact } from "../facts/dates.js" */

/** @typedef {"ratings" | "quotes" | "figures" | "dates"} Part */

/**
 * What a box can show, in its order.
 *
 * @type {Part[]}
 */
export const parts = ["ratings", "figures", "quotes", "dates"];

/** Most of each that a box in a story shows; the full box shows all. */
const MOST = { ratings: 3, figures: 5, quotes: 3, dates: 5 };

/** The box inside a shadow root. */
export class Box {
  /** All of it, to be put into the page. */
  frame;
  #heading = h("h2", { part: "heading" });
  #note = h("p", { class: "note", part: "note", role: "status", hidden: true });
  #footer = h("footer", { part: "footer" }, "From the article, read by machine");
  /** @type {Record<Part, { node: HTMLElement, more: HTMLElement, draw: (list: any[]) => void }>} */
  #lists = {
    ratings: list("ratings", "", drawRating),
    figures: list("figures", "Figures", drawFigure),
    quotes: list("quotes", "Quoted", drawSource),
    dates: list("dates", "Dates", drawDate),
  };
  #cols = h("div", { class: "cols" }, ...parts.map((part) => this.#lists[part].node));

  constructor() {
    const box = h("section", { class: "box", part: "box", "aria-label": "Fact box" }, this.#heading, this.#note, this.#cols, this.#footer);
    this.frame = h("div", { class: "frame", hidden: true }, box);
  }

  /**
   * @param {Facts} facts
   * @param {{ show: ReadonlySet<Part>, full: boolean, heading: string }} wishes
   */
  draw(facts, { show, full, heading }) {
    const all = {
      ratings: facts.ratings,
      figures: facts.figures,
      quotes: facts.sources.filter(({ share }) => full || share !== null).map((source) => ({ ...source, full })),
      dates: facts.dates.filter(({ when }) => full || when !== ""),
    };
    let shown = 0;
    for (const part of parts) {
      const wanted = show.has(part) ? all[part] : [];
      const kept = full ? wanted : wanted.slice(0, MOST[part]);
      const { node, more, draw } = this.#lists[part];
      draw(kept);
      node.hidden = kept.length === 0;
      more.hidden = kept.length === wanted.length;
      write(more, `and ${count(wanted.length - kept.length, "more", "more")}`);
      shown += kept.length;
    }
    write(this.#heading, heading);
    this.#cols.hidden = shown === 0;
    this.#footer.hidden = shown === 0;
    this.#say(shown === 0 ? "No facts found." : "");
    this.frame.hidden = shown === 0 && !full;
  }

  /**
   * Shows what went wrong in the place of the facts.
   *
   * @param {string} why
   */
  fail(why) {
    write(this.#heading, "Fact box");
    this.#cols.hidden = true;
    this.#footer.hidden = true;
    this.#say(why);
    this.frame.hidden = false;
  }

  hide() {
    this.frame.hidden = true;
  }

  /**
   * Marks an item as the current one.
   *
   * @param {string | null} id
   */
  point(id) {
    for (const node of this.#cols.querySelectorAll("[data-items]")) {
      const is = id !== null && ids(node).includes(id);
      if (is !== node.hasAttribute("aria-current")) is ? node.setAttribute("aria-current", "true") : node.removeAttribute("aria-current");
    }
  }

  /** @param {string} words */
  #say(words) {
    write(this.#note, words);
    this.#note.hidden = words === "";
  }
}

/**
 * The items that a node of the box stands for.
 *
 * @param {Element} node
 */
export function ids(node) {
  return (node.getAttribute("data-items") ?? "").split(" ");
}

/**
 * @template T
 * @param {Part} part
 * @param {string} heading
 * @param {(data: T) => Node} build
 */
function list(part, heading, build) {
  const items = h("ol", {});
  const more = h("p", { class: "meta more", hidden: true });
  const node = h("section", { class: `list ${part}`, part: `list ${part}`, hidden: true }, heading && h("h3", {}, heading), items, more);
  return { node, more, draw: keyed(items, build) };
}

/**
 * An item that can be chosen.
 *
 * @param {string} kind
 * @param {string} items ids
 * @param {import("../render/dom.js").Child[]} children
 */
function row(kind, items, ...children) {
  return h("li", { class: `${kind} item`, part: `item ${kind.split(" ", 1)}`, "data-items": items }, ...children);
}

/** @param {import("../render/dom.js").Child[]} children */
function button(...children) {
  return h("button", { type: "button", dir: "auto" }, ...children);
}

/** @param {RatingFact} fact */
function drawRating({ id, before, subject, grade, beside, meta, scales, also }) {
  const named = scales.flatMap(({ rows }) => rows).filter(({ name }) => name !== null);
  return row(
    "rating",
    id,
    button([before, subject].filter(Boolean).join(" ")),
    grade && h("p", { class: "grade", part: "grade", dir: "auto" }, grade, beside && " ", beside && h("small", {}, beside)),
    grade && drawScale(scales[0]),
    meta && h("p", { class: "meta" }, meta),
    ...[...named.map(({ words }) => words), ...also].map((words) => h("p", { class: "meta", dir: "auto" }, words)),
  );
}

/** Height of the rail, and of the labels below it. */
const RAIL = 12;
const LABELS = 38;

/**
 * A grade's place between the ends of its scale: worst left, best right.
 *
 * @param {RatingFact["scales"][number] | undefined} scale
 */
function drawScale(scale) {
  const [first] = scale?.rows ?? [];
  if (!scale || !first || first.now === null || scale.labels.length < 2) return null;
  const { labels, outside } = scale;
  const { now, was, status } = first;
  const last = labels.length - 1;
  const x = (/** @type {number} */ at) => `${Math.round((at * 1000) / last) / 10}%`;
  const words = `${said[status]} ${labels[now]}${was === null ? (outside ? `, before ${outside}` : "") : `, before ${labels[was]}`}, from ${labels[0]}, lowest, to ${labels[last]}, highest`;
  const line = { x1: 0, x2: "100%", y1: RAIL, y2: RAIL };
  const drawing = svg("svg", { class: "scale", part: "scale", role: "img", "aria-label": words }, svg("line", { class: "rail", ...line }));
  if (labels.length <= 11) {
    for (const at of labels.keys()) drawing.append(svg("line", { class: "tick", x1: x(at), x2: x(at), y1: RAIL - 4, y2: RAIL + 4 }));
  }
  if (was !== null && was !== now) {
    const way = now > was ? 1 : -1;
    const [gap, tip] = [`M${way * -14} -3h${way * 8}v6h${way * -8}z`, `M${way * -19} -6v12l${way * 8}-6z`];
    drawing.append(
      svg("line", { class: "run", ...line, x1: x(was), x2: x(now) }),
      svg("svg", { x: x(now), y: RAIL }, svg("path", { class: "gap", d: gap }), svg("path", { class: "dot", d: tip })),
      svg("circle", { class: "was", cx: x(was), cy: RAIL, r: 6 }),
    );
  }
  const shape = status === "current" ? { class: "dot", r: 9 } : { class: status === "previous" ? "was" : "was hoped", r: 8 };
  const label = (/** @type {number} */ at, /** @type {Record<string, string | number>} */ place) =>
    svg("text", { class: at === now ? "is" : null, y: LABELS, ...place }, labels[at]);
  drawing.append(
    svg("circle", { ...shape, cx: x(now), cy: RAIL }),
    label(0, { x: -9 }),
    label(last, { x: "100%", dx: 9, "text-anchor": "end" }),
  );
  return drawing;
}

/** @param {FigureFact} fact */
function drawFigure({ id, modifier, text, of, notes, change }) {
  const small = [notes, change].filter(Boolean).map((words) => h("small", {}, words));
  const value = h("span", { part: "value" }, modifier && h("small", {}, modifier, " "), button(text));
  return row("figure pair", id, value, h("span", { dir: "auto" }, of, of && small.length > 0 && " ", ...small));
}

/** @param {SourceFact & { full: boolean }} fact */
function drawSource({ name, role, quotes, full }) {
  const about = role ? h("span", { class: "meta", dir: "auto" }, role) : null;
  if (!full) return row("source", quotes.map(({ id }) => id).join(" "), button(name), about && " ", about);
  return h("li", { class: "source", part: "source" }, h("b", { dir: "auto" }, name), about && " ", about, h("ol", {}, ...quotes.map(drawQuote)));
}

/** @param {QuoteFact} fact */
function drawQuote({ id, runs }) {
  const words = runs.map(({ text, quoted }) => (quoted ? h("q", {}, text.trimStart()) : text));
  const spaced = words.flatMap((word, nth) => (/^\s/.test(runs[nth]?.text ?? "") && typeof word !== "string" ? [" ", word] : [word]));
  return row("said", id, button(...spaced));
}

/** @param {DateFact} fact */
function drawDate({ id, when, what, about }) {
  return row("date pair", id, h("span", { part: "value" }, button(when || "no date")), h("span", { dir: "auto" }, what, about && " ", about && h("small", {}, about)));
}
