// `npm run advisories`: whether a known hole is reported for anything that Factbox is built or tested with.
//
// Asks cargo-audit, which fetches the RustSec advisory database (`FACTBOX_ADVISORIES` names a copy to read instead, without
// a network), and the npm registry. What could not be asked is said and counts as failed: no answer is not a good one.

import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { Failure, main, root } from "./run.mjs";

/** @typedef {{ file: string, found: string[], why?: string }} Answer advisories, or why there is no answer */

/** Every lock file of the project. */
export const locks = ["Cargo.lock", "fuzz/Cargo.lock", "package-lock.json", "tests/consumers/package-lock.json", "bench/peers/package-lock.json"];

/**
 * What cargo-audit or `npm audit` say in JSON.
 *
 * @param {string} file the lock file that was asked about
 * @param {string} json
 * @param {string} [said] what was printed beside it
 * @returns {Answer}
 */
export function answer(file, json, said = "") {
  /** @type {any} */
  let told;
  try {
    told = JSON.parse(json);
  } catch {
    return { file, found: [], why: said.trim().split("\n").at(-1)?.replace(/^\s*-> /, "") || "no answer" };
  }
  if (Array.isArray(told.vulnerabilities?.list)) {
    const { list } = told.vulnerabilities;
    return { file, found: list.map((/** @type {any} */ { advisory, package: { name, version } }) => `${name} ${version}: ${advisory.id}, ${advisory.title}`) };
  }
  if (told.metadata?.vulnerabilities) {
    /** @type {any[]} */
    const all = Object.values(told.vulnerabilities);
    // A package may be named only because of another that it uses.
    return { file, found: all.flatMap(({ name, via }) => via.filter((/** @type {any} */ one) => one.url).map((/** @type {any} */ { title, url }) => `${name}: ${title}, ${url}`)) };
  }
  return { file, found: [], why: told.error?.summary || told.message || "no answer" };
}

/** @param {string} file @returns {Answer} */
function ask(file) {
  const copy = process.env.FACTBOX_ADVISORIES;
  const offline = copy ? ["--no-fetch", "--stale", "--db", copy] : [];
  const cargo = file.endsWith("Cargo.lock");
  const [program, ...args] = cargo ? ["cargo", "audit", "--json", "--file", join(root, file), ...offline] : ["npm", "audit", "--json"];
  const shell = process.platform === "win32" && !cargo;
  const { error, stdout, stderr } = spawnSync(String(program), args, { cwd: dirname(join(root, file)), encoding: "utf8", shell });
  if (cargo && /no such command/.test(stderr)) return { file, found: [], why: "cargo-audit is missing: cargo install --locked cargo-audit" };
  return answer(file, stdout, error?.message ?? stderr);
}

await main(import.meta, () => {
  const answers = locks.map(ask);
  for (const { file, found, why } of answers) {
    console.log(`${file}: ${why ? `not checked: ${why}` : found.length > 0 ? found.join("\n  ") : "no advisory"}`);
  }
  const [bad, silent] = [answers.filter(({ found }) => found.length > 0), answers.filter(({ why }) => why)];
  if (bad.length > 0) throw new Failure(`advisories for ${bad.map(({ file }) => file).join(", ")}`);
  if (silent.length > 0) throw new Failure(`${silent.length} of ${locks.length} lock files could not be checked`);
});
