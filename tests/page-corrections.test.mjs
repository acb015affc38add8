// Corrections on the page, by mouse and by keys: what changes, what is said, where the focus is, what is undone.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deflateRawSync } from "node:zlib";
import { faultless } from "./page/faults.mjs";
import { current, marked, needs, nextFrame, open, openWith, paste, ready, sideways, view, withBrowser } from "./page/open.mjs";

/** @import { Page } from "playwright-core" */

withBrowser();

const school = `Ofsted has rated Meadow School "good". It had been rated inadequate in March 2019.

"We are proud of every child," said Ann Lee, the head teacher. She said the roof leaked.

A spokesman for Tarn Council said: "We welcome it." The school spent £5.6m on 12 new teachers, and £80m before that. About 300 children go there.

Parents found the playground dull. "It is late," said Tom Reed, a governor.`;

const read = (text = school, /** @type {Parameters<typeof open>[0]} */ wishes = {}) => openWith(text, wishes);

/** @param {Page} page */
const status = (page) => page.locator("#status").innerText();
/** @param {Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent);
/**
 * The row of a quote, by some of its words.
 *
 * @param {Page} page
 * @param {string} words
 */
const quote = (page, words) => page.locator(".said", { hasText: words });
/**
 * What the quotes stand under.
 *
 * @param {Page} page
 * @param {string} words
 */
const speaker = (page, words) => page.locator(".source", { hasText: words }).locator("h3").innerText();

/**
 * Makes an item current by a click, and presses one of its buttons.
 *
 * @param {Page} page
 * @param {string} row
 * @param {string} button
 */
async function act(page, row, button) {
  await page.locator(row).locator("blockquote, h3, th, .what").first().click({ position: { x: 4, y: 4 } });
  // On a phone the article comes first, with a tray that leads to the item.
  if (await page.locator("#tray-more").isVisible()) await page.locator("#tray-more").click();
  await page.locator(row).getByRole("button", { name: button, exact: true }).click();
}

/**
 * Selects words of the reading view, as a pointer does.
 *
 * @param {Page} page
 * @param {string} words
 */
async function select(page, words) {
  await page.evaluate((words) => {
    const sheet = /** @type {HTMLElement} */ (document.getElementById("sheet"));
    const walk = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    /** @type {{ node: Node, start: number }[]} */
    const nodes = [];
    let all = "";
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.parentElement?.closest("a.tag")) continue;
      nodes.push({ node, start: all.length });
      all += node.textContent;
    }
    const place = (/** @type {number} */ at) => {
      const found = nodes.findLast(({ start }) => start <= at);
      return found ? /** @type {const} */ ([found.node, at - found.start]) : /** @type {const} */ ([sheet, 0]);
    };
    const start = all.indexOf(words);
    getSelection()?.setBaseAndExtent(...place(start), ...place(start + words.length));
  }, words);
  await page.locator("#adding").waitFor({ state: "visible" });
}

describe("a correction", () => {
  it("gives a quote another source, by keys alone", async () => {
    const page = await read();
    await page.locator("#q2 a.tag").focus();
    await page.keyboard.press("Enter");
    await page.locator("#q2 a.tag").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "Change source");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("form.correct").getAttribute("aria-label"), "Change source of Q2");
    assert.equal(await page.evaluate(() => document.activeElement?.localName), "select");
    await page.keyboard.type("Tom");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "Save");
    await page.keyboard.press("Enter");
    assert.equal(await speaker(page, "the roof leaked"), "Tom Reed");
    assert.equal(await page.locator("#q2 .edited").innerText(), "Source changed by you. Undo");
    assert.equal(await status(page), "Source: Tom Reed (“the roof leaked”)");
    assert.equal(await focused(page), "Change source");
    assert.equal(await page.locator("form.correct").count(), 0);
  });

  it("gives all quotes of a source another one, in one step", async () => {
    const page = await read();
    await act(page, "#q2", "Change source");
    await page.getByLabel("Who says it").selectOption({ label: "Tom Reed" });
    await page.getByLabel("Where").selectOption({ label: "All 2 quotes of Ann Lee" });
    await page.getByRole("button", { name: "Save" }).click();
    assert.equal(await speaker(page, "the roof leaked"), "Tom Reed");
    assert.equal(await speaker(page, "proud"), "Tom Reed");
    await page.keyboard.press("ControlOrMeta+Z");
    assert.equal(await speaker(page, "proud"), "Ann Lee");
  });

  it("gives it a source that the article does not name", async () => {
    const page = await read();
    await act(page, "#q2", "Change source");
    assert.equal(await page.getByLabel("Name", { exact: true }).isVisible(), false);
    await page.getByLabel("Who says it").selectOption({ label: "Somebody else…" });
    await page.getByLabel("Name", { exact: true }).fill("Mo <b>Shah</b>");
    await page.keyboard.press("Enter");
    assert.equal(await speaker(page, "the roof leaked"), "Mo <b>Shah</b>");
    assert.equal(await page.locator(".names", { hasText: "Mo <b>Shah</b>" }).count(), 1);
  });

  it("gives a quote another kind, and its source another role wherever it speaks", async () => {
    const page = await read();
    await act(page, "#q2", "Change kind");
    await page.getByLabel("Kind of quote").selectOption("Direct");
    await page.getByRole("button", { name: "Save" }).click();
    assert.match(await page.locator("#q2 .how").innerText(), /^direct/);
    await page.getByRole("button", { name: "Change name or role" }).click();
    await page.getByLabel("Role", { exact: true }).fill("acting head");
    await page.keyboard.press("Enter");
    assert.match(await page.locator(".source", { hasText: "proud" }).locator(".role").innerText(), /^acting head/);
    assert.equal(await page.locator("#q2 .edited").innerText(), "Kind and role changed by you. Undo");
  });

  it("gives a rating another grade, which moves on the scale, and another subject", async () => {
    const page = await read();
    await act(page, "#r1", "Change grade");
    await page.getByLabel(/grade$/i).first().selectOption({ label: "Outstanding" });
    await page.getByRole("button", { name: "Save" }).click();
    assert.equal(await page.locator("#r1 .grade").innerText(), "Outstanding");
    assert.match(await page.locator("#r1 .meta").first().innerText(), /^Highest of \w+ grades/);
    await page.getByRole("button", { name: "Change rater or subject" }).click();
    await page.getByLabel("Who or what was rated").fill("Meadow Academy");
    await page.keyboard.press("Enter");
    assert.match(await page.locator("#r1 h3").innerText(), /Ofsted rated Meadow Academy/);
  });

  it("gives figures and dates other readings, and says what cannot be read", async () => {
    const page = await read();
    const row = page.locator(".figures tr", { hasText: "£80m" });
    const id = `#${await row.getAttribute("id")}`;
    await act(page, id, "Change figure");
    await page.getByLabel("Number").fill("lots");
    await page.keyboard.press("Enter");
    assert.match(await page.locator("form.correct").innerText(), /“lots” is no number/);
    assert.match(await status(page), /“lots” is no number/);
    await page.getByLabel("Of what").fill("repairs");
    await page.getByLabel("Number").fill("80,000,000");
    await page.keyboard.press("Enter");
    assert.match(await row.innerText(), /repairs/);
    await act(page, "#d1", "Change date");
    await page.getByLabel("On the calendar").fill("2019-03-04");
    await page.keyboard.press("Enter");
    assert.match(await page.locator("#d1").innerText(), /4 Mar 2019/);
  });

  it("dismisses each kind of item, leaves a line to put it back, and keeps the numbers", async () => {
    const page = await read();
    for (const [id, kind, words] of [["q2", "quote", "the roof leaked"], ["r1", "rating", "Good"], ["f1", "figure", ""], ["d1", "date", ""]]) {
      const before = await page.locator("#key").innerText();
      await act(page, `#${id}`, `Not a ${kind}`);
      assert.match(await page.locator(`#${id}`).innerText(), new RegExp(`${words}[^]*Dismissed\\. Put back`));
      assert.match(String(await focused(page)), /^Put back/);
      assert.equal(await page.locator(`#sheet [data-item="${id}"]`).count(), 0);
      assert.notEqual(await page.locator("#key").innerText(), before);
      if (id === "q2") assert.deepEqual(await page.locator(".said .tag").allInnerTexts(), ["Q1", "Q3", "Q4"]);
      await page.keyboard.press("Enter");
      assert.equal(await page.locator("#key").innerText(), before);
      assert.equal(await page.evaluate((id) => document.getElementById(id ?? "")?.contains(document.activeElement), id), true);
    }
  });

  it("leaves the next step where the dismissed item was", async () => {
    const page = await read();
    await page.locator("#q1 blockquote").click();
    await page.keyboard.press("F8");
    const next = await current(page);
    await act(page, "#q1", "Not a quote");
    await page.keyboard.press("F8");
    assert.equal(await current(page), next);
  });

  it("deletes what was dismissed, line and all", async () => {
    const page = await read();
    await act(page, "#q2", "Not a quote");
    await page.getByRole("button", { name: "Delete Q2 for good" }).click();
    assert.equal(await page.locator(".gone").count(), 0);
    assert.deepEqual(await page.locator(".said .tag").allInnerTexts(), ["Q1", "Q2", "Q3"]);
    assert.equal(await focused(page), "Quotes");
    await page.keyboard.press("ControlOrMeta+Z");
    await page.keyboard.press("ControlOrMeta+Z");
    assert.equal(await quote(page, "the roof leaked").count(), 1);
  });

  it("puts back all that was dismissed, from the menu", async () => {
    const page = await read();
    await act(page, "#q2", "Not a quote");
    await act(page, "#f1", "Not a figure");
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("button", { name: "Put back dismissed facts 2" }).click();
    assert.equal(await page.locator(".gone").count(), 0);
    await page.getByRole("button", { name: "More" }).click();
    assert.equal(await page.getByRole("button", { name: "Put back dismissed facts" }).isVisible(), false);
  });

  it("of the name whose quotes are shown alone shows all again", async () => {
    const page = await read();
    await page.getByLabel("Quotes of", { exact: true }).selectOption("Ann Lee");
    await act(page, "#q1", "Change name or role");
    await page.getByLabel("Name, everywhere").fill("Anne Leigh");
    await page.keyboard.press("Enter");
    assert.equal(await page.getByLabel("Quotes of", { exact: true }).inputValue(), "");
    assert.equal(await quote(page, "welcome").count(), 1);
  });

  it("keeps the line to put it back when nothing else is left", async () => {
    const page = await read('"It is very late," said Tom Reed.');
    await act(page, "#q1", "Not a quote");
    await page.getByRole("button", { name: "Put back Q1" }).click();
    assert.equal(await page.locator("#q1 blockquote").count(), 1);
  });

  it("renames somebody everywhere, makes two one, and takes a name out", async () => {
    const page = await read();
    const name = (/** @type {string} */ words) => page.locator(".names").getByRole("button", { name: words, exact: true });
    await name("Ann Lee").focus();
    await page.keyboard.press("Enter");
    assert.equal(await name("Ann Lee").getAttribute("aria-expanded"), "true");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Anne Leigh");
    await page.keyboard.press("Enter");
    assert.equal(await speaker(page, "proud"), "Anne Leigh");
    assert.equal(await focused(page), "Rename");
    assert.equal(await status(page), "Name: Anne Leigh (Ann Lee)");

    await page.getByRole("button", { name: "Same as…" }).click();
    await page.getByLabel("The same as", { exact: true }).selectOption({ label: "Tom Reed" });
    await page.getByRole("button", { name: "Save" }).click();
    assert.equal(await name("Anne Leigh").count(), 0);
    assert.equal(await speaker(page, "proud"), "Tom Reed");
    assert.equal(await status(page), "Anne Leigh is the same as Tom Reed");

    await page.getByRole("button", { name: "Not a name" }).click();
    assert.equal(await speaker(page, "proud"), "Source not named");
    assert.equal(await focused(page), "Put back Tom Reed");
    await page.keyboard.press("Enter");
    assert.equal(await speaker(page, "proud"), "Tom Reed");
  });

  it("is cancelled with Escape, and the focus goes back", async () => {
    const page = await read();
    await act(page, "#q2", "Change source");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("form.correct").count(), 0);
    assert.equal(await focused(page), "Change source");
    assert.equal(await current(page), "q2");
    assert.equal(await page.locator("#edits").isVisible(), false);
  });
});

describe("words that are selected", () => {
  it("become a quote, whose source is asked for", async () => {
    const page = await read();
    await select(page, "the playground dull");
    await page.getByRole("button", { name: "Make the selected words a quote" }).click();
    assert.equal(await page.evaluate(() => document.activeElement?.localName), "select");
    assert.equal(await status(page), "Quote added (“the playground dull”)");
    await page.getByLabel("Who says it").selectOption({ label: "Tom Reed" });
    await page.getByRole("button", { name: "Save" }).click();
    assert.equal(await speaker(page, "playground"), "Tom Reed");
    assert.match(await quote(page, "playground").locator(".edited").innerText(), /^Added by you\./);
    const id = await quote(page, "playground").getAttribute("id");
    assert.equal(await marked(page, `mark.q[data-item=${id}]`), "the playground dull");
    await page.locator(`#${id}`).getByRole("button", { name: "Delete" }).click();
    assert.equal(await quote(page, "playground").count(), 0);
    assert.equal(await focused(page), "Quotes");
  });

  it("become a figure, a rating or a date, read as far as they can be", async () => {
    const page = await read("The roof, worth £4,000, was fine in the end. Ofsted came on a Tuesday. They found the hall outstanding.");
    const figure = page.locator(".figures tr", { hasText: "worth" });
    await select(page, "worth £4,000");
    await page.getByRole("button", { name: "Make the selected words a figure" }).click();
    assert.equal(await page.getByLabel("Number").inputValue(), "4000");
    assert.equal(await page.getByLabel("Unit").inputValue(), "GBP");
    await page.keyboard.press("Escape");
    assert.match(await figure.innerText(), /Added by you/);
    await select(page, "outstanding");
    await page.getByRole("button", { name: "Make the selected words a rating" }).click();
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".rating .grade").innerText(), "Outstanding");
    assert.match(await page.locator(".rating h3").innerText(), /^Ofsted rated/);
    await select(page, "the end");
    await page.getByRole("button", { name: "Make the selected words a date" }).click();
    assert.equal(await page.getByLabel("On the calendar").inputValue(), "");
  });

  it("that are one already are shown, not made another", async () => {
    const page = await read();
    const before = await page.locator("#key").innerText();
    await select(page, "the roof leaked");
    await page.getByRole("button", { name: "Make the selected words a quote" }).click();
    assert.equal(await status(page), "These words are a quote already");
    assert.equal(await current(page), "q2");
    assert.equal(await focused(page), "Q2, show in the article");
    assert.equal(await page.locator("#key").innerText(), before);
  });

  it("can be those of the text area, with keys alone", async () => {
    const page = await read();
    await page.getByRole("button", { name: "Edit" }).click();
    await page.locator("#area").evaluate((area) => {
      const { value } = /** @type {HTMLTextAreaElement} */ (area);
      const start = value.indexOf("Parents found");
      /** @type {HTMLTextAreaElement} */ (area).setSelectionRange(start, start);
    });
    for (let n = 0; n < "Parents".length; n += 1) await page.keyboard.press("Shift+ArrowRight");
    await page.locator("#adding").waitFor({ state: "visible" });
    // The buttons beside it stay within reach.
    for (const width of [1440, 960, 959, 720, 719]) {
      await page.setViewportSize({ width, height: 900 });
      const covered = await page.locator("#edit, #clear, #adding button").evaluateAll((buttons) =>
        buttons.filter((button) => {
          const { left, top, width, height } = button.getBoundingClientRect();
          return document.elementFromPoint(left + width / 2, top + height / 2) !== button;
        }).map(({ textContent }) => textContent),
      );
      assert.deepEqual([width, covered], [width, []]);
      if (width < 720) continue; // the page scrolls, and its foot is below the article
      const [article, buttons] = [await page.locator("#area").boundingBox(), await page.locator("#adding").boundingBox()];
      if (!article || !buttons) throw new Error("there is no text area, or there are no buttons");
      const apart = article.y + article.height <= buttons.y || buttons.y + buttons.height <= article.y;
      assert.ok(apart, `at ${width} the buttons stand over the article: ${JSON.stringify({ article, buttons })}`);
    }
    for (let n = 0; n < 4; n += 1) await page.keyboard.press("Shift+Tab");
    assert.equal(await focused(page), "Make the selected words a quote");
    await page.keyboard.press("Enter");
    assert.equal(await status(page), "Quote added (“Parents”)");
    assert.equal(await page.locator("#area").inputValue(), school);
  });
});

describe("undo and redo", () => {
  it("of corrections go back and forth through all of them, beside those of the text", async () => {
    const page = await read();
    const steps = [["#q2", "Not a quote"], ["#f1", "Not a figure"], ["#d1", "Not a date"]];
    const rows = () => page.locator(".gone").count();
    for (const [row = "", button = ""] of steps) await act(page, row, button);
    assert.equal(await rows(), 3);
    const strip = page.locator("#edits");
    for (const left of [2, 1, 0]) {
      await strip.getByRole("button", { name: "Undo", exact: true }).click();
      assert.equal(await rows(), left);
      assert.match(await status(page), /^Undone: Not a/);
    }
    await strip.getByRole("button", { name: "Undo", exact: true }).click({ force: true });
    assert.equal(await strip.getByRole("button", { name: "Undo", exact: true }).getAttribute("aria-disabled"), "true");
    for (const there of [1, 2, 3]) {
      await strip.getByRole("button", { name: "Redo", exact: true }).click();
      assert.equal(await rows(), there);
    }
    assert.equal(await page.locator("#area").inputValue(), school);
  });

  it("by keys are about what was done last: a correction, then the text", async () => {
    const page = await read();
    await act(page, "#q2", "Not a quote");
    await page.keyboard.press("ControlOrMeta+Z");
    assert.equal(await page.locator(".gone").count(), 0);
    assert.equal(await page.locator("#area").inputValue(), school);
    await page.keyboard.press("ControlOrMeta+Shift+Z");
    assert.equal(await page.locator(".gone").count(), 1);
    await page.keyboard.press("ControlOrMeta+Z");
    await page.keyboard.press("ControlOrMeta+Z");
    assert.equal(await page.locator("#area").inputValue(), "", "the paste is undone");
  });

  it("in the text area are the browser's own", async () => {
    const page = await read();
    await act(page, "#q2", "Not a quote");
    await page.getByRole("button", { name: "Edit" }).click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type(" New words.");
    for (let n = 0; n < 12 && (await page.locator("#area").inputValue()) !== school; n += 1) await page.keyboard.press("ControlOrMeta+Z");
    assert.equal(await page.locator("#area").inputValue(), school);
    assert.equal(await page.locator(".gone").count(), 1);
    assert.equal(await view(page), "edit");
  });

  it("take back single ones, from the item and from the list", async () => {
    const page = await read();
    await act(page, "#q2", "Change kind");
    await page.getByLabel("Kind of quote").selectOption("Direct");
    await page.getByRole("button", { name: "Save" }).click();
    await act(page, "#f1", "Not a figure");
    await page.getByRole("button", { name: "Undo the changes of Q2" }).click();
    assert.match(await page.locator("#q2 .how").innerText(), /^indirect/);
    assert.match(await status(page), /^Taken back: Kind: direct/);
    await page.locator("#edits summary").click();
    await page.locator("#edits li").getByRole("button").click();
    assert.equal(await page.locator(".gone").count(), 0);
    assert.equal(await page.evaluate(() => document.getElementById("edits")?.contains(document.activeElement)), true);
  });
});

describe("corrections, when the text is written on,", () => {
  it("stay with their words, and say so when those are gone", async () => {
    const page = await read();
    await act(page, "#q2", "Change source");
    await page.getByLabel("Who says it").selectOption({ label: "Tom Reed" });
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Edit" }).click();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.type("Up to £3m was lost, it is said. ");
    await nextFrame(page);
    assert.equal(await speaker(page, "the roof leaked"), "Tom Reed");
    await page.locator("#area").evaluate((area) => {
      const text = /** @type {HTMLTextAreaElement} */ (area);
      const start = text.value.indexOf(" She said");
      text.setSelectionRange(start, text.value.indexOf("\n", start));
    });
    await page.keyboard.press("Delete");
    await nextFrame(page);
    assert.match(await page.locator("#edits summary").innerText(), /1 correction, 1 no longer in place/);
    await page.locator("#edits summary").click();
    assert.match(await page.locator("#edits li").innerText(), /The words are no longer in the article\./);
    await page.locator("#edits li").getByRole("button", { name: /^Take back/ }).click();
    assert.equal(await page.locator("#edits li").count(), 0);
  });

  it("belong to their article: another has none, and they come back with it", async () => {
    const page = await read();
    await act(page, "#q2", "Not a quote");
    await paste(page, '"It is dark," said Amy Bell, a teacher.');
    await nextFrame(page);
    assert.equal(await page.locator("#edits").isVisible(), false);
    await paste(page, `Corrected on Monday.\n\n${school}`);
    await nextFrame(page);
    assert.equal(await page.locator(".gone").count(), 1);
  });

  it("are kept nowhere", async () => {
    const page = await read();
    await act(page, "#q2", "Not a quote");
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
  });
});

describe("a link", () => {
  /** @param {Page} page */
  async function edited(page) {
    await act(page, "#q2", "Change source");
    await page.getByLabel("Who says it").selectOption({ label: "Tom Reed" });
    await page.getByRole("button", { name: "Save" }).click();
  }
  /**
   * @param {Page} page
   * @param {string} part
   */
  async function made(page, part) {
    await page.waitForFunction((part) => /** @type {HTMLInputElement} */ (document.getElementById("share-link")).value.includes(part), part);
    return page.locator("#share-link").inputValue();
  }

  it("has corrections only when asked, and with the article as a rule", async () => {
    const page = await read();
    await page.getByRole("button", { name: "Share" }).click();
    assert.equal(await page.getByLabel("Put the corrections in the link").isVisible(), false);
    await page.getByRole("button", { name: "Cancel" }).click();
    await edited(page);
    await page.getByRole("button", { name: "Share" }).click();
    const box = page.getByLabel("Put the corrections in the link");
    assert.equal(await box.isChecked(), false);
    assert.doesNotMatch(await made(page, "#v=1"), /edits=/);
    await page.getByLabel("Put the article in the link").check();
    assert.equal(await box.isChecked(), true);
    await made(page, "edits=");
    await box.uncheck();
    await page.waitForFunction(() => !/** @type {HTMLInputElement} */ (document.getElementById("share-link")).value.includes("edits="));
  });

  it("shows corrections as the sender's, and the machine's reading with one click", async () => {
    const sender = await read();
    await edited(sender);
    await sender.getByRole("button", { name: "Share" }).click();
    await sender.getByLabel("Put the article in the link").check();
    const link = await made(sender, "text=");

    const page = sender; // who gets it has the same address, and nothing else
    await page.goto("about:blank");
    await page.goto(link);
    await ready(page);
    await page.locator("#q2").waitFor();
    assert.equal(await speaker(page, "the roof leaked"), "Tom Reed");
    assert.match(await page.locator("#edits").innerText(), /^Edited by the person who sent this link\. Show the original/);
    assert.equal(await page.locator("#q2 .edited").innerText(), "Source changed by the person who sent the link. Undo");
    await page.getByRole("button", { name: "Show the original" }).click();
    assert.equal(await speaker(page, "the roof leaked"), "Ann Lee");
    assert.equal(await focused(page), "Show the edits");
    await act(page, "#q1", "Not a quote");
    await page.getByRole("button", { name: "Show the edits" }).click();
    assert.equal(await speaker(page, "the roof leaked"), "Tom Reed");
    assert.equal(await page.locator(".gone").count(), 1, "the reader's own stay");
  });

  it("without the article has corrections that wait for it", async () => {
    const sender = await read();
    await edited(sender);
    await sender.getByRole("button", { name: "Share" }).click();
    await sender.getByLabel("Put the corrections in the link").check();
    const link = await made(sender, "edits=");
    assert.doesNotMatch(link, /text=/);
    const page = sender; // who gets it has the same address, and nothing else
    await page.goto("about:blank");
    await page.goto(link);
    await ready(page);
    await page.locator("#area").focus();
    await paste(page, school);
    await nextFrame(page);
    assert.equal(await speaker(page, "the roof leaked"), "Tom Reed");
  });

  it("whose corrections are damaged, too many or hostile is refused with words, or does no harm", async () => {
    const packed = (/** @type {unknown} */ data) => deflateRawSync(typeof data === "string" ? data : JSON.stringify(data)).toString("base64url");
    const place = { exact: "the roof leaked", prefix: "She said ", suffix: ".", at: 140 };
    const dismissal = { act: "dismiss", on: { kind: "q", at: place, key: "" }, whole: false };
    const bad = ["!!!", "AAAA", packed("{"), packed("[1]"), packed([{ ...dismissal, whole: 1 }]), packed(Array.from({ length: 301 }, () => dismissal)), packed(" ".repeat(500_000)), "A".repeat(17_000)];
    const page = await read();
    for (const edits of bad) {
      await page.evaluate((edits) => {
        document.getElementById("notice")?.setAttribute("hidden", "");
        location.hash = `v=1&edits=${edits}`;
      }, edits);
      await page.locator("#notice").waitFor({ state: "visible" });
      assert.equal(await page.locator("#notice").innerText(), "That link is damaged. Ask for a new one, or paste the article.", edits.slice(0, 40));
    }
    const hostile = '"><img src=x onerror="window.pwned=1">';
    const name = { act: "change", on: { kind: "q", at: place, key: "" }, set: { source: { name: hostile, type: "person", at: null } } };
    await page.evaluate((edits) => {
      location.hash = `v=1&edits=${edits}`;
    }, packed([name, { ...dismissal, on: { ...dismissal.on, at: { ...place, exact: hostile } } }]));
    await page.locator(".source", { hasText: "onerror" }).waitFor();
    await page.locator("#edits summary").click();
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).pwned), undefined);
    assert.equal(await page.locator("main img").count(), 0);
  });
});

describe("corrections for everybody", () => {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    for (const width of [320, 1440]) {
      it(`have no fault that axe sees, and do not scroll sideways: ${colorScheme}, ${width} px`, needs("axe"), async () => {
        const page = await read(school, { context: { colorScheme, viewport: { width, height: 800 } } });
        const check = async (/** @type {string} */ state) => {
          // A link half behind the bar at the top is too small for axe, wherever the form has scrolled the page to.
          if (width >= 720) await page.evaluate(() => scrollTo(0, 0));
          await faultless(page, state);
          assert.ok((await sideways(page)) <= 0, `${state} scrolls sideways`);
        };
        if (width < 720) await page.locator("#tabs").getByText("Article").click();
        await select(page, "the playground dull");
        await check("selection");
        await page.getByRole("button", { name: "Make the selected words a quote" }).click();
        await page.locator("form.correct").waitFor();
        await page.getByLabel("Who says it").selectOption({ label: "Somebody else…" });
        await check("form of an added quote");
        await page.keyboard.press("Escape");
        await act(page, "#r1", "Change grade");
        await page.getByLabel(/grade$/i).first().selectOption("other");
        await check("form of a rating");
        await act(page, "#f1", "Change figure");
        await page.getByLabel("Number").fill("lots");
        await page.keyboard.press("Enter");
        await check("form of a figure, with an error");
        await act(page, "#q2", "Not a quote");
        await page.locator(".names").getByRole("button", { name: "Ann Lee", exact: true }).click();
        await page.getByRole("button", { name: "Same as…" }).click();
        await page.locator("#edits summary").click();
        await check("form of a name, a dismissed quote and the list");
      });
    }
  }

  it("are made on a phone by taps", needs("touch"), async () => {
    const page = await read(school, { context: { viewport: { width: 390, height: 700 }, hasTouch: true } });
    await page.locator("#tabs").getByText("Article").tap();
    await select(page, "the playground dull");
    await page.getByRole("button", { name: "Make the selected words a quote" }).tap();
    await page.getByLabel("Who says it").selectOption({ label: "Tom Reed" });
    await page.getByRole("button", { name: "Save" }).tap();
    assert.equal(await speaker(page, "playground"), "Tom Reed");
  });
});
