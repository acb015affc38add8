// The page without a network, on paper, and with texts that are not what they seem.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { examples } from "../www/examples.js";
import { cleaned, invisible } from "../www/invisible.js";
import { looksEnglish } from "../www/language.js";
import { answer, awaited, copied, disconnect, needs, nextFrame, open, paste, pasteUnits, ready, withBrowser, workerStands } from "./page/open.mjs";

withBrowser();

describe("without a network", () => {
  it("the page opens again and reads, once the server is gone", async () => {
    const page = await open({ context: { serviceWorkers: "allow" } });
    const address = await page.url();
    await workerStands(page);
    await page.locator("#starts button").first().click();
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const paths = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)));
      const bodies = await Promise.all(names.map(async (name) => Promise.all((await (await caches.open(name)).matchAll()).map((answer) => answer.text()))));
      return { names, paths: paths.flat(), own: bodies.flat().filter((body) => body.includes("Tarnshire")).length };
    });
    assert.equal(kept.names.length, 1);
    assert.ok(kept.paths.includes("/pkg/factbox_bg.wasm") && kept.paths.includes("/"));
    assert.equal(kept.own, 1, "only the file of examples holds an example");
    await disconnect(page);
    await page.goto("about:blank");
    await page.goto(address);
    await ready(page);
    await page.locator("#starts button").first().click();
    await page.locator("#r1").waitFor();
    assert.equal(await page.locator("#notice").isVisible(), false);
  });

  it("a newer build takes the place of the one that is kept", async () => {
    const page = await open({ context: { serviceWorkers: "allow" } });
    await workerStands(page);
    const files = await readFile(new URL("../www/pkg/files.js", import.meta.url), "utf8");
    const [, build = ""] = /"build": "(\w+)"/.exec(files) ?? [];
    const kept = () => page.evaluate(() => caches.keys());
    const name = `factbox ${await page.url()} `;
    assert.deepEqual(await kept(), [name + build]);
    answer(page, (path) => (path === "/pkg/files.js" ? { contentType: "text/javascript", body: files.replace(build, "0ddba115") } : null));
    await page.reload();
    await ready(page);
    assert.match(await page.locator("#version").innerText(), /build 0ddba115$/); // from the network, not the store
    const names = await awaited(page, kept, (names) => names.join() === `${name}0ddba115`);
    assert.deepEqual(names, [`${name}0ddba115`]);
    await disconnect(page);
    await page.reload();
    await ready(page);
    assert.match(await page.locator("#version").innerText(), /build 0ddba115$/);
  });

  it("can be installed: the manifest and its icons are there", async () => {
    const manifest = JSON.parse(await readFile(new URL("../www/manifest.webmanifest", import.meta.url), "utf8"));
    assert.equal(manifest.start_url, "./");
    for (const { src, sizes, type } of manifest.icons) {
      const icon = await readFile(new URL(`../www/${src}`, import.meta.url));
      if (type !== "image/png") continue;
      assert.equal(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`, sizes);
    }
  });
});

describe("on paper", () => {
  it("the article stands with its numbers before all facts, and nothing to press is left", needs("media"), async () => {
    const page = await open();
    await page.locator("#starts button").first().click();
    await nextFrame(page);
    await page.getByRole("button", { name: "Edit" }).click();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const seen = await page.evaluate(() => {
      const shown = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)].filter((node) => /** @type {HTMLElement} */ (node).offsetParent !== null).length;
      const sheet = document.getElementById("sheet");
      const column = document.getElementById("text");
      return {
        buttons: shown("button:not(.sort, .names button), input, select, textarea"),
        numbers: shown("#sheet a.tag.q"),
        parts: shown(".part"),
        cut: (column?.scrollHeight ?? 0) - (column?.clientHeight ?? 0),
        ground: getComputedStyle(document.body).backgroundColor,
        first: (sheet?.getBoundingClientRect().bottom ?? 0) <= (document.querySelector("#one .part")?.getBoundingClientRect().top ?? 0),
      };
    });
    assert.ok(seen.numbers > 5);
    assert.deepEqual({ ...seen, numbers: 0 }, { buttons: 0, numbers: 0, parts: 6, cut: 0, ground: "rgb(255, 255, 255)", first: true });
    // Paper is narrower than most screens: what stands behind a tab there is printed all the same.
    await page.setViewportSize({ width: 640, height: 900 });
    await page.evaluate(() => {
      document.body.dataset.tab = "facts";
    });
    assert.equal(await page.locator("#sheet").isVisible(), true);
    assert.ok(((await page.locator("#text").boundingBox())?.height ?? 0) >= ((await page.locator("#sheet").boundingBox())?.height ?? Infinity));
  });
});

describe("a text in another language", () => {
  const texts = {
    French: "Le ministre de l'Intérieur a déclaré mardi que les nouvelles mesures entreraient en vigueur au mois de septembre. « Nous ne pouvons pas attendre plus longtemps », a-t-il dit aux journalistes réunis à Paris, ajoutant que 5,6 millions d'euros seraient consacrés à la formation.",
    German: "Der Minister sagte am Dienstag, die neuen Regeln würden im September in Kraft treten. „Wir können nicht länger warten“, sagte er vor Journalisten in Berlin. Rund 5,6 Millionen Euro sollen in die Ausbildung fließen, und zwar in allen Ländern.",
    Dutch: "De minister zei dinsdag dat de nieuwe regels in september van kracht worden. We kunnen niet langer wachten, zei hij tegen journalisten in Den Haag. Er gaat 5,6 miljoen euro naar de opleiding van nieuwe leraren in het hele land en ook daarbuiten was het zo.",
    Spanish: "El ministro dijo el martes que las nuevas medidas entrarán en vigor en septiembre. No podemos esperar más, dijo a los periodistas reunidos en Madrid. Unos 5,6 millones de euros se destinarán a la formación de nuevos maestros en todo el país este año.",
    Russian: "Министр заявил во вторник, что новые меры вступят в силу в сентябре. Мы не можем больше ждать, сказал он журналистам.",
  };

  it("is told from English", () => {
    for (const [name, text] of Object.entries(texts)) assert.equal(looksEnglish(text), false, name);
    for (const { text, title } of examples) assert.equal(looksEnglish(text), true, title);
    assert.equal(looksEnglish("Bonjour."), true, "too short to tell");
  });

  it("is named as such, beside what is found all the same", async () => {
    const page = await open();
    await page.locator("#area").focus();
    await paste(page, texts.French);
    await nextFrame(page);
    assert.equal(await page.locator("#foreign").innerText(), "This does not look like English. Factbox reads English only, so expect gaps.");
    await page.waitForFunction(() => document.getElementById("status")?.textContent?.endsWith("This does not look like English"));
    const languages = async () => [await page.locator("#sheet").getAttribute("lang"), await page.locator("#area").getAttribute("lang")];
    assert.deepEqual(await languages(), ["", ""], "no voice for English reads it out");
    await page.locator("#h-article").click();
    await paste(page, "It spent £5.6m.");
    await nextFrame(page);
    assert.equal(await page.locator("#foreign").isVisible(), false);
    assert.deepEqual(await languages(), ["en-GB", "en-GB"]);
  });
});

describe("characters that nobody sees", () => {
  it("are counted, but for those that hold an emoji together", () => {
    assert.equal(invisible("It spent £5.6m.\r\n\tYes."), 0);
    assert.equal(invisible("👩‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿"), 0);
    assert.equal(invisible("a\u200bb\u00adc\u202ed\ufeff"), 4);
    assert.equal(cleaned("a\u200bb 👩‍👩‍👧 c\u202ed"), "ab 👩‍👩‍👧 cd");
  });

  it("are told of, and can be left out of a copy of the article", async () => {
    const page = await open();
    await pasteUnits(page, [..."It spent \u200b£5.6m\u202e."].map((letter) => letter.charCodeAt(0)));
    await nextFrame(page);
    assert.match(await page.locator("#unseen").innerText(), /^This text has 2 invisible characters\./);
    await page.getByRole("button", { name: "Copy the article without them" }).click();
    await copied(page, "It spent £5.6m.");
    assert.equal(await page.locator("#area").inputValue(), "It spent \u200b£5.6m\u202e.");
  });

  it("and words of another direction turn nothing but themselves, and copies have them as they were given", async () => {
    const page = await open();
    const article =
      '"We are pro\u200bud," said Ann \u202eLee, the head. "It is late," said Tom Reed. Ofsted has rated Meadow School "good". ' +
      'It was downgraded from "ou\u202etstanding". "It is on," \u05e9\u05e8\u05d4 said, \u05e9\u05e8\u05d4 council.\n\n' +
      'Ofsted rated Hill School "good" for \u05e9\u05e8\u05d4 care and "inadequate" for safety.';
    await pasteUnits(page, article.split("").map((unit) => unit.charCodeAt(0)));
    await nextFrame(page);
    const runs = await page.evaluate(() => {
      const all = document.createTreeWalker(/** @type {Node} */ (document.getElementById("facts")), NodeFilter.SHOW_TEXT);
      const found = [];
      while (all.nextNode()) {
        const { parentElement: node, data } = /** @type {Text} */ (all.currentNode);
        if (!/[\u0590-\u05ff\u202e]/.test(data) || !node?.checkVisibility()) continue;
        let own = node;
        while (!own.matches("bdi, [dir]") && own.parentElement) own = own.parentElement;
        const { unicodeBidi, direction, display } = getComputedStyle(own);
        const line = node.closest("p, th, em, small, label, .what, .n, button, blockquote, h3")?.className ?? "";
        found.push({ line, words: own.textContent, apart: unicodeBidi === "isolate" || unicodeBidi === "plaintext" || display === "block", direction });
      }
      return found;
    });
    assert.deepEqual(runs.filter(({ apart }) => !apart), []);
    const there = runs.map(({ line, words, direction }) => `${line}|${words}|${direction}`);
    const wanted = ["meta|ou\u202etstanding|ltr", "name|\u05e9\u05e8\u05d4 care|rtl", "how|Ann \u202eLee|ltr", "|\u05e9\u05e8\u05d4|rtl"];
    assert.deepEqual(wanted.filter((run) => !there.includes(run)), [], there.join("\n"));
    // Words are those between letters, of which some are two units of a string.
    const own = await page.evaluate(async () => {
      const { woven } = await import(new URL("render/dom.js", location.href).href);
      return woven("\ud801\udc28Lee, Lee\ud801\udc28, Lee", ["Lee"]).map((/** @type {Node} */ { nodeName }) => nodeName);
    });
    assert.deepEqual(own, ["#text", "BDI"]);
    await page.locator("#copy-button").click();
    await page.locator("#copy").getByRole("button", { name: "Quotes with sources" }).click();
    await copied(page, /We are pro\u200bud/);
    await page.locator("#copy-button").click();
    await page.locator("#copy").getByRole("button", { name: "JSON" }).click();
    await copied(page, /"text": "We are pro\u200bud/);
  });
});
