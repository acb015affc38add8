// `npm run release`: makes `release/`, what a release of the version at hand hands out: the engine, the npm package, the
// page in one file, their hashes, and notes that list them above that version's part of the changelog. `.github/workflows/release.yml` uploads it.

import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, main, root, run } from "./run.mjs";
import { single } from "./single.mjs";

/** The name that the engine goes by in a release, as in the package. */
const engine = "factbox_bg.wasm";

/**
 * The lines that `sha256sum --check` reads.
 *
 * @param {string} folder
 */
export function sums(folder) {
  const hash = (/** @type {string} */ name) => createHash("sha256").update(readFileSync(join(folder, name))).digest("hex");
  return readdirSync(folder).sort().map((name) => `${hash(name)}  ${name}\n`).join("");
}

/**
 * The notes of a release.
 *
 * @param {string} changelog
 * @param {string} version
 * @param {string} hashes as {@link sums} gives them
 */
export function notes(changelog, version, hashes) {
  const part = changelog.split(/^## /m).find((part) => part.startsWith(`[${version}]`));
  if (!part) throw new Failure(`CHANGELOG.md has no part [${version}]: give the part "Unreleased" its version and day`);
  const changes = part.slice(part.indexOf("\n")).trim();
  const own = hashes.split("\n").find((line) => line.endsWith(`  ${engine}`))?.split(" ")[0];
  return `The engine's SHA-256, as its page shows it under "About and privacy" and as \`npm run reproduce\` finds it from this commit:

    ${own}

\`SHA256SUMS\` has that of every file here.

${changes}
`;
}

await main(import.meta, async () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const tag = process.env.GITHUB_REF_NAME;
  if (tag && tag !== `v${version}`) throw new Failure(`the tag ${tag} is not v${version}, the version in package.json`);
  const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  notes(changelog, version, "");
  const folder = join(root, "release");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  run("npm", ["pack", "--silent", "--pack-destination", folder]);
  copyFileSync(join(root, "www/pkg", engine), join(folder, engine));
  writeFileSync(join(folder, "factbox.html"), await single());
  const hashes = sums(folder);
  writeFileSync(join(folder, "SHA256SUMS"), hashes);
  writeFileSync(join(root, "release", "NOTES.md"), notes(changelog, version, hashes));
  console.log(hashes);
});
