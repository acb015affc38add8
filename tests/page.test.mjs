// The page in a real Chromium, with the real engine: what a reader of the page sees and does.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { examples } from "../www/examples.js";
import { current, items, marked, needs, nextFrame, open, openWith, paragraphs, paste, pasteHtml, pasteMany, view, withBrowser } from "./page/open.mjs";

/** @import { Page } from "playwright-core" */

withBrowser();

const school = 'Ofsted has rated Meadow School "good".\n\n"We are proud of every child," said Ann Lee, the head teacher. The school spent £5.6m in March 2021.';

describe("reading", () => {
  it("shows the facts of a pasted article without a click, and keeps focus and address", async () => {
    const page = await open();
    const before = await page.evaluate(() => [location.href, history.length]);
    await page.locator("#area").focus();
    await paste(page, school);
    await nextFrame(page);
    assert.match(await page.locator(".part.ratings").innerText(), /Ofsted rated Meadow School\s+Good/);
    assert.match(await page.locator(".part.quotes").innerText(), /Ann Lee[^]*We are proud of every child/);
    assert.match(await page.locator(".part.figs").innerText(), /£5\.6m/);
    assert.match(await page.locator(".part.dates").innerText(), /Mar 2021/);
    assert.equal(await view(page), "read");
    assert.deepEqual(await paragraphs(page), school.split("\n\n"));
    assert.equal(await page.evaluate(() => document.activeElement?.id), "area");
    assert.deepEqual(await page.evaluate(() => [location.href, history.length]), before);
  });

  it("shows the facts while somebody types, and leaves the text area where it is", async () => {
    const page = await open();
    await page.locator("#area").focus();
    await page.keyboard.type('Ofsted has rated Meadow School "good".');
    await nextFrame(page);
    assert.equal(await items(page, "r").count(), 1);
    assert.equal(await view(page), "edit");
    await page.keyboard.type(" It spent £5.6m.");
    await nextFrame(page);
    assert.equal(await items(page, "f").count(), 1);
    assert.equal(await page.locator("#area").inputValue(), 'Ofsted has rated Meadow School "good". It spent £5.6m.');
  });

  /** Writes down what flashes and what is said from now on. @param {Page} page */
  const watch = (page) =>
    page.evaluate(() => {
      const panel = /** @type {HTMLElement} */ (document.getElementById("facts"));
      const before = new Set(panel.querySelectorAll("*"));
      const seen = { gone: [], said: [], moved: [] };
      Object.assign(window, { seen });
      const name = (/** @type {Node} */ node) => (node instanceof Element ? node.outerHTML.slice(0, 100) : node.textContent);
      const tell = (/** @type {string[]} */ list, /** @type {Node[]} */ nodes) => list.push(...nodes.map((node) => name(node) ?? ""));
      new MutationObserver((changes) => {
        for (const { removedNodes, attributeName, oldValue, target } of changes) {
          tell(seen.gone, [...removedNodes].filter((node) => node instanceof Element && before.has(node)));
          const hides = attributeName !== null && oldValue === null;
          if (hides && before.has(/** @type {Element} */ (target))) tell(seen.gone, [target]);
        }
      }).observe(panel, { childList: true, subtree: true, attributeFilter: ["hidden"], attributeOldValue: true });
      const lives = [...document.querySelectorAll("[role=status], [role=alert], [role=log], [aria-live], output")];
      for (const live of lives) new MutationObserver(() => tell(seen.said, [live.firstChild ?? live])).observe(live, { childList: true, characterData: true, subtree: true });
      if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
        new PerformanceObserver((list) => {
          for (const entry of /** @type {any[]} */ (list.getEntries())) {
            if (!entry.hadRecentInput) tell(seen.moved, entry.sources.map((/** @type {any} */ { node }) => node).filter((/** @type {Node} */ node) => node && !panel.contains(node)));
          }
        }).observe({ type: "layout-shift" });
      }
      return lives.length;
    });

  /** @param {Page} page */
  const seen = (page) => page.evaluate(() => /** @type {any} */ (window).seen);

  it("keeps what did not change, so that nothing flashes, and says how much there is once, when the typing has paused", async () => {
    const page = await openWith(school, {});
    await page.waitForFunction(() => document.getElementById("status")?.textContent === "1 rating, 1 quote, 1 figure, 1 date");
    await page.getByRole("button", { name: "Edit" }).click();
    await page.keyboard.press("ControlOrMeta+End");
    await nextFrame(page);
    assert.equal(await watch(page), 1, "one region of the page speaks");
    const words = " They had spent another £77m by that day";
    assert.equal(words.length, 40);
    await page.keyboard.type(words);
    await page.waitForFunction(() => /** @type {any} */ (window).seen.said.length > 0);
    await nextFrame(page);
    assert.equal(await items(page, "f").count(), 2);
    assert.deepEqual(await seen(page), { gone: [], said: ["1 rating, 1 quote, 2 figures, 1 date"], moved: [] });
  });

  it("leaves the word that there is nothing where it stands while somebody types on", async () => {
    const page = await open();
    await page.locator("#area").focus();
    assert.equal(await page.locator("#status").textContent(), "");
    await page.keyboard.type("Nothing of the kind stands here");
    await page.locator("#nothing").waitFor({ state: "visible" });
    await watch(page);
    await page.keyboard.type(", nor does it stand on another line of it");
    await nextFrame(page);
    assert.deepEqual(await seen(page), { gone: [], said: [], moved: [] });
    await page.keyboard.type(": £5m");
    await nextFrame(page);
    assert.equal(await page.locator("#nothing").isVisible(), false);
  });

  it("says so where there are no facts", async () => {
    const page = await open();
    await page.locator("#area").focus();
    await paste(page, "Nothing of the kind stands here.");
    await page.locator("#nothing").waitFor({ state: "visible" });
    assert.equal(
      await page.locator("#nothing").innerText(),
      "No facts found. Nothing in this text is a rating, a quote, a figure or a date.",
    );
    assert.equal(await page.locator("#status").textContent(), "No facts found");
  });

  it("says so where there is none of a kind", async () => {
    const page = await open();
    await page.locator("#area").focus();
    await paste(page, "It spent £5.6m.");
    await nextFrame(page);
    assert.match(await page.locator(".part.ratings").innerText(), /No ratings in this article\./);
  });
});

describe("the text area", () => {
  it("is what a paste anywhere on the page goes to, in the place of the article before", async () => {
    const page = await open();
    await page.locator("#area").focus();
    await paste(page, school);
    await page.locator("#h-article").click();
    await paste(page, "It spent £4m.");
    await nextFrame(page);
    assert.equal(await page.locator("#area").inputValue(), "It spent £4m.");
    assert.deepEqual(await paragraphs(page), ["It spent £4m."]);
  });

  it("takes a paste between two words as text areas do", async () => {
    const page = await open();
    await page.locator("#area").focus();
    await page.keyboard.type("It spent .");
    await page.keyboard.press("ArrowLeft");
    await paste(page, "£4m");
    await nextFrame(page);
    assert.equal(await page.locator("#area").inputValue(), "It spent £4m.");
    assert.equal(await view(page), "edit");
    assert.equal(await items(page, "f").count(), 1);
  });

  it("comes back for the next key, with the caret where it was", async () => {
    const page = await open();
    await page.locator("#area").focus();
    await paste(page, "It spent £4m");
    await nextFrame(page);
    assert.equal(await view(page), "read");
    await page.keyboard.type(" or £5m");
    assert.equal(await view(page), "edit");
    await nextFrame(page);
    assert.equal(await page.locator("#area").inputValue(), "It spent £4m or £5m");
    assert.equal(await items(page, "f").count(), 2);
    await page.getByRole("button", { name: "Done" }).click();
    assert.deepEqual(await paragraphs(page), ["It spent £4m or £5m"]);
  });

  it("undoes a paste, an example and a clearing, wherever the focus is", async () => {
    const page = await open();
    await page.locator("#area").focus();
    await paste(page, school);
    await page.locator("#h-article").click();
    await page.keyboard.press("ControlOrMeta+Z");
    assert.equal(await page.locator("#area").inputValue(), "");
    assert.equal(await view(page), "empty");
    const [example] = examples;
    await page.getByRole("button", { name: example?.title }).first().click();
    await page.getByRole("button", { name: "Clear" }).click();
    assert.equal(await view(page), "empty");
    await page.keyboard.press("ControlOrMeta+Z");
    assert.equal(await page.locator("#area").inputValue(), example?.text);
  });

  it("takes a copied piece of a web page with its paragraphs and without its markup, and undoes it", async () => {
    const page = await open();
    await page.locator("#area").focus();
    const html =
      "<h2>Mill to close</h2><p>The mill spent <b style='color:red'>£5.6m</b>.</p><ul><li>It closes soon.</li></ul><script>window.pwned=1</script>";
    await pasteHtml(page, "Mill to closeThe mill spent £5.6m.It closes soon.", html);
    await nextFrame(page);
    assert.deepEqual(await paragraphs(page), ["Mill to close", "The mill spent £5.6m.", "It closes soon."]);
    assert.equal(await items(page, "f").count(), 1);
    assert.equal(await page.locator("#sheet :is(b, ul, li, script, [style])").count(), 0);
    await page.keyboard.press("ControlOrMeta+Z");
    assert.equal(await page.locator("#area").inputValue(), "");
  });

  it("undoes a whole page that takes the place of a draft, and does it again, until something else is written", async () => {
    const page = await open();
    const value = () => page.locator("#area").inputValue();
    await page.locator("#area").focus();
    await page.keyboard.type("Old words of £9m.");
    await page.getByRole("button", { name: "Clear" }).click();
    await page.keyboard.type("A draft of £4m.");
    const lines = Array.from({ length: 150 }, (_, n) => `The mill spent £${n + 1}m again.`);
    await page.keyboard.press("ControlOrMeta+A");
    await pasteHtml(page, lines.join(" "), lines.map((line) => `<p>${line}</p>`).join(""));
    await nextFrame(page);
    assert.deepEqual(await paragraphs(page), lines);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "area");
    const long = await value();
    await page.keyboard.press("ControlOrMeta+Z");
    await nextFrame(page);
    assert.equal(await value(), "A draft of £4m.");
    assert.equal(await items(page, "f").count(), 1);
    // What the browser would have undone before is not lost: the clearing, and what was typed before and after it.
    for (const text of ["", "Old words of £9m.", "", ""]) {
      await page.keyboard.press("ControlOrMeta+Z");
      assert.equal(await value(), text);
    }
    for (const text of ["Old words of £9m.", "", "A draft of £4m.", long]) {
      await page.keyboard.press("ControlOrMeta+Shift+Z");
      assert.equal(await value(), text);
    }
    await nextFrame(page);
    assert.equal(await items(page, "f").count(), 150);
    // What is written after it is undone by the browser, one after the other; then it is the page's turn again.
    await page.keyboard.type("Yes");
    assert.equal(await value(), `Yes${long}`);
    for (let n = 0; n < 3 && (await value()) !== long; n += 1) await page.keyboard.press("ControlOrMeta+Z");
    assert.equal(await value(), long);
    await page.keyboard.press("ControlOrMeta+Z");
    assert.equal(await value(), "A draft of £4m.");
    const left = await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "y", metaKey: true, bubbles: true, cancelable: true })));
    assert.equal(left, true, "Command and Y is the history");
    await page.keyboard.press("ControlOrMeta+Y");
    assert.equal(await value(), long);
    // The browser's own menu asks in another way, and the button "Clear" is undone too.
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("button", { name: "Clear" }).click();
    assert.equal(await value(), "");
    await page.keyboard.press("ControlOrMeta+Z");
    assert.equal(await value(), long);
    const command = (/** @type {string} */ inputType) =>
      page.locator("#area").evaluate((area, inputType) => area.dispatchEvent(new InputEvent("beforeinput", { inputType, bubbles: true, cancelable: true })), inputType);
    assert.equal(await command("historyUndo"), false);
    assert.equal(await value(), "A draft of £4m.");
    await page.keyboard.type("New: ");
    assert.equal(await command("historyRedo"), true, "something else has been written");
    assert.match(await value(), /New: /);
  });

  it("goes back from a very long text that was written in, and is no stop for the Tab key where it is not seen", async () => {
    const mac = (/** @type {Page} */ page) => page.addInitScript(() => void Object.defineProperty(navigator, "platform", { value: "MacIntel" }));
    const page = await openWith(school, { prepare: mac });
    const area = page.locator("#area");
    const is = async (/** @type {string} */ text) => assert.equal((await area.inputValue()) === text, true);
    const long = "The mill is old. ".repeat(20_000);
    await page.locator("#h-article").click();
    await pasteMany(page, "The mill is old. ", 20_000);
    await is(long);
    await page.getByRole("button", { name: "Edit" }).click();
    await page.keyboard.type("Y");
    assert.equal((await area.inputValue()).length, long.length + 1);
    await page.getByRole("button", { name: "Done" }).click();
    await page.locator("#h-article").click();
    for (const text of [long, school]) {
      await page.keyboard.press("ControlOrMeta+Z");
      await is(text);
    }
    await page.keyboard.press("ControlOrMeta+Shift+Z");
    await is(long);
    const left = await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "y", ctrlKey: true, bubbles: true, cancelable: true })));
    assert.equal(left, true, "a Mac has another key for redo");
    // A shorter one in its place, with the focus elsewhere.
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByRole("button", { name: "Done" }).click();
    await page.locator("#h-article").click();
    await pasteMany(page, "It spent £4m.\n", 250);
    assert.equal(await view(page), "read");
    const stops = await area.evaluate((area) => {
      area.focus();
      return document.activeElement === area;
    });
    assert.equal(stops, false);
  });

  it("takes HTML from the clipboard with the button too", needs("rich"), async () => {
    const page = await open();
    await page.evaluate(() =>
      navigator.clipboard.write([
        new ClipboardItem({
          "text/plain": new Blob(["The mill spent £5.6m.It closes soon."], { type: "text/plain" }),
          "text/html": new Blob(["<p>The mill spent £5.6m.</p><p>It closes soon.</p>"], { type: "text/html" }),
        }),
      ]),
    );
    await page.getByRole("button", { name: "Paste" }).click();
    await items(page, "f").first().waitFor();
    assert.deepEqual(await paragraphs(page), ["The mill spent £5.6m.", "It closes soon."]);
  });

  it("shows page furniture in grey, and reads it after all with one click", async () => {
    const page = await open();
    await page.locator("#area").focus();
    await paste(page, `Home\nNews\nSport\nLog in\n\n${examples[0]?.text}\n\nMost read\nShop fined £80m after fire\nAbout us`);
    await nextFrame(page);
    const grey = page.locator("#sheet .furniture");
    assert.match((await grey.allInnerTexts()).join("\n"), /Published 3 hours ago[^]*Follow Tarnshire News on Facebook[^]*Shop fined/);
    // Nearer to the paper than the story is, and smaller.
    const look = (/** @type {import("playwright-core").Locator} */ lines) =>
      lines.evaluateAll((nodes) =>
        nodes.map((node) => {
          const { color, fontSize } = getComputedStyle(node);
          const [ink = 0, paper = 0] = [color, getComputedStyle(document.body).backgroundColor].map((colour) =>
            (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0),
          );
          return { ink: Math.abs(ink - paper), size: Number.parseFloat(fontSize) };
        }),
      );
    const dimmed = await look(page.locator("#sheet p.furniture"));
    const [story] = await look(page.locator("#sheet > p:not(.furniture)"));
    assert.ok(story && dimmed.length > 0);
    for (const { ink, size } of dimmed) assert.ok(ink < story.ink - 100 && size < story.size, `${ink} of ${story.ink}, ${size} of ${story.size}`);
    const found = async () => [await page.locator("#facts .item").count(), await items(page, "f").filter({ hasText: "£80m" }).count()];
    const before = await found();
    assert.equal(before[1], 0);
    await page.getByRole("button", { name: "Read grey lines" }).click();
    assert.equal(await grey.count(), 0);
    const all = await found();
    assert.ok((all[0] ?? 0) > (before[0] ?? 0) && all[1] === 1, `${all} after ${before}`);
    await page.getByRole("button", { name: "Leave grey lines" }).click();
    assert.ok((await grey.count()) > 0);
    assert.deepEqual(await found(), before);
  });

  it("has a label and keeps spelling helpers away", async () => {
    const page = await open();
    const area = page.getByLabel("Article", { exact: true }).and(page.locator("textarea"));
    assert.equal(await area.getAttribute("spellcheck"), "false");
    assert.equal(await area.getAttribute("autocomplete"), "off");
  });
});

describe("examples", () => {
  for (const { title, text } of examples) {
    it(`loads with one click: ${title}`, async () => {
      const page = await open();
      await page.getByRole("button", { name: title }).first().click();
      await nextFrame(page);
      assert.equal(await page.locator("#area").inputValue(), text);
      for (const kind of ["r", "q", "f", "d"]) {
        assert.ok((await items(page, kind).count()) > 0, `the example shows no item of kind ${kind}`);
      }
    });

    it(`has marks that cover exactly the words of the report: ${title}`, async () => {
      const page = await open();
      await page.getByRole("button", { name: title }).first().click();
      await nextFrame(page);
      assert.deepEqual(await paragraphs(page), text.split("\n").filter((line) => line.trim() !== ""));
      for (const quote of await items(page, "q").all()) {
        const id = await quote.getAttribute("data-item");
        const shown = (await quote.locator("blockquote").innerText()).replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
        const covered = (await marked(page, `mark.q[data-item=${id}]`)).replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
        assert.equal(covered, shown);
      }
      for (const figure of await items(page, "f").all()) {
        const id = await figure.getAttribute("data-item");
        const covered = await marked(page, `mark[data-item=${id}]`);
        assert.ok(covered.includes(await figure.locator("th a").innerText()), covered);
      }
    });
  }

  it("can be changed for another one in the bar", async () => {
    const page = await open();
    const [first, second] = examples;
    await page.getByRole("button", { name: first?.title }).first().click();
    await page.getByRole("button", { name: "Examples" }).click();
    await page.locator("#examples").getByRole("button", { name: second?.title }).click();
    assert.equal(await page.locator("#area").inputValue(), second?.text);
  });
});

describe("text and panel", () => {
  /** Opens the page with a text long enough that both sides scroll. */
  const opened = async () => {
    const page = await open();
    const filler = "Nothing happened on this line of the article, nor on the one after it.\n\n".repeat(40);
    await page.locator("#area").focus();
    await paste(page, `${school}\n\n${filler}"It ends here," said Tom Reed, a governor. It cost £77m.`);
    await nextFrame(page);
    return page;
  };

  it("are linked by a click on either side", async () => {
    const page = await opened();
    await page.locator("#sheet mark.q").first().click();
    assert.equal(await current(page), "q1");
    await page.locator("#q2 blockquote").click();
    assert.equal(await current(page), "q2");
    assert.equal(await page.locator("#facts [aria-current]").count(), 1);
    const mark = page.locator("#sheet mark.q.here");
    assert.match(await mark.innerText(), /It ends here/);
    await inView(page, "#sheet mark.q.here");
    // The smallest mark under the pointer counts: a figure inside a quote, not the quote.
    await page.locator("#sheet mark.f", { hasText: "£77m" }).click();
    assert.match(await page.locator("#facts [aria-current]").innerText(), /£77m/);
    await inView(page, "#facts [aria-current]");
  });

  it("are linked by the keyboard", async () => {
    const page = await opened();
    await page.locator("#q2 a.tag").focus();
    await page.keyboard.press("Enter");
    assert.equal(await current(page), "q2");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "t-q2");
    await inView(page, "#sheet mark.q.here");
    await page.keyboard.press("Shift+Tab");
    await page.waitForFunction(() => {
      const { item } = /** @type {HTMLElement} */ (document.activeElement).dataset;
      return item && item !== "q2" && item === document.querySelector("#facts [aria-current=true]")?.getAttribute("data-item");
    });
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.closest("#facts .item") !== null), true);
  });

  it("are stepped through in the order of the text", async () => {
    const page = await opened();
    const seen = [];
    for (let n = 0; n < 4; n += 1) {
      await page.keyboard.press("F8");
      seen.push(await current(page));
    }
    assert.deepEqual(seen, ["r1", "q1", "f1", "d1"]);
    await page.keyboard.press("Shift+F8");
    assert.equal(await current(page), "f1");
    await inView(page, "#sheet mark.here");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("[aria-current=true][data-item]").count(), 0);
  });

  it("are linked by the caret while editing", async () => {
    const page = await opened();
    await page.getByRole("button", { name: "Edit" }).click();
    await page.locator("#area").evaluate((area, at) => /** @type {HTMLTextAreaElement} */ (area).setSelectionRange(at, at), school.indexOf("proud"));
    await page.waitForFunction(() => document.querySelector("#q1[aria-current]"));
    assert.equal(await view(page), "edit");
  });

  it("show what the pointer is over", async () => {
    const page = await opened();
    await page.locator("#sheet mark.q").first().hover();
    assert.equal(await page.locator("#q1.near").count(), 1);
    await page.locator("#r1 h3").hover();
    assert.equal(await page.locator("#q1.near").count(), 0);
    assert.ok((await page.locator("#sheet mark.r.near").count()) > 0);
  });

  it("lose the marks and rows of a kind that is not wanted", async () => {
    const page = await opened();
    await page.getByRole("checkbox", { name: "Show quotes" }).uncheck();
    assert.equal(await page.locator(".part.quotes").isVisible(), false);
    const line = await page.locator("#sheet mark.q").first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
    assert.equal(line, "none");
    await page.keyboard.press("F8");
    await page.keyboard.press("F8");
    assert.equal(await current(page), "f1");
    await page.getByRole("checkbox", { name: "Show quotes" }).check();
    assert.equal(await page.locator(".part.quotes").isVisible(), true);
  });

  it("tell the kinds apart by more than colour", async () => {
    const page = await opened();
    const styles = await page.evaluate(() =>
      ["r", "q", "f", "d"].map((kind) => {
        const mark = document.querySelector(`#sheet mark.${kind}`);
        return mark && getComputedStyle(mark).textDecorationStyle;
      }),
    );
    assert.deepEqual(styles, ["double", "solid", "dotted", "dashed"]);
  });
});

/**
 * Fails unless an element's first line is on the screen and nothing covers it.
 *
 * @param {Page} page
 * @param {string} selector
 */
async function inView(page, selector) {
  const seen = await page.locator(selector).first().evaluate((node) => {
    const [box] = node.getClientRects();
    if (!box) return "it has no box";
    const there = document.elementFromPoint(box.left + Math.min(8, box.width / 2), box.top + box.height / 2);
    return there && (node.contains(there) || there.contains(node)) ? "" : `${there?.outerHTML.slice(0, 80)} is there`;
  });
  assert.equal(seen, "", selector);
}
