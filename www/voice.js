// What the page says: one polite status for the ear, one note for the eye.

import { byId, h } from "./render/dom.js";

/** How long nobody types before the page speaks, in milliseconds. */
const PAUSE = 1000;

const status = byId("status", HTMLElement);
const notice = byId("notice", HTMLElement);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Says something once nobody has typed for a while, unless it is what was said last.
 *
 * @param {() => string} words found when the time has come
 */
export function sayLater(words) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const text = words();
    if (status.textContent !== text) status.textContent = text;
  }, PAUSE);
}

/**
 * Shows a note above the article and says it.
 *
 * @param {string} what in bold
 * @param {string} advice
 */
export function complain(what, advice) {
  clearTimeout(timer);
  notice.firstElementChild?.replaceChildren(h("b", {}, what), " ", advice);
  notice.hidden = false;
  status.textContent = `${what} ${advice}`;
}

/** Takes the note away. */
export function calm() {
  notice.hidden = true;
}
