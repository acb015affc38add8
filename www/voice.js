// What the page says: one polite status for the ear, one note for the eye.

import { byId, h } from "./render/dom.js";

/** How long nobody types before the page speaks, in milliseconds. */
const PAUSE = 1000;

const status = byId("status", HTMLElement);
const notice = byId("notice", HTMLElement);
const toast = byId("toast", HTMLElement);

/** How long a message is shown, in milliseconds. */
const SHOWN = 4000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading;

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

/**
 * Says that something has been done, and shows it for a while.
 *
 * @param {string} words
 */
export function say(words) {
  clearTimeout(timer);
  status.textContent = words;
  toast.textContent = words;
  toast.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => {
    toast.hidden = true;
  }, SHOWN);
}

/**
 * Says something for the ear alone: what the eye has is beside what it is about.
 *
 * @param {string} words
 */
export function tell(words) {
  clearTimeout(timer);
  status.textContent = words;
}

/** Takes the note away. */
export function calm() {
  notice.hidden = true;
}
