// `npm test`: everything that has to hold. Stops at the first failure.

import { join } from "node:path";
import { finished } from "node:stream/promises";
import { run as start } from "node:test";
import { spec } from "node:test/reporters";
import { files } from "../tests/engines/parts.mjs";
import { ensureAll } from "./browser.mjs";
import { build } from "./build.mjs";
import { Failure, main, root, run } from "./run.mjs";
import { consumers, setup, tools } from "./setup.mjs";
import { size } from "./size.mjs";
import { ensure as ensureWordpress } from "./wordpress.mjs";

const strict = ["--", "-D", "warnings"];

/** @type {[string, () => unknown][]} */
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
  ["Node and browser tests", nodeTests],
];

/** @param {string[]} args */
function cargo(...args) {
  run("cargo", args);
}

/** Node's command line would sort them: then the longest would be left at the end, alone. */
async function nodeTests() {
  let failures = 0;
  const results = start({ files: files().map((name) => join(root, "tests", name)), concurrency: 4 }).on("test:fail", () => (failures += 1));
  const report = results.compose(new spec());
  report.pipe(process.stdout);
  await finished(report);
  if (failures > 0) throw new Failure("some tests failed");
}

await main(import.meta, async () => {
  for (const [name, step] of steps) {
    console.log(`\n== ${name}`);
    try {
      await step();
    } catch (error) {
      if (error instanceof Failure) throw new Failure(`\nnpm test stopped at "${name}": ${error.message}`);
      throw error;
    }
  }
  console.log("\nnpm test: all passed");
});
