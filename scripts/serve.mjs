// Serves `www/` on loopback as a static host would: right types, nothing outside the folder, no listings.

import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { Failure, main, root } from "./run.mjs";

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Ports tried one after the other where none is asked for. */
const usual = Array.from({ length: 20 }, (_, nth) => 8000 + nth);

/**
 * Starts the server.
 *
 * @typedef {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<boolean>} First
 * @param {{ folder?: string, port?: number, first?: First }} [options] without a port: the first free one from 8000 on;
 *   0: any. `first` may answer a request itself: then it gives true
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} the address with a closing slash
 */
export async function serve({ folder = join(root, "www"), port, first = async () => false } = {}) {
  const base = await realpath(folder);
  const server = createServer((request, response) => {
    const answered = async () => (await first(request, response)) || answer(base, request, response);
    answered().catch(() => response.destroy());
  });
  for (const tried of port === undefined ? [...usual, 0] : [port]) {
    const taken = await listen(server, tried);
    if (!taken) {
      const address = server.address();
      const bound = typeof address === "object" && address ? address.port : tried;
      return { url: `http://127.0.0.1:${bound}/`, close: () => close(server) };
    }
    if (port !== undefined) throw new Failure(`port ${port} cannot be used (${taken}): set PORT to another one`);
  }
  throw new Failure("no port is free: set PORT to one that is");
}

/**
 * @param {import("node:http").Server} server
 * @param {number} port
 * @returns {Promise<string | null>} why it cannot listen there, or null
 */
function listen(server, port) {
  return new Promise((resolve) => {
    const failed = (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? error.message);
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", failed);
      resolve(null);
    });
  });
}

/** @param {import("node:http").Server} server */
function close(server) {
  return new Promise((/** @type {(value: void) => void} */ resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * @param {string} base real path of the served folder
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(base, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "only GET and HEAD");
  const path = await find(base, request.url ?? "/");
  if (!path) return refuse(response, 404, "there is no such file");
  const { size } = await stat(path);
  response.writeHead(200, {
    "content-type": types[extname(path).toLowerCase()] ?? "application/octet-stream",
    "content-length": size,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  });
  if (request.method === "HEAD") return void response.end();
  createReadStream(path).on("error", () => response.destroy()).pipe(response);
}

/**
 * The file that an address names, or null: links and `..` that lead outside the folder name nothing.
 *
 * @param {string} base
 * @param {string} address
 */
async function find(base, address) {
  try {
    const name = decodeURIComponent(address.split(/[?#]/, 1)[0] ?? "");
    const path = await realpath(join(base, name.endsWith("/") ? `${name}index.html` : name));
    return path.startsWith(base + sep) && (await stat(path)).isFile() ? path : null;
  } catch {
    return null; // no such file, a NUL, or a broken escape
  }
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {string} words
 */
function refuse(response, status, words) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${words}\n`);
}

/** The port that the environment asks for, if any. */
export function wishedPort() {
  const wish = process.env.PORT;
  if (!wish) return undefined;
  if (!/^\d{1,5}$/.test(wish) || Number(wish) > 65535) throw new Failure(`PORT is ${wish}: expected 0 to 65535`);
  return Number(wish);
}

await main(import.meta, async () => {
  const { url } = await serve({ port: wishedPort() });
  console.log(`Factbox is at ${url}`);
});
