// The pages for newsroom developers and their security teams: what they show works, what they say to copy works, and
// everybody can read them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { source } from "../www/issues.js";
import { faultless } from "./page/faults.mjs";
import { lines, marked, read } from "./page/host.mjs";
import { newspaper } from "./page/newspaper.mjs";
import { open, sideways, withBrowser } from "./page/open.mjs";

/** @import { Page } from "playwright-core" */
/** @import { Wishes } from "./page/open.mjs" */

withBrowser({ base: "/factbox/" });

/**
 * Opens the page Embed and waits until all of it works.
 *
 * @param {Wishes} [wishes]
 */
async function embed(wishes) {
  const page = await open({ path: "embed.html", ...wishes });
  await page.waitForFunction(() => document.querySelectorAll("meta[http-equiv]").length === 2);
  await read(page);
  return page;
}

/**
 * The snippets of a part of the page, with the address that they have here.
 *
 * @param {Page} page
 * @param {string} id
 */
const snippets = (page, id) => page.locator(`#${id} pre`).evaluateAll((all) => all.map((pre) => pre.textContent ?? ""));

describe("the page Embed", () => {
  it("shows a box beside a story, and the line for what is wished for", async () => {
    const page = await embed();
    assert.ok((await lines(page, "#demo")).includes("£5.6m"));
    assert.ok((await marked(page, "figure")).includes("£5.6m"));
    assert.equal(await page.locator("#wished").innerText(), '<fact-box for="story" highlight></fact-box>');
    for (const kind of ["Ratings", "Figures", "Dates", "Marks in the text"]) await page.getByLabel(kind).uncheck();
    await page.getByLabel("Everything").check();
    assert.equal(await page.locator("#wished").innerText(), '<fact-box for="story" show="quotes" full></fact-box>');
    const shown = await lines(page, "#demo");
    assert.ok(shown.some((line) => line.includes("Ann Lee")) && !shown.includes("£5.6m"), shown.join());
  });

  it("shows a framed box as high as what it holds", async () => {
    const page = await embed();
    await page.locator("iframe").scrollIntoViewIfNeeded();
    const body = page.frameLocator("iframe").locator("body");
    await body.getByText("£5.6m").waitFor();
    await page.waitForFunction(() => document.querySelector("iframe")?.getAttribute("height") !== "200");
    const height = await body.evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
    assert.equal(await page.locator("iframe").getAttribute("height"), String(height));
  });

  it("has a story to write in, with a box that follows, and shows what one click puts into it", async () => {
    const page = await embed();
    await page.locator("#draft").click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.insertText(" The bridge cost £9m.");
    await page.waitForFunction(() => document.querySelector("#panel fact-box")?.shadowRoot?.textContent?.includes("£9m"));
    await page.getByRole("button", { name: "Insert fact box" }).click();
    const html = (await page.locator("#inserted pre").innerText()).trim();
    assert.match(html, /^<figure class="fact-box">[^]*£9m[^]*<\/figure>$/);
  });

  it("copies snippets that name this site's own address", async () => {
    const page = await embed();
    await page.locator("#load").getByRole("button", { name: "Copy this snippet" }).click();
    await page.waitForFunction(() => document.getElementById("status")?.textContent === "Snippet copied");
    const here = new URL("./", page.url()).href;
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `<script type="module" src="${here}define.js"></script>`);
    for (const text of await page.locator("pre").allInnerTexts()) assert.doesNotMatch(text, /news\.example/);
  });

  it("cannot send what is written there", async () => {
    const page = await embed({ faulty: true }); // the policy says so in the console
    assert.equal(await page.evaluate(() => fetch("style.css").then(() => "sent", () => "refused")), "refused");
  });

  it("has snippets that work on a page of another address", async (t) => {
    const page = await embed({ faulty: true });
    const parts = await Promise.all(["load", "beside", "round", "frame"].map((id) => snippets(page, id)));
    const story = await page.locator("#story").evaluate((story) => story.outerHTML);
    const paper = await newspaper(t, { "index.html": `<!doctype html><meta charset="utf-8"><title>Paper</title>${story}${parts.flat().join("")}` });
    await page.goto(paper);
    await page.waitForFunction(() => document.querySelectorAll("fact-box").length === 3);
    await read(page);
    const shown = await page.locator("fact-box").evaluateAll((boxes) => boxes.map((box) => box.shadowRoot?.textContent ?? ""));
    for (const [at, words] of ["£5.6m", "Tom Hale", "£3m"].entries()) assert.ok(shown[at]?.includes(words), `${words} in ${shown[at]}`);
    await page.locator("iframe").scrollIntoViewIfNeeded();
    await page.frameLocator("iframe").getByText("In short").waitFor();
    await page.frameLocator("iframe").getByText("Ann Lee").waitFor();
  });
});

describe("the policy lines", () => {
  /** A page of a newspaper with a story, under a policy that allows nothing else. @param {string} policy @param {string} body */
  const html = (policy, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Paper</title>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${policy}"></head>
    <body><p id="story">“It rained for a week,” said Tom Hale, a farmer.</p>${body}</body></html>`;

  /** @param {Page} page @param {string} name */
  const line = (page, name) => page.locator(`[data-policy=${name}]`).innerText();

  for (const [name, trusted] of [["own", false], ["other", false], ["other", true]]) {
    it(`are enough for a box whose files are on its ${name} address${trusted ? ", with Trusted Types" : ""}`, async (t) => {
      const page = await open({ path: "privacy.html", faulty: name === "other" });
      const site = new URL("./", page.url()).href;
      const policy = (await line(page, String(name))) + (trusted ? "; require-trusted-types-for 'script'; trusted-types 'none'" : "");
      const box = `<fact-box for="story" highlight></fact-box><script type="module" src="${site}define.js"></script>`;
      if (name === "own") {
        await page.route("**/paper.html", (route) => route.fulfill({ contentType: "text/html", body: html(policy, box) }));
        await page.goto(`${site}paper.html`);
      } else await page.goto(await newspaper(t, { "index.html": html(policy, box) }));
      await read(page);
      assert.ok((await lines(page)).some((line) => line.includes("Tom Hale")));
      const violations = await page.evaluate(() => /** @type {any} */ (window).violations);
      assert.deepEqual(violations.filter((/** @type {string} */ violation) => !violation.startsWith("img-src")), [], "but for the newspaper's icon");
    });
  }

  it("are enough for a framed box", async (t) => {
    const page = await open({ path: "privacy.html", faulty: true });
    const site = new URL("./", page.url()).href;
    const frame = `<iframe data-factbox-story="#story" title="Facts" height="50" src="${site}frame.html" sandbox="allow-scripts allow-same-origin"></iframe>
      <script type="module" src="host.js"></script>`;
    const host = readFileSync(new URL("../www/host.js", import.meta.url), "utf8");
    await page.goto(await newspaper(t, { "index.html": html(await line(page, "frame"), frame), "host.js": host }));
    await page.frameLocator("iframe").getByText("Tom Hale").waitFor();
    await page.waitForFunction(() => document.querySelector("iframe")?.getAttribute("height") !== "50");
  });
});

describe("links to the source", () => {
  it("stand where the site is one of GitHub Pages", () => {
    assert.equal(source("paper.github.io", "/factbox/embed.html"), "https://github.com/paper/factbox");
    for (const [host = "", path = ""] of [["paper.github.io", "/embed.html"], ["github.io.news.example", "/factbox/"]]) assert.equal(source(host, path), "");
  });
});

describe("everybody can read", () => {
  for (const path of ["embed.html", "privacy.html", "nothing.html"]) {
    it(`${path} at every width, in both schemes`, async () => {
      const page = await open({ path, faulty: path === "nothing.html", context: { viewport: { width: 320, height: 800 } } });
      await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.endsWith("guide.css")));
      if (path === "embed.html") await read(page);
      for (const width of [320, 390, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        assert.ok((await sideways(page)) <= 0, `${width} px`);
      }
      for (const [width, colorScheme] of /** @type {const} */ ([[1440, "light"], [390, "dark"]])) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await faultless(page, `${width} px, ${colorScheme}`);
      }
      // WCAG 1.4.12: a reader's own spacing must not cost words.
      await page.setViewportSize({ width: 320, height: 800 });
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
        document.adoptedStyleSheets = [sheet];
      });
      assert.ok((await sideways(page)) <= 0, "spaced");
    });
  }
});
