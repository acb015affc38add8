// One row each of the smaller parts: figures, dates, people and organisations, checks.

import { h, woven } from "./dom.js";
import { drawEdited, drawGone } from "./edits.js";

/** @import { FigureFact } from "../facts/figures.js" */
/** @import { DateFact } from "../facts/dates.js" */
/** @import { NameGroup } from "../facts/names.js" */
/** @import { CheckFact } from "../facts/checks.js" */

/** @param {FigureFact} fact */
export function drawFigure({ id, modifier, text, of, notes, arrow, change, words, quote, edited, gone }) {
  if (gone) return h("tr", { class: "gone", id }, h("td", { colspan: 3 }, ...drawGone(id, "", text)));
  return h(
    "tr",
    { class: "item", id, "data-item": id },
    h(
      "th",
      { scope: "row", class: "v" },
      modifier ? h("small", {}, modifier, " ") : null,
      h("a", { href: `#t-${id}`, dir: "auto" }, text),
    ),
    h(
      "td",
      { "data-acts": true },
      of ? h("span", { dir: "auto" }, of) : null,
      !of && !notes && !change ? h("span", { class: "unknown" }, "not said of what") : null,
      notes ? h("small", {}, ...woven(notes, words)) : null,
      change ? h("small", { class: arrow }, ...woven(change, words)) : null,
      drawEdited(edited, id, text),
    ),
    h("td", { class: "in" }, quote && tagLink(quote)),
  );
}

/** @param {DateFact & { first: boolean, last: boolean }} fact `first` without a date, `last` with one */
export function drawDate({ id, when, what, about, span, item, first, last, edited, gone }) {
  const classes = ["item", span && "span", !when && "loose", last && "last"].filter(Boolean).join(" ");
  const link = (/** @type {string} */ text) => h("a", { href: `#t-${id}`, dir: "auto" }, text);
  if (gone) return h("li", { class: `${classes} gone`, id }, h("span", { class: "when" }, when), h("span", { class: "dot" }), h("div", { class: "what" }, ...drawGone(id, "", what)));
  const none = first ? "no date" : h("span", { class: "vh" }, "no date");
  return h(
    "li",
    { class: classes, id, "data-item": id },
    h("span", { class: "when" }, when ? link(when) : none),
    h("span", { class: "dot" }),
    h("div", { class: "what", "data-acts": true }, h("span", { dir: "auto" }, when ? what : link(what)), about ? h("small", {}, ...woven(about)) : null, drawEdited(edited, id, when || what)),
    item ? tagLink(item) : h("span", {}),
  );
}

/**
 * @param {NameGroup} group
 * @param {(source: string) => void} show the quotes of one source alone
 */
export function drawNames({ heading, names }, show) {
  const quotes = (/** @type {string} */ source, /** @type {string} */ quoted) => {
    const button = h("button", { type: "button", class: "link", "aria-label": `${quoted} of ${source}, show alone` }, quoted);
    button.addEventListener("click", () => show(source));
    return button;
  };
  const rows = names.map(({ name, role, quoted, source, entity, edited, gone }) => {
    const id = `n${entity}`;
    if (gone) return h("li", { class: "gone", id }, h("span", {}, ...drawGone(id, "", name)));
    return h(
      "li",
      { id },
      h("b", { dir: "auto" }, h("button", { type: "button", "data-correct": "name", "data-of": id, "aria-expanded": "false", "aria-controls": "name-acts" }, name)),
      h("span", { class: "n" }, source === null ? h("span", {}, ...woven(quoted)) : quotes(source, quoted)),
      role ? h("span", { class: "role", dir: "auto" }, role) : null,
      drawEdited(edited, id, name),
    );
  });
  return h("div", {}, h("h3", {}, heading), h("ul", {}, ...rows));
}

/**
 * @param {CheckFact} fact
 * @param {Set<string>} ticked keys of those that the reader has dealt with
 * @param {() => void} changed
 */
export function drawCheck({ id, key, words, others, message, items }, ticked, changed) {
  const box = h("input", { type: "checkbox", id: `${id}-done` });
  const label = h("label", { for: `${id}-done` });
  const at = words ? message.indexOf(words) : -1;
  if (at < 0) label.append(...woven(message, others));
  else label.append(...woven(message.slice(0, at), others), h("em", {}, ...woven(words)), ...woven(message.slice(at + words.length), others));
  const show = () => {
    box.checked = ticked.has(key);
    label.classList.toggle("done", box.checked);
  };
  box.addEventListener("change", () => {
    if (box.checked) ticked.add(key);
    else ticked.delete(key);
    show();
    changed();
  });
  show();
  const links = items.length > 0 ? items.map(tagLink) : [h("a", { href: `#t-${id}` }, "Show")];
  const spaced = links.flatMap((link) => [" ", link]);
  return h("li", { class: "item", id, "data-item": id }, box, h("div", { "data-acts": true }, h("p", {}, label, ...spaced)));
}

/**
 * "4 left"
 *
 * @param {CheckFact[]} checks
 * @param {Set<string>} ticked
 */
export function left(checks, ticked) {
  return `${checks.filter(({ key }) => !ticked.has(key)).length} left`;
}

/** @param {{ id: string, tag: string }} item */
function tagLink({ id, tag }) {
  return h("a", { class: `tag ${id.charAt(0)}`, href: `#${id}` }, tag);
}
