// Makes what the npm package holds besides the sources: the declarations, and the wasm as JavaScript for `inline`.
// `npm pack` runs it first.

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "./build.mjs";
import { main, root, run } from "./run.mjs";
import { tools } from "./setup.mjs";

/** Declarations that stand beside the sources already. */
const declarations = ["www/report.d.ts", "www/pkg/factbox.d.ts"];

export function files() {
  build();
  const packed = gzipSync(readFileSync(join(root, "www/pkg/factbox_bg.wasm")), { level: 9 }).toString("base64");
  writeFileSync(join(root, "npm/wasm.js"), `// Made by scripts/package.mjs.\nexport default "${packed}";\n`);
  rmSync(join(root, "npm/types"), { recursive: true, force: true });
  types(join(root, "npm/types"));
}

/**
 * Writes the declarations of all that the package's users import.
 *
 * @param {string} folder
 */
export function types(folder) {
  run(process.execPath, [tools.tsc, "-p", "tsconfig.types.json", "--outDir", folder]);
  mkdirSync(join(folder, "www/pkg"), { recursive: true });
  for (const path of declarations) copyFileSync(join(root, path), join(folder, path));
}

await main(import.meta, files);
