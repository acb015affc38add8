// What Factbox is built with, and what comes out: no dependency of the page, licences, pinned actions, the engine's hash.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { answer, locks } from "../scripts/advisories.mjs";
import { misfits, page as licences } from "../scripts/licences.mjs";
import { notes } from "../scripts/release.mjs";
import { root } from "../scripts/run.mjs";
import { hash, revised, stale } from "../scripts/scales.mjs";

const read = (/** @type {string} */ path) => readFileSync(join(root, path), "utf8");

/** The lock files in a folder of the project. @param {string} folder @returns {string[]} */
function lockFiles(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder + entry.name;
    if (entry.isDirectory()) return /^(node_modules|target|\..*)$/.test(entry.name) ? [] : lockFiles(`${path}/`);
    return /^(Cargo\.lock|package-lock\.json)$/.test(entry.name) ? [path] : [];
  });
}

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

  it("is asked about lock file by lock file, and no answer is not taken for a good one", () => {
    assert.deepEqual([...locks].sort(), lockFiles("").sort());
    const crate = { advisory: { id: "RUSTSEC-2020-0001", title: "A hole" }, package: { name: "a", version: "1.0.0" } };
    const hole = { name: "b", via: ["c", { title: "Another", url: "https://example.org/1" }] };
    const cases = /** @type {const} */ ([
      [{ vulnerabilities: { list: [] } }, [], undefined],
      [{ vulnerabilities: { list: [crate] } }, ["a 1.0.0: RUSTSEC-2020-0001, A hole"], undefined],
      [{ vulnerabilities: {}, metadata: { vulnerabilities: { total: 0 } } }, [], undefined],
      [{ vulnerabilities: { b: hole }, metadata: { vulnerabilities: { total: 1 } } }, ["b: Another, https://example.org/1"], undefined],
      [{ message: "405 Method Not Allowed" }, [], "405 Method Not Allowed"],
      ["", [], "couldn't fetch"],
    ]);
    for (const [told, found, why] of cases) {
      const { file: _, ...rest } = answer("a.lock", told === "" ? "" : JSON.stringify(told), "error:\ncouldn't fetch\n");
      assert.deepEqual({ why: undefined, ...rest }, { found, why });
    }
  });

  it("names actions of continuous integration by their commit", () => {
    for (const name of readdirSync(join(root, ".github/workflows"))) {
      const uses = [...read(`.github/workflows/${name}`).matchAll(/\buses:\s*(\S+)/g)].map(([, action]) => String(action));
      assert.ok(uses.length > 0);
      for (const action of uses) assert.match(action, /^(\.\/.+|[\w./-]+@[0-9a-f]{40})$/, name);
    }
  });
});

describe("the date of the scales", () => {
  it("is renewed where one of them says something new, and not for its examples and comments", () => {
    assert.equal(stale(), "");
    const scale = 'id = "a"\n# best first\ngrades = [\n  ["good"],\n]\n\n[[example]]\ntext = "x"\n';
    const same = [scale.replaceAll("\n", "\r\n"), scale.replace("best", "Best"), `${scale}\n[[not]]\ntext = "y"\n`];
    for (const text of same) assert.equal(hash([["a.toml", text]]), hash([["a.toml", scale]]), text);
    const other = [scale.replace("good", "fair"), scale.replace("[[example]]", 'since = "2019"\n[[example]]')];
    for (const text of other) assert.notEqual(hash([["a.toml", text]]), hash([["a.toml", scale]]), text);
    assert.notEqual(hash([["b.toml", scale]]), hash([["a.toml", scale]]));
    assert.notEqual(hash([["a.toml", scale], ["b.toml", scale]]), hash([["a.toml", scale]]));
  });

  it("is a day of the calendar, or nothing is built", () => {
    assert.equal(revised('{ "date": "2024-02-29" }'), "2024-02-29");
    for (const date of ['"2023-02-29"', '"2026-13-01"', '"30 November 2026"', '"2026-11"', '"2026-11-30T00:00"', "20261130", "null"]) {
      assert.throws(() => revised(`{ "date": ${date} }`), /revised\.json: "date" must be a day like 2026-11-30.*npm run scales/, date);
    }
    for (const text of ["", "null", "{}"]) assert.throws(() => revised(text), /revised\.json/, text);
  });
});

describe("the engine that is built", () => {
  const wasm = readFileSync(join(root, "www/pkg/factbox_bg.wasm"));

  it("has the hash that the page's list of files names", () => {
    const named = /"engine": "([0-9a-f]{64})"/.exec(read("www/pkg/files.js"))?.[1];
    assert.equal(named, createHash("sha256").update(wasm).digest("hex"));
  });

  it("has its hash in the notes of a release, above what has changed", () => {
    const hash = createHash("sha256").update(wasm).digest("hex");
    const changelog = "# Changelog\n\n## [Unreleased]\n\n- Later.\n\n## [1.2.0] - 2026-01-01\n\n- Now.\n\n## [1.1.0]\n\n- Before.\n";
    const lines = notes(changelog, "1.2.0", `${"0".repeat(64)}  factbox-1.2.0.tgz\n${hash}  factbox_bg.wasm\n`).split("\n");
    assert.ok(lines.includes(`    ${hash}`));
    assert.deepEqual(lines.filter((line) => line.startsWith("- ")), ["- Now."]);
    assert.throws(() => notes(changelog, "1.3.0", ""), /no part \[1\.3\.0\]/);
  });

  it("holds no path of the machine that built it", () => {
    const text = wasm.toString("latin1");
    for (const folder of [root, process.env.CARGO_HOME ?? process.env.HOME ?? root]) assert.equal(text.includes(folder), false, folder);
  });
});
