// `npm run licences`: writes docs/licences.md, the packages that Cargo.lock and package-lock.json name, each with its licence.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, main, output, root } from "./run.mjs";

/** What Factbox may be built on: licences that ask for no more than to be named. */
export const allowed = ["0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "Unicode-3.0", "Unlicense", "Zlib", "BSL-1.0", "CC0-1.0"];

/** Packages of the tests alone, whose licence asks for more of those who change them. */
const ofTests = (/** @type {string} */ name) =>
  name === "axe-core" ||
  // The editors that the embeds are tried in, free under the GNU GPL: nothing of them is in the site or the package.
  name === "tinymce" ||
  name === "ckeditor5" ||
  name.startsWith("@ckeditor/");

/** Whether one of the choices that a licence gives is allowed. @param {string} licence */
export const fits = (licence) =>
  licence
    .replaceAll("/", " OR ")
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.trim().split(" AND ").every((part) => allowed.includes(part.trim())));

/**
 * @typedef {{ name: string, version: string, licence: string }} Package
 * @returns {{ crates: Package[], packages: Package[] }}
 */
export function dependencies() {
  const metadata = output("cargo", ["metadata", "--locked", "--format-version", "1"]);
  if (metadata === null) throw new Failure("cargo metadata failed");
  /** @type {any[]} */
  const all = JSON.parse(metadata).packages;
  const crates = all
    .filter(({ source }) => source !== null)
    .map(({ name, version, license }) => ({ name, version, licence: license ?? "none" }));
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const packages = Object.entries(lock.packages)
    .filter(([path]) => path !== "")
    .map(([path, { version, license }]) => ({ name: path.replace(/^.*node_modules\//, ""), version, licence: license ?? "none" }));
  return { crates: sorted(crates), packages: sorted(packages) };
}

/** Packages whose licence is not one of those allowed. */
export const misfits = () => {
  const { crates, packages } = dependencies();
  return [...crates, ...packages].filter(({ name, licence }) => !fits(licence) && !ofTests(name));
};

/** The text of docs/licences.md. */
export function page() {
  const { crates, packages } = dependencies();
  const rows = (/** @type {Package[]} */ list) => list.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  const head = ["| name | version | licence |", "|---|---|---|"];
  return [
    "# Licences of what Factbox is built with",
    "",
    "Made by `npm run licences` from the two lock files; a test checks that it is current.",
    "",
    "## Crates",
    "",
    "For the engine, the command line, their build and their tests.",
    "",
    ...head,
    ...rows(crates),
    "",
    "## npm packages",
    "",
    "For the build and the tests only: the page and the package need none. The page in one file is unpacked by lzma1.",
    "",
    ...head,
    ...rows(packages),
    "",
  ].join("\n");
}

/** @param {Package[]} list */
const sorted = (list) => {
  const unique = new Map(list.map((item) => [`${item.name} ${item.version}`, item]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
};

await main(import.meta, () => writeFileSync(join(root, "docs/licences.md"), page()));
