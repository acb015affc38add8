// What Factbox is built with, and what comes out: no dependency of the page, licences, pinned actions, the engine's hash.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { misfits, page as licences } from "../scripts/licences.mjs";
import { root } from "../scripts/run.mjs";

const read = (/** @type {string} */ path) => readFileSync(join(root, path), "utf8");

describe("what Factbox is built with", () => {
  it("is no npm package for those who use it", () => {
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = JSON.parse(read("package.json"));
    assert.deepEqual({ ...dependencies, ...optionalDependencies, ...peerDependencies }, {});
    /** @type {[string, { dev?: boolean }][]} */
    const locked = Object.entries(JSON.parse(read("package-lock.json")).packages);
    // What `npm ls --omit=dev` would list.
    assert.deepEqual(locked.filter(([path, { dev }]) => path !== "" && !dev).map(([path]) => path), []);
  });

  it("names one version of each npm package", () => {
    for (const [name, version] of Object.entries(JSON.parse(read("package.json")).devDependencies)) {
      assert.match(String(version), /^\d+\.\d+\.\d+$/, name);
    }
  });

  it("is listed with its licences, all of which may be used", () => {
    assert.deepEqual(misfits(), []);
    assert.equal(read("docs/licences.md"), licences(), "run `npm run licences` and read the difference");
  });

  it("names actions of continuous integration by their commit", () => {
    for (const name of readdirSync(join(root, ".github/workflows"))) {
      const uses = [...read(`.github/workflows/${name}`).matchAll(/\buses:\s*(\S+)/g)].map(([, action]) => String(action));
      assert.ok(uses.length > 0);
      for (const action of uses) assert.match(action, /^(\.\/.+|[\w./-]+@[0-9a-f]{40})$/, name);
    }
  });
});

describe("the engine that is built", () => {
  const wasm = readFileSync(join(root, "www/pkg/factbox_bg.wasm"));

  it("has the hash that the page's list of files names", () => {
    const named = /"engine": "([0-9a-f]{64})"/.exec(read("www/pkg/files.js"))?.[1];
    assert.equal(named, createHash("sha256").update(wasm).digest("hex"));
  });

  it("holds no path of the machine that built it", () => {
    const text = wasm.toString("latin1");
    for (const folder of [root, process.env.CARGO_HOME ?? process.env.HOME ?? root]) assert.equal(text.includes(folder), false, folder);
  });
});
