// What GitHub Pages gets and shows: the files that `npm start` serves, under any path, with a page for wrong addresses.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { root } from "../scripts/run.mjs";
import { serve } from "../scripts/serve.mjs";
import { open, paste, withBrowser } from "./page/open.mjs";

const base = "/newsroom/factbox/";
withBrowser({ base });

const workflow = (/** @type {string} */ name) => readFileSync(join(root, ".github/workflows", name), "utf8");

describe("what the workflow uploads", () => {
  const folder = /upload-pages-artifact@[^]*?path: (\S+)/.exec(workflow("pages.yml"))?.[1] ?? "";

  it("is what `npm start` serves: the same files, byte by byte, and nothing hidden", async () => {
    // As the action packs it.
    const tar = ["--dereference", "--hard-dereference", "--exclude=.git", "--exclude=.github", "--exclude=.[^/]*"];
    const packed = execFileSync("tar", [...tar, "-cf", "-", "."], { cwd: join(root, folder), maxBuffer: 2 ** 28 });
    const uploaded = String(execFileSync("tar", ["-tf", "-"], { input: packed }))
      .split("\n")
      .filter((name) => name && !name.endsWith("/"))
      .map((name) => name.replace(/^\.\//, ""));
    assert.ok(uploaded.includes("index.html") && uploaded.includes("pkg/factbox_bg.wasm"));
    const server = await serve({ port: 0 });
    try {
      const there = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
      for (const path of there) {
        const is = lstatSync(join(root, folder, path));
        if (is.isDirectory()) continue;
        assert.ok(is.isFile(), `${path}: Pages refuses links`);
        const answer = await fetch(server.url + path);
        const body = Buffer.from(await answer.arrayBuffer());
        assert.equal(answer.status, uploaded.includes(path) ? 200 : 404, path);
        if (answer.ok) assert.ok(body.equals(readFileSync(join(root, folder, path))), path);
      }
      assert.equal((await fetch(server.url)).headers.get("access-control-allow-origin"), "*", "as Pages sends it");
    } finally {
      await server.close();
    }
  });

  for (const name of readdirSync(join(root, ".github/workflows"))) {
    it(`is made by actions of known content: ${name}`, () => {
      const used = [...workflow(name).matchAll(/uses: (\S+)(.*)/g)];
      assert.ok(used.length > 0);
      for (const [, action = "", note = ""] of used) {
        assert.match(action, /@[0-9a-f]{40}$/);
        assert.match(note, / # v\d+\.\d+\.\d+/);
      }
    });
  }
});

describe("under a path of its own", () => {
  it("the page reads an article, and asks for nothing outside its folder", async () => {
    /** @type {string[]} */
    const outside = [];
    const page = await open({
      prepare: async (page) => {
        page.on("request", (request) => {
          if (!new URL(request.url()).pathname.startsWith(base)) outside.push(request.url());
        });
      },
    });
    await paste(page, "Ofsted has rated Meadow School “good”.");
    await page.locator("#r1").waitFor();
    assert.deepEqual(outside, []);
  });

  it("leads to pages that are there", async () => {
    const page = await open();
    const links = await page.locator("a[href]:not([href^='#'])").evaluateAll((all) => all.map((a) => /** @type {HTMLAnchorElement} */ (a).href));
    for (const link of links) assert.equal((await fetch(link)).status, 200, link);
  });

  for (const path of ["nothing.html", "no/such/place", "no/such/place/"]) {
    it(`says that there is no such page, and leads home: ${path}`, async () => {
      const page = await open({ path, faulty: true });
      assert.equal(await page.locator("h1").innerText(), "There is no such page");
      await page.waitForFunction(() => document.styleSheets.length === 2);
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).marginTop), "0px");
      await page.getByRole("link", { name: "Open Factbox" }).click();
      await page.locator("#paste").waitFor();
      assert.equal(new URL(page.url()).pathname, base);
    });
  }
});
