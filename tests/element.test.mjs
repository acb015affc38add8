// <fact-box> on a newsroom's page, in a real Chromium with the real engine: what its readers and its developers see.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { change, events, host, lines, marked, press, read, story, strict } from "./page/host.mjs";
import { withBrowser } from "./page/open.mjs";

/** @import { FactBoxElement } from "../www/element.js" */

withBrowser();

const all = [
  "At a glance",
  "Ofsted rated Meadow School",
  "Good",
  "Inadequate",
  "Outstanding",
  "Second of four grades. Upgraded, no date given, from inadequate in March 2019.",
  "Figures",
  "£5.6m",
  "Quoted",
  "Ann Lee head teacher, Meadow School",
  "Dates",
  "Mar 2019",
  "From the article, read by machine",
];

describe("the text", () => {
  it("is the box's own content, which stays as it is", async () => {
    const page = await host(`<fact-box highlight>${story}</fact-box>`);
    const shown = await lines(page);
    for (const line of all) assert.ok(shown.some((other) => other.includes(line)), `${line} is not in ${shown.join(" | ")}`);
    assert.equal(await page.evaluate(() => document.querySelector("fact-box")?.innerHTML), story);
    assert.equal(await page.locator("fact-box p").first().isVisible(), true);
  });

  it("is another element's, which `for` names", async () => {
    const page = await host(`<article id="story">${story}</article><fact-box for="story"></fact-box>`);
    assert.ok((await lines(page)).includes("£5.6m"));
    assert.equal(await page.evaluate(() => document.querySelector("article")?.innerHTML), story);
  });

  it("may stand round the box, which is no part of it", async () => {
    const page = await host(`<article id="story">${story}<fact-box for="story" highlight full></fact-box></article>`);
    const report = () => page.evaluate(() => /** @type {FactBoxElement} */ (document.querySelector("fact-box")).report);
    assert.equal((await report())?.figures.length, 1);
    const heard = await events(page);
    await change(page, () => /** @type {FactBoxElement} */ (document.querySelector("fact-box")).refresh());
    assert.deepEqual(await heard(), []);
    assert.deepEqual(await marked(page, "figure"), ["£5.6m"]);
  });

  it("is read as it is seen: paragraphs, line ends, no code and nothing hidden", async () => {
    const page = await host(`<fact-box><h2>Title</h2><p>One   two
      <b>three</b>four<br>five</p><script type="text/plain">£1m</script><div>six<p hidden>£2m</p><ul><li>seven<li>eight</ul>
      </div><pre>nine
  ten</pre><figure class="fact-box">£3m</figure><p data-factbox-skip>£4m</p><button>£5m</button></fact-box>`);
    const text = await page.evaluate(() => /** @type {FactBoxElement} */ (document.querySelector("fact-box")).report?.text);
    assert.equal(text, "Title\n\nOne two threefour\nfive\n\nsix\n\nseven\n\neight\n\nnine\n  ten");
  });

  it("is the property `text`, also where it was set before the element was defined", async () => {
    const page = await host("<fact-box></fact-box>", {
      head: `<script src="early.js" defer></script>`,
      prepare: (page) =>
        page.route("**/early.js", (route) =>
          route.fulfill({ contentType: "text/javascript", body: 'document.querySelector("fact-box").text = "It spent £5.6m.";' }),
        ),
    });
    assert.ok((await lines(page)).includes("£5.6m"));
    await change(page, () => Object.assign(document.querySelector("fact-box") ?? {}, { text: "It spent £7m." }));
    assert.ok((await lines(page)).includes("£7m"));
    await change(page, () => Object.assign(document.querySelector("fact-box") ?? {}, { text: null }));
    assert.deepEqual(await lines(page), []);
    const refused = await page.evaluate(() => {
      try {
        Object.assign(document.querySelector("fact-box") ?? {}, { text: 7 });
        return "";
      } catch (error) {
        return String(error);
      }
    });
    assert.equal(refused, "TypeError: fact-box expects its text as a string, got number");
  });

  it("is followed while somebody writes, and what did not change stays in place", async () => {
    const page = await host(`<textarea id="area">It spent £5.6m.</textarea><fact-box for="area" full></fact-box>`);
    await page.evaluate(() => void Object.assign(window, { row: document.querySelector("fact-box")?.shadowRoot?.querySelector(".figure") }));
    await page.locator("#area").focus();
    await page.keyboard.press("End");
    await page.keyboard.type(" It sold 40 boats.");
    await read(page);
    assert.deepEqual((await lines(page)).filter((line) => /^(£5\.6m|40)/.test(line)), ["£5.6m", "40"]);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).row.isConnected), true);
    await press(page, "40");
    assert.equal(await page.evaluate(() => getSelection()?.toString()), "40");
  });

  it("is followed where a script or an editor changes the page", async () => {
    const page = await host(`<article id="story">${story}</article><fact-box for="story" highlight></fact-box>`);
    await change(page, () => document.querySelector("article p:last-child")?.append(" It sold 40 boats."));
    assert.ok((await lines(page)).includes("40"));
    assert.deepEqual(await marked(page, "figure"), ["£5.6m", "40"]);
  });

  it("is waited for where the page does not have it yet, and the box says what is missing", async () => {
    const page = await host(`<fact-box for="story"></fact-box>`, { faulty: true });
    assert.deepEqual(await lines(page), ["Fact box", "There is no element with the id “story” on this page."]);
    await change(page, () => {
      const late = document.createElement("p");
      late.id = "story";
      late.textContent = "It spent £5.6m.";
      document.body.append(late);
    });
    assert.ok((await lines(page)).includes("£5.6m"));
  });

  it("may stand in an editor's frame, and is marked there", async () => {
    const page = await host(`<iframe title="Editor" src="frame.html"></iframe><fact-box highlight></fact-box>`, {
      prepare: (page) => page.route("**/frame.html", (route) => route.fulfill({ contentType: "text/html", body: `<body contenteditable>${story}` })),
    });
    await change(page, () => {
      const source = document.querySelector("iframe")?.contentDocument?.body;
      Object.assign(document.querySelector("fact-box") ?? {}, { source });
    });
    assert.ok((await lines(page)).includes("£5.6m"));
    const there = await page.evaluate(() => {
      const view = /** @type {any} */ (document.querySelector("iframe")).contentWindow;
      return { ranges: view.CSS.highlights.get("factbox-figure").size, sheets: view.document.adoptedStyleSheets.length };
    });
    assert.deepEqual(there, { ranges: 1, sheets: 1 });
  });
});

describe("what is shown", () => {
  it("is what `show` names, at once when it changes", async () => {
    const page = await host(`<fact-box show="figures dates" heading="In numbers">${story}</fact-box>`);
    const headings = async () => (await lines(page)).filter((line) => /^(In numbers|At a glance|Good|Figures|Quoted|Dates)$/.test(line));
    assert.deepEqual(await headings(), ["In numbers", "Figures", "Dates"]);
    await page.evaluate(() => document.querySelector("fact-box")?.setAttribute("show", "quotes, nonsense"));
    assert.deepEqual(await headings(), ["In numbers", "Quoted"]);
    await page.evaluate(() => document.querySelector("fact-box")?.setAttribute("show", "nonsense"));
    assert.deepEqual(await headings(), ["In numbers", "Good", "Figures", "Quoted", "Dates"]);
  });

  it("is short in a story and all of it in the full box", async () => {
    const sold = Array.from({ length: 8 }, (_, nth) => `It sold ${nth + 20} boats.`).join(" ");
    const page = await host(`<fact-box>${story}<p>${sold}</p></fact-box>`);
    assert.ok((await lines(page)).includes("and 4 more"));
    assert.ok(!(await lines(page)).join(" ").includes("proud of every child"));
    await page.evaluate(() => document.querySelector("fact-box")?.toggleAttribute("full", true));
    const full = (await lines(page)).join(" ");
    assert.match(full, /Ann Lee head teacher, Meadow School We are proud of every child/);
    assert.doesNotMatch(full, /more/);
    assert.match(full, /27/);
  });

  it("is nothing where nothing was found, but the full box says so", async () => {
    const page = await host("<fact-box><p>Nothing of the kind stands here.</p></fact-box>");
    assert.deepEqual(await lines(page), []);
    await page.evaluate(() => document.querySelector("fact-box")?.toggleAttribute("full", true));
    assert.deepEqual(await lines(page), ["At a glance", "No facts found."]);
  });

  it("can be had as static HTML", async () => {
    const page = await host(`<fact-box show="figures">${story}</fact-box>`);
    const html = await page.evaluate(() => /** @type {FactBoxElement} */ (document.querySelector("fact-box")).toHTML());
    assert.match(html, /^<figure class="fact-box">\n<h3>Figures<\/h3>[^]*£5\.6m[^]*<\/figure>\n$/);
    assert.doesNotMatch(html, /Ratings|Quotes|Dates/);
  });
});

describe("the marks", () => {
  it("lie on the facts' words in the host's own text, and go with the box", async () => {
    const page = await host(`<article id="story">${story}</article><fact-box for="story" highlight></fact-box>`);
    assert.deepEqual(await marked(page, "quote"), ["We are proud of every child,"]);
    assert.deepEqual(await marked(page, "quoted"), ["We are proud of every child,"]);
    assert.deepEqual(await marked(page, "figure"), ["£5.6m"]);
    assert.deepEqual(await marked(page, "date"), ["March 2019"]);
    assert.ok((await marked(page, "grade")).includes("good"));
    const drawn = await page.evaluate(() => getComputedStyle(document.querySelector("article p") ?? document.body, "::highlight(factbox-figure)").textDecorationStyle);
    assert.equal(drawn, "dotted");
    await page.evaluate(() => document.querySelector("fact-box")?.setAttribute("show", "dates"));
    assert.deepEqual([await marked(page, "figure"), await marked(page, "date")], [[], ["March 2019"]]);
    await page.evaluate(() => document.querySelector("fact-box")?.remove());
    assert.deepEqual(await marked(page, "date"), []);
    assert.equal(await page.evaluate(() => document.querySelector("article")?.innerHTML), story);
  });

  it("are shared by several boxes, each with its own", async () => {
    const page = await host(`<fact-box highlight><p>It spent £5.6m.</p></fact-box><fact-box highlight><p>It sold 40 boats.</p></fact-box>`);
    assert.deepEqual(await marked(page, "figure"), ["£5.6m", "40"]);
    await page.evaluate(() => document.querySelector("fact-box")?.toggleAttribute("highlight", false));
    assert.deepEqual(await marked(page, "figure"), ["40"]);
  });

  it("show the fact that was chosen in the box, and the box the one chosen in the text", async () => {
    const page = await host(`<article id="story">${story}</article><fact-box for="story" highlight></fact-box>`);
    const heard = await events(page);
    await press(page, "£5.6m");
    assert.deepEqual(await marked(page, "here"), ["£5.6m"]);
    const current = () =>
      page.evaluate(() => {
        const node = document.querySelector("fact-box")?.shadowRoot?.querySelector("[aria-current]");
        return node instanceof HTMLElement ? node.innerText.split("\n")[0] : null;
      });
    assert.equal(await current(), "£5.6m");
    const [first] = await heard();
    assert.equal(first?.type, "factbox-select");
    const { id, kind, title, text, spans } = first?.detail ?? {};
    assert.deepEqual({ id, kind, title, text }, { id: "f1", kind: "figure", title: "£5.6m", text: "£5.6m" });
    const words = await page.evaluate(
      ([start, end]) => /** @type {FactBoxElement} */ (document.querySelector("fact-box")).report?.text.slice(start, end),
      spans[0],
    );
    assert.equal(words, "£5.6m");

    await page.locator("article em").click();
    assert.deepEqual(await marked(page, "here"), ["We are proud of every child,"]);
    assert.equal(await current(), "Ann Lee head teacher, Meadow School");
    assert.equal((await heard())[0]?.detail.kind, "quote");
  });

  it("can be chosen by a script, without an event", async () => {
    const page = await host(`<fact-box>${story}</fact-box>`);
    const heard = await events(page);
    await page.evaluate(() => /** @type {FactBoxElement} */ (document.querySelector("fact-box")).select("d1"));
    assert.deepEqual(await marked(page, "here"), ["March 2019"]);
    await page.evaluate(() => /** @type {FactBoxElement} */ (document.querySelector("fact-box")).select(null));
    assert.deepEqual(await marked(page, "here"), []);
    assert.deepEqual(await heard(), []);
  });
});

describe("a developer's page", () => {
  it("hears of every reading, and gets the report with the form", async () => {
    const page = await host(`<form><fact-box name="facts"><p>It spent £5.6m.</p></fact-box></form>`);
    const sent = () => page.evaluate(() => JSON.parse(String(new FormData(document.forms[0]).get("facts"))));
    const report = await sent();
    assert.equal(report.text, "It spent £5.6m.");
    assert.deepEqual(report.figures.map((/** @type {{ text: string }} */ { text }) => text), ["£5.6m"]);
    const heard = await events(page);
    await change(page, () => document.querySelector("fact-box p")?.append(" It sold 40 boats."));
    const [event, ...rest] = await heard();
    assert.deepEqual(rest, []);
    assert.equal(event?.type, "factbox-report");
    assert.deepEqual(event?.detail.report, await sent());
  });

  it("asks for the engine once, whatever the number of boxes", async () => {
    /** @type {string[]} */
    const asked = [];
    const box = "<fact-box><p>It spent £5.6m.</p></fact-box>";
    const page = await host(box.repeat(20), {
      prepare: async (page) => void page.on("request", (request) => asked.push(new URL(request.url()).pathname)),
    });
    assert.equal(asked.filter((path) => path.endsWith(".wasm")).length, 1);
    const filled = await page.evaluate(() => [...document.querySelectorAll("fact-box")].filter((box) => box.shadowRoot?.querySelector(".figure")).length);
    assert.equal(filled, 20);
  });

  it("keeps a strict policy: no inline style, no sink, no other host", async () => {
    const page = await host(`<article id="story">${story}</article><fact-box for="story" highlight></fact-box>`, { policy: strict });
    assert.ok((await lines(page)).includes("£5.6m"));
    await press(page, "£5.6m");
    assert.deepEqual(await marked(page, "here"), ["£5.6m"]);
  });

  it("is told which directive is missing where its policy blocks WebAssembly, and may keep that to itself", async () => {
    const page = await host(`<fact-box>${story}</fact-box>`, { policy: strict.replace(" 'wasm-unsafe-eval'", ""), faulty: true });
    const message =
      "Factbox cannot start: this page's policy blocks WebAssembly. Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy";
    assert.deepEqual(await lines(page), ["Fact box", message]);
    assert.equal(await page.locator("fact-box p").first().isVisible(), true);
    const heard = await events(page);
    await page.evaluate(() => document.addEventListener("factbox-error", (event) => event.preventDefault()));
    await change(page, () => /** @type {FactBoxElement} */ (document.querySelector("fact-box")).refresh());
    assert.deepEqual(await heard(), [{ type: "factbox-error", detail: { code: "policy", message } }]);
    assert.deepEqual(await lines(page), []);
  });

  it("is told where files are missing, where a policy forbids to fetch them, and where a text is too long", async () => {
    /** @type {[string, RegExp, Parameters<typeof host>[1]][]} */
    const cases = [
      ["missing", /the server answered 404/, { prepare: (page) => page.route("**/factbox_bg.wasm", (route) => route.fulfill({ status: 404, body: "" })) }],
      ["missing", /allow it in connect-src/, { policy: strict.replace("connect-src 'self'; ", "") }],
      ["damaged", /something else than WebAssembly/, { prepare: (page) => page.route("**/factbox_bg.wasm", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" })) }],
      ["damaged", /it is damaged/, { prepare: (page) => page.route("**/factbox_bg.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "\0asm1234" })) }],
    ];
    for (const [code, message, wishes] of cases) {
      const page = await host(`<fact-box>${story}</fact-box>`, { ...wishes, faulty: true });
      assert.match((await lines(page)).join(" "), message);
      const heard = await events(page);
      await change(page, () => /** @type {FactBoxElement} */ (document.querySelector("fact-box")).refresh());
      assert.equal((await heard())[0]?.detail.code, code);
    }
    const page = await host("<fact-box></fact-box>", { faulty: true });
    const heard = await events(page);
    await change(page, () => Object.assign(document.querySelector("fact-box") ?? {}, { text: "a".repeat(5_000_001) }));
    assert.deepEqual((await heard()).map(({ detail }) => detail), [
      { code: "limit", message: "the article is 5000001 bytes of UTF-8: the limit is 5000000" },
    ]);
  });

  it("may define the element twice", async () => {
    const page = await host(`<fact-box>${story}</fact-box>`, { head: `<script type="module" src="define.js?again"></script>` });
    assert.ok((await lines(page)).includes("£5.6m"));
  });

  it("may put boxes into elements with data-factbox, once each", async () => {
    const page = await host(`<div class="fact-box" data-factbox="figures" data-factbox-heading="In numbers">${story}</div>
      <div data-factbox data-factbox-for="other" data-factbox-full></div><p id="other">It sold 40 boats.</p>`);
    assert.deepEqual(await lines(page), ["In numbers", "Figures", "£5.6m", "From the article, read by machine"]);
    assert.ok((await lines(page, "div:nth-of-type(2) fact-box")).includes("40"));
    const again = await page.evaluate(async () => {
      const { upgrade } = await import(new URL("define.js", location.href).href);
      return upgrade(document).length;
    });
    assert.equal(again, 0);
  });

  it("shows the article where no script runs", async () => {
    const page = await host(`<fact-box>${story}</fact-box>`, { policy: "script-src 'none'", scripts: false });
    assert.equal(await page.evaluate(() => customElements.get("fact-box") === undefined), true);
    assert.equal(await page.locator("fact-box p").first().isVisible(), true);
    assert.match(await page.locator("fact-box").innerText(), /Ofsted has rated Meadow School/);
  });
});

describe("the look", () => {
  /** What a reader sees of the box: sizes, colours and faces of all its parts. @param {import("playwright-core").Page} page */
  const seen = (page) =>
    page.evaluate(() =>
      [...(document.querySelector("fact-box")?.shadowRoot?.querySelectorAll(".frame *") ?? [])].map((node) => {
        const { color, backgroundColor, font, display, opacity, textTransform, letterSpacing, textAlign, margin, padding, visibility } = getComputedStyle(node);
        return [node.localName, color, backgroundColor, font, display, opacity, textTransform, letterSpacing, textAlign, margin, padding, visibility].join(" ");
      }),
    );

  it("is its own on a page with hostile styles", async () => {
    const styles = `
      * { all: unset !important }
      button, li, section { opacity: .2 !important; margin: 40px !important; display: none !important }
      html, body, fact-box { color: red !important; font: italic 40px cursive !important; letter-spacing: 9px !important;
        text-transform: uppercase !important; line-height: 3 !important; text-align: right !important; visibility: visible }`;
    const body = `<fact-box>${story}</fact-box>`;
    const plain = await host(body);
    const hostile = await host(body, { head: `<style>${styles}</style>` });
    assert.ok((await seen(plain)).length > 30);
    assert.deepEqual(await seen(hostile), await seen(plain));
  });

  it("is the host's where it sets properties and parts, and its text keeps the host's face", async () => {
    const page = await host(`<fact-box>${story}</fact-box>`, {
      head: `<style>body { font-family: monospace } fact-box { --factbox-ground: rgb(1, 2, 3); float: right } fact-box::part(heading) { color: rgb(4, 5, 6) }</style>`,
    });
    const styles = await page.evaluate(() => {
      const box = document.querySelector("fact-box");
      const inside = (/** @type {string} */ name) => getComputedStyle(box?.shadowRoot?.querySelector(name) ?? document.body);
      return [inside(".box").backgroundColor, inside("h2").color, getComputedStyle(box?.querySelector("p") ?? document.body).fontFamily, box && getComputedStyle(box).float];
    });
    assert.deepEqual(styles, ["rgb(1, 2, 3)", "rgb(4, 5, 6)", "monospace", "right"]);
  });

  it("follows the page into the dark", async () => {
    const page = await host(`<fact-box>${story}</fact-box>`, { head: "<style>:root { color-scheme: dark }</style>" });
    const ground = await page.evaluate(() => getComputedStyle(document.querySelector("fact-box")?.shadowRoot?.querySelector(".box") ?? document.body).backgroundColor);
    assert.equal(ground, "rgb(28, 31, 34)");
  });

  it("is open to keys and screen readers", async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const page = await host(`<main><h1>News</h1><article id="story">${story.replace("h1", "h2").replace("/h1", "/h2")}</article><fact-box for="story" highlight></fact-box><fact-box for="story" full></fact-box></main>`);
    await page.evaluate(axe);
    const faults = await page.evaluate(async () => {
      const { violations } = await /** @type {any} */ (window).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
      return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].html}`);
    });
    assert.deepEqual(faults, []);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.deepEqual(await marked(page, "here"), ["£5.6m"]);
  });
});
