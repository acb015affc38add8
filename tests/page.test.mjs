// The page in a real Chromium, with the real engine: what a reader of the page sees and does.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { examples } from "../www/examples.js";
import { marked, nextFrame, open, paragraphs, paste, pasteUnits, ready, withBrowser } from "./page/open.mjs";

/** @import { Page } from "playwright-core" */

withBrowser();

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const school = 'Ofsted has rated Meadow School "good".\n\n"We are proud of every child," said Ann Lee, the head teacher. The school spent £5.6m in March 2021.';

/** @param {Page} page */
const current = (page) => page.locator("#facts [aria-current=true]").getAttribute("data-item");

/** @param {Page} page */
const view = (page) => page.evaluate(() => document.body.dataset.view);

/**
 * Items of the panel whose words the text has, by kind.
 *
 * @param {Page} page
 * @param {string} kind
 */
const items = (page, kind) => page.locator(`#facts .item[data-item^=${kind}]`);

/** @param {Page} page */
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

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

  it("keeps what did not change, so that nothing flashes", async () => {
    const page = await open();
    await page.locator("#area").focus();
    await page.keyboard.type('Ofsted has rated Meadow School "good".');
    await nextFrame(page);
    const rating = await page.locator("#r1").elementHandle();
    await page.keyboard.type(" Nothing else has happened");
    await nextFrame(page);
    assert.equal(await rating?.evaluate((node) => node.isConnected), true);
  });

  it("says how much there is once, when the typing has paused", async () => {
    const page = await open();
    const status = page.locator("#status");
    assert.equal(await status.textContent(), "");
    await page.evaluate(() => {
      const node = document.getElementById("status");
      Object.assign(window, { said: [] });
      if (node) new MutationObserver(() => /** @type {any} */ (window).said.push(node.textContent)).observe(node, { childList: true });
    });
    await page.locator("#area").focus();
    await page.keyboard.type("It spent £5.6m.");
    await page.waitForFunction(() => /** @type {any} */ (window).said.length > 0);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).said), ["1 figure"]);
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
        assert.ok(covered.startsWith(await figure.locator("th a").innerText()), covered);
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
    assert.equal(await current(page), await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.dataset.item));
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

describe("screens", () => {
  const [example] = examples;
  for (const width of [320, 390, 768, 1024, 1440]) {
    it(`has no sideways scroll at ${width} px`, async () => {
      const page = await open({ context: { viewport: { width, height: 700 } } });
      assert.ok((await sideways(page)) <= 0, "empty");
      await page.getByRole("button", { name: example?.title }).first().click();
      await nextFrame(page);
      assert.ok((await sideways(page)) <= 0, "facts");
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

  it("takes turns between article and facts on a phone, and shows a tapped mark in a tray", async () => {
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
    await page.locator("#tray-tag").tap();
    assert.equal(await page.locator(`#${item}`).isVisible(), true);
    await page.locator(`#${item} a`).first().tap();
    assert.equal(await page.locator("#sheet").isVisible(), true);
  });

  it("follows the system into the dark, and survives forced colours", async () => {
    const page = await open({ context: { colorScheme: "dark" } });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(await ground(), "rgb(19, 21, 23)");
    await page.emulateMedia({ colorScheme: "light" });
    assert.equal(await ground(), "rgb(255, 255, 255)");
    await page.getByRole("button", { name: example?.title }).first().click();
    await page.emulateMedia({ forcedColors: "active" });
    const line = await page.locator("#sheet mark.q").first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
    assert.equal(line, "underline");
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

describe("accessibility", () => {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    for (const width of [390, 1440]) {
      it(`has no fault that axe sees: ${colorScheme}, ${width} px`, async () => {
        const page = await open({ context: { colorScheme, viewport: { width, height: 900 } } });
        await faultless(page, "empty");
        await page.getByRole("button", { name: examples[0]?.title }).first().click();
        await nextFrame(page);
        await faultless(page, "facts");
        await page.keyboard.press("F8");
        await faultless(page, "current");
        await page.getByRole("button", { name: "Edit" }).click();
        await faultless(page, "edit");
        await page.locator("#privacy-button").click();
        await faultless(page, "privacy");
      });
    }
  }

  /**
   * @param {Page} page
   * @param {string} state
   */
  async function faultless(page, state) {
    await page.evaluate(axe); // by the debugger, which no policy holds up
    const faults = await page.evaluate(async () => {
      const { violations } = await /** @type {any} */ (window).axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      });
      return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ n) => n.html).join(" ")}`);
    });
    assert.deepEqual(faults, [], state);
  }
});

describe("what must not happen", () => {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
    "require-trusted-types-for 'script'; trusted-types factbox";

  it("comes with its policy first in the head", async () => {
    const page = await open();
    const [charset, first] = await page.locator("head > *").evaluateAll((nodes) => nodes.slice(0, 2).map((node) => node.outerHTML));
    assert.match(charset ?? "", /charset="utf-8"/);
    assert.ok(first?.includes(policy.replaceAll('"', "&quot;")), first);
    assert.equal(await page.locator("[style], style, script:not([src])").count(), 0);
  });

  it("asks for nothing once it is loaded", async () => {
    const page = await open();
    /** @type {string[]} */
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.getByRole("button", { name: examples[0]?.title }).first().click();
    await page.keyboard.type("It spent £5.6m.");
    await page.getByRole("button", { name: "Done" }).click();
    await page.keyboard.press("F8");
    assert.deepEqual(asked, []);
  });

  it("cannot ask for anything once it is loaded", async () => {
    const page = await open({ faulty: true });
    await ready(page);
    const sent = await page.evaluate(() => fetch("page.js").then(() => "sent", () => "blocked"));
    assert.equal(sent, "blocked");
  });

  it("keeps nothing", async () => {
    const page = await open();
    await page.getByRole("button", { name: examples[0]?.title }).first().click();
    await nextFrame(page);
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ]);
    assert.deepEqual(kept, [0, 0, "", 0, 0]);
  });

  it("shows pasted markup as text", async () => {
    const page = await open();
    const text = `<img src=x onerror="window.pwned=1"> <script>window.pwned=1</script> <a href="javascript:window.pwned=1">x</a>
"<b onmouseover=alert(1)>We are proud</b>," said Ann <i>Lee</i>, the head <svg onload=alert(1)> teacher, in March 2021.
Ofsted has rated <style>*{display:none}</style> Meadow School "good". It spent £5.6m on &lt;b&gt; "]]> --> \${1} {{2}}`;
    await page.locator("#area").focus();
    await paste(page, text);
    await nextFrame(page);
    assert.deepEqual(await paragraphs(page), text.split("\n"));
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).pwned), undefined);
    const names = await page.locator("main *").evaluateAll((nodes) => [...new Set(nodes.map((node) => node.localName))]);
    const allowed =
      "a article b blockquote button caption div em h2 h3 header input label li mark ol option p q rect section select small span svg path " +
      "circle text table tbody td textarea th thead tr ul";
    assert.deepEqual(names.filter((name) => !allowed.split(" ").includes(name)), []);
  });

  it("takes any characters without shifting a mark", async () => {
    const page = await open();
    const units = (/** @type {string} */ text) => [...text].flatMap((c) => c.split("")).map((c) => c.charCodeAt(0));
    const fact = 'It spent £5.6m. "We are proud," said Ann Lee. ';
    const odd = [
      [0xd83d],
      [0xdc9b],
      units("💛 👩‍👩‍👧 ä é"),
      [0],
      [0xfeff],
      [0x202e, 0x202c],
      [0x200b, 0xad, 0x2066, 0x2069],
      units("שלום العربية"),
      units("\r\n\r\n"),
      units("\r"),
      [0x2028],
      [0xfffd, 0xffff],
    ];
    await pasteUnits(page, odd.flatMap((piece) => [...piece, ...units(fact)]));
    await nextFrame(page);
    assert.equal(await items(page, "f").count(), odd.length);
    const figures = await page.locator("#sheet mark.f").allInnerTexts();
    assert.deepEqual(figures, odd.map(() => "£5.6m"));
    const quotes = await page.locator("#sheet mark.qw").allInnerTexts();
    assert.deepEqual(quotes, odd.map(() => "We are proud,"));
    const value = await page.locator("#area").evaluate((area) => {
      const { value } = /** @type {HTMLTextAreaElement} */ (area);
      return value.split("\n").filter((line) => line.trim() !== "");
    });
    assert.deepEqual(await paragraphs(page), value);
  });

  it("refuses a text that is too long, and keeps the article", async () => {
    const page = await open();
    await page.locator("#area").focus();
    await paste(page, "It spent £5.6m.");
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "a".repeat(12e6));
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    assert.equal(await page.locator("#notice").innerText(), "That text is 12 MB. The limit is 5 MB. Paste the article alone.");
    assert.equal(await page.locator("#area").inputValue(), "It spent £5.6m.");
    await paste(page, "It spent £4m.");
    assert.equal(await page.locator("#notice").isVisible(), false);
  });

  it("stays alive with five megabytes of one character, and of quotes", async () => {
    const page = await open();
    for (const piece of ['"', "a", '"It is so," said Ann Lee. ']) {
      await page.evaluate((piece) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", piece.repeat(Math.floor(4.9e6 / piece.length)));
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      }, piece);
      await nextFrame(page);
      assert.equal(await page.locator("#notice").isVisible(), false, piece);
    }
    assert.match(await page.locator(".part.quotes .n").innerText(), /^first 1,000 of /);
    await page.locator("#h-article").click();
    await paste(page, "It spent £4m.");
    await nextFrame(page);
    assert.equal(await items(page, "f").count(), 1);
  });
});

describe("files", () => {
  /**
   * @param {string} name
   * @param {string | Buffer} content
   * @param {(path: string) => Promise<void>} use
   */
  const withFile = async (name, content, use) => {
    const folder = await mkdtemp(join(tmpdir(), "factbox-"));
    try {
      await writeFile(join(folder, name), content);
      await use(join(folder, name));
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  it("are opened with a button", async () => {
    const page = await open();
    await withFile("article.txt", "\ufeffIt spent £5.6m.\r\n", async (path) => {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open file" }).click()]);
      await chooser.setFiles(path);
      await items(page, "f").first().waitFor();
    });
    assert.deepEqual(await paragraphs(page), ["It spent £5.6m."]);
  });

  it("are dropped anywhere", async () => {
    const page = await open();
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["It spent £5.6m."], "article.md", { type: "text/markdown" }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    await items(page, "f").first().waitFor();
  });

  it("are refused with words where they are no text or too long", async () => {
    const page = await open();
    const words = async (/** @type {string} */ name, /** @type {string | Buffer} */ content) => {
      await withFile(name, content, (path) => page.locator("#file").setInputFiles(path));
      await page.locator("#notice").waitFor({ state: "visible" });
      return page.locator("#notice").innerText();
    };
    const unread = "Factbox cannot read that file. Open it, copy the text and paste it here.";
    assert.equal(await words("article.docx", "PK"), unread);
    assert.equal(await words("article.txt", Buffer.from([0xff, 0xfe, 0x41, 0xd8])), unread);
    await page.reload();
    await ready(page);
    const long = "That file is 5.1 MB. The limit is 5 MB. Paste the article instead.";
    assert.equal(await words("article.txt", "a".repeat(5_000_001)), long);
  });
});
