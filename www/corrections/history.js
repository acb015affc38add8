// The corrections of one article, with every state they have been in: undo and redo that know nothing of the text.

/** @import { Signed } from "./apply.js" */
/** @import { Correction } from "./model.js" */

/**
 * @typedef {object} State
 * @property {readonly Correction[]} sender those that came in a link
 * @property {readonly Correction[]} own
 * @property {boolean} original whether the sender's are left out, to see what the machine reads
 */

/** @typedef {{ state: State, words: string }} Step a state, and what led to it */

/** @typedef {{ past: readonly Step[], now: Step, future: readonly Step[] }} History */

/** Most steps that can be undone. */
const MOST = 500;

/**
 * @param {readonly Correction[]} sender
 * @returns {History}
 */
export function begin(sender = []) {
  return { past: [], now: { state: { sender, own: [], original: false }, words: "" }, future: [] };
}

/**
 * @param {History} history
 * @param {Partial<State>} change
 * @param {string} words what is done
 * @returns {History}
 */
export function step({ past, now }, change, words) {
  return { past: [...past, now].slice(-MOST), now: { state: { ...now.state, ...change }, words }, future: [] };
}

/**
 * @param {History} history
 * @returns {{ history: History, words: string } | null} with what is undone; null where there is nothing
 */
export function undo({ past, now, future }) {
  const before = past.at(-1);
  return before ? { history: { past: past.slice(0, -1), now: before, future: [now, ...future] }, words: now.words } : null;
}

/**
 * @param {History} history
 * @returns {{ history: History, words: string } | null} with what is done again
 */
export function redo({ past, now, future }) {
  const [next, ...rest] = future;
  return next ? { history: { past: [...past, now], now: next, future: rest }, words: next.words } : null;
}

/**
 * The corrections that count, the sender's first.
 *
 * @param {History} history
 * @returns {Signed[]}
 */
export function standing({ now: { state } }) {
  const { sender, own, original } = state;
  const theirs = original ? [] : sender.map((correction) => ({ by: /** @type {const} */ ("sender"), correction }));
  return [...theirs, ...own.map((correction) => ({ by: /** @type {const} */ ("you"), correction }))];
}

/**
 * The state without some of the corrections that count.
 *
 * @param {History} history
 * @param {ReadonlySet<number>} out places among {@link standing}
 * @returns {Partial<State>}
 */
export function without(history, out) {
  const { sender, own, original } = history.now.state;
  const theirs = original ? 0 : sender.length;
  return {
    sender: original ? sender : sender.filter((_, nth) => !out.has(nth)),
    own: own.filter((_, nth) => !out.has(theirs + nth)),
  };
}
