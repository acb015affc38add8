// Keeps the article in the tab where the reader has asked for it, so that a reload or a crash loses nothing: under one
// name in the browser's storage for the tab. That something stands there is the choice itself. Nothing does unless it was
// made, and it is deleted at once when it is taken back.

import { accept } from "./corrections/accept.js";
import { complain, say } from "./voice.js";

/** @import { State } from "./corrections/history.js" */

/**
 * @typedef {object} Kept
 * @property {string} text
 * @property {string} html what the text was read from; "" where it was none, or somebody has written in it since
 * @property {number | null} caret where somebody was writing
 * @property {string} shown the reader's choices, as a link has them
 * @property {string} link what stood behind the `#` then
 * @property {State} corrections
 */

/** Sites under other paths of the same host have the same storage. */
const NAME = `factbox ${new URL("./", location.href).pathname}`;

/** How long nothing changes before it is kept, in milliseconds. */
const PAUSE = 300;

/** How long a change waits at most where one follows another, in milliseconds. */
const LONGEST = 1000;

/** @param {() => Kept} now what there is to keep */
export function keep(now) {
  let on = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** When the first change was made that waits. */
  let since = 0;

  const forget = () => {
    on = false;
    clearTimeout(timer);
    timer = undefined;
    storage()?.removeItem(NAME);
  };

  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const all = now();
    // Where there is no room for the HTML as well, the text alone comes back.
    if (put(all) || (all.html !== "" && put({ ...all, html: "" }))) return true;
    const there = storage() !== null;
    forget(); // else an older text would come back
    const advice = "It is gone after a reload. All else works as before.";
    complain(there ? "This article is too long to be kept in this tab." : "The browser keeps nothing for this page.", advice);
    return false;
  };

  const soon = () => {
    if (!on) return;
    const time = performance.now();
    if (timer === undefined) since = time;
    clearTimeout(timer);
    timer = setTimeout(write, Math.min(PAUSE, since + LONGEST - time));
  };
  addEventListener("pagehide", () => {
    if (on) write();
  });
  document.addEventListener("visibilitychange", () => {
    if (on && timer !== undefined) write();
  });

  return {
    /** After anything has changed. */
    soon,

    is: () => on,

    /** @param {boolean} wanted */
    turn(wanted) {
      if (!wanted) {
        forget();
        return say("Nothing of this article is kept");
      }
      on = true;
      if (write()) say("This article is kept in this tab");
    },

    /**
     * What was kept before the page was loaded; from now on it is kept further.
     *
     * @returns {Kept | null}
     */
    take() {
      const json = storage()?.getItem(NAME) ?? null;
      if (json === null) return null;
      try {
        const kept = checked(JSON.parse(json));
        on = true;
        return kept;
      } catch {
        forget(); // not from here
        return null;
      }
    },
  };
}

/** The storage, or null where the browser forbids it. */
function storage() {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/**
 * @param {Kept} kept
 * @returns {boolean} whether there was room
 */
function put(kept) {
  try {
    storage()?.setItem(NAME, JSON.stringify(kept));
    return storage() !== null;
  } catch {
    return false;
  }
}

/**
 * What was kept, each field checked: other pages of the host can write there too.
 *
 * @param {any} given
 * @returns {Kept}
 */
function checked({ text, html, caret, shown, link, corrections: { own, sender, original } }) {
  const strings = [text, html, shown, link].every((part) => typeof part === "string");
  if (!strings || !(caret === null || Number.isSafeInteger(caret))) throw new TypeError("not what is kept here");
  return { text, html, caret, shown, link, corrections: { own: accept(own), sender: accept(sender), original: original === true } };
}
