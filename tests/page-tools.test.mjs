// What a reader does with the facts on the page: asks why, filters, sorts, copies, saves, shares, reports a mistake.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { examples } from "../www/examples.js";
import { issues } from "../www/issues.js";
import { extract, initSync } from "../www/pkg/factbox.js";
import { parse } from "./page/csv.mjs";
import { asReader, clipboard, copied, needs, nextFrame, open, openWith, paste, ready, toClipboard, withBrowser } from "./page/open.mjs";

/** @import { Page } from "playwright-core" */

withBrowser();

const school = `Ofsted has rated Meadow School "good". It had been rated inadequate in March 2019.

"We are proud of every child," said Ann Lee, the head teacher. She said the roof leaked.

A spokesman for Tarn Council said: "We welcome it." The school spent £5.6m on 12 new teachers, and £80m before that. About 300 children go there.`;

const read = (text = school, /** @type {Parameters<typeof open>[0]} */ wishes = {}) => openWith(text, wishes);

/**
 * @param {Page} page
 * @param {string} menu
 * @param {string | RegExp} entry
 */
async function pick(page, menu, entry) {
  await page.getByRole("button", { name: menu, exact: true }).click();
  await page.locator(".menu:popover-open").getByRole("button", { name: entry }).click();
}

/**
 * @param {Page} page
 * @param {string} words
 */
const says = (page, words) => page.waitForFunction((words) => document.getElementById("status")?.textContent === words, words);

describe("why an item is there", () => {
  it("is told for each way that a source was settled", async () => {
    const page = await read(`"We are proud of every child," said Ann Lee, the head teacher. She said the roof leaked. Lee said the hall was dry.

"We worked hard for many years."

The head teacher said the lights failed.

"It is late," said the mayor. A spokesman for Tarn Council said: "We welcome it."

The plan was "a total waste of money".`);
    const reason = async (/** @type {string} */ words) => {
      await page.locator(".said", { hasText: words }).locator("blockquote").click();
      if (!(await page.locator("#why").isVisible())) await page.getByRole("button", { name: "Why is this here?" }).click();
      const terms = await page.locator("#why dt").allInnerTexts();
      const texts = await page.locator("#why dd").allInnerTexts();
      return Object.fromEntries(terms.map((term, nth) => [term, texts[nth]]));
    };
    const beside = "Words in quote marks beside a reporting word.";
    const alone = "Words in quote marks without a reporting word of their own.";
    const clause = "A reported clause without quote marks.";
    const ways = [
      ["proud", "said", beside, "Named in the same sentence."],
      ["roof", "said", clause, "Pronoun: “She” was read as Ann Lee."],
      ["hall", "said", clause, "Named as “Lee”, in full Ann Lee."],
      ["worked hard", undefined, alone, "Carried over from the words nearest to it: “Lee”, read as Ann Lee."],
      ["lights", "said", clause, "Described as “The head teacher”, read as Ann Lee."],
      ["late", "said", beside, "Not named: described in the same sentence."],
      ["welcome", "said", beside, "Not named: described in the same sentence."],
      ["waste", undefined, alone, "Nobody is named or described."],
    ];
    for (const [words = "", cue, rule, source] of ways) {
      const { Cue, Rule, Source, "In the text": sentence } = await reason(words);
      assert.deepEqual([words, Cue, Rule, Source], [words, cue, rule, source]);
      assert.ok(sentence?.includes(words), sentence);
    }
    assert.equal((await reason("proud"))["In the text"], '"We are proud of every child," said Ann Lee, the head teacher.');
  });

  it("is a guess where no words beside a quote say whose it is: it says so, and can be changed on the spot", async () => {
    const page = await read('"We are proud of every child," said Ann Lee, the head teacher. She said the roof leaked.\n\n"It has leaked for years. Nobody has mended it."\n\nAnn Day said no mill would close. “Seven were built in that year.”');
    const how = () => page.locator(".said .how").allInnerTexts();
    assert.deepEqual(await how(), [
      "direct, said",
      "indirect, said, as “She”",
      "direct, carried over, as “She”. Source is a guess: nearest name. Change",
      "indirect, said",
      "direct, carried over", // she goes on: no guess
    ]);
    assert.deepEqual(await page.locator(".said a.tag").allInnerTexts(), ["Q1", "Q2", "Q3?", "Q4", "Q5"]);
    assert.deepEqual(await page.locator("#sheet a.tag.q").allInnerTexts(), ["Q1", "Q2", "Q3", "Q4", "Q5"]);
    // A button of a quote that is no longer there opens no other one's form.
    await page.locator("#q1 blockquote").click();
    const leads = (/** @type {string} */ id) => page.locator("#q3 [data-correct=source]").evaluate((button, id) => void (button.dataset.of = id), id);
    await leads("q99");
    await page.getByRole("button", { name: "Change the source of Q3" }).click();
    assert.equal(await page.locator("#facts form").count(), 0);
    await leads("q3");
    await page.getByRole("button", { name: "Change the source of Q3" }).click();
    const form = page.locator("#q3 form");
    assert.equal(await form.getByLabel("Who says it").evaluate((field) => document.activeElement === field), true);
    await form.getByLabel("Who says it").selectOption({ label: "Not named" });
    await form.getByRole("button", { name: "Save" }).click();
    assert.deepEqual((await how()).filter((line) => line.includes("guess")), []);
    assert.deepEqual(await page.locator(".said a.tag").allInnerTexts(), ["Q1", "Q2", "Q3", "Q4", "Q5"]);
  });

  it("stays open from item to item, and names the scale and the reading of a number", async () => {
    const page = await read();
    await page.locator("#r1 h3").click();
    await page.getByRole("button", { name: "Why is this here?" }).click();
    assert.match(await page.locator("#r1 #why").innerText(), /Grade\s+good[^]*Scale\s+Ofsted[^]*outstanding/i);
    await page.locator(".figures tr", { hasText: "£5.6m" }).locator("td").first().click();
    assert.match(await page.locator(".figures #why").innerText(), /Money: 5,600,000 GBP/);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#why").count(), 0);
  });

  it("is reached with the keyboard right after the item", async () => {
    const page = await read();
    await page.locator("#q1 a.tag").focus();
    await page.keyboard.press("Enter");
    await page.locator("#q1 a.tag").focus();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Why is this here?");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#why").isVisible(), true);
  });
});

describe("what is shown", () => {
  it("can be the quotes of one source, in the list and in the text", async () => {
    const page = await read();
    assert.ok((await page.locator(".source").count()) >= 2);
    await page.getByLabel("Quotes of", { exact: true }).selectOption("Ann Lee");
    assert.deepEqual(await page.locator(".source h3").allInnerTexts(), ["Ann Lee"]);
    const line = (/** @type {string} */ words) =>
      page.locator("#sheet mark.q", { hasText: words }).first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
    assert.equal(await line("proud"), "underline");
    assert.equal(await line("welcome"), "none");
    for (let n = 0; n < 8; n += 1) {
      await page.keyboard.press("F8");
      assert.doesNotMatch(await page.locator("#facts [aria-current=true]").innerText(), /welcome/);
    }
    await page.getByLabel("Quotes of", { exact: true }).selectOption("all sources");
    assert.equal(await line("welcome"), "underline");
  });

  it("can be chosen beside a name, and is all again in another article", async () => {
    const page = await read();
    await page.getByRole("button", { name: "2 quotes of Ann Lee, show alone" }).click();
    assert.deepEqual(await page.locator(".source h3").allInnerTexts(), ["Ann Lee"]);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "h-quotes");
    await paste(page, '"It is late," said Tom Reed, a governor. "It is dark," said Amy Bell, a teacher.');
    await nextFrame(page);
    assert.equal(await page.locator(".source").count(), 2);
  });

  it("has shares that are the sums of the words", async () => {
    const page = await read();
    const shares = await page.locator(".share > span").allInnerTexts();
    assert.equal(shares.reduce((sum, share) => sum + Number.parseInt(share, 10), 0), 100);
    const words = await page.locator(".source").evaluateAll((all) =>
      all.map((source) => [...source.querySelectorAll("blockquote")].reduce((sum, quote) => sum + (quote.textContent ?? "").trim().split(/\s+/).length, 0)),
    );
    const total = words.reduce((sum, count) => sum + count, 0);
    for (const [nth, count] of words.entries()) {
      assert.ok(Math.abs((count * 100) / total - Number.parseInt(shares[nth] ?? "", 10)) <= 1, `${count} of ${total} is shown as ${shares[nth]}`);
    }
  });

  it("is figures that sort by value and by what they count, and go back to the text's order", async () => {
    const page = await read();
    const figures = () => page.locator(".figures tbody th a").allInnerTexts();
    const inText = await figures();
    await page.getByRole("button", { name: "Figure", exact: true }).click();
    const byValue = await figures();
    assert.ok(byValue.indexOf("£80m") < byValue.indexOf("£5.6m"), String(byValue));
    assert.ok(byValue.indexOf("300") < byValue.indexOf("12"), String(byValue));
    assert.equal(await page.locator("th[aria-sort=descending]").count(), 1);
    await page.getByRole("button", { name: "Of what" }).click();
    const of = await page.locator(".figures tbody td:nth-child(2)").allInnerTexts();
    const named = of.filter((words) => !words.startsWith("not said"));
    assert.deepEqual(named, [...named].sort());
    await page.getByRole("button", { name: "Of what" }).click();
    assert.deepEqual(await figures(), inText);
    assert.equal(await page.locator("th[aria-sort]").count(), 0);
  });

  it("can have the biggest share first", async () => {
    const page = await read(examples[0]?.text);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByLabel("Biggest share first").check();
    const shares = (await page.locator(".share > span").allInnerTexts()).map((share) => Number.parseInt(share, 10));
    assert.deepEqual(shares, [...shares].sort((a, b) => b - a));
  });

  it("has the grades on a timeline where the article dates more than one", async () => {
    const page = await read("Ofsted rated Meadow School good in May 2024. It was rated inadequate in March 2019.");
    const steps = await page.locator(".grades li").allInnerTexts();
    assert.deepEqual(steps.map((step) => step.replace(/\s+/g, " ")), ["Mar 2019 inadequate", "May 2024 good (now)"]);
  });
});

describe("copies", () => {
  it("of all facts are notes, with HTML for those that take it", async () => {
    const page = await read();
    await pick(page, "Copy", /^All facts/);
    await says(page, `${await page.locator("#facts .item").count()} facts copied`);
    assert.match(await clipboard(page), /^RATINGS\nR1 Ofsted rated Meadow School: Good/);
    const types = await asReader(page, async () => (await navigator.clipboard.read()).flatMap(({ types }) => types), undefined);
    assert.deepEqual([...types].sort(), ["text/html", "text/plain"]);
  });

  it("are of quotes, figures, Markdown, HTML and JSON too", async () => {
    const page = await read();
    await pick(page, "Copy", "Quotes with sources");
    await says(page, "3 quotes copied");
    assert.match(await clipboard(page), /Ann Lee, head teacher[^]*“We are proud of every child”/);
    await pick(page, "Copy", /^Figures/);
    await page.waitForFunction(() => document.getElementById("status")?.textContent?.endsWith("figures copied"));
    assert.match(await clipboard(page), /£5\.6m\t\t5600000\t\t\tGBP/);
    await pick(page, "Copy", "Markdown");
    await page.waitForFunction(() => document.getElementById("status")?.textContent?.endsWith("facts copied"));
    assert.match(await clipboard(page), /^## Ratings/);
    await pick(page, "Copy", /^JSON/);
    await says(page, "The report copied");
    assert.equal(JSON.parse(await clipboard(page)).offsets, "utf-16");
    await pick(page, "Copy", /^HTML/);
    await page.waitForFunction(() => document.getElementById("status")?.textContent?.endsWith("facts copied"));
    assert.match(await clipboard(page), /^<figure class="fact-box">/);
  });

  it("leave out repeats where that is asked for, and files too", async () => {
    const page = await read(`Head “proud of every child” as roof is mended for £5.6m\n\n"Proud of every child," said Ann Lee, the head. The roof was mended for £5.6m.`);
    await pick(page, "Copy", "Quotes with sources");
    await says(page, "2 quotes copied");
    await page.locator("#export-button").click();
    const [copies, files] = ["#copy", "#export"].map((menu) => page.locator(menu).getByLabel("Leave out repeats"));
    assert.equal(await files?.isChecked(), false);
    await files?.check();
    await page.keyboard.press("Escape");
    await pick(page, "Copy", "Quotes with sources");
    await says(page, "1 quote copied");
    await copied(page, /^Ann Lee, head[^]*proud of every child/i);
    await pick(page, "Copy", /^Figures/);
    await says(page, "1 figure copied");
    await page.locator("#copy-button").click();
    assert.equal(await copies?.isChecked(), true);
    await copies?.uncheck();
    await page.locator("#copy").getByRole("button", { name: /^Figures/ }).click();
    await says(page, "2 figures copied");
  });

  it("have the figures in the order of the table, in notes and for spreadsheets", async () => {
    const page = await read();
    await page.getByRole("button", { name: "Figure", exact: true }).click();
    const figures = await page.locator(".figures tbody th a").allInnerTexts();
    assert.ok(figures.indexOf("£80m") < figures.indexOf("£5.6m"), "as in no text");
    const after = async (/** @type {RegExp} */ entry, /** @type {RegExp} */ content) => {
      await pick(page, "Copy", entry);
      await copied(page, content);
      return clipboard(page);
    };
    const sheet = (await after(/^Figures/, /^id\ttext\tmodifier/)).trimEnd().split("\n").slice(1);
    assert.deepEqual(sheet.map((line) => line.split("\t")[1]), figures);
    const all = (await after(/^Table of everything/, /^id\ttype/)).split("\n").map((line) => line.split("\t"));
    const text = all[0]?.indexOf("text") ?? -1;
    assert.deepEqual(all.filter(([, type]) => type === "figure").map((cells) => cells[text]), figures);
    const notes = /FIGURES\n([^]*?)\n\n/.exec(await after(/^All facts/, /^RATINGS/))?.[1]?.split("\n") ?? [];
    assert.equal(notes.length, figures.length);
    for (const [nth, line] of notes.entries()) assert.ok(line.includes(figures[nth] ?? "?"), `${line}: ${figures}`);
  });

  it("leave out what is hidden", async () => {
    const page = await read();
    await page.getByRole("checkbox", { name: "Show quotes" }).uncheck();
    await pick(page, "Copy", /^All facts/);
    await page.waitForFunction(() => document.getElementById("status")?.textContent?.endsWith("copied"));
    assert.doesNotMatch(await clipboard(page), /QUOTES/);
  });

  it("of one item are that item with its source", async () => {
    const page = await read();
    await page.locator("#q1 blockquote").click();
    await page.locator(".acts").getByRole("button", { name: "Copy" }).click();
    await says(page, "Q1 copied");
    assert.match(await clipboard(page), /^QUOTES\nAnn Lee, head teacher[^\n]*\nQ1 “We are proud of every child” \[direct, said\]\n$/);
  });

  it("of everything that is selected in the panel are the notes, not a heap of labels", async () => {
    const page = await read();
    await pick(page, "Copy", /^All facts/);
    await page.waitForFunction(() => document.getElementById("status")?.textContent?.endsWith("copied"));
    const notes = await clipboard(page);
    await page.evaluate(() => getSelection()?.selectAllChildren(/** @type {Node} */ (document.getElementById("facts"))));
    await page.keyboard.press("ControlOrMeta+C");
    await copied(page, notes);
    // A few words stay a few words.
    await page.locator("#q1 blockquote").evaluate((quote) => getSelection()?.selectAllChildren(quote));
    await page.keyboard.press("ControlOrMeta+C");
    await copied(page, /^[‘"]?We are proud of every child[’"]?\s*$/);
    // The article's last words and facts behind it stay what they are.
    await page.evaluate(() => {
      const [from, to] = ["#sheet > :last-child", "#f1 th"].map((css) => /** @type {Node} */ (document.querySelector(css)));
      if (from && to) getSelection()?.setBaseAndExtent(from, 0, to, to.childNodes.length);
    });
    await page.keyboard.press("ControlOrMeta+C");
    await copied(page, /The school spent/);
    assert.doesNotMatch(await clipboard(page), /QUOTES/);
    // All of it behind the article with the whole page selected, wherever the focus is but in the text area.
    for (const place of ["#q1 a.tag", "#h-article"]) {
      await page.locator(place).click();
      await toClipboard(page, "nothing yet");
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.press("ControlOrMeta+C");
      await copied(page, `${school}\n\n${notes}`);
    }
    await page.getByRole("button", { name: "Edit" }).click();
    await page.evaluate(() => addEventListener("copy", (event) => Object.assign(window, { taken: event.defaultPrevented })));
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.press("ControlOrMeta+C");
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).taken), false, "the article is what the browser copies of it");
  });

  it("say so where the browser keeps the clipboard", async () => {
    const page = await read();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await pick(page, "Copy", "Markdown");
    await page.locator("#notice").waitFor({ state: "visible" });
    assert.match(await page.locator("#notice").innerText(), /keeps the clipboard from this page/);
  });
});

describe("files", () => {
  /** @param {Page} page @param {string} entry */
  const saved = async (page, entry) => {
    const [download] = await Promise.all([page.waitForEvent("download"), pick(page, "Export", new RegExp(`^${entry}`))]);
    return { name: download.suggestedFilename(), content: await readFile(await download.path(), "utf8") };
  };

  it("are saved in every format, with their content", async () => {
    const text = `💛 Ofsted has rated Meadow School "good".

"=HYPERLINK(evil), and more of it," said Ann Lee, the head teacher. "+1 to all of us, and more," she said. "@SUM(A1) is what I said," said Tom Reed, a governor. "-2 of us, they say so," he added.

The school spent £5.6m in March 2021.`;
    const page = await read(text);
    initSync({ module: await readFile(new URL("../www/pkg/factbox_bg.wasm", import.meta.url)) });
    const report = extract(text);

    const data = await saved(page, "Facts as data");
    assert.equal(data.name, "facts.json");
    assert.deepEqual(JSON.parse(data.content), JSON.parse(JSON.stringify(report)));

    const linked = await saved(page, "For search engines");
    assert.equal(linked.name, "facts.schema.jsonld");
    const { "@context": context, "@graph": graph } = JSON.parse(linked.content);
    assert.equal(context, "https://schema.org");
    const of = (/** @type {string} */ type) => graph.filter((/** @type {any} */ node) => node["@type"] === type);
    assert.deepEqual(of("Quotation").map((/** @type {any} */ { text, spokenByCharacter }) => [text, spokenByCharacter.name]), [
      ["=HYPERLINK(evil), and more of it,", "Ann Lee"],
      ["+1 to all of us, and more,", "Ann Lee"],
      ["@SUM(A1) is what I said,", "Tom Reed"],
      ["-2 of us, they say so,", "Tom Reed"],
    ]);
    const [review, ...more] = of("Review");
    assert.equal(more.length, 0);
    assert.deepEqual([review.author.name, review.itemReviewed.name], ["Ofsted", "Meadow School"]);
    assert.deepEqual(review.reviewRating, { "@type": "Rating", ratingValue: "good", bestRating: "outstanding", worstRating: "inadequate" });
    assert.deepEqual(of("QuantitativeValue").find((/** @type {any} */ { name }) => name === "£5.6m"), {
      "@type": "QuantitativeValue",
      name: "£5.6m",
      value: 5_600_000,
      unitText: "GBP",
    });

    const notes = await saved(page, "W3C annotations");
    assert.equal(notes.name, "facts.annotations.jsonld");
    const points = [...text];
    const cut = JSON.parse(notes.content).items.map((/** @type {any} */ { target }) => {
      const [quote, position] = target.selector;
      assert.equal(points.slice(position.start, position.end).join(""), quote.exact);
      return quote.exact;
    });
    for (const words of ["=HYPERLINK(evil), and more of it,", "£5.6m", "March 2021"]) assert.ok(cut.includes(words), words);

    const facts = await page.locator("#facts .item").count();
    const sheet = await saved(page, "Spreadsheet");
    assert.equal(sheet.name, "facts.csv");
    assert.ok(sheet.content.startsWith("\ufeff"), "spreadsheets read it as UTF-8");
    const table = await saved(page, "Tab-separated");
    assert.equal(table.name, "facts.tsv");
    for (const lines of [parse(sheet.content), table.content.trimEnd().split("\n").map((line) => line.split("\t"))]) {
      const [heads = [], ...rows] = lines;
      assert.deepEqual(heads.slice(0, 5), ["id", "type", "kind", "text", "source or rater"]);
      assert.equal(rows.length, facts);
      for (const row of rows) {
        assert.equal(row.length, heads.length);
        for (const cell of row) assert.doesNotMatch(cell, /^[=+@-]/);
      }
      const said = rows.filter((row) => row[1] === "quote").map((row) => row[3]?.slice(0, 3));
      assert.deepEqual(said, ["'=H", "'+1", "'@S", "'-2"]);
      const figure = rows.find((row) => row[3] === "£5.6m") ?? [];
      assert.deepEqual([figure[heads.indexOf("value or grade")], figure[heads.indexOf("unit")]], ["5600000", "GBP"]);
    }

    for (const [entry = "", name, content] of [
      ["Notes", "facts.md", "## Ratings"],
      ["Plain text", "facts.txt", "RATINGS"],
      ["Box for a story", "facts.html", "<figure"],
    ]) {
      const file = await saved(page, entry);
      assert.equal(file.name, name);
      assert.ok(file.content.startsWith(content ?? "-"), file.content.slice(0, 40));
    }
  });

  it("and copies come before the list for the Tab key, in menus that the arrows walk", async () => {
    const page = await read();
    const before = await page.evaluate(() => {
      const [copy, list] = ["copy-button", "facts"].map((id) => document.getElementById(id));
      return copy && list ? copy.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING : 0;
    });
    assert.ok(before);
    await page.locator("#export-button").focus();
    await page.keyboard.press("Enter");
    const focused = () => page.evaluate(() => document.activeElement?.firstChild?.textContent);
    await page.waitForFunction(() => document.activeElement?.firstChild?.textContent === "Spreadsheet");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), "Tab-separated table");
    await page.keyboard.press("End");
    assert.equal(await focused(), "Print");
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "export-button");
  });
});

describe("a link", () => {
  /** @param {Page} page */
  const made = (page) => page.locator("#share-link").inputValue();

  it("holds what is shown, and no word of the article", async () => {
    const page = await read();
    const address = await page.url();
    await page.getByRole("checkbox", { name: "Show dates" }).uncheck();
    await page.getByLabel("Quotes of", { exact: true }).selectOption("Ann Lee");
    await page.getByRole("button", { name: "Figure", exact: true }).click();
    await page.getByRole("button", { name: "Share" }).click();
    await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.getElementById("share-link")).value !== "");
    const link = await made(page);
    assert.equal(link, `${address}#v=1&hide=d&source=Ann+Lee&order=value`);
    await page.getByRole("button", { name: "Copy link" }).click();
    await says(page, "Link copied");
    assert.equal(await clipboard(page), link);
    assert.equal(await page.url(), address);

    await page.goto("about:blank");
    await page.goto(link);
    await ready(page);
    await page.locator("#area").focus();
    await paste(page, school);
    await nextFrame(page);
    assert.equal(await page.getByRole("checkbox", { name: "Show dates" }).isChecked(), false);
    assert.equal(await page.getByLabel("Quotes of", { exact: true }).inputValue(), "Ann Lee");
    assert.equal(await page.locator("th[aria-sort=descending]").count(), 1);
  });

  it("holds the article where that was asked for, behind a warning, and opens with it", async () => {
    const page = await read();
    await page.getByRole("button", { name: "Share" }).click();
    const box = page.getByLabel("Put the article in the link");
    assert.equal(await box.isChecked(), false);
    assert.match(await page.locator("#share-warning").innerText(), /Anyone with the link can read the whole article/);
    await box.check();
    await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.getElementById("share-link")).value.includes("text="));
    const link = await made(page);
    const { search, hash } = new URL(link);
    assert.equal(search, "");
    assert.match(hash, /^#v=1&text=[\w-]+$/);

    await page.goto("about:blank");
    await page.goto(link);
    await ready(page);
    assert.equal(await page.locator("#area").inputValue(), school);
    await page.locator("#r1").waitFor();
    await says(page, "This article came in the link");
  });

  it("that is damaged, too long or a bomb is refused with words, and the page goes on", async () => {
    const packed = (/** @type {string} */ text) => deflateRawSync(text).toString("base64url");
    const bad = ["v=2&text=AAAA", "v=1&text=!!!", "v=1&text=AAAA", `v=1&text=${packed(school).slice(0, 60)}`, `v=1&text=${packed("a".repeat(2_100_000))}`, `v=1&text=${"A".repeat(70_000)}`];
    const page = await open();
    for (const fragment of bad) {
      await page.evaluate((fragment) => {
        document.getElementById("notice")?.setAttribute("hidden", "");
        location.hash = fragment;
      }, fragment);
      await page.locator("#notice").waitFor({ state: "visible" });
      assert.equal(await page.locator("#notice").innerText(), "That link is damaged. Ask for a new one, or paste the article.", fragment.slice(0, 40));
    }
    await page.evaluate((fragment) => {
      location.hash = fragment;
    }, `v=1&text=${packed('<img src=x onerror="window.pwned=1"> It spent £5.6m.')}`);
    await page.locator("#f1").waitFor();
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).pwned), undefined);
  });

  it("does not come about by itself", async () => {
    const page = await read();
    const [address, length] = await page.evaluate(() => [location.href, history.length]);
    await page.locator("#q1 a.tag").click();
    await page.keyboard.press("F8");
    await page.getByRole("checkbox", { name: "Show dates" }).uncheck();
    assert.deepEqual(await page.evaluate(() => [location.href, history.length]), [address, length]);
  });
});

describe("a mistake", () => {
  it("is reported without a word of the article", async () => {
    const page = await read();
    await page.locator("#report-button").click();
    const lines = await page.locator("#report-lines").innerText();
    assert.match(lines, /^Factbox \d+\.\d+\.\d+, build [0-9a-f]{8}\n/);
    const dialog = await page.locator("#report").innerHTML();
    for (const word of ["Meadow", "proud", "Ann Lee", "5.6m"]) assert.equal(dialog.includes(word), false, word);
    await page.getByRole("button", { name: "Copy these lines" }).click();
    await says(page, "Lines copied");
  });

  it("has a form where the page is on GitHub, whose address holds no word of the article", needs("hosts"), async () => {
    const page = await open({ faulty: true }); // it is about another address
    await page.route("https://someone.github.io/factbox/**", (route) => {
      const path = new URL(route.request().url()).pathname.replace("/factbox/", "") || "index.html";
      return route.fulfill({ path: fileURLToPath(new URL(`../www/${path}`, import.meta.url)) });
    });
    await page.goto("https://someone.github.io/factbox/");
    await ready(page);
    await page.locator("#area").focus();
    await paste(page, school);
    await page.locator("#q1 blockquote").click();
    await page.locator("#report-button").click();
    const link = page.getByRole("link", { name: "Open the form" });
    assert.equal(await link.isVisible(), true);
    const form = new URL((await link.getAttribute("href")) ?? "");
    assert.equal(`${form.origin}${form.pathname}`, "https://github.com/someone/factbox/issues/new");
    assert.deepEqual([...form.searchParams.keys()], ["title", "body"]);
    assert.equal(form.hash, "");
    assert.match(form.searchParams.get("body") ?? "", /^Factbox \d+\.\d+\.\d+, build [0-9a-f]{8}\n/);
    const held = `${form.searchParams.get("title")}\n${form.searchParams.get("body")}`;
    for (const word of new Set(school.match(/[\p{L}\p{N}£.]{4,}/gu))) assert.equal(held.includes(word), false, word);
    assert.deepEqual([await link.getAttribute("rel"), await link.getAttribute("target")], ["noopener noreferrer", "_blank"]);
  });

  it("has a form on GitHub alone", () => {
    const form = new URL(issues("someone.github.io", "/factbox/", "Factbox 0.1.0\nWhat it shows:"));
    assert.equal(`${form.origin}${form.pathname}`, "https://github.com/someone/factbox/issues/new");
    assert.equal(form.searchParams.get("body"), "Factbox 0.1.0\nWhat it shows:");
    assert.equal(issues("127.0.0.1:8000", "/", ""), "");
    assert.equal(issues("news.example", "/factbox/", ""), "");
  });
});

describe("the version", () => {
  it("is shown with the build, the number of scales, and the day on which they were last revised", async () => {
    const page = await open();
    const data = async (/** @type {string} */ path) => JSON.parse(await readFile(new URL(path, import.meta.url), "utf8"));
    const [{ version }, { date }] = [await data("../package.json"), await data("../src/ratings/revised.json")];
    const day = new Date(date).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    const scales = (await readdir(new URL("../src/ratings/scales", import.meta.url))).length;
    const foot = (await page.locator(".foot").innerText()).replace(/\s+/g, " ");
    assert.match(foot, new RegExp(`^Factbox ${version.replaceAll(".", "\\.")}, build [0-9a-f]{8} ${scales} rating scales, revised ${day} `));
    assert.equal(await page.locator("#scales time").getAttribute("datetime"), date);
  });

  it("is told to the last byte of the engine under About and privacy", async () => {
    const page = await open();
    await page.locator("#privacy-button").click();
    const wasm = await readFile(new URL("../www/pkg/factbox_bg.wasm", import.meta.url));
    assert.equal(await page.locator("#engine-hash").innerText(), createHash("sha256").update(wasm).digest("hex"));
  });
});
