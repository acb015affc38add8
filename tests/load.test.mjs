// The page where something goes wrong on the way: files missing, WebAssembly blocked, an engine that breaks.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { engine, nextFrame, open, paste, ready, withBrowser } from "./page/open.mjs";
import { trapping } from "./page/trap.mjs";

/** @import { Page } from "playwright-core" */

withBrowser();

const notLoaded = "Factbox did not load. Reload the page. If your newsroom blocks WebAssembly, ask for 'wasm-unsafe-eval'.";
const wasm = new URL("../www/pkg/factbox_bg.wasm", import.meta.url);

/** @param {Page} page */
const notice = async (page) => {
  await page.locator("#notice").waitFor({ state: "visible" });
  return page.locator("#notice").innerText();
};

/**
 * What the console said on the way.
 *
 * @param {Page} page
 */
const listen = (page) => {
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  return said;
};

describe("the engine", () => {
  it("says so where its files are missing, and the page stays usable", async () => {
    for (const name of ["factbox_bg.wasm", "factbox.js"]) {
      const page = await open({
        faulty: true,
        prepare: (page) => page.route(`**/pkg/${name}`, (route) => route.fulfill({ status: 404, body: "no such file" })),
      });
      assert.equal(await notice(page), notLoaded);
      await page.locator("#area").fill("It spent £5.6m.");
      assert.equal(await page.locator("#area").inputValue(), "It spent £5.6m.");
    }
  });

  it("names the reason where the policy blocks WebAssembly", async () => {
    /** @type {string[]} */
    let said = [];
    const page = await open({
      faulty: true,
      prepare: async (page) => {
        said = listen(page);
        await page.route("**/", async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: (await response.text()).replace(" 'wasm-unsafe-eval'", "") });
        });
      },
    });
    assert.equal(await notice(page), notLoaded);
    assert.match(said.join("\n"), /Add 'wasm-unsafe-eval' to script-src/);
  });

  it("says so where the server sends a page in the place of WebAssembly", async () => {
    /** @type {string[]} */
    let said = [];
    const page = await open({
      faulty: true,
      prepare: async (page) => {
        said = listen(page);
        await page.route("**/factbox_bg.wasm", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
      },
    });
    assert.equal(await notice(page), notLoaded);
    assert.match(said.join("\n"), /it is something else than WebAssembly/);
  });

  it("loads from a server that does not know its type, and asks for it once", async () => {
    let asked = 0;
    const body = await readFile(wasm);
    const page = await open({
      prepare: (page) =>
        page.route("**/factbox_bg.wasm", (route) => {
          asked += 1;
          return route.fulfill({ contentType: "application/octet-stream", body });
        }),
    });
    await page.locator("#area").focus();
    await paste(page, "It spent £5.6m.");
    await nextFrame(page);
    assert.match(await page.locator(".part.figs").innerText(), /£5\.6m/);
    // WebKit takes what was loaded ahead out of its cache, which this server forbids.
    assert.ok(asked <= (engine === "webkit" ? 2 : 1));
  });

  it("reads what was typed before it was there", async () => {
    /** @type {() => void} */
    let go = () => {};
    const gone = new Promise((resolve) => {
      go = () => resolve(undefined);
    });
    const page = await open({
      faulty: true,
      prepare: (page) =>
        page.route("**/factbox_bg.wasm", async (route) => {
          await gone;
          await route.continue();
        }),
    });
    await page.locator("#area").focus();
    await page.keyboard.type("It spent £5.6m.");
    go();
    await page.locator("#facts .item[data-item=f1]").waitFor();
  });

  it("is thrown away after it broke, and a new one reads the next text", async () => {
    const broken = await trapping();
    /** @type {string[]} */
    let said = [];
    const page = await open({
      faulty: true,
      prepare: async (page) => {
        said = listen(page);
        await page.route("**/factbox_bg.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: broken }));
      },
    });
    await ready(page);
    await page.locator("#area").focus();
    for (const sum of ["4m", "5m"]) {
      await paste(page, "Wrenfold spent £5.6m on a mill.");
      assert.equal(await notice(page), "This text broke Factbox. Your article is still here. Report a mistake opens a form without your text in it.");
      assert.equal(await page.locator("#area").inputValue(), "Wrenfold spent £5.6m on a mill.");
      assert.equal(await page.locator("#one").isVisible(), false);
      await paste(page, `It spent £${sum}.`);
      await nextFrame(page);
      assert.match(await page.locator(".part.figs").innerText(), new RegExp(`£${sum}`));
      assert.equal(await page.locator("#notice").isVisible(), false);
    }
    assert.doesNotMatch(said.join("\n"), /Wrenfold/, "no word of the article on the console");
  });
});

describe("factbox.js", () => {
  /** A page of the same origin without a policy of its own, to import the module into. @param {Page} page */
  const bare = (page) => page.route("**/", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));

  it("shares one loading among callers, and refuses what is no article", async () => {
    let asked = 0;
    const page = await open({
      faulty: true,
      prepare: async (page) => {
        await bare(page);
        page.on("request", (request) => {
          if (request.url().endsWith(".wasm")) asked += 1;
        });
      },
    });
    const answers = await page.evaluate(async () => {
      const { extract } = await import(new URL("factbox.js", location.href).href);
      const [one, two] = await Promise.all([extract("It spent £5.6m."), extract("It spent £5.6m.")]);
      const why = async (/** @type {unknown} */ text) =>
        extract(text).catch((/** @type {Error} */ error) => `${error.name}: ${error.message}`);
      return { same: JSON.stringify(one) === JSON.stringify(two), offsets: one.offsets, why: [await why(undefined), await why(null), await why("é".repeat(2_500_001))] };
    });
    assert.deepEqual(answers, {
      same: true,
      offsets: "utf-16",
      why: [
        "TypeError: extract expects the article as a string, got undefined",
        "TypeError: extract expects the article as a string, got null",
        "RangeError: the article is 5000002 bytes of UTF-8: the limit is 5000000",
      ],
    });
    assert.equal(asked, 1);
  });

  it("says that a text broke it, and reads the next one", async () => {
    const broken = await trapping();
    const page = await open({
      faulty: true,
      prepare: async (page) => {
        await bare(page);
        await page.route("**/factbox_bg.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: broken }));
      },
    });
    const answers = await page.evaluate(async () => {
      const { extract } = await import(new URL("factbox.js", location.href).href);
      const read = () => extract("It spent £5.6m.").then((/** @type {any} */ report) => report.figures[0].value, (/** @type {Error} */ error) => error.message);
      return [await read(), await read(), await read(), await read()];
    });
    const broke = "this text broke Factbox: the engine has been started anew, other texts can be read";
    assert.deepEqual(answers, [broke, 5_600_000, broke, 5_600_000]);
  });

  it("can be asked again after a failure", async () => {
    let fails = true;
    const page = await open({
      faulty: true,
      prepare: async (page) => {
        await bare(page);
        await page.route("**/factbox_bg.wasm", (route) => (fails ? route.fulfill({ status: 503, body: "" }) : route.continue()));
      },
    });
    const ask = () =>
      page.evaluate(async () => {
        const { extract } = await import(new URL("factbox.js", location.href).href);
        return extract("It spent £5.6m.").then(
          () => "read",
          (/** @type {Error} */ error) => error.message,
        );
      });
    assert.match(await ask(), /the server answered 503/);
    fails = false;
    assert.equal(await ask(), "read");
  });
});
