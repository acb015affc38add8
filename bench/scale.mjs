// `npm run bench:scale`: time and memory against the length of the text, natively and as WebAssembly. All lines are read,
// furniture too, so that every length is the same work. The parts of a text are other articles each.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "../scripts/build.mjs";
import { main, root } from "../scripts/run.mjs";
import { buildEngine, engine, news } from "./engine.mjs";
import { Table, place, round } from "./table.mjs";

await main(import.meta, async () => {
  build();
  buildEngine();
  const article = Buffer.from(news(2_000).join("\n\n"));
  const { extract, initSync } = await import("../www/pkg/factbox.js");
  initSync({ module: readFileSync(join(root, "www/pkg/factbox_bg.wasm")) });
  for (let at = 0; at < 400_000; at += 8_000) extract(article.subarray(at, at + 8_000).toString());
  const table = new Table();
  table.say(`Time and memory against length, ${place()}:\n`);
  table.row(["text", "native", "ten times the text takes", "WebAssembly", "ten times the text takes", "memory"], "rrrrrr");
  let [nativeBefore, wasmBefore] = [NaN, NaN];
  for (const size of [1e3, 1e4, 1e5, 1e6, 1e7]) {
    const rounds = Math.round(Math.max(3, Math.min(200, 2e6 / size)));
    const text = article.subarray(0, size).toString().replace(/\ufffd$/, ""); // what the cut left of a character
    const [native = NaN, peak = NaN] = engine(["time", String(rounds)], text).split(" ").map(Number);
    let wasm = Infinity;
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      extract(text, { furniture: "read" });
      wasm = Math.min(wasm, performance.now() - start);
    }
    const times = (/** @type {number} */ ratio) => (Number.isNaN(ratio) ? "" : `${round(ratio)} times as long`);
    const memory = Number.isFinite(peak) && peak > 0 ? `${Math.round(peak / 1e6)} MB` : "";
    table.row([size < 1e6 ? `${size / 1e3} KB` : `${size / 1e6} MB`, `${round(native)} ms`, times(native / nativeBefore), `${round(wasm)} ms`, times(wasm / wasmBefore), memory]);
    [nativeBefore, wasmBefore] = [native, wasm];
  }
  table.keep("bench:scale");
});
