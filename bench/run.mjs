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

  console.log(`\n${(await benchPage(variants)).join("\n")}`);
}

await main(import.meta, bench);
