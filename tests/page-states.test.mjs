// The page in all of its states, one after the other: what axe finds, and whether anything is wider than a phone.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { examples } from "../www/examples.js";
import { faultless } from "./page/faults.mjs";
import { drop, needs, nextFrame, open, paste, sideways, withBrowser } from "./page/open.mjs";

/** @import { Page } from "playwright-core" */

withBrowser();

const french =
  "Le ministre de l'Intérieur a déclaré mardi que les nouvelles mesures entreraient en vigueur au mois de septembre. « Nous ne pouvons pas attendre plus longtemps », a-t-il dit aux journalistes réunis à Paris.";
const grades = `Moody's rated Oakmoor Council Baa2 in May 2024. It had rated it A3 in March 2019.

Ofsted rated Meadow School good in May 2024. It was rated inadequate in March 2019.

The CQC rated Elm House good overall, good for leadership, and inadequate for safety, down from good.`;

/** Clicks what may stand in a menu or behind a tab. @param {Page} page @param {string} selector */
const press = (page, selector) => page.locator(selector).first().evaluate((node) => /** @type {HTMLElement} */ (node).click());

/**
 * Goes from state to state.
 *
 * @param {Page} page
 * @param {(state: string) => Promise<void>} check
 */
async function through(page, check) {
  const read = async (/** @type {string} */ text) => {
    await page.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur()); // then a paste is a new article
    await paste(page, text);
    await nextFrame(page);
    assert.equal(await page.locator("#area").inputValue(), text);
  };

  await drop(page, "article.docx", "PK");
  await page.locator("#notice").waitFor({ state: "visible" });
  await check("a file that cannot be read");

  for (const { title, text } of examples) {
    await press(page, `#examples button:nth-child(${1 + examples.findIndex((example) => example.title === title)})`);
    await nextFrame(page);
    assert.equal(await page.locator("#area").inputValue(), text);
    await check(`example: ${title}`);
  }
  for (const menu of ["examples", "copy", "export", "more"]) {
    await page.locator(`#${menu}`).evaluate((node) => /** @type {HTMLElement} */ (node).showPopover());
    await check(`menu: ${menu}`);
    await page.keyboard.press("Escape");
  }
  for (const dialog of ["privacy", "report", "share"]) {
    await press(page, `#${dialog}-button`);
    await page.locator(`#${dialog}`).waitFor({ state: "visible" });
    if (dialog === "share") {
      await press(page, "#share-text");
      await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.getElementById("share-link")).value.includes("text="));
    }
    await check(`dialog: ${dialog}`);
    await page.keyboard.press("Escape");
  }

  await press(page, "#key .d input");
  await press(page, "#key .f input");
  await page.locator("select[aria-label='Quotes of']").evaluate((select) => {
    if (!(select instanceof HTMLSelectElement)) return;
    select.selectedIndex = 1;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  assert.equal(await page.locator(".source").count(), 1);
  await check("filtered");
  await press(page, "#key .d input");
  await press(page, "#key .f input");

  await read(grades);
  assert.ok((await page.locator("svg.long").count()) > 0 && (await page.locator(".time.grades").count()) > 0 && (await page.locator("table.scale:not(.bare)").count()) > 0);
  await check("scales and grades by date");
  await press(page, "#r1 a");
  if ((await page.locator("#why").count()) === 0 || !(await page.locator("#why").isVisible())) await press(page, ".acts [aria-controls=why]");
  await check("why a rating is there");

  await read(french);
  assert.equal(await page.locator("#foreign").evaluate((note) => /** @type {HTMLElement} */ (note).hidden), false);
  await check("another language");
  await read("It spent \u200b£5.6m\u202e.");
  assert.equal(await page.locator("#unseen").evaluate((note) => /** @type {HTMLElement} */ (note).hidden), false);
  await check("characters that nobody sees");
  await read("Nothing of the kind stands here.");
  await page.locator("#nothing").waitFor({ state: "attached" });
  await page.waitForFunction(() => !(/** @type {HTMLElement} */ (document.getElementById("nothing")).hidden));
  await check("no facts");
}

describe("a narrow screen", () => {
  it("takes another article while it shows the facts of the one before, and gives that back", async () => {
    const page = await open({ context: { viewport: { width: 640, height: 700 } } });
    const [first, second] = examples;
    const shown = async () => [await page.locator("#area").inputValue(), await page.locator("#facts").isVisible()];
    await page.getByRole("button", { name: first?.title }).first().click();
    assert.deepEqual(await shown(), [first?.text, true]);
    await page.locator("#more-button").click();
    await page.locator("#more").getByRole("button", { name: "Examples" }).click();
    await page.locator("#examples").getByRole("button", { name: second?.title }).click();
    assert.deepEqual(await shown(), [second?.text, true]);
    await paste(page, "It spent £5.6m.");
    await page.locator("#facts .item", { hasText: "£5.6m" }).waitFor();
    assert.deepEqual(await shown(), ["It spent £5.6m.", true]);
    await drop(page, "article.txt", "It spent £4m.");
    await page.locator("#facts .item", { hasText: "£4m" }).waitFor();
    assert.deepEqual(await shown(), ["It spent £4m.", true]);
    await page.keyboard.press("ControlOrMeta+Z");
    await page.locator("#facts .item", { hasText: "£5.6m" }).waitFor();
    assert.deepEqual(await shown(), ["It spent £5.6m.", true]);
  });
});

describe("every state", () => {
  for (const look of /** @type {const} */ ([
    { colorScheme: "light", viewport: { width: 1440, height: 900 } },
    { colorScheme: "dark", viewport: { width: 390, height: 844 } },
  ])) {
    it(`has no fault that axe sees: ${look.colorScheme}, ${look.viewport.width} px`, needs("axe"), async () => {
      const page = await open({ context: look });
      await through(page, (state) => faultless(page, state));
    });
  }

  for (const width of [320, 768, 1440]) {
    it(`fits a screen of ${width} px, with targets that can be hit`, needs(...(width < 447 ? ["narrow"] : [])), async () => {
      const page = await open({ context: { viewport: { width, height: 700 } } });
      await through(page, async (state) => {
        for (const tab of width < 720 ? ["text", "facts", "checks"] : [""]) {
          if (tab) await page.evaluate((tab) => document.querySelector(`#tabs a[data-tab=${tab}]`)?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })), tab);
          assert.ok((await sideways(page)) <= 0, `${state} ${tab}`);
          const wide = await page.evaluate((width) => {
            const text = document.getElementById("text");
            const over = [...document.querySelectorAll("dialog[open], .menu:popover-open, .bar, .bar > *, .facts .item > *, #notice, .tabs > *, svg.long")]
              .filter((node) => node.checkVisibility())
              .map((node) => ({ node, box: node.getBoundingClientRect() }))
              .filter(({ box }) => box.width > 1 && (box.left < 0 || box.right > width + 0.5))
              .map(({ node, box }) => `${node.outerHTML.slice(0, 60)} from ${box.left} to ${box.right}`);
            if (text && text.scrollWidth > text.clientWidth) over.push(`the article's column scrolls by ${text.scrollWidth - text.clientWidth}`);
            return over;
          }, width);
          assert.deepEqual(wide, [], `${state} ${tab}`);
          // WCAG 2.5.8, with none of its exceptions but that for marks, which stand in lines of text: their rows are as large.
          const small = await page.locator("a[href], button, input, select, summary, .item").evaluateAll((targets) =>
            targets
              .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !target.closest("[inert], [hidden]"))
              .map((target) => ({ target, box: (target.closest("label") ?? target).getBoundingClientRect() }))
              .filter(({ box }) => box.width < 24 || box.height < 24)
              .map(({ target, box }) => `${target.outerHTML.slice(0, 80)} is ${box.width} by ${box.height}`),
          );
          assert.deepEqual(small, [], `${state} ${tab}`);
        }
      });
    });
  }
});
