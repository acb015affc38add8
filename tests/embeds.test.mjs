// The examples for newsrooms, each opened as it stands in the repository: plain page, form, frame, editors.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { root } from "../scripts/run.mjs";
import { serve } from "../scripts/serve.mjs";
import { lines, marked, read } from "./page/host.mjs";
import { newspaper } from "./page/newspaper.mjs";
import { open, withBrowser } from "./page/open.mjs";

/** @import { Page } from "playwright-core" */

withBrowser({ folder: root });

/** Another origin, with the site at its root. @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => {
  site = await serve({ port: 0 });
});
after(() => site.close());

/** @param {string} name @param {object} [wishes] */
const example = (name, wishes) => open({ path: `examples/${name}/`, ...wishes });

const story = "Ofsted has rated Meadow School “good”. “We are proud,” said Ann Lee, the head teacher. It spent £5.6m.";

/**
 * Waits until a box shows words.
 *
 * @param {Page} page
 * @param {string} words
 */
async function shows(page, words) {
  const there = (/** @type {string} */ words) =>
    [...document.querySelectorAll("fact-box")].some((box) => box.shadowRoot?.querySelector(".frame")?.textContent?.includes(words));
  await page.waitForFunction(there, words);
}

/** Presses the button that inserts the static box. @param {Page} page */
const insert = (page) => page.getByRole("button", { name: "Insert fact box" }).click();

/** A static box as one line; TinyMCE puts a blank into empty cells. @param {string} html */
const tidy = (html) => html.replace(/\s*\n\s*/g, "").replaceAll("<td>\u00a0</td>", "<td></td>");

/** The box that a panel would insert. @param {Page} page */
const wanted = async (page) => tidy(await page.evaluate(() => /** @type {any} */ (document.querySelector("fact-box[full]")).toHTML()));

describe("plain page", () => {
  it("has three boxes under a strict policy: beside a story, round a text, and in the place of a marker", async () => {
    const page = await example("plain");
    await page.waitForFunction(() => document.querySelectorAll("fact-box").length === 3);
    await read(page);
    const [beside, round, marker] = await page.locator("fact-box").evaluateAll((boxes) =>
      boxes.map((box) => /** @type {HTMLElement} */ (box.shadowRoot?.querySelector(".frame")).innerText),
    );
    assert.match(beside ?? "", /requires improvement[^]*£5\.6m[^]*Ann Lee/i);
    assert.match(round ?? "", /Tom Hale/);
    assert.match(marker ?? "", /£3m/);
    assert.ok((await marked(page, "figure")).includes("£5.6m"));
  });
});

describe("form", () => {
  it("sends the report of what is written with the form", async () => {
    const page = await example("form");
    await page.getByLabel("Story").fill(story);
    await shows(page, "Ann Lee");
    const saved = await page.evaluate(() => new FormData(/** @type {HTMLFormElement} */ (document.querySelector("form"))).get("facts"));
    assert.equal(JSON.parse(String(saved)).quotes[0].source.name, "Ann Lee");
  });
});

describe("frame", () => {
  const height = (/** @type {Page} */ page) => page.locator("iframe[title]").evaluate((frame) => Number(frame.getAttribute("height")));
  /** @param {Page} page */
  const framed = async (page) => {
    const frame = page.frameLocator("iframe[title]");
    await frame.getByText("Ann Lee").waitFor();
    return frame;
  };

  it("reads the story of the page around it, and is as high as its box", async () => {
    const page = await example("iframe");
    const frame = await framed(page);
    assert.equal(await frame.getByText("£5.6m").count(), 0, "the frame's address asks for ratings and quotes only");
    await page.waitForFunction(() => document.querySelector("iframe")?.getAttribute("height") !== "200");
    const inside = await frame.locator("body").evaluate((body) => [body.getBoundingClientRect().height, document.documentElement.scrollHeight]);
    assert.equal(await height(page), Math.ceil(inside[0] ?? 0));
    assert.ok((inside[0] ?? 0) > 100);
  });

  it("works from another address, tells that page alone what it found, and cannot ask for anything afterwards", async (t) => {
    const html = readFileSync(join(root, "examples/iframe/index.html"), "utf8")
      .replaceAll("../../www/", site.url)
      .replace('sandbox="allow-scripts"', 'sandbox="allow-scripts allow-same-origin"');
    const paper = await newspaper(t, { "index.html": html });
    const page = await open({
      path: "examples/iframe/",
      faulty: true, // it asks another origin, which is the point
      prepare: (page) =>
        page.addInitScript(() => {
          addEventListener("factbox-report", (event) => Object.assign(window, { report: /** @type {CustomEvent} */ (event).detail.report }));
        }),
    });
    await page.goto(paper);
    await framed(page);
    await page.waitForFunction(() => "report" in window);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).report.ratings[0].subject), "Meadow School");
    const frame = page.frames().find((frame) => frame.url().startsWith(site.url));
    assert.ok(frame);
    await frame.waitForFunction(() => document.querySelectorAll("meta[http-equiv]").length === 2);
    assert.equal(await frame.evaluate(() => fetch("frame.js").then(() => "sent", () => "refused")), "refused");
  });

  it("heeds no message but those of its own page, and the page none but those of its frame", async () => {
    const page = await example("iframe");
    const frame = await framed(page);
    const before = await height(page);
    await page.evaluate(async () => {
      // A frame of somebody else, beside the box and inside the page.
      const evil = document.createElement("iframe");
      evil.setAttribute("sandbox", "allow-scripts");
      evil.srcdoc = `<script>
        parent.postMessage({ type: "factbox:resize", height: 9999 }, "*");
        parent.frames[0].postMessage({ type: "factbox:text", text: "Evil Ltd spent £9m." }, "*");
        parent.postMessage("done", "*");
      <\/script>`;
      const done = new Promise((resolve) => addEventListener("message", ({ data }) => data === "done" && resolve(undefined)));
      document.body.append(evil);
      await done;
      // The page's own window is not its frame's.
      postMessage({ type: "factbox:resize", height: 9999 }, "*");
      await new Promise((resolve) => addEventListener("message", resolve, { once: true }));
    });
    assert.equal(await height(page), before);
    assert.equal(await frame.getByText("Evil").count(), 0);
    // What the frame itself asks for stays within bounds.
    const inside = page.frames().find((frame) => frame.url().includes("frame.html"));
    assert.ok(inside);
    for (const [asked, given] of [[1e9, 5000], [-5, 0]]) {
      await inside.evaluate((height) => parent.postMessage({ type: "factbox:resize", height }, "*"), asked);
      await page.waitForFunction((given) => document.querySelector("iframe")?.getAttribute("height") === String(given), given);
    }
    for (const height of ["9", null, Number.NaN, {}]) await inside.evaluate((height) => parent.postMessage({ type: "factbox:resize", height }, "*"), height);
    await inside.evaluate(() => parent.postMessage({ type: "factbox:resize", height: 300 }, "*"));
    await page.waitForFunction(() => document.querySelector("iframe")?.getAttribute("height") === "300");
  });

  it("shows a short text of its own address, for pages that run no script", async () => {
    const page = await open({ path: `www/frame.html#${new URLSearchParams({ text: story, show: "figures", heading: "In figures" })}` });
    await shows(page, "£5.6m");
    const said = await lines(page);
    assert.equal(said[0], "In figures");
    assert.ok(!said.some((line) => line.includes("Ann Lee")));
  });
});

describe("TinyMCE", () => {
  it("has a sidebar that follows the writing, and inserts a static box that its filter keeps", async () => {
    const page = await example("tinymce");
    const text = page.frameLocator("iframe").locator("body");
    await text.click();
    await page.keyboard.insertText(story);
    await shows(page, "Ann Lee");
    const box = await wanted(page);
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.press("Enter");
    await insert(page);
    const content = () => page.evaluate(() => /** @type {any} */ (window).tinymce.activeEditor.getContent({ entity_encoding: "raw" }));
    assert.ok(tidy(await content()).includes(box), await content());
    // The inserted box is no part of the story; a second click puts a new one in its place.
    await text.locator("p").first().click();
    await page.keyboard.press("Home");
    await page.keyboard.insertText("The roof cost £9,000. ");
    await shows(page, "£9,000");
    assert.equal((await wanted(page)).match(/£5\.6m/g)?.length, box.match(/£5\.6m/g)?.length);
    await insert(page);
    assert.equal((await content()).match(/<figure/g)?.length, 1);
    assert.match(await content(), /£9,000[^]*<figure[^]*£9,000/);
  });

  it("keeps a live <fact-box> and the marker, and nothing of an attack", async () => {
    const page = await example("tinymce");
    await page.frameLocator("iframe").locator("body").waitFor();
    const content = await page.evaluate(() => {
      const editor = /** @type {any} */ (window).tinymce.activeEditor;
      editor.setContent('<fact-box show="quotes" onclick="steal()"><p>One</p></fact-box><div class="fact-box" data-factbox="quotes"><p>Two</p></div><script>steal()<\/script>');
      return editor.getContent();
    });
    assert.equal(tidy(content), '<fact-box show="quotes"><p>One</p></fact-box><div class="fact-box" data-factbox="quotes"><p>Two</p></div>');
  });
});

describe("CKEditor 5", () => {
  it("has a panel that follows the writing, and inserts a static box whose parts it keeps", async () => {
    const page = await example("ckeditor");
    const text = page.locator(".ck-editor__editable");
    await text.click();
    await page.keyboard.insertText(story);
    await shows(page, "Ann Lee");
    const count = (await wanted(page)).match(/£5\.6m/g)?.length;
    await page.keyboard.press("Enter");
    await insert(page);
    const data = () => page.evaluate(() => /** @type {any} */ (window).editor.getData());
    const made = await data();
    for (const part of ['<figure class="fact-box">', "<dl>", "<dt>", "<dd>", "<blockquote>", "<footer>", "<cite>Ann Lee</cite>", '<th scope="row">£5.6m</th>', "<figcaption>From the article, read by machine</figcaption>"]) {
      assert.ok(made.includes(part), `${part} is not in ${made}`);
    }
    await text.locator("p").first().click();
    await page.keyboard.press("Home");
    await page.keyboard.insertText("The roof cost £9,000. ");
    await shows(page, "£9,000");
    assert.equal((await wanted(page)).match(/£5\.6m/g)?.length, count, "the inserted box is no part of the story");
    await insert(page);
    assert.equal((await data()).match(/<figure class="fact-box"/g)?.length, 1);
    assert.match(await data(), /£9,000[^]*<figure[^]*£9,000/);
    // What is saved and opened again is the same.
    assert.equal(await page.evaluate((html) => { const { editor } = /** @type {any} */ (window); editor.setData(html); return editor.getData(); }, await data()), await data());
  });

  it("keeps the marker of a live box", async () => {
    const page = await example("ckeditor");
    await page.locator(".ck-editor__editable").waitFor();
    await page.waitForFunction(() => "editor" in window);
    const data = await page.evaluate(() => {
      const { editor } = /** @type {any} */ (window);
      editor.setData('<div class="fact-box" data-factbox="quotes" onclick="steal()"><p>Two</p></div>');
      return editor.getData();
    });
    assert.equal(data, '<div class="fact-box" data-factbox="quotes"><p>Two</p></div>');
  });
});

describe("ProseMirror", () => {
  it("has a panel that follows the writing, and nodes that keep the static box", async () => {
    const page = await example("prosemirror");
    const text = page.locator(".ProseMirror");
    await text.click();
    await page.keyboard.insertText(story);
    await shows(page, "Ann Lee");
    assert.deepEqual(await marked(page, "figure"), ["£5.6m"], "drawn over the text");
    const box = await wanted(page);
    await page.keyboard.press("Enter");
    await insert(page);
    const html = async () => tidy(await text.locator("figure.fact-box").evaluate((node) => node.outerHTML));
    // ProseMirror sets headings' and cells' words as they were; empty cells get a break to stand on.
    assert.equal((await html()).replaceAll('<br class="ProseMirror-trailingBreak">', "").replaceAll(' contenteditable="false"', ""), box);
    await text.locator("p").first().click();
    await page.keyboard.press("Home");
    await page.keyboard.insertText("The roof cost £9,000. ");
    await shows(page, "£9,000");
    await insert(page);
    assert.equal(await text.locator("figure.fact-box").count(), 1);
    assert.ok((await html()).includes("£9,000"));
  });
});
