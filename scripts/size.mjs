// What a visitor downloads to read an article: wasm, its glue and the loader, raw and in brotli, held to a budget.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "./build.mjs";
import { Failure, main, root } from "./run.mjs";

/** The most that the engine may weigh in brotli, in bytes. */
const budget = 311_300;

const engine = ["www/pkg/factbox_bg.wasm", "www/pkg/factbox.js", "www/factbox.js", "www/reader.js"];

/** Prints a table of sizes and throws a {@link Failure} above the budget. */
export function size() {
  let total = 0;
  for (const path of engine.filter((path) => existsSync(join(root, path)))) {
    const content = readFileSync(join(root, path));
    const packed = brotli(content);
    console.log(`${path.padEnd(26)} ${bytes(content.length)} raw ${bytes(packed)} brotli`);
    total += packed;
  }
  console.log(`${"engine".padEnd(26)} ${" ".repeat(17)} ${bytes(total)} brotli of ${bytes(budget).trim()}`);
  if (total > budget) throw new Failure(`the engine is ${total - budget} bytes above its budget of ${budget}`);
}

/** @param {Buffer} content */
function brotli(content) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return brotliCompressSync(content, { params }).length;
}

/** @param {number} count */
function bytes(count) {
  return `${count.toLocaleString("en-GB")} B`.padStart(13);
}

await main(import.meta, () => {
  build();
  size();
});
