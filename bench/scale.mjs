// `npm run bench:scale`: time and memory against the length of the text, natively and as WebAssembly. All lines are read,
// furniture too, so that every length is the same work. At each length the same megabyte is read, in pieces of that length.

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
  const rounds = 5;
  for (let at = 0; at < 400_000; at += 8_000) extract(article.subarray(at, at + 8_000).toString());
  const table = new Table();
  table.say(`Time and memory against length, ${place()}:\n`);
  table.row(["text", "native", "ten times the text takes", "WebAssembly", "ten times the text takes", "memory"], "rrrrrr");
  let [nativeBefore, wasmBefore] = [NaN, NaN];
  for (const size of [1e3, 1e4, 1e5, 1e6, 1e7]) {
    const text = article.subarray(0, Math.max(size, 1e6)).toString().replace(/\ufffd$/, ""); // a character cut in two
    const [native = NaN, peak = NaN] = engine(["time", String(rounds), String(size)], text).split(" ").map(Number);
    const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, nth) => text.slice(nth * size, (nth + 1) * size));
    let wasm = Infinity;
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      for (const piece of pieces) extract(piece, { furniture: "read" });
      wasm = Math.min(wasm, (performance.now() - start) / pieces.length);
    }
    const times = (/** @type {number} */ ratio) => (Number.isNaN(ratio) ? "" : `${round(ratio)} times as long`);
    const memory = peak > 0 ? `${Math.round(peak / 1e6)} MB` : "";
    table.row([size < 1e6 ? `${size / 1e3} KB` : `${size / 1e6} MB`, `${round(native)} ms`, times(native / nativeBefore), `${round(wasm)} ms`, times(wasm / wasmBefore), memory]);
    [nativeBefore, wasmBefore] = [native, wasm];
  }
  table.keep("bench:scale");
});
