// The page in one file, opened from the disk: it reads as the page on a server does, and asks for nothing.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { single } from "../scripts/single.mjs";
import { examples } from "../www/examples.js";
import { nextFrame, open, paste, ready, withBrowser } from "./page/open.mjs";

/** @import { Page } from "playwright-core" */

withBrowser();

describe("the page in one file", () => {
  const folder = mkdtempSync(join(tmpdir(), "factbox-"));
  /** @type {Buffer} */
  let file;
  before(async () => {
    file = await single();
  });
  after(() => rmSync(folder, { recursive: true }));

  /** @param {Page} page @param {string} name @param {Buffer} content */
  const fromDisk = async (page, name, content) => {
    writeFileSync(join(folder, name), content);
    await page.goto("about:blank");
    await page.goto(pathToFileURL(join(folder, name)).href);
  };

  it("is no larger than 400 kB", () => {
    assert.ok(file.length <= 400_000, `${file.length} bytes`);
  });

  it("opens from the disk, reads what the page reads, and asks for nothing", async () => {
    const page = await open({ faulty: true }); // what it says of files is another page's
    const read = async () => {
      await ready(page);
      await page.locator("#starts button").first().click();
      await page.locator("#r1").waitFor();
      const look = await page.locator("#one h2").first().evaluate((heading) => [getComputedStyle(heading).fontSize, getComputedStyle(document.body).margin]);
      return { facts: await page.locator("#facts").innerText(), version: await page.locator("#version").innerText(), look };
    };
    const served = await read();
    await fromDisk(page, "factbox.html", file);
    assert.deepEqual(await read(), served);
    assert.match(await page.locator("#area").inputValue(), /Tarnshire County Council's/);
    assert.equal(await page.locator("#area").inputValue(), examples[0]?.text);
    await page.locator("#h-article").click();
    await paste(page, "The mill spent £5.6m – “a lot”, said Ann Lee.");
    await nextFrame(page);
    assert.equal(await page.locator("#f1 th a").innerText(), "£5.6m");

    await page.locator("#share-button").click();
    assert.match(await page.locator("#share-size").innerText(), /characters\. This link holds the path of this file on your computer, and opens nowhere else\.$/);
    await page.locator("#share-cancel").click();

    await page.locator("#privacy-button").click();
    const wasm = readFileSync(new URL("../www/pkg/factbox_bg.wasm", import.meta.url));
    assert.equal(await page.locator("#engine-hash").innerText(), createHash("sha256").update(wasm).digest("hex"));
    assert.match(await page.locator("#privacy").innerText(), /gone when you close the tab\. The browser keeps the article only if you tick that under More\./);
    assert.equal(await page.locator("a[href$='.html'], link:not([rel=icon]), script[src]").count(), 0);
    assert.deepEqual(await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => !name.startsWith("data:"))), []);
  });

  it("runs nothing but what its policy names by hash", async () => {
    const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(file.toString("latin1")) ?? [];
    const sources = Object.fromEntries(policy.split("; ").map((line) => [line.split(" ")[0], line.split(" ").slice(1).filter((source) => !/^'sha256-[\w+/]{43}='$/.test(source)).join(" ")]));
    const rest = { "default-src": "'none'", "img-src": "data:", "base-uri": "'none'", "form-action": "'none'" };
    const types = { "require-trusted-types-for": "'script'", "trusted-types": "factbox factbox-file" };
    assert.deepEqual(sources, { ...rest, ...types, "script-src": "'wasm-unsafe-eval'", "style-src": "" });
    // The page's own script does not run either where the policy has the hash of another in its place.
    const [boot = "", own = ""] = policy.match(/'sha256-[^']+'/g) ?? [];
    const page = await open({ faulty: true });
    const ran = [];
    for (const hash of [own, boot]) {
      await fromDisk(page, "other.html", Buffer.from(file.toString("latin1").replace(own, hash), "latin1"));
      await page.waitForFunction(() => document.readyState === "complete" && document.querySelector("style") !== null);
      ran.push((await page.locator("#starts button").count()) > 0);
    }
    assert.deepEqual(ran, [true, false]);
  });

  it("says so where it was cut off or saved in another encoding", async () => {
    const page = await open({ faulty: true });
    const text = file.toString("latin1"); // byte by byte
    const cut = text.replace(/[^<]{9}(?=<\/script>)/, "");
    assert.equal(cut.length, text.length - 9);
    for (const content of [cut, text.replace("windows-1252", "windows-1251")]) {
      await fromDisk(page, "damaged.html", Buffer.from(content, "latin1"));
      await page.waitForFunction(() => document.body?.textContent?.startsWith("This file of Factbox is damaged."));
    }
  });
});
