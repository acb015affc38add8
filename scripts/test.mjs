// `npm test`: everything that has to hold. Stops at the first failure.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureAll } from "./browser.mjs";
import { build } from "./build.mjs";
import { Failure, main, root, run } from "./run.mjs";
import { consumers, setup, tools } from "./setup.mjs";
import { size } from "./size.mjs";
import { ensure as ensureWordpress } from "./wordpress.mjs";

const strict = ["--", "-D", "warnings"];

/** @type {[string, () => void][]} */
const steps = [
  ["set-up", setup],
  ["set-up of the package's tests", consumers],
  ["browsers", ensureAll],
  ["WordPress", () => console.log(ensureWordpress())],
  ["format", () => cargo("fmt", "--all", "--check")],
  ["lints", () => cargo("clippy", "--locked", "--workspace", "--all-targets", "--all-features", ...strict)],
  ["lints of the wasm", () => cargo("clippy", "--locked", "--lib", "--target", "wasm32-unknown-unknown", ...strict)],
  ["Rust tests", () => cargo("test", "--locked", "--all-features")],
  ["Rust documentation", () => run("cargo", ["doc", "--locked", "--no-deps"], { env: { RUSTDOCFLAGS: "-D warnings" } })],
  // Built from its own files only where somebody publishes: `cargo package` does that, and takes minutes.
  ["crate", () => cargo("package", "--locked", "--allow-dirty", "--no-verify", "--quiet")],
  ["build", build],
  ["size", size],
  ["types", () => run(process.execPath, [tools.tsc, "-p", "tsconfig.json"])],
  ["Node and browser tests", () => run(process.execPath, ["--test", "--test-concurrency=4", "--test-reporter=spec", ...testFiles()])],
];

/** @param {string[]} args */
function cargo(...args) {
  run("cargo", args);
}

function testFiles() {
  return readdirSync(join(root, "tests")).filter((name) => name.endsWith(".test.mjs")).map((name) => `tests/${name}`);
}

await main(import.meta, () => {
  for (const [name, step] of steps) {
    console.log(`\n== ${name}`);
    try {
      step();
    } catch (error) {
      if (error instanceof Failure) throw new Failure(`\nnpm test stopped at "${name}": ${error.message}`);
      throw error;
    }
  }
  console.log("\nnpm test: all passed");
});
