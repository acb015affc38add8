// `npm run bench:scale`: time and memory against the length of the text, natively and as WebAssembly. All lines are read,
// furniture too, so that every length is the same work; WebAssembly up to the API's limit.

import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { build } from "../scripts/build.mjs";
import { main, root } from "../scripts/run.mjs";
import { LIMIT } from "../www/limit.js";
import { buildEngine, engine, news } from "./engine.mjs";

await main(import.meta, async () => {
  build();
  buildEngine();
  const article = news(2_000).join("\n\n");
  const { extract, initSync } = await import("../www/pkg/factbox.js");
  initSync({ module: readFileSync(join(root, "www/pkg/factbox_bg.wasm")) });
  for (let at = 0; at < 400_000; at += 8_000) extract(article.slice(at, at + 8_000));
  console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model}, Node ${process.version}\n`);
  console.log("| text | native | per MB | peak memory | WebAssembly | per MB |\n|---:|---:|---:|---:|---:|---:|");
  for (const size of [1e3, 1e4, 1e5, 1e6, LIMIT, 1e7]) {
    const rounds = Math.round(Math.max(3, Math.min(200, 2e6 / size)));
    const text = Buffer.from(article).subarray(0, size).toString();
    const [native = NaN, peak = NaN] = engine(["time", String(rounds)], text).split(" ").map(Number);
    let wasm = Infinity;
    if (size <= LIMIT) {
      const whole = text.slice(0, text.length - 3); // what the cut left of a character may be longer in UTF-8
      for (let round = 0; round < rounds; round += 1) {
        const start = performance.now();
        extract(whole, { furniture: "read" });
        wasm = Math.min(wasm, performance.now() - start);
      }
    }
    const per = (/** @type {number} */ time) => `${((time / size) * 1e6).toFixed(0)} ms`;
    const memory = size >= 1e6 ? `${(peak / 1e6).toFixed(0)} MB = ${(peak / size).toFixed(1)} ×` : `${(peak / 1e6).toFixed(0)} MB`;
    const there = wasm === Infinity ? ["above the limit", ""] : [`${wasm.toFixed(2)} ms`, per(wasm)];
    console.log(`| ${size.toLocaleString("en-GB")} B | ${native.toFixed(2)} ms | ${per(native)} | ${memory} | ${there.join(" | ")} |`);
  }
});
