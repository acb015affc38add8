// Builds `www/pkg/`: the wasm, its JavaScript glue and their types, and the list of the page's files with the date of the
// scales. Builds no engine where no source has changed.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { Failure, main, output, root, run } from "./run.mjs";
import { revised } from "./scales.mjs";
import { setup, tools } from "./setup.mjs";

/** Everything that the result depends on. */
const sources = [
  "Cargo.lock",
  "Cargo.toml",
  "build",
  "package-lock.json",
  "rust-toolchain.toml",
  "scripts/build.mjs",
  "src",
  "xtask",
];

/** What the build makes, and what the page and the package need. */
const products = ["factbox.d.ts", "factbox.js", "factbox_bg.wasm", "factbox_bg.wasm.d.ts"].map((n) => `www/pkg/${n}`);

/** Remembers what the products were made from. */
const stamp = join(root, "www/pkg/.stamp");

const target = "wasm32-unknown-unknown";

/** Builds what is missing or older than its sources; sets up the machine first where there is something to build. */
export function build() {
  if (!isFresh()) engine();
  list();
}

function engine() {
  setup();
  rmSync(stamp, { force: true });
  const metadata = output("cargo", ["metadata", "--no-deps", "--format-version", "1"]);
  if (metadata === null) throw new Failure("cargo metadata failed");
  const folder = JSON.parse(metadata).target_directory;
  run("cargo", ["build", "--locked", "--profile", "web", "--lib", "--target", target], { env: rustFlags(folder) });
  run("cargo", ["run", "--locked", "--quiet", "--profile", "xtask", "-p", "xtask", "--", "web", join(folder, target, "web/factbox.wasm")]);
  shrink(join(root, "www/pkg/factbox_bg.wasm"));
  writeFileSync(stamp, digest());
}

/**
 * Flags for the compiler. Source files get the same names in the wasm wherever they stand, so that two builds give the
 * same bytes.
 *
 * @param {string} folder of cargo's results
 */
function rustFlags(folder) {
  const home = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  const places = { factbox: root.replace(/[/\\]$/, ""), target: folder, cargo: home };
  const flags = Object.entries(places).map(([name, path]) => `--remap-path-prefix=${path}=${name}`);
  // Less than half of what LLVM puts into its callers by itself: a twentieth less to load, and as fast.
  flags.push("-Cllvm-args=--inline-threshold=100");
  return { CARGO_ENCODED_RUSTFLAGS: flags.join("\u001f"), RUSTFLAGS: undefined };
}

/**
 * Writes the list of what the page needs to open without a network, a number for the state of all of it, and what the
 * page says of its engine: the hash, and the day of the scales. Both the page and its service worker run this file, so it
 * is written for either.
 */
function list() {
  const made = "www/pkg/files.js";
  const needed = files("www").filter((path) => !/(\.d\.ts|\/\.\w+|\/sw\.js)$/.test(path) && path !== made);
  const scales = revised();
  const hash = createHash("sha256").update(`${scales}\n`);
  for (const path of [...needed, "www/sw.js"]) hash.update(`${path}\n`).update(readFileSync(join(root, path)));
  const names = ["./", ...needed.map((path) => path.slice("www/".length)), "pkg/files.js"];
  const engine = createHash("sha256").update(readFileSync(join(root, "www/pkg/factbox_bg.wasm"))).digest("hex");
  const value = JSON.stringify({ build: hash.digest("hex").slice(0, 8), engine, scales, files: names }, null, 1);
  const text = `// Made by scripts/build.mjs.\nObject.assign(self, { factbox: ${value} });\n`;
  if (!existsSync(join(root, made)) || readFileSync(join(root, made), "utf8") !== text) writeFileSync(join(root, made), text);
}

/** @param {string} wasm */
function shrink(wasm) {
  // wasm-opt reads the features that rustc used from the file itself.
  // A function of a single caller stays one: put into each other they made one of 200 kB, slower in every browser. Those
  // of middling size stay, too: copied into their callers they made the engine 0.8 kB larger, and a hundredth faster.
  // The lowest kilobyte is the end of the stack, which no address wraps around to: offsets can be folded into loads.
  const inlining = ["--one-caller-inline-max-function-size", "40", "--flexible-inline-max-function-size", "13"];
  const flags = ["-O3", ...inlining, "--low-memory-unused", "--strip-target-features"];
  run(process.execPath, [tools.wasmOpt, ...flags, wasm, "-o", `${wasm}.small`]);
  renameSync(`${wasm}.small`, wasm);
}

/** Whether the products stand and were made from the sources as they are. */
function isFresh() {
  try {
    return readFileSync(stamp, "utf8") === digest();
  } catch {
    return false; // no stamp, or a product is missing
  }
}

/** One number for the contents of all sources and products. */
function digest() {
  const hash = createHash("sha256");
  for (const path of [...sources, ...products].flatMap(files)) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/**
 * The files under a path, in the same order everywhere.
 *
 * @param {string} path
 * @returns {string[]}
 */
function files(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).sort().flatMap((name) => files(`${path}/${name}`));
}

await main(import.meta, build);
