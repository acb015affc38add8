// The files of tests, and how long they take beside each other: the longer a file, the longer its tests.

import { readdirSync, readFileSync, statSync } from "node:fs";

const tests = new URL("../", import.meta.url);

/** @param {string} name */
const weight = (name) => statSync(new URL(name, tests)).size;

/** All files of tests, those first that take longest: a part of the page's tests in another engine is many files. */
export function files() {
  const names = readdirSync(tests).filter((name) => name.endsWith(".test.mjs"));
  const many = (/** @type {string} */ name) => (name.startsWith("in-") ? 1 : 0);
  return names.sort((a, b) => many(b) - many(a) || weight(b) - weight(a));
}

/**
 * The files that test the page in a browser, shared out so that each part takes about as long as the others.
 *
 * @param {number} parts
 * @returns {string[][]}
 */
export function shared(parts) {
  const shares = Array.from({ length: parts }, () => ({ weight: 0, names: /** @type {string[]} */ ([]) }));
  for (const name of files().filter((name) => /^withBrowser\(\);$/m.test(readFileSync(new URL(name, tests), "utf8")))) {
    const lightest = shares.reduce((least, share) => (share.weight < least.weight ? share : least));
    lightest.weight += weight(name);
    lightest.names.push(name);
  }
  return shares.map(({ names }) => names);
}
