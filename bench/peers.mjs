// `npm run bench:peers`: Factbox, doing all of its work, beside libraries that do a part of it, on the same articles in
// one run, in Node and in Chromium; then hostile texts; and what each weighs. The libraries are in `bench/peers/`.
//
// No two articles are the same: one that is read again and again is read faster than it will be for anybody. Each reader
// has a thread of its own, one works at a time, and what takes longer than the limit is ended.

import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { brotliCompressSync } from "node:zlib";
import { launch } from "../scripts/browser.mjs";
import { build } from "../scripts/build.mjs";
import { main, root, run } from "../scripts/run.mjs";
import { serve } from "../scripts/serve.mjs";
import { buildEngine, news } from "./engine.mjs";
import { Table, place, round } from "./table.mjs";

const names = ["factbox", "chrono", "wink", "compromise", "recognizers"];
const folder = join(root, "bench/peers");
/** What each is called, and what it does. */
const [packages, work] = [
  ["Factbox", "chrono-node", "wink-nlp", "compromise", "@microsoft/recognizers-text-number"],
  ["all of its facts", "dates", "parts of speech, entities", "parts of speech, numbers", "numbers"],
];
/** `--quick` tries the script out: its figures are worth little. */
const quick = process.argv.includes("--quick");
/** Milliseconds for one reading, and for all readings of a size above 1,000 words. */
const [limit, budget] = quick ? [4_000, 1_000] : [20_000, 6_000];
/** Articles of 1,000 words, of which the first only warm up. */
const [articles, warming] = quick ? [15, 5] : [120, 20];
const out = new Table();

/** The texts of each size; a reader may have time for the first ones only. */
function texts() {
  buildEngine();
  const all = news(articles + 200);
  const tens = Array.from({ length: 10 }, (_, nth) => all.slice(articles + 10 * nth, articles + 10 * nth + 10).join("\n\n"));
  return { "1,000 words": all.slice(0, articles), "10,000 words": tens, "1 MB": [all.slice(articles).join("\n\n").slice(0, 1_000_000)] };
}

/** @typedef {{ read: (text: string) => Promise<number>, close: () => unknown }} Reader milliseconds; `Infinity` where it was ended */

/**
 * @param {string} name
 * @returns {Promise<Reader>}
 */
async function inNode(name) {
  const worker = new Worker(new URL("peers/worker.mjs", import.meta.url), { workerData: { name, module: name === "factbox" } });
  await once(worker, "message");
  const read = async (/** @type {string} */ text) => {
    const answer = once(worker, "message");
    worker.postMessage(text);
    return within(answer.then(([time]) => time));
  };
  return { read, close: () => worker.terminate() };
}

/** @param {Promise<number>} answer */
async function within(answer) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((done) => (timer = setTimeout(() => done(Infinity), limit)));
  const time = await Promise.race([answer.catch(() => Infinity), late]);
  clearTimeout(timer);
  return time;
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url of the page of Factbox
 * @param {string} name
 * @returns {Promise<Reader>}
 */
async function inChromium(browser, url, name) {
  const page = await browser.newPage();
  if (name === "factbox") {
    await page.goto(url);
    await page.evaluate(async () => {
      const { load } = await import(new URL("factbox.js", location.href).href);
      const { extract } = await load();
      Object.assign(globalThis, { peer: { read: extract } });
    });
  } else {
    await page.addScriptTag({ content: bundle(name) });
  }
  const read = (/** @type {string} */ text) =>
    within(page.evaluate((text) => {
      const start = performance.now();
      Reflect.get(globalThis, "peer").read(text);
      return performance.now() - start;
    }, text));
  return { read, close: () => page.close() };
}

/** A library as a page would load it. @param {string} name */
function bundle(name) {
  const { buildSync } = createRequire(join(folder, "package.json"))("esbuild");
  const made = buildSync({
    entryPoints: [join(folder, "read", `${name}.mjs`)],
    bundle: true, minify: true, write: false, format: "iife", globalName: "peer", platform: "browser", mainFields: name === "recognizers" ? ["main"] : undefined,
  });
  return made.outputFiles[0].text;
}

/** Median time for each size. @param {Reader} reader @param {Record<string, string[]>} sizes */
async function measure(reader, sizes) {
  /** @type {Record<string, number>} */
  const times = {};
  let ended = false;
  for (const [size, list] of Object.entries(sizes)) {
    const found = [];
    const first = size === "1,000 words";
    const warm = first ? warming : 0;
    for (const [nth, text] of list.entries()) {
      if (ended) break;
      const time = await reader.read(text);
      ended = time === Infinity;
      if (nth >= warm) found.push(time);
      if (!first && found.reduce((a, b) => a + b, 0) > budget) break;
    }
    times[size] = ended ? Infinity : found.sort((a, b) => a - b)[found.length >> 1] ?? NaN;
  }
  await reader.close();
  return times;
}

/** @param {string} what @param {(name: string) => Promise<Reader>} open @param {Record<string, string[]>} sizes */
async function table(what, open, sizes) {
  out.say("");
  out.row([what, "reads", ...Object.keys(sizes)], `ll${"r".repeat(Object.keys(sizes).length)}`);
  /** @type {Record<string, number>} */
  let own = {};
  for (const [nth, name] of names.entries()) {
    const times = await measure(await open(name), sizes);
    if (nth === 0) own = times;
    const cells = Object.entries(times).map(([size, time]) => (nth === 0 ? `1 = ${round(time)} ms` : ratio(time, own[size] ?? NaN)));
    out.row([title(nth), work[nth] ?? "", ...cells]);
  }
}

/** A time as a multiple of Factbox's; of a reading that was ended it is known only that it takes more. @param {number} time @param {number} own */
function ratio(time, own) {
  return time === Infinity ? `more than ${round(limit / own)}` : round(time / own);
}

/** A reader with its version. @param {number} nth */
function title(nth) {
  const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const name = packages[nth] ?? "";
  return nth === 0 ? `**${name}**` : `${name} ${dependencies[name]}`;
}

const hostile = { digits: "7", commas: "1,000,000,", "opening marks": "“", hundreds: "one hundred and ", dollars: "$1 ", slashes: "1/1/", dashes: "5-", months: "May ", letters: "a" };

/** Hostile texts of 16 kB, each for a new reader, as multiples of Factbox's time. */
async function hostilities() {
  out.say("");
  out.row(["16 kB of", ...packages], `l${"r".repeat(names.length)}`);
  for (const [what, piece] of Object.entries(hostile)) {
    const cells = [];
    let own = NaN;
    for (const name of names) {
      const reader = await inNode(name);
      await reader.read("Ofsted rated the school good on 4 May 2024, up 5% to £2m.");
      const time = await reader.read(piece.repeat(Math.ceil(16_000 / piece.length)));
      await reader.close();
      if (name === "factbox") own = time;
      cells.push(name === "factbox" ? `1 = ${round(time)} ms` : ratio(time, own));
    }
    out.row([`${what} \`${piece}\``, ...cells]);
  }
}

/** What a browser loads. */
function sizes() {
  out.say("");
  out.row(["in brotli", "KB"], "lr");
  const brotli = (/** @type {string | Buffer} */ content) => brotliCompressSync(content).length;
  const engine = ["www/pkg/factbox_bg.wasm", "www/pkg/factbox.js", "www/factbox.js", "www/reader.js"].map((path) => brotli(readFileSync(join(root, path))));
  for (const [nth, name] of names.entries()) {
    const bytes = name === "factbox" ? engine.reduce((a, b) => a + b, 0) : brotli(bundle(name));
    out.row([title(nth), round(bytes / 1000)]);
  }
}

await main(import.meta, async () => {
  build();
  if (!existsSync(join(folder, "node_modules"))) run("npm", ["ci", "--prefix", folder, "--no-audit", "--no-fund"]);
  const all = texts();
  out.say(`Times as multiples of Factbox's, ${place()}, median of ${articles - warming} articles:`);
  await table("Node", inNode, all);
  const [server, browser] = await Promise.all([serve({ port: 0 }), launch()]);
  try {
    await table(`Chromium ${browser.version().split(".")[0]}`, (name) => inChromium(browser, server.url, name), all);
  } finally {
    await browser.close();
    await server.close();
  }
  await hostilities();
  sizes();
  out.keep("bench:peers");
});
