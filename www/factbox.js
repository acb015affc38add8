// The engine for JavaScript: loads the WebAssembly once and reads articles with it.
//
// `extract(text)` and `extractHtml(html)` are all that most callers need; `load()` gives the same without promises, for pages that read at
// every key. Knows nothing of the DOM.

import { LIMIT, bytes } from "./limit.js";
import init, * as glue from "./pkg/factbox.js";

/** @import { Report } from "./report.d.ts" */
/** @import { Options } from "./pkg/factbox.js" */
/** @import { Scale } from "./facts.js" */

/**
 * @typedef {object} Engine
 * @property {(text: string, options?: Options) => Report} extract reads one article; see {@link extract}
 * @property {(html: string, options?: Options) => Report & { text: string }} extractHtml reads a page; see {@link extractHtml}
 * @property {(options?: Options) => Scale[]} scales the rating scales that Factbox knows, and those of the options
 * @property {string} version of Factbox
 */

/** @typedef {string | URL | BufferSource | WebAssembly.Module} Wasm an address, bytes or a module */

/**
 * What goes wrong on the way to an engine or in it is an `Error` with one of these as its `code`: WebAssembly is blocked;
 * a file cannot be loaded; it is not what it should be; the text is too long; it broke the engine.
 *
 * @typedef {"policy" | "missing" | "damaged" | "limit" | "text"} Code
 */

/** @type {Promise<Engine> | undefined} */
let loading;

/** @typedef {() => Wasm | Promise<Wasm>} WasmSource */

/** @type {WasmSource} */
let source = () => new URL("./pkg/factbox_bg.wasm", import.meta.url);

/**
 * Says where the wasm comes from, for sites that keep it elsewhere. Call it before anything is read.
 *
 * @param {Wasm | WasmSource} wasm an address, bytes, a module, or a function that gives one when it is needed
 */
export function setWasm(wasm) {
  source = wasm instanceof Function ? wasm : () => wasm;
}

/**
 * Reads one article.
 *
 * @param {string} text
 * @param {Options} [options]
 * @returns {Promise<Report>} spans count UTF-16 units, so that `text.slice(...span)` gives their words
 * @throws {TypeError} for anything but a string, and for a scale that is refused, with place and reason
 * @throws {RangeError} for more than 5,000,000 bytes of UTF-8
 */
export async function extract(text, options) {
  check(text, "extract", "the article");
  const engine = await load();
  return engine.extract(text, options);
}

/**
 * Reads the article on a page of HTML, or in any piece of one, such as what a browser puts on the clipboard.
 *
 * @param {string} html
 * @param {Options} [options]
 * @returns {Promise<Report & { text: string }>} `text` is what was read: spans point into that
 * @throws {TypeError} for anything but a string, and for a scale that is refused, with place and reason
 * @throws {RangeError} for more than 5,000,000 bytes of UTF-8
 */
export async function extractHtml(html, options) {
  check(html, "extractHtml", "the page");
  const engine = await load();
  return engine.extractHtml(html, options);
}

/**
 * Loads the engine. Callers share one loading; after a failure the next call tries again.
 *
 * @returns {Promise<Engine>}
 */
export function load() {
  loading ??= start().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** @returns {Promise<Engine>} */
async function start() {
  const wasm = await source();
  const name = typeof wasm === "string" || wasm instanceof URL ? String(wasm) : "the wasm";
  try {
    await init({ module_or_path: await toModule(wasm, name) });
  } catch (error) {
    // Where a policy blocks WebAssembly, most engines say so when it is compiled, WebKit when it is started.
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    if (!isBlocked()) throw failure("damaged", `Factbox cannot use ${name}: it is damaged. Load or install it again`, error);
    const advice = "Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy";
    throw failure("policy", `Factbox cannot start: this page's policy blocks WebAssembly. ${advice}`, error);
  }
  // The first call is the slow one: make it now, not when somebody pastes.
  const { version } = read("Ofsted has rated the school ‘good’, she said on 4 May 2024, up 5% to £2m.");
  return { extract: read, extractHtml: readHtml, scales: glue.scales, version };
}

/**
 * @param {string} text
 * @param {Options} [options]
 */
function read(text, options) {
  check(text, "extract", "the article");
  return attempt(() => glue.extract(text, options));
}

/**
 * @param {string} html
 * @param {Options} [options]
 */
function readHtml(html, options) {
  check(html, "extractHtml", "the page");
  return attempt(() => glue.extractHtml(html, options));
}

/**
 * @template T
 * @param {() => T} call
 */
function attempt(call) {
  try {
    return call();
  } catch (error) {
    // Too deep a stack is a RangeError, in Firefox an InternalError. What the engine refuses has been refused by check().
    const broke = error instanceof WebAssembly.RuntimeError || error instanceof RangeError || /** @type {Error} */ (error).name === "InternalError";
    if (!broke) throw error;
    // After a trap the instance's memory is in no known state: go on with a new one of the same module.
    glue.__wbg_reset_state();
    throw failure("text", "this text broke Factbox: the engine has been started anew, other texts can be read", error);
  }
}

/**
 * @param {unknown} text
 * @param {string} name of the function
 * @param {string} what it expects
 */
function check(text, name, what) {
  if (typeof text !== "string") {
    throw new TypeError(`${name} expects ${what} as a string, got ${text === null ? "null" : typeof text}`);
  }
  const size = bytes(text);
  if (size > LIMIT) {
    const error = new RangeError(`${what} is ${size} bytes of UTF-8: the limit is ${LIMIT}`);
    throw Object.assign(error, { code: /** @type {Code} */ ("limit") });
  }
}

/**
 * @param {Wasm} wasm
 * @param {string} name of it
 */
async function toModule(wasm, name) {
  if (wasm instanceof WebAssembly.Module) return wasm;
  return typeof wasm === "string" || wasm instanceof URL ? fetchModule(wasm) : compile(wasm, name);
}

/** @param {string | URL} url */
async function fetchModule(url) {
  const response = await fetch(url).catch((error) => {
    const advice = "Is the network there, and does the Content-Security-Policy, if there is one, allow it in connect-src?";
    throw failure("missing", `Factbox cannot load ${url}. ${advice}`, error);
  });
  if (!response.ok) {
    throw failure("missing", `Factbox cannot load ${url}: the server answered ${response.status}. Is factbox_bg.wasm there?`);
  }
  // Servers that do not know WebAssembly give it another type, which streaming refuses.
  const known = response.headers.get("content-type")?.toLowerCase() === "application/wasm";
  return known ? WebAssembly.compileStreaming(response) : compile(await response.arrayBuffer(), String(url));
}

/**
 * @param {BufferSource} bytes
 * @param {string} name
 */
async function compile(bytes, name) {
  const start = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
  if (String.fromCharCode(...start.subarray(0, 4)) !== "\0asm") {
    throw failure("damaged", `Factbox cannot use ${name}: it is something else than WebAssembly`);
  }
  return WebAssembly.compile(bytes);
}

/** Whether a policy blocks WebAssembly: then even a module of nothing but its version is refused or does not start. */
function isBlocked() {
  try {
    return !new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return true;
  }
}

/**
 * @param {Code} code
 * @param {string} message
 * @param {unknown} [cause]
 */
function failure(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { code });
}
