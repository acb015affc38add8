// `npm run bench:peers`: Factbox, doing all of its work, beside libraries that do a part of it, on the same articles in
// one run, in Node and in Chromium; then hostile texts; and what each weighs. The libraries are in `bench/peers/`.
//
// No two articles are the same: one that is read again and again is read faster than it will be for anybody. Each reader
// has a thread of its own, one works at a time, and what takes longer than the limit is ended.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { brotliCompressSync } from "node:zlib";
import { launch } from "../scripts/browser.mjs";
import { build } from "../scripts/build.mjs";
import { main, root, run } from "../scripts/run.mjs";
import { serve } from "../scripts/serve.mjs";
import { buildEngine, news } from "./engine.mjs";

const names = ["factbox", "chrono", "wink", "compromise", "recognizers"];
/** What each does. */
const work = ["all of its facts", "dates", "entities", "numbers", "numbers"];
const folder = join(root, "bench/peers");
/** Milliseconds for one reading, and for all readings of one size. */
const [limit, budget] = [20_000, 6_000];
const articles = 120;

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
  const message = () => new Promise((done, fail) => worker.once("message", done).once("error", fail));
  await message();
  const read = async (/** @type {string} */ text) => {
    const answer = message();
    worker.postMessage(text);
    return within(answer);
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
    const warm = size === "1,000 words" ? 20 : 0;
    for (const [nth, text] of list.entries()) {
      if (ended) break;
      const time = await reader.read(text);
      ended = time === Infinity;
      if (nth >= warm) found.push(time);
      if (nth > warm && found.reduce((a, b) => a + b, 0) > budget) break;
    }
    times[size] = ended ? Infinity : found.sort((a, b) => a - b)[found.length >> 1] ?? NaN;
  }
  await reader.close();
  return times;
}

/** @param {string} what @param {(name: string) => Promise<Reader>} open @param {Record<string, string[]>} sizes */
async function table(what, open, sizes) {
  console.log(`\n| ${what} | reads | ${Object.keys(sizes).join(" | ")} |\n|---|---|${"---:|".repeat(Object.keys(sizes).length)}`);
  /** @type {Record<string, number>} */
  let own = {};
  for (const [nth, name] of names.entries()) {
    const times = await measure(await open(name), sizes);
    if (nth === 0) own = times;
    const cells = Object.entries(times).map(([size, time]) => (nth === 0 ? `${time.toFixed(2)} ms` : ratio(time, own[size] ?? NaN)));
    console.log(`| ${name} | ${work[nth]} | ${cells.join(" | ")} |`);
  }
}

/** @param {number} time @param {number} own */
function ratio(time, own) {
  return time === Infinity ? `over ${Math.round(limit / 1000)} s` : `× ${(time / own).toPrecision(2).replace(/e\+(\d)/, (_, zeros) => "0".repeat(Number(zeros) - 1))}`;
}

const hostile = { digits: "7", commas: "1,000,000,", "open quotes": "“", hundreds: "one hundred and ", dollars: "$1 ", slashes: "1/1/", dashes: "5-", months: "May ", letters: "a" };

/** The time of each reader for hostile texts of 16 kB, and Factbox's for 1 MB. */
async function hostilities() {
  console.log(`\n| 16 kB of | ${names.join(" | ")} | factbox, 1 MB |\n|---|${"---:|".repeat(names.length + 1)}`);
  for (const [what, piece] of Object.entries(hostile)) {
    const cells = [];
    for (const [nth, name] of [...names, "factbox"].entries()) {
      const reader = await inNode(name);
      const length = nth < names.length ? 16_000 : 1_000_000;
      const time = await reader.read(piece.repeat(length / piece.length));
      cells.push(time === Infinity ? `over ${limit / 1000} s` : `${time.toPrecision(2)} ms`);
      await reader.close();
    }
    console.log(`| ${what} \`${piece}\` | ${cells.join(" | ")} |`);
  }
}

function sizes() {
  console.log("\n| minified, brotli | bytes |\n|---|---:|");
  const brotli = (/** @type {string | Buffer} */ content) => brotliCompressSync(content).length;
  const engine = ["www/pkg/factbox_bg.wasm", "www/pkg/factbox.js", "www/factbox.js"].map((path) => brotli(readFileSync(join(root, path))));
  for (const name of names) {
    const bytes = name === "factbox" ? engine.reduce((a, b) => a + b, 0) : brotli(bundle(name));
    console.log(`| ${name} | ${bytes.toLocaleString("en-GB")} |`);
  }
}

await main(import.meta, async () => {
  build();
  if (!existsSync(join(folder, "node_modules"))) run("npm", ["ci", "--prefix", folder, "--no-audit", "--no-fund"]);
  const all = texts();
  console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model}, Node ${process.version}; ${articles - 20} articles, median; factbox in milliseconds, the others as multiples of it`);
  sizes();
  await table("Node", inNode, all);
  const [server, browser] = await Promise.all([serve({ port: 0 }), launch()]);
  try {
    await table(`Chromium ${browser.version()}`, (name) => inChromium(browser, server.url, name), all);
  } finally {
    await browser.close();
    await server.close();
  }
  await hostilities();
});
