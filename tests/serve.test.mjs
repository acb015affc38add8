// The development server: the page's files with their types, and nothing else of the machine.

import assert from "node:assert/strict";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../scripts/serve.mjs";

/** @type {string} */
let folder;
/** @type {{ url: string, close: () => Promise<void> }} */
let server;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "factbox-"));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>Factbox</title>");
  await writeFile(join(folder, "engine.wasm"), "\0asm");
  await writeFile(join(folder, "page.js"), "export {};");
  await symlink(fileURLToPath(new URL(".", import.meta.url)), join(folder, "elsewhere"));
  server = await serve({ folder, port: 0 });
});

after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/**
 * The status line that the path gets as it stands; `fetch` would tidy it up first.
 *
 * @param {string} path
 * @returns {Promise<string | undefined>}
 */
function status(path, method = "GET") {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    let answer = "";
    socket.on("error", reject);
    socket.on("data", (part) => (answer += part));
    socket.on("end", () => resolve(answer.split(" ")[1]));
    socket.write(`${method} ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
  });
}

test("files come with the types that a browser insists on", async () => {
  for (const [path, type] of [
    ["", "text/html; charset=utf-8"],
    ["page.js?v=1", "text/javascript; charset=utf-8"],
    ["engine.wasm", "application/wasm"],
  ]) {
    const answer = await fetch(server.url + path);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("content-type"), type);
    await answer.arrayBuffer();
  }
});

test("it listens on loopback only", async () => {
  assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []).filter((at) => !at.internal);
  for (const { address } of others.filter((at) => at.family === "IPv4")) {
    const socket = connect(Number(new URL(server.url).port), address);
    const outcome = await new Promise((resolve) => socket.on("connect", resolve).on("error", resolve));
    assert.equal(outcome?.code, "ECONNREFUSED", address);
  }
});

test("nothing outside the folder can be reached, and folders are not listed", async () => {
  for (const path of [
    "/../package.json",
    "/..%2f..%2fetc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..\\..\\etc\\passwd",
    "//etc/passwd",
    "/elsewhere/package.test.mjs",
    "/elsewhere",
    "/%00",
    "/%zz",
    "/nothing.html",
  ]) {
    assert.equal(await status(path), "404", path);
  }
});

test("it only answers reading", async () => {
  assert.equal(await status("/", "POST"), "405");
  assert.equal(await status("/", "HEAD"), "200");
});
