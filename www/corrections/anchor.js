// Where a correction stands in an article that goes on being written: its words, what stands round them, and, only as
// a hint, where they stood. The fields are those of the W3C TextQuoteSelector.

/** @import { Span } from "../report.d.ts" */

/**
 * @typedef {object} Anchor
 * @property {string} exact the words
 * @property {string} prefix what stands before them
 * @property {string} suffix what stands after them
 * @property {number} at where they stood, in UTF-16 units
 */

/** Letters on either side. */
export const CONTEXT = 32;

/** So many letters of one side, or so many of the words themselves, say where the words are. */
const ENOUGH = 8;
const TELLING = 24;

/** Most places with the same words that are looked at. */
const MOST = 1000;

/**
 * @param {string} text
 * @param {Span} span
 * @param {number} [most] of the words' letters: an item is known by how it begins
 * @returns {Anchor}
 */
export function anchor(text, [start, end], most = end - start) {
  const stop = Math.min(end, start + most);
  return {
    exact: text.slice(start, stop),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(stop, stop + CONTEXT),
    at: start,
  };
}

/**
 * Where the words stand now; null where they are gone. Words that stand elsewhere too are told apart by what stands
 * round them: the same word in another sentence is not the one that was meant.
 *
 * @param {string} text
 * @param {Anchor} anchor
 * @returns {Span | null}
 */
export function locate(text, { exact, prefix, suffix, at }) {
  if (exact === "") return null;
  const span = (/** @type {number} */ start) => /** @type {Span} */ ([start, start + exact.length]);
  const whole = prefix + exact + suffix;
  if (at >= prefix.length && text.startsWith(whole, at - prefix.length)) return span(at);
  const first = text.indexOf(exact);
  const alone = first >= 0 && text.indexOf(exact, first + 1) < 0;
  if (alone && exact.length >= TELLING) return span(first);
  let best = -1;
  let most = 0;
  for (let found = first, n = 0; found >= 0 && n < MOST; found = text.indexOf(exact, found + 1), n += 1) {
    const before = sameEnd(text, found, prefix);
    const after = sameStart(text, found + exact.length, suffix);
    const fits = tells(before, prefix, found) || tells(after, suffix, text.length - found - exact.length);
    const score = before + after;
    const nearer = score === most && Math.abs(found - at) < Math.abs(best - at);
    if (fits && (best < 0 || score > most || nearer)) {
      best = found;
      most = score;
    }
  }
  return best < 0 ? null : span(best);
}

/**
 * Whether one side says where the words are: enough of it is as it was, or all of it, up to the article's own end.
 *
 * @param {number} same letters
 * @param {string} side
 * @param {number} room letters of the article on that side
 */
function tells(same, side, room) {
  return same >= ENOUGH || (side.length < ENOUGH && same === side.length && room === same);
}

/**
 * @param {string} text
 * @param {number} to
 * @param {string} end
 */
function sameEnd(text, to, end) {
  let same = 0;
  while (same < end.length && same < to && text.charAt(to - 1 - same) === end.charAt(end.length - 1 - same)) same += 1;
  return same;
}

/**
 * @param {string} text
 * @param {number} from
 * @param {string} start
 */
function sameStart(text, from, start) {
  let same = 0;
  while (same < start.length && from + same < text.length && text.charAt(from + same) === start.charAt(same)) same += 1;
  return same;
}
