// `npm run reproduce`: builds the engine twice from the commit at hand, in two folders of different names and with two
// empty folders of results, and says whether both are the same bytes and the same as in `www/pkg/`. Takes minutes.

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { Failure, main, output, root, run } from "./run.mjs";

const wasm = "www/pkg/factbox_bg.wasm";

/** @param {string} folder */
const hashOf = (folder) => createHash("sha256").update(readFileSync(join(folder, wasm))).digest("hex");

/** The hash of the engine that the commit gives in a folder of its own. @param {string} name */
function fresh(name) {
  const folder = mkdtempSync(join(tmpdir(), name));
  try {
    run("git", ["worktree", "add", "--detach", "--force", join(folder, "factbox"), "HEAD"]);
    symlinkSync(join(root, "node_modules"), join(folder, "factbox/node_modules"));
    run(process.execPath, [join(folder, "factbox/scripts/build.mjs")], { env: { CARGO_TARGET_DIR: join(folder, "target") } });
    return hashOf(join(folder, "factbox"));
  } finally {
    output("git", ["worktree", "remove", "--force", join(folder, "factbox")]);
    rmSync(folder, { recursive: true, force: true });
  }
}

await main(import.meta, () => {
  if (output("git", ["status", "--porcelain", "--untracked-files=no"])?.trim()) {
    throw new Failure("there are changes that are in no commit: commit them first, a release is built from a commit");
  }
  build();
  const hashes = [hashOf(root), fresh("factbox-one-"), fresh("factbox-another-folder-")];
  console.log(hashes.join("\n"));
  if (new Set(hashes).size > 1) throw new Failure("the builds differ: the first is that of www/pkg");
  console.log(`${wasm} is the same from every folder`);
});
