// `npm run bench`: what the engine weighs, and how long it takes for an article of 1,000 words, in Node and on the page.
//
// Times depend on the machine, so the figure to compare is a ratio: `extract`, from string to plain objects, against
// the pass over characters alone (`tokens_only`) on the same texts in the same run. No two texts are the same, as an
// engine that reads one text again and again is faster than it will be for anybody.

import { readFileSync } from "node:fs";
import { build } from "../scripts/build.mjs";
import { Failure, main } from "../scripts/run.mjs";
import { size } from "../scripts/size.mjs";
import { benchPage } from "./page.mjs";

const texts = 120;
/** Bytes of a long paste and of a very long one, and the most that the second may take of the first's time. */
const [long, longest, most] = [40_000, 1_000_000, 25];
const rounds = 15;

/**
 * The article with its paragraphs in another order and every number but the years changed.
 *
 * @param {string} article
 * @param {number} seed
 */
function variant(article, seed) {
  const random = generator(seed);
  const [headline = "", ...paragraphs] = article.trim().split("\n\n");
  for (let last = paragraphs.length - 1; last > 0; last -= 1) {
    const other = random(last + 1);
    [paragraphs[last], paragraphs[other]] = [paragraphs[other] ?? "", paragraphs[last] ?? ""];
  }
  return [headline, ...paragraphs].join("\n\n").replace(/\d+/g, (number) => {
    const isYear = /^20\d\d$/.test(number);
    return isYear ? number : number.replace(/[1-9]/g, () => String(1 + random(9)));
  });
}

/**
 * Numbers that look random and are the same in every run (a multiplicative generator).
 *
 * @param {number} seed
 * @returns {(below: number) => number}
 */
function generator(seed) {
  let state = seed + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/**
 * Articles one below the other with the furniture of a page around each, cut at `length`.
 *
 * @param {string} article
 * @param {number} length
 */
function paste(article, length) {
  const parts = [];
  for (let seed = 0, size = 0; size < length; seed += 1) {
    const part = `Home\nNews\nSport\nLog in\n\n${variant(article, seed)}\n\nMost read\nShop ${seed} to close\nAbout us\n\n`;
    parts.push(part);
    size += part.length;
  }
  return parts.join("").slice(0, length);
}

/** @param {number[]} values */
function median(values) {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

/** Milliseconds that a call takes. @param {() => unknown} call */
function time(call) {
  const start = performance.now();
  call();
  return performance.now() - start;
}

/** @param {number} milliseconds */
function micros(milliseconds) {
  return `${Math.round(milliseconds * 1000)} µs`;
}

async function bench() {
  build();
  try {
    size();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.log(error.message); // a matter for the tests: times can be measured all the same
  }

  const { extract, initSync, tokens_only } = await import("../www/pkg/factbox.js");
  const module = readFileSync(new URL("../www/pkg/factbox_bg.wasm", import.meta.url));
  const article = readFileSync(new URL("article.txt", import.meta.url), "utf8");
  const load = time(() => initSync({ module }));
  const first = time(() => extract(article));

  const variants = Array.from({ length: texts }, (_, seed) => variant(article, seed));
  /** @type {[(text: string) => unknown, number[]][]} */
  const passes = [tokens_only, extract].map((pass) => [pass, variants.map(() => Infinity)]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [nth, text] of variants.entries()) {
      for (const [pass, best] of passes) {
        best[nth] = Math.min(best[nth] ?? Infinity, time(() => pass(text)));
      }
    }
  }
  const [tokens = NaN, whole = NaN] = passes.map(([, best]) => median(best));

  console.log(`\n${article.split(/\s+/).length} words, ${texts} variants, best of ${rounds}, median, Node ${process.version}`);
  console.log(`load and first call  ${micros(load)} + ${micros(first)}`);
  console.log(`tokens only          ${micros(tokens)}`);
  console.log(`extract              ${micros(whole)} = ${(whole / tokens).toFixed(1)} × tokens only`);

  const pastes = [long, longest].map((length) => paste(article, length));
  const best = pastes.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    for (const [nth, text] of pastes.entries()) {
      // All of it, furniture too: of one article among many a smaller share is read, which is no measure of length.
      const pass = () => extract(text, { furniture: "read" });
      best[nth] = Math.min(best[nth] ?? Infinity, time(pass));
    }
  }
  const [short = NaN, huge = NaN] = best;
  console.log(`a paste of 40 kB     ${micros(short)}`);
  console.log(`a paste of 1 MB      ${micros(huge)} = ${(huge / short).toFixed(1)} × that of 40 kB, at most ${most} wanted`);
  console.log(`\n${(await benchPage(variants)).join("\n")}`);
}

await main(import.meta, bench);
