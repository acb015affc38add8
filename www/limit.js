// How long an article may be.

/** Longest article that is read on a page or by the package, in bytes of UTF-8; the command line takes longer ones. */
export const LIMIT = 5_000_000;

/**
 * Size of a text in UTF-8; for a text that is surely short enough, an upper bound.
 *
 * @param {string} text
 */
export function bytes(text) {
  return text.length * 3 <= LIMIT ? text.length * 3 : new TextEncoder().encode(text).length;
}

/**
 * A size for people, rounded up so that what is over the limit reads as over it: "5.1 MB", "12 MB".
 *
 * @param {number} size in bytes
 */
export function megabytes(size) {
  return `${Math.ceil(size / 1e5) / 10} MB`;
}
