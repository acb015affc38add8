// `npm test`: everything that has to hold. Stops at the first failure.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { finished } from "node:stream/promises";
import { run as start } from "node:test";
import { spec } from "node:test/reporters";
import { files } from "../tests/engines/parts.mjs";
import { ensureAll } from "./browser.mjs";
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
  ["start of the build", startBuild],
  ["format", () => cargo("fmt", "--all", "--check")],
  ["lints", () => cargo("clippy", "--locked", "--workspace", "--all-targets", "--all-features", ...strict)],
  ["lints of the wasm", () => cargo("clippy", "--locked", "--lib", "--target", "wasm32-unknown-unknown", ...strict)],
  ["Rust tests", () => cargo("test", "--locked", "--all-features")],
  ["Rust documentation", () => run("cargo", ["doc", "--locked", "--no-deps"], { env: { RUSTDOCFLAGS: "-D warnings" } })],
  // Built from its own files only where somebody publishes: `cargo package` does that, and takes minutes.
  ["crate", () => cargo("package", "--locked", "--allow-dirty", "--no-verify", "--quiet")],
  ["build", built],
  ["size", size],
  ["types", () => run(process.execPath, [tools.tsc, "-p", "tsconfig.json"])],
  ["Node and browser tests", nodeTests],
];

/** What the build says: nobody would read from a pipe meanwhile. */
const log = join(root, "target/build.log");
/** The process of the build and how it ends. @type {{ pid?: number, end: Promise<number | null> } | undefined} */
let beside;

/** Lets the build run beside the lints and the Rust tests: much of it is done by one processor alone. */
function startBuild() {
  mkdirSync(dirname(log), { recursive: true });
  const file = openSync(log, "w");
  const child = spawn(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: ["ignore", file, file], detached: true });
  beside = { pid: child.pid, end: once(child, "exit").then(([code]) => code) };
  process.once("SIGINT", () => { // it does not reach who is detached
    stopBuild();
    process.exit(1);
  });
}

/** Ends with the build, and shows what it has said. */
async function built() {
  const code = await beside?.end;
  console.log(readFileSync(log, "utf8"));
  beside = undefined;
  if (code !== 0) throw new Failure("scripts/build.mjs failed");
}

/** Kills the build, where it still runs, with all that it has started. */
function stopBuild() {
  try {
    if (beside?.pid) process.kill(-beside.pid);
  } catch {} // it has ended meanwhile
}

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
      stopBuild();
      if (error instanceof Failure) throw new Failure(`\nnpm test stopped at "${name}": ${error.message}`);
      throw error;
    }
  }
  console.log("\nnpm test: all passed");
});
