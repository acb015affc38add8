// Tries links that nobody made: what was put into a link comes out of it, and any other is read or refused as damaged.
//
// `node fuzz/link.mjs 100000 7` tries so many, from that seed; `npm test` tries a few hundred.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { kinds } from "../www/facts.js";
import { Damaged, fragment, read } from "../www/fragment.js";

/** @import { Settings } from "../www/settings.js" */

const pieces = ["v=1", "v=2", "&", "=", "&text=", "text=", "&hide=qf", "&source=", "&order=value", "&order=x", "%", "%F0%9F", "%00", "+", "-_", "A", "AAAA", "é", "#", "💛", "\ud83d", "\0"];
const words = ["“We are here,” ", "said Ann Lee", "\r\n\n", "£5.6m ", "💛", "\ufeff", "\0", "\ud83d", "e\u0301", "a".repeat(300), " ", "שלום"];

/**
 * Tries `rounds` links.
 *
 * @param {number} rounds
 * @param {number} seed
 */
export async function tryLinks(rounds, seed) {
  for (let round = 0; round < rounds; round += 1) {
    const below = generator(seed * 1_000_003 + round);
    const settings = someSettings(below);
    const text = below(3) === 0 ? null : some(words, below, below(60));
    const made = await fragment(settings, text);
    if (made === null) throw new Error(`a short article is refused, round ${round}`);
    const back = await read(made);
    assert.deepEqual(back, { settings, text: text && formed(text), corrections: null }, `round ${round}`);

    const damaged = damage(made, below);
    try {
      const found = await read(damaged);
      const sound = found === null || (found.text === null || typeof found.text === "string") && sane(found.settings);
      assert.ok(sound, `round ${round}: ${JSON.stringify(damaged)} is read as ${JSON.stringify(found)}`);
    } catch (error) {
      if (!(error instanceof Damaged)) throw new Error(`round ${round}: ${JSON.stringify(damaged)}`, { cause: error });
    }
  }
}

/** A text as it is in UTF-8: half a pair of UTF-16 is U+FFFD. @param {string} text */
function formed(text) {
  return Buffer.from(text).toString();
}

/** @param {Settings} settings */
function sane({ hidden, source, order, biggest, all }) {
  const known = [...hidden].every((kind) => kinds.includes(kind));
  return known && (source === null || source.length <= 200) && ["text", "value", "of"].includes(order) && [biggest, all].every((flag) => typeof flag === "boolean");
}

/**
 * @param {(below: number) => number} below
 * @returns {Settings}
 */
function someSettings(below) {
  const source = below(2) === 0 ? null : formed(some(words, below, 1 + below(3)).slice(0, 100));
  return {
    hidden: new Set(kinds.filter(() => below(3) === 0)),
    source,
    order: below(3) === 0 ? "value" : below(2) === 0 ? "of" : "text",
    biggest: below(2) === 0,
    all: below(2) === 0,
  };
}

/**
 * A link with letters changed, cut out, put in or doubled.
 *
 * @param {string} link
 * @param {(below: number) => number} below
 */
function damage(link, below) {
  for (let times = 1 + below(4); times > 0; times -= 1) {
    const at = below(link.length + 1);
    const until = Math.min(link.length, at + below(8));
    const put = [() => "", () => some(pieces, below, 1 + below(3)), () => String.fromCharCode(below(128)), () => link.slice(at, at + below(200))][below(4)];
    link = link.slice(0, at) + (put?.() ?? "") + link.slice(below(2) === 0 ? at : until);
  }
  return link;
}

/**
 * @param {string[]} list
 * @param {(below: number) => number} below
 * @param {number} count
 */
function some(list, below, count) {
  return Array.from({ length: count }, () => list[below(list.length)]).join("");
}

/**
 * Numbers that look random and are the same for the same seed.
 *
 * @param {number} seed
 * @returns {(below: number) => number}
 */
function generator(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return ((x ^ (x >>> 15)) >>> 0) % below;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [rounds = 20_000, seed = 1] = process.argv.slice(2).map(Number);
  await tryLinks(rounds, seed);
  console.log(`${rounds} links from seed ${seed}: each was read or refused`);
}
