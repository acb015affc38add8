// Installs what the project needs and the machine lacks; does nothing, quickly, where all is there.
// Uses node's own modules only: this is what installs the others.

import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Failure, main, output, root, run } from "./run.mjs";

/** Programs that `npm install` puts in place, with their paths: what runs does not depend on a shell. */
export const tools = {
  tsc: join(root, "node_modules/typescript/bin/tsc"),
  wasmOpt: join(root, "node_modules/binaryen/bin/wasm-opt"),
};

/** Checks or installs the Rust toolchain, its parts and its wasm target, and the npm packages. */
export function setup() {
  if (output("cargo", ["--version"]) === null && output("rustup", ["--version"]) === null) {
    throw new Failure("cargo is missing: install Rust as https://rustup.rs says, then open a new terminal");
  }
  rust();
  packages();
}

function rust() {
  const { channel, components, targets } = toolchain();
  if (output("rustup", ["--version"]) === null) return withoutRustup(targets);
  const installed = output("rustup", ["toolchain", "list"])?.split("\n") ?? [];
  if (!installed.some((line) => line.startsWith(channel))) {
    console.log(`installing Rust ${channel}`);
    run("rustup", ["toolchain", "install", channel, "--profile", "minimal"]);
  }
  const parts = output("rustup", ["component", "list", "--installed", "--toolchain", channel])?.split("\n") ?? [];
  for (const name of components.filter((name) => !parts.some((part) => part.startsWith(name)))) {
    run("rustup", ["component", "add", name, "--toolchain", channel]);
  }
  for (const target of targets.filter((target) => !parts.includes(`rust-std-${target}`))) {
    run("rustup", ["target", "add", target, "--toolchain", channel]);
  }
}

/** @param {string[]} targets */
function withoutRustup(targets) {
  const sysroot = output("rustc", ["--print", "sysroot"])?.trim() ?? "";
  for (const target of targets) {
    if (existsSync(join(sysroot, "lib/rustlib", target))) continue;
    throw new Failure(`Rust's target ${target} is missing: install it with your system's packages, or use rustup`);
  }
}

/** What rust-toolchain.toml asks for. */
function toolchain() {
  const text = readFileSync(join(root, "rust-toolchain.toml"), "utf8");
  const list = (/** @type {string} */ key) => {
    const inside = new RegExp(`^${key} *= *\\[(.*)\\]`, "m").exec(text)?.[1] ?? "";
    return [...inside.matchAll(/"([^"]+)"/g)].map((match) => String(match[1]));
  };
  const channel = /^channel *= *"([^"]+)"/m.exec(text)?.[1];
  if (!channel) throw new Failure("rust-toolchain.toml: expected a line `channel = \"…\"`");
  return { channel, components: list("components"), targets: list("targets") };
}

/** Installs the tools that use the package as newsrooms do: bundlers, Deno, checkers. Only its tests need them. */
export function consumers() {
  packages("tests/consumers");
}

/**
 * Installs the npm packages of a folder's lock where they are missing or older than it.
 *
 * @param {string} [folder]
 */
function packages(folder = ".") {
  const time = (/** @type {string} */ path) => statSync(join(root, folder, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (time("node_modules/.package-lock.json") > time("package-lock.json")) return;
  console.log(`installing npm packages${folder === "." ? "" : ` of ${folder}`}`);
  const args = ["ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"];
  run("npm", args, { missing: "npm is missing: install it with Node" });
}

await main(import.meta, setup);
