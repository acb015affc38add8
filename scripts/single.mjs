// `npm run single`: makes `release/factbox.html`, the page in one file, which opens from a disk without a server. Script,
// style and engine are packed together and stand in the file as bytes of a single-byte encoding: in base64 they would be
// a third longer.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "./build.mjs";
import { Failure, main, root } from "./run.mjs";
import { consumers } from "./setup.mjs";

/** Packs and unpacks LZMA. The file has its decoder alone, a fifth of it, which it does not offer apart: hence the path. */
const lzma1 = join(root, "node_modules/lzma1");

/** The page in one file, of the engine that is built. */
export async function single() {
  consumers(); // where esbuild is
  const { buildSync } = createRequire(join(root, "tests/consumers/package.json"))("esbuild");
  const bundled = (/** @type {string} */ path, /** @type {object} */ more) => {
    const { outputFiles } = buildSync({ entryPoints: [join(root, path)], bundle: true, minify: true, write: false, target: "es2023", ignoreAnnotations: true, ...more });
    return Buffer.from(outputFiles[0].contents);
  };
  const js = bundled("scripts/single/page.js", { format: "esm", charset: "utf8" });
  const css = bundled("www/style.css", { charset: "utf8" });
  const boot = String(bundled("scripts/single/boot.js", { format: "iife", charset: "ascii", alias: { "lzma1/lib": join(lzma1, "lib") } })).trim();
  const wasm = readFileSync(join(root, "www/pkg/factbox_bg.wasm"));
  const packed = await pack(Buffer.concat([js, css, wasm]));

  const source = (/** @type {string | Buffer} */ text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy =
    `default-src 'none'; script-src ${source(boot)} ${source(js)} 'wasm-unsafe-eval'; style-src ${source(css)}; img-src data:; ` +
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types factbox factbox-file";
  const html = readFileSync(join(root, "www/index.html"), "utf8")
    .replace('charset="utf-8"', 'charset="windows-1252"')
    .replace(/content="default-src[^"]*"/, `content="${policy}"`)
    .replace(/<link rel="(?!icon")[^>]*>\n/g, "")
    .replace(/<script type="module"[^>]*><\/script>\n/, "")
    .replace(/<(\w+) data-site\b[^>]*>.*?<\/\1>/g, "")
    .replace(/[^\x00-\x7f]/gu, (letter) => `&#${letter.codePointAt(0)};`);
  const licence = readFileSync(join(lzma1, "LICENSE"), "utf8");
  const [head = "", rest = ""] = html.split("</head>");
  const sizes = `data-size="${packed.length}" data-js="${js.length}" data-css="${css.length}" data-wasm="${wasm.length}"`;
  return Buffer.concat([
    Buffer.from(`${head}<script type="text/plain" id="packed" ${sizes}>`),
    letters(packed),
    Buffer.from(`</script>\n<!-- Of lzma1, which unpacks this file:\n\n${licence} -->\n<script>${boot}</script>\n</head>${rest}`),
  ]);
}

/** @param {Buffer} bytes */
async function pack(bytes) {
  const { compress, decompress } = await import("lzma1"); // here, since building may have installed it
  const packed = compress(bytes);
  if (!bytes.equals(decompress(packed))) throw new Failure("what was packed is not what comes out again");
  return packed;
}

/**
 * Bytes as HTML leaves them alone, see `single/boot.js`. In the encoding that the file names every byte is a letter; HTML
 * takes away the first of all and the return, and an opening bracket could end the element.
 *
 * @param {Uint8Array} bytes
 */
function letters(bytes) {
  /** @type {number[]} */
  const found = [];
  for (const byte of bytes) {
    const letter = (byte + 42) & 0xff;
    if (letter === 0 || letter === 0x0d || letter === 0x3c || letter === 0x3d) found.push(0x3d, (letter + 64) & 0xff);
    else found.push(letter);
  }
  return Buffer.from(found);
}

await main(import.meta, async () => {
  build();
  const file = await single();
  mkdirSync(join(root, "release"), { recursive: true });
  writeFileSync(join(root, "release/factbox.html"), file);
  console.log(`release/factbox.html: ${file.length} bytes`);
});
