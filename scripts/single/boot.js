// First script of the page in one file: unpacks the rest of it out of the element before it. What is run is named by hash
// in the page's policy, so that nothing else can be, whatever stands in the file.

import { Decoder } from "lzma1/lib/decoder.js";
import { InputBuffer, OutputBuffer } from "lzma1/lib/streams.js";

/** @typedef {{ createPolicy: (name: string, rules: { createScript: (text: string) => string }) => { createScript: (text: string) => string } }} Types */

try {
  const { textContent, dataset } = /** @type {HTMLElement} */ (document.getElementById("packed"));
  const sizes = [dataset.js, dataset.css, dataset.wasm].map(Number);
  const [js = 0, css = 0, wasm = 0] = sizes;
  const out = new OutputBuffer(js + css + wasm);
  new Decoder().decompress(new InputBuffer(bytes(textContent ?? "", Number(dataset.size))), out);
  const all = out.toArray();
  const text = (/** @type {number} */ from, /** @type {number} */ to) => new TextDecoder().decode(all.subarray(from, to));
  const style = document.createElement("style");
  style.textContent = text(js, js + css);
  document.head.append(style);
  Object.assign(globalThis, { factboxWasm: all.slice(js + css) });
  const types = /** @type {{ trustedTypes?: Types }} */ (/** @type {unknown} */ (globalThis)).trustedTypes;
  const policy = types?.createPolicy("factbox-file", { createScript: (text) => text });
  const script = document.createElement("script");
  script.type = "module";
  script.textContent = policy?.createScript(text(0, js)) ?? text(0, js);
  document.addEventListener("DOMContentLoaded", () => document.head.append(script));
} catch {
  document.addEventListener("DOMContentLoaded", () => {
    document.body.textContent = "This file of Factbox is damaged. Download it again, and open it as it is.";
  });
}

/**
 * What the letters stand for: each is a byte, in the encoding that the file names, 42 further on; those that HTML would
 * change stand 64 further on, behind "=".
 *
 * @param {string} letters
 * @param {number} size
 */
function bytes(letters, size) {
  const all = new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const values = new Map([...all].map((letter, byte) => [letter, byte]));
  const found = new Uint8Array(size);
  let length = 0;
  for (let at = 0; at < letters.length; at += 1) {
    const apart = letters[at] === "=";
    if (apart) at += 1;
    const value = values.get(letters[at] ?? "");
    if (value === undefined) throw new RangeError("not in the encoding that the file names");
    found[length] = value - 42 - (apart ? 64 : 0);
    length += 1;
  }
  if (length !== size) throw new RangeError("not all of the file is here");
  return found;
}
