// The page for everybody: narrow and wide screens, both schemes, forced colours, keyboard, zoom, little motion.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { faultless } from "./page/faults.mjs";
import { examples } from "../www/examples.js";
import { needs, nextFrame, open, openWith, sideways, withBrowser } from "./page/open.mjs";

/** @import { Page } from "playwright-core" */

withBrowser();

/** @param {Page} page how it scrolls, and how long changes take */
const motion = (page) =>
  page.evaluate(() => {
    const of = (/** @type {string} */ selector) => getComputedStyle(/** @type {Element} */ (document.querySelector(selector)));
    const lasts = (/** @type {string} */ selector) => of(selector).transitionDuration.split(", ")[0];
    return { page: of("html").scrollBehavior, article: of("#text").scrollBehavior, mark: lasts("#sheet mark"), button: lasts(".button") };
  });

describe("screens", () => {
  const [example] = examples;
  // 640 px: a window of 1,280 at 200 % zoom
  for (const width of [320, 640, 768, 1440]) {
    it(`has no sideways scroll, a bar of one line and no tiny letters at ${width} px`, needs(...(width < 447 ? ["narrow"] : [])), async () => {
      const page = await open({ context: { viewport: { width, height: 700 } } });
      assert.ok((await sideways(page)) <= 0, "empty");
      await page.getByRole("button", { name: example?.title }).first().click();
      await nextFrame(page);
      assert.ok((await sideways(page)) <= 0, "facts");
      for (const id of ["r1", "q1", "f1", "d1"]) {
        await page.locator(`#${id} a`).first().click();
        if (width < 720) await page.locator("#tabs").getByText("Facts").click();
        const why = page.locator(".acts").getByRole("button", { name: "Why is this here?" });
        if ((await why.getAttribute("aria-expanded")) === "false") await why.click();
        assert.ok((await sideways(page)) <= 0, `why ${id}`);
      }
      const letters = await page.locator("svg.long text").evaluateAll((all) => all.map((text) => parseFloat(getComputedStyle(text).fontSize) * (/** @type {SVGTextElement} */ (text).getScreenCTM()?.a ?? 0)));
      assert.ok(letters.length > 0 && Math.min(...letters) >= 12, `a drawn scale has letters of ${letters} px`);
      const bar = await page.locator(".bar :is(.brand, button)").evaluateAll((all) => all.map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 0).map(({ top, bottom }) => (top + bottom) / 2));
      assert.ok(bar.length > 3 && Math.max(...bar) - Math.min(...bar) < 8, `the bar is one line: ${bar}`);
      for (const button of ["Copy", "More"]) {
        await page.getByRole("button", { name: button, exact: true }).first().click();
        const menu = await page.locator(".menu:popover-open").boundingBox();
        assert.ok(menu && menu.x >= 0 && menu.x + menu.width <= width, `the menu ${button} stands at ${JSON.stringify(menu)}`);
        await page.keyboard.press("Escape");
      }
      if (width < 720) await page.locator("#tabs").getByText("Article").click();
      assert.ok((await sideways(page)) <= 0, "article");
      await page.getByRole("button", { name: "Edit" }).click();
      assert.ok((await sideways(page)) <= 0, "edit");
      // WCAG 1.4.12: a reader's own spacing must not cost words.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
        document.adoptedStyleSheets = [sheet];
      });
      assert.ok((await sideways(page)) <= 0, "spaced");
    });
  }

  it("takes turns between article and facts on a phone, and shows a tapped mark in a tray", needs("touch"), async () => {
    const page = await open({ context: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true } });
    await page.getByRole("button", { name: example?.title }).first().tap();
    await page.locator("#facts .part.ratings").waitFor({ state: "visible" });
    assert.equal(await page.locator("#sheet").isVisible(), false);
    await page.locator("#tabs").getByText("Article").tap();
    await page.locator("#sheet mark.q").first().tap();
    assert.equal(await page.locator("#tray-tag").innerText(), "Q1");
    await page.getByRole("button", { name: "Next" }).tap();
    assert.notEqual(await page.locator("#tray-title").innerText(), "");
    const item = await page.locator("#sheet mark.here").first().getAttribute("data-item");
    assert.notEqual(item, "q1");
    await page.getByRole("button", { name: "Previous" }).tap();
    assert.equal(await page.locator("#sheet mark.here").first().getAttribute("data-item"), "q1");
    assert.equal(await page.locator("#tray-tag").innerText(), "Q1");
    await page.getByRole("button", { name: "Next" }).tap();
    await page.locator("#tray-tag").tap();
    assert.equal(await page.locator(`#${item}`).isVisible(), true);
    await page.locator(`#${item} a`).first().tap();
    assert.equal(await page.locator("#sheet").isVisible(), true);
  });

  it("follows the system into the dark, and survives forced colours", needs("media"), async () => {
    const page = await open({ context: { colorScheme: "dark" } });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(await ground(), "rgb(19, 21, 23)");
    await page.emulateMedia({ colorScheme: "light" });
    assert.equal(await ground(), "rgb(255, 255, 255)");
    await page.getByRole("button", { name: example?.title }).first().click();
    await page.emulateMedia({ forcedColors: "active" });
    const line = await page.locator("#sheet mark.q").first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
    assert.equal(line, "underline");
    await page.emulateMedia({ forcedColors: "none", colorScheme: "light" });
    await page.getByRole("button", { name: "More" }).click();
    await page.getByLabel("Dark").check();
    assert.equal(await ground(), "rgb(19, 21, 23)");
  });

  it("does not move for those who asked for less motion", async () => {
    const page = await open();
    await page.getByRole("button", { name: example?.title }).first().click();
    await page.locator("#q3 blockquote").click();
    await page.keyboard.press("F8");
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    // Both that scroll: the page, and the article in its column; and whatever changes its ground.
    assert.deepEqual(await motion(page), { page: "auto", article: "auto", mark: "0s", button: "0s" });
  });

  it("moves a little for the others", needs("media"), async () => {
    const page = await open({ context: { reducedMotion: "no-preference" } });
    await page.getByRole("button", { name: example?.title }).first().click();
    await nextFrame(page);
    assert.deepEqual(await motion(page), { page: "smooth", article: "smooth", mark: "0.12s", button: "0.12s" });
    await page.emulateMedia({ reducedMotion: "reduce" });
    assert.deepEqual(await motion(page), { page: "auto", article: "auto", mark: "0s", button: "0s" });
  });

  it("has marks that can be hit, however few letters they have", async () => {
    const page = await open();
    await page.getByRole("button", { name: example?.title }).first().click();
    await nextFrame(page);
    const missed = await page.locator("#sheet mark").evaluateAll((marks) =>
      marks.flatMap((mark) => {
        mark.scrollIntoView({ block: "center" });
        const [box] = mark.getClientRects();
        const item = /** @type {HTMLElement} */ (mark).dataset.item;
        if (!box) return [];
        const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.closest("mark");
        const inside = there instanceof HTMLElement && (mark.contains(there) || there.contains(mark));
        return inside && box.height >= 18 ? [] : [`${item}: ${mark.textContent}`];
      }),
    );
    assert.deepEqual(missed, []);
    // The list has a twin of every mark, with targets of full size: see page-states.test.mjs.
    const marked = await page.locator("#sheet mark[data-item]").evaluateAll((marks) => [...new Set(marks.map((mark) => /** @type {HTMLElement} */ (mark).dataset.item))]);
    const rows = await page.locator("#facts .item").evaluateAll((rows) => rows.map((row) => row.id));
    assert.deepEqual(marked.filter((item) => !rows.includes(item ?? "")), []);
  });

  it("does not hide the stop of the Tab key under the bar", async () => {
    const page = await open({ context: { viewport: { width: 1024, height: 500 } } });
    await page.getByRole("button", { name: example?.title }).first().click();
    await nextFrame(page);
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.press("Tab");
      const hidden = await page.evaluate(() => {
        const node = document.activeElement;
        if (!node || node === document.body || node.id === "area") return "";
        const box = node.getBoundingClientRect();
        const there = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 12));
        return there && (node.contains(there) || there.contains(node)) ? "" : node.outerHTML;
      });
      assert.equal(hidden, "");
    }
  });
});

describe("the Tab key", () => {
  it("goes from the text area to everything that can be done, and every stop is seen", async () => {
    const page = await openWith(
      'Ofsted has rated Meadow School "good".\n\n"We are proud of every child," said Ann Lee, the head teacher. ' +
        '"It is late," said Tom Reed, a governor. A source said costs rose by almost 50%, to £5.6m, in March 2021.',
      {},
    );
    await page.getByRole("button", { name: "Edit" }).click();
    /** Where the focus is: its name, and what is wrong with the line round it. */
    const stop = () =>
      page.evaluate(() => {
        const node = document.activeElement;
        if (!node || node === document.body || node === document.documentElement) return { name: "", fault: "" };
        // The text area's own frame is that of the box that it fills.
        const framed = node.id === "area" ? node.closest(".blank") : node;
        const { outlineStyle, outlineWidth } = getComputedStyle(framed ?? node);
        const seen = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && node.getBoundingClientRect().width > 0;
        const item = node.closest("#facts [data-item]")?.getAttribute("data-item")?.charAt(0);
        const link = item && node.matches("a") ? `a link of ${item}` : "";
        const name = node.id || link || node.getAttribute("aria-label") || (node.textContent ?? "").trim();
        return { name, fault: seen ? "" : `${outlineStyle} ${outlineWidth}: ${node.outerHTML.slice(0, 120)}` };
      });
    const names = new Set();
    const faults = [];
    // To either end of the page: what is behind them is the browser's.
    for (const [key, end] of [["Tab", "Privacy and security"], ["Shift+Tab", "paste"]]) {
      if (key === "Shift+Tab") await page.getByRole("button", { name: "Edit" }).click(); // a number in the panel has ended it
      for (let n = 0; n < 200 && !names.has(end); n += 1) {
        const { name, fault } = await stop();
        names.add(name);
        if (fault) faults.push(fault);
        if (name !== end) await page.keyboard.press(key ?? "");
      }
    }
    assert.deepEqual(faults, []);
    const wanted = [
      ...["area", "paste", "open", "examples-button", "privacy-button", "copy-button", "export-button", "share-button", "more-button", "edit", "clear"],
      ...["ratings", "quotes", "figures", "dates", "checks"].map((kind) => `Show ${kind}`),
      ...["r", "q", "f", "d", "c"].map((kind) => `a link of ${kind}`),
      ...["Figure", "Of what", "Quotes of", "c1-done", "report-button", "Embed", "Privacy and security"],
    ];
    assert.deepEqual(wanted.filter((name) => !names.has(name)), [], [...names].join(", "));
  });
});

describe("accessibility", () => {
  const looks = /** @type {const} */ ([
    { colorScheme: "light", forcedColors: "none" },
    { colorScheme: "dark", forcedColors: "none" },
    { colorScheme: "dark", forcedColors: "active" },
  ]);
  for (const look of looks) {
    for (const width of [390, 1440]) {
      it(`has no fault that axe sees: ${look.colorScheme}${look.forcedColors === "active" ? ", forced colours" : ""}, ${width} px`, needs("axe"), async () => {
        const page = await open({ context: { ...look, viewport: { width, height: 900 } } });
        await faultless(page, "empty");
        await page.getByRole("button", { name: examples[0]?.title }).first().click();
        await nextFrame(page);
        await faultless(page, "facts");
        await page.keyboard.press("F8");
        await page.locator(".acts [aria-controls=why]").evaluate((button) => /** @type {HTMLElement} */ (button).click());
        await faultless(page, "current");
        await page.getByRole("button", { name: "Edit" }).click();
        await faultless(page, "edit");
        if (width < 720) return; // the rest is the same at every width
        await page.locator("#copy-button").click();
        await faultless(page, "menu");
        await page.keyboard.press("Escape");
        await page.locator("#privacy-button").click();
        await faultless(page, "privacy");
        await page.keyboard.press("Escape");
        await page.locator("#report-button").click();
        await faultless(page, "report");
        await page.keyboard.press("Escape");
        await page.locator("#share-button").evaluate((button) => /** @type {HTMLElement} */ (button).click());
        await faultless(page, "share");
      });
    }
  }
});
