// What corrections leave on an item: the line that says what was changed, and the line of what was dismissed. The
// buttons say by `data-correct` what they do, and to which item; corrections/desk.js listens.

import { h } from "./dom.js";

/**
 * @param {string} act
 * @param {string} id of the item, "n" and its place for a name
 * @param {string} words
 * @param {string} label where the words alone do not say to what
 */
function button(act, id, words, label) {
  return h("button", { type: "button", class: "link", "data-correct": act, "data-of": id, "aria-label": label }, words);
}

/**
 * "Source changed by you. Undo"; nothing where nothing was.
 *
 * @param {string} edited
 * @param {string} id
 * @param {string} name of the item
 */
export function drawEdited(edited, id, name) {
  return edited === "" ? null : h("p", { class: "edited" }, `${edited}. `, button("undo", id, "Undo", `Undo the changes of ${name}`));
}

/**
 * The button beside a source that is a guess.
 *
 * @param {string} id
 * @param {string} tag
 */
export function drawChange(id, tag) {
  return button("source", id, "Change", `Change the source of ${tag}`);
}

/**
 * "Q2 We will now consider … Dismissed. Put back"
 *
 * @param {string} id
 * @param {string} tag
 * @param {string} words of the item
 */
export function drawGone(id, tag, words) {
  const name = tag || words;
  return [
    tag ? h("b", {}, tag) : null,
    h("span", { class: "piece", dir: "auto" }, words),
    " Dismissed. ",
    button("back", id, "Put back", `Put back ${name}`),
    " ",
    button("delete", id, "Delete", `Delete ${name} for good`),
  ];
}
