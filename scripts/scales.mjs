// `npm run scales`: gives the built-in rating scales the day at hand, after a change to what one of them says.
//
// The date stands in one file beside the scales, with a hash of what they said then: a test sees where they went on and
// the date did not. The build puts the date on the page, not into the engine.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, main, root } from "./run.mjs";

/** The data file: the day on which the scales were last revised, and the hash of what they say. */
export const file = "src/ratings/revised.json";

const folder = "src/ratings/scales";

/**
 * The day on which the scales were last revised, as "2026-11-30".
 *
 * @param {string} [json] the data file
 */
export function revised(json = readFileSync(join(root, file), "utf8")) {
  const { date } = parsed(json);
  const day = typeof date === "string" && /^\d{4}-\d\d-\d\d$/.test(date) ? new Date(`${date}T00:00Z`) : null;
  // A day that no month has is carried over into the next, or is no date at all.
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date) {
    throw new Failure(`${file}: "date" must be a day like 2026-11-30, not ${JSON.stringify(date)}: run \`npm run scales\``);
  }
  return /** @type {string} */ (date);
}

/** What is wrong with the date of the scales, or "". */
export function stale() {
  const { sha256 } = parsed(readFileSync(join(root, file), "utf8"));
  return sha256 === hash(texts()) ? "" : `a file in ${folder} says something new: run \`npm run scales\`, which renews the date in ${file}`;
}

/**
 * One number for what the scales say: their keys, whatever their examples and comments are.
 *
 * @param {[string, string][]} texts name and content of each file, in order
 */
export function hash(texts) {
  const sum = createHash("sha256");
  for (const [name, text] of texts) {
    const [keys = ""] = text.split(/^\s*\[\[/m); // TOML has a file's own keys before its first table
    const lines = keys.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
    sum.update([name, ...lines, ""].join("\n"));
  }
  return sum.digest("hex");
}

/** @returns {[string, string][]} */
function texts() {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(".toml")).sort();
  return names.map((name) => [name, readFileSync(join(root, folder, name), "utf8")]);
}

/** @param {string} json @returns {{ date?: unknown, sha256?: unknown }} */
function parsed(json) {
  try {
    return JSON.parse(json) ?? {};
  } catch (error) {
    throw new Failure(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

await main(import.meta, () => {
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(join(root, file), `${JSON.stringify({ date, sha256: hash(texts()) }, null, 2)}\n`);
  console.log(`${file}: ${date}`);
});
