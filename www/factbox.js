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

/** @type {Promise<Engine> | undefined} */
let loading;

/**
 * Reads one article.
 *
 * @param {string} text
 * @param {Options} [options]
 * @returns {Promise<Report>} spans count UTF-16 units, so that `text.slice(...span)` gives their words
 * @throws {TypeError} for anything but a string, and for a scale that is refused, with place and reason
 * @throws {RangeError} for more than {@link LIMIT} bytes
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
 * @throws {RangeError} for more than {@link LIMIT} bytes
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
  try {
    const module = await fetchModule(new URL("./pkg/factbox_bg.wasm", import.meta.url));
    await init({ module_or_path: module });
  } catch (error) {
    // Where a policy blocks WebAssembly, most engines say so when it is compiled, WebKit when it is started.
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    throw new Error(
      "Factbox cannot start: WebAssembly is blocked or damaged. " +
        "Where a Content-Security-Policy blocks it, add 'wasm-unsafe-eval' to its script-src",
      { cause: error },
    );
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
    throw new Error("this text broke Factbox: the engine has been started anew, other texts can be read", {
      cause: error,
    });
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
  if (size > LIMIT) throw new RangeError(`${what} is ${size} bytes of UTF-8: the limit is ${LIMIT}`);
}

/**
 * @param {URL} url
 * @returns {Promise<WebAssembly.Module>}
 */
async function fetchModule(url) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`Factbox cannot load ${url}: the server answered ${response.status}. Is factbox_bg.wasm there?`);
  }
  // Servers that do not know WebAssembly give it another type, which streaming refuses.
  const known = response.headers.get("content-type")?.toLowerCase() === "application/wasm";
  if (known) return WebAssembly.compileStreaming(response);
  const body = await response.arrayBuffer();
  const magic = new Uint8Array(body, 0, Math.min(4, body.byteLength));
  if (String.fromCharCode(...magic) !== "\0asm") {
    throw new Error(`Factbox cannot use ${url}: the server answered with something else than WebAssembly`);
  }
  return WebAssembly.compile(body);
}
