// The native side of the benches, `bench/engine.rs`, built and asked.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root, run } from "../scripts/run.mjs";

/** Builds it. */
export function buildEngine() {
  run("cargo", ["build", "--release", "--quiet", "--example", "engine"]);
}

/** What it prints. @param {string[]} args @param {string} [input] */
export function engine(args, input = "") {
  return execFileSync(join(root, "target/release/examples/engine"), args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
}

/**
 * Articles that nobody wrote, no two the same.
 *
 * @param {number} count
 * @returns {string[]} of 1,000 words each
 */
export function news(count) {
  return engine(["news", String(count), "1000"]).trim().split("\n").map((line) => JSON.parse(line));
}
