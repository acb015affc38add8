// What must not happen: requests, markup that runs, shifted marks, a page that freezes; and files from anywhere.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { deflateRawSync } from "node:zlib";
import { serve } from "../scripts/serve.mjs";
import { examples } from "../www/examples.js";
import { answer, asked, drop, engine, items, needs, nextFrame, open, paragraphs, paste, pasteHtml, pasteMany, pasteUnits, ready, withBrowser, workerStands } from "./page/open.mjs";

withBrowser();

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

  it("is said in the bar and behind it, and asked of helpers in the browser", async () => {
    const page = await open();
    const promise = page.locator("#privacy-button");
    assert.equal((await promise.innerText()).trim(), "This page sends nothing");
    assert.equal(await promise.isVisible(), true);
    await promise.click();
    const dialog = page.getByRole("dialog", { name: "This page sends nothing" });
    await dialog.waitFor();
    const said = await dialog.locator("p").allInnerTexts();
    for (const sentence of [
      "Factbox reads the article inside your browser.",
      "Once loaded, it blocks its own network requests, and it works with the network unplugged: try it.",
      "No cookies, no counting of visits, and your article is gone when you close the tab.",
      "The browser keeps the page’s own files so that it opens without a network, and the article only if you tick that under More.",
      "A link holds your article only if you ask for it, and then in the link itself.",
      "Browser extensions such as spelling helpers may still read what you paste anywhere. Factbox asks them not to.",
    ]) {
      assert.ok(said.join("\n").includes(sentence), sentence);
    }
    await page.keyboard.press("Escape");
    assert.equal(await dialog.isVisible(), false);
    // Spelling helpers and translators send what they find; these are how they are asked not to.
    const asked = await page.locator("#area").evaluate((area) => {
      if (!(area instanceof HTMLTextAreaElement)) throw new Error("there is no text area");
      const [correct, capital, complete] = ["autocorrect", "autocapitalize", "autocomplete"].map((name) => area.getAttribute(name));
      return { spellcheck: area.spellcheck, translate: area.translate, grammarly: area.dataset.gramm, correct, capital, complete };
    });
    assert.deepEqual(asked, { spellcheck: false, translate: false, grammarly: "false", correct: "off", capital: "off", complete: "off" });
    assert.equal(await page.locator("#sheet").evaluate((sheet) => /** @type {HTMLElement} */ (sheet).translate), false);
  });

  it("asks for nothing once it is loaded, and keeps nothing but its own files", async () => {
    const page = await open({ context: { serviceWorkers: "allow" } });
    await workerStands(page);
    const before = asked(page);
    assert.ok(before.includes("/sw.js") && before.includes("/pkg/factbox_bg.wasm"));
    await page.getByRole("button", { name: examples[0]?.title }).first().click();
    await page.getByRole("button", { name: "Edit" }).click();
    await page.keyboard.type("It spent £7.3m.");
    await page.getByRole("button", { name: "Done" }).click();
    // What is chosen before the last reading would be chosen in the one before.
    await page.locator("#facts", { hasText: "£7.3m" }).waitFor();
    await page.keyboard.press("F8");
    await page.locator(".acts").getByRole("button", { name: "Why is this here?" }).click();
    await page.locator("#copy-button").click();
    await page.locator("#copy").getByRole("button", { name: "Markdown" }).click();
    await page.locator("#share-button").click();
    await page.getByLabel("Put the article in the link").check();
    await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.getElementById("share-link")).value.includes("text="));
    await page.locator("#share-cancel").click();
    await drop(page, "article.md", "The other mill spent £4m.");
    await page.locator("#sheet", { hasText: "other mill" }).waitFor();
    assert.deepEqual(asked(page).slice(before.length), []);
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ]);
    assert.deepEqual(kept, [0, 0, "", 0, 1]); // what the one store holds is said in page-offline.test.mjs
  });

  it("keeps the article in the tab where that was asked for, until it is taken back", async () => {
    const page = await open();
    const stored = () => page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie]);
    const box = page.getByLabel("Keep this article in this tab until it is closed");
    const tick = async (/** @type {boolean} */ on) => {
      await page.locator("#more-button").click();
      assert.equal(await box.isChecked(), !on);
      assert.match(await page.locator("#kept").innerText(), /^The text, the HTML it came from, your corrections.*in full.*storage for the tab, which may be on the disk.*Untick/s);
      await box.setChecked(on);
      assert.equal(await box.isChecked(), on);
      await page.keyboard.press("Escape");
    };
    const again = async () => {
      await page.reload();
      await ready(page);
    };
    const article = '"We are proud," said Ann Lee, the head. "It is late," said Tom Reed. It spent £5.6m in March 2021.';
    await page.locator("#area").focus();
    await paste(page, article);
    await again();
    assert.deepEqual([await page.locator("#area").inputValue(), await stored()], ["", [0, 0, ""]]);

    // A page of HTML is read as such again, with its menu in grey, and corrections are where they were.
    await pasteHtml(page, "", `<nav><p>Sales are up.</p></nav><article><h1>Mill to close</h1><p>${article}</p></article>`);
    await tick(true);
    await page.locator("#q2 blockquote").click();
    await page.locator(".acts").getByRole("button", { name: "Not a quote" }).click();
    await page.getByRole("checkbox", { name: "Show dates" }).uncheck();
    const seen = async () => ({
      text: await page.locator("#area").inputValue(),
      grey: await page.locator("#sheet > .furniture").allInnerTexts(),
      gone: await page.locator(".gone").allInnerTexts(),
      edits: await page.locator("#edits summary").innerText(),
      dates: await page.getByRole("checkbox", { name: "Show dates" }).isChecked(),
      view: await page.evaluate(() => document.body.dataset.view),
    });
    const before = await seen();
    assert.deepEqual([before.grey, before.gone.length, before.edits, before.dates, before.view], [["Sales are up."], 1, "1 correction", false, "read"]);
    await again();
    assert.deepEqual(await seen(), before);
    assert.deepEqual(await stored(), [1, 0, ""]);

    // What was written since comes back too, where it was being written, and no link that was followed before undoes it.
    await page.evaluate((hash) => void (location.hash = hash), `v=1&text=${deflateRawSync("In a link.").toString("base64url")}`);
    await page.locator("#sheet", { hasText: "In a link." }).waitFor();
    await page.getByRole("button", { name: "Edit" }).click();
    await page.keyboard.press("End");
    await page.keyboard.type(" It spent £4m.");
    await again();
    const caret = await page.locator("#area").evaluate((area) => /** @type {HTMLTextAreaElement} */ (area).selectionStart);
    assert.deepEqual([await page.locator("#area").inputValue(), caret], ["In a link. It spent £4m.", 24]);
    assert.equal(await page.evaluate(() => document.body.dataset.view), "edit");
    // Nor is it lost where the page does not get round to it when it ends.
    await page.keyboard.type(" And £3m.");
    await page.waitForFunction(() => Object.values(sessionStorage).join().includes("And £3m."));
    await tick(false);
    assert.deepEqual(await stored(), [0, 0, ""]);
    await page.evaluate(() => history.replaceState(null, "", location.pathname));
    await again();
    assert.equal(await page.locator("#area").inputValue(), "");

    // What another page of the same address puts there in its place is none of it.
    for (const other of ["{", "null", '{"text":"It spent £1m."}', '{"text":"It spent £1m.","html":"","caret":null,"shown":"","link":"","corrections":{"own":[{"act":"run"}],"sender":[]}}']) {
      await page.evaluate((other) => sessionStorage.setItem("factbox /", other), other);
      await again();
      assert.deepEqual([await page.locator("#area").inputValue(), await stored()], ["", [0, 0, ""]], other);
    }
    assert.equal(await page.locator("#notice").isVisible(), false);
  });

  it("brings a kept article back where the engine does not load, and nothing in the place of what was typed", async () => {
    const page = await open({
      faulty: true,
      prepare: (page) =>
        page.addInitScript(() => {
          document.addEventListener("readystatechange", () => {
            const area = document.getElementById("area");
            const early = document.readyState === "interactive" ? sessionStorage.getItem("early") : null;
            if (area instanceof HTMLTextAreaElement && early !== null) area.value = early; // before any script of the page
          });
        }),
    });
    let missing = false;
    answer(page, (path) => (missing && path === "/pkg/factbox_bg.wasm" ? { status: 404 } : null));
    await ready(page);
    const box = page.getByLabel("Keep this article in this tab until it is closed");
    const value = () => page.locator("#area").inputValue();
    const stored = () => page.evaluate(() => JSON.parse(sessionStorage.getItem("factbox /") ?? "null"));
    const without = async () => {
      missing = true;
      await page.reload();
      await page.locator("#notice", { hasText: "Factbox did not load." }).waitFor({ state: "visible" });
    };
    const article = '"We are proud," said Ann Lee, the head. "It is late," said Tom Reed.';
    await pasteHtml(page, "", `<nav><p>Sales are up.</p></nav><article><h1>Mill to close</h1><p>${article}</p></article>`);
    await page.locator("#more-button").click();
    await box.check();
    await page.keyboard.press("Escape");
    await page.locator("#q2 blockquote").click();
    await page.locator(".acts").getByRole("button", { name: "Not a quote" }).click();
    const text = await value();
    await without();
    assert.equal(await value(), text);
    await without(); // and once more, from what was kept without the engine
    const { html, corrections } = await stored();
    assert.deepEqual([await value(), html.includes("<nav>"), corrections.own.length], [text, true, 1]);
    missing = false;
    await page.reload();
    await ready(page);
    assert.deepEqual(await page.locator("#sheet > .furniture").allInnerTexts(), ["Sales are up."]);
    assert.equal(await page.locator("#edits summary").innerText(), "1 correction");

    // Steady typing is kept before it ends, and where the caret was when the page ended.
    await page.getByRole("button", { name: "Edit" }).click();
    const during = await page.evaluate(async () => {
      for (let key = 0; key < 15; key += 1) {
        document.execCommand("insertText", false, "z");
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return JSON.parse(sessionStorage.getItem("factbox /") ?? "null").text;
    });
    assert.match(during, /zzzzz/);
    await page.locator("#area").evaluate((area) => /** @type {HTMLTextAreaElement} */ (area).setSelectionRange(3, 3));
    await page.waitForFunction(() => JSON.parse(sessionStorage.getItem("factbox /") ?? "null").text.includes("z".repeat(15)));
    await page.locator("#area").evaluate((area) => /** @type {HTMLTextAreaElement} */ (area).setSelectionRange(5, 5));
    await page.reload();
    await ready(page);
    assert.equal(await page.locator("#area").evaluate((area) => /** @type {HTMLTextAreaElement} */ (area).selectionStart), 5);

    // What was typed before the page's script ran stays.
    await page.evaluate(() => sessionStorage.setItem("early", "Typed early."));
    await page.reload();
    await ready(page);
    assert.equal(await value(), "Typed early.");
    assert.match(await page.locator("#notice").innerText(), /^The article that was kept in this tab is not shown\./);
    await page.evaluate(() => sessionStorage.removeItem("early"));

    // Without the engine it can be taken back too.
    await without();
    await page.locator("#more-button").click();
    assert.equal(await box.isChecked(), true);
    await box.uncheck();
    assert.deepEqual(await stored(), null);
    await without();
    assert.equal(await value(), "");
  });

  it("says so where the article does not fit in the tab's storage, and keeps no older one", async () => {
    const page = await open();
    const box = page.getByLabel("Keep this article in this tab until it is closed");
    await page.locator("#area").focus();
    await paste(page, "It spent £5.6m.");
    await page.locator("#more-button").click();
    await box.check();
    await page.keyboard.press("Escape");
    await page.evaluate(() => {
      for (let size = 2 ** 23; size >= 1; size /= 2) {
        try {
          sessionStorage.setItem(`other ${size}`, "x".repeat(size));
        } catch {} // full but for less than that
      }
    });
    await page.locator("#area").focus();
    await page.keyboard.type("A mill spent £4m in all the years since it was built beside the river.");
    await page.locator("#notice").waitFor({ state: "visible" });
    assert.equal(await page.locator("#notice").innerText(), "This article is too long to be kept in this tab. It is gone after a reload. All else works as before.");
    assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage).filter((name) => !name.startsWith("other"))), []);
    await page.locator("#more-button").click();
    assert.equal(await box.isChecked(), false);
  });

  it("cannot ask for anything once it is loaded", async () => {
    let heard = 0;
    const elsewhere = await serve({
      port: 0,
      first: async () => {
        heard += 1;
        return false;
      },
    });
    try {
      const page = await open({ faulty: true });
      await ready(page);
      const before = asked(page);
      const tries = await page.evaluate(async (foreign) => {
        const outcome = (/** @type {Promise<unknown>} */ promise) => promise.then(() => "sent", () => "blocked");
        const loads = (/** @type {HTMLElement} */ node) =>
          outcome(
            new Promise((resolve, reject) => {
              node.addEventListener("load", resolve);
              node.addEventListener("error", reject);
              document.body.append(node);
            }),
          );
        const made = (/** @type {string} */ name, /** @type {object} */ fields) => Object.assign(document.createElement(name), fields);
        for (const host of [foreign, location.href]) navigator.sendBeacon(new URL("beacon", host), "text");
        return Promise.all(
          [foreign, location.href].flatMap((host) => [
            outcome(fetch(new URL("page.js", host), { mode: "no-cors" })),
            outcome(import(new URL("words.js?again", host).href)),
            loads(made("img", { src: new URL("icons/icon-192.png", host).href })),
            loads(made("link", { rel: "stylesheet", href: new URL("style.css?again", host).href })),
          ]),
        );
      }, elsewhere.url);
      assert.deepEqual(tries, tries.map(() => "blocked"));
      assert.equal(heard, 0);
      assert.deepEqual(asked(page).slice(before.length).filter((path) => path !== "/sw.js"), []);
    } finally {
      await elsewhere.close();
    }
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
      "a article b bdi blockquote button caption details div em h2 h3 header input label li mark ol option p q rect section select small span summary svg path " +
      "circle text table tbody td textarea th thead tr ul";
    assert.deepEqual(names.filter((name) => !allowed.split(" ").includes(name)), []);
  });

  it("runs nothing of what is pasted, dropped, or comes in a link", async () => {
    const payloads = attacks();
    assert.ok(payloads.length >= 60);
    const page = await open();
    const text = payloads.map((payload, nth) => `"${payload}," said Ann Lee, the head. It spent £${nth + 1}m on ${payload} in March 2021.`).join("\n\n");
    /** Ends where the last way in has been read, and nothing of it has run or become more than text. */
    const harmless = async (/** @type {string} */ way, /** @type {string} */ sign) => {
      await page.locator("#sheet", { hasText: sign }).waitFor();
      await nextFrame(page);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).pwned), undefined, way);
      assert.equal(await page.locator("main :is(img, script, iframe, object, embed, form, style, link, video, audio, math, base)").count(), 0, way);
    };
    await page.locator("#area").focus();
    await paste(page, text);
    await harmless("pasted text", "It spent £60m");
    await page.keyboard.press("F8");
    await drop(page, '"><img src=x onerror=pwned=1>.txt', `Dropped.\n\n${text}`);
    await harmless("a dropped text", "Dropped.");
    for (const payload of payloads.slice(0, 12)) {
      await page.evaluate((payload) => {
        location.hash = `v=1&source=${encodeURIComponent(payload)}&hide=${payload}`;
      }, payload);
      await nextFrame(page);
    }
    await harmless("settings in a link", "Dropped.");
    await page.locator("#h-article").click(); // out of the text area a paste is a new article
    // As markup each must stand by itself: the first that is not closed would take the others in.
    for (const [nth, payload] of payloads.entries()) {
      await pasteHtml(page, "", `<p>It spent £${nth + 1}m.</p>${payload}`);
      assert.match(await page.locator("#area").inputValue(), new RegExp(`^It spent £${nth + 1}m\\.`), payload);
    }
    await harmless("pasted HTML", `It spent £${payloads.length}m.`);
    const html = payloads.map((payload) => `<article><p>It spent £5.6m on ${payload}</p></article>`).join("\n");
    await drop(page, "article.html", `<!doctype html><title>News</title><p>A file of HTML.</p>${html}`);
    await harmless("a dropped file of HTML", "A file of HTML.");
    await page.evaluate((fragment) => {
      location.hash = fragment;
    }, `v=1&text=${deflateRawSync(`In a link.\n\n${text}`).toString("base64url")}`);
    await harmless("an article in a link", "In a link.");
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
    await pasteMany(page, "a", 12e6);
    assert.equal(await page.locator("#notice").innerText(), "That text is 12 MB. The limit is 5 MB. Paste the article alone.");
    assert.equal(await page.locator("#area").inputValue(), "It spent £5.6m.");
    await paste(page, "It spent £4m.");
    assert.equal(await page.locator("#notice").isVisible(), false);
  });

  it("stays alive with megabytes of one character, and of quotes", async () => {
    const page = await open();
    // WebKit sometimes gives up on this many quotes while its processors are busy with others.
    const most = engine === "webkit" ? 1e6 : 4.9e6;
    for (const piece of ['"', "a", '"It is so," said Ann Lee. ']) {
      await pasteMany(page, piece, Math.floor(most / piece.length));
      await nextFrame(page);
      assert.equal(await page.locator("#notice").innerText(), "", piece);
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

  it("are opened with a button", needs("dialogs"), async () => {
    const page = await open();
    await withFile("article.txt", "\ufeffIt spent £5.6m.\r\n", async (path) => {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open file" }).click()]);
      await chooser.setFiles(path);
      await items(page, "f").first().waitFor();
    });
    assert.deepEqual(await paragraphs(page), ["It spent £5.6m."]);
  });

  it("are dropped anywhere, which the browser would show in the place of the page", async () => {
    const page = await open();
    const taken = await page.evaluate(() => {
      const told = (/** @type {string} */ type, /** @type {Element | null | undefined} */ target, /** @type {string | File} */ what) => {
        const dataTransfer = new DataTransfer();
        if (typeof what === "string") dataTransfer.setData("text/plain", what);
        else dataTransfer.items.add(what);
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
        target?.dispatchEvent(event);
        return event.defaultPrevented;
      };
      const file = new File(["It spent £5.6m."], "article.md", { type: "text/markdown" });
      const [foot, area] = [".foot", "#area"].map((place) => document.querySelector(place));
      return {
        files: [told("dragover", foot, file), told("drop", foot, file), told("dragover", area, file), told("drop", area, file)],
        words: [told("dragover", area, "some words"), told("drop", area, "some words")], // the text area's own matter
      };
    });
    assert.deepEqual(taken, { files: [true, true, true, true], words: [false, false] });
    await items(page, "f").first().waitFor();
  });

  it("are dropped from outside the browser", needs("drag"), async () => {
    const page = await open();
    const address = await page.url();
    const session = await page.context().newCDPSession(page);
    await withFile("article.html", "<p>It spent £5.6m.</p>", async (path) => {
      for (const type of /** @type {const} */ (["dragEnter", "dragOver", "drop"])) {
        await session.send("Input.dispatchDragEvent", { type, x: 700, y: 500, data: { items: [], files: [path], dragOperationsMask: 1 } });
      }
      await items(page, "f").first().waitFor();
    });
    assert.deepEqual(await paragraphs(page), ["It spent £5.6m."]);
    assert.equal(await page.url(), address);
  });

  it("of HTML give the article, with what stands round it in grey, in the encoding that they name", async () => {
    const page = await open();
    const html = `<!doctype html><html><head><meta charset="windows-1252"><title>News</title><script>window.pwned=1</script></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Mill to close</h1><p>The mill spent £5.6m, said <b>Ann Lee</b>.</p>
<p onclick="window.pwned=1">It stood by the river for ninety years, and closes in March 2021.</p></article><style>p { display: none }</style></body></html>`;
    await withFile("article.html", Buffer.from(html, "latin1"), async (path) => {
      await page.locator("#file").setInputFiles(path);
      await items(page, "f").first().waitFor();
    });
    assert.deepEqual(await paragraphs(page), [
      "Home Sport",
      "Mill to close",
      "The mill spent £5.6m, said Ann Lee.",
      "It stood by the river for ninety years, and closes in March 2021.",
    ]);
    assert.deepEqual(await page.locator("#sheet > .furniture").allInnerTexts(), ["Home Sport"]);
    // Long menus are folded away, and opened where an item in them is chosen.
    const menu = ["Home", "News", "Sport", "Weather", "Published 4 May 2024", "Log in"].map((line) => `<li>${line}</li>`).join("");
    // The file must stand until the page has read it.
    await withFile("menu.html", html.replace(/<nav>.*<\/nav>/, `<nav><ul>${menu}</ul></nav>`), async (path) => {
      await page.locator("#file").setInputFiles(path);
      await page.getByText("grey lines", { exact: false }).and(page.locator("#sheet summary")).waitFor();
    });
    assert.equal(await page.getByText("Weather", { exact: true }).isVisible(), false);
    await page.locator("#sheet summary").click();
    assert.equal(await page.getByText("Weather", { exact: true }).isVisible(), true);
    assert.doesNotMatch(await page.locator("#area").inputValue(), /pwned|display/);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).pwned), undefined);
  });

  it("are refused with words where they are no text or too long", async () => {
    const page = await open();
    const words = async (/** @type {string} */ name, /** @type {string | Buffer} */ content) => {
      await withFile(name, content, async (path) => {
        await page.locator("#file").setInputFiles(path);
        await page.locator("#notice").waitFor({ state: "visible" });
      });
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

/** Markup that would set `window.pwned` where any of it were taken for markup, code, style or an address. */
function attacks() {
  const run = "window.pwned=1";
  const events = ["onerror", "onload", "onclick", "onmouseover", "onfocus", "onanimationstart", "ontoggle", "onbeforetoggle", "onpointerenter", "onscroll"];
  const elements = ["img src=x", "svg", "body", "video src=x", "details open", "input autofocus"];
  return [
    ...elements.flatMap((element) => events.map((event) => `<${element} ${event}=${run}>`)),
    `<script>${run}</script>`,
    `<ScRiPt>${run}</sCrIpT>`,
    `<scr<script>ipt>${run}</scr</script>ipt>`,
    `<a href="javascript:${run}">x</a>`,
    `<a href="jav&#x09;ascript:${run}">x</a>`,
    `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
    `<iframe src="javascript:parent.${run}"></iframe>`,
    `<object data="javascript:${run}"></object>`,
    `<embed src="javascript:${run}">`,
    `<form action="javascript:${run}"><button>x</button></form>`,
    `<math><mi xlink:href="javascript:${run}">x</mi></math>`,
    `<svg><script>${run}</script></svg>`,
    `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
    `<style>@import "javascript:${run}";</style>`,
    `<link rel=stylesheet href="javascript:${run}">`,
    `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
    `<base href="javascript:${run}//">`,
    `<template><img src=x onerror=${run}></template>`,
    `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
    `"><img src=x onerror=${run}>`,
    `'-${run}-'`,
    `\`\${${run}}\``,
    `{{constructor.constructor("${run}")()}}`,
    `]]><img src=x onerror=${run}>`,
    `--><img src=x onerror=${run}>`,
    `&lt;img src=x onerror=${run}&gt;`,
    `\u003cimg src=x onerror=${run}\u003e`,
  ];
}
