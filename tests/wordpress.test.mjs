// The WordPress plugin, run with WordPress's own code: its filter for authors' HTML, its shortcodes and blocks in PHP,
// its block editor in a browser. Where PHP or WordPress is not there these tests are left out, and say so.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { launch } from "../scripts/browser.mjs";
import { root } from "../scripts/run.mjs";
import { find } from "../scripts/wordpress.mjs";
import { html } from "../www/export/html.js";
import { examples } from "../www/examples.js";
import { facts } from "../www/facts.js";
import { extract, initSync, scales } from "../www/pkg/factbox.js";
import { PATIENCE } from "./engines/patience.mjs";

initSync({ module: readFileSync(join(root, "www/pkg/factbox_bg.wasm")) });

const found = find();
const skip = "missing" in found ? found.missing : false;
const { php, folder } = "missing" in found ? { php: "", folder: "" } : found;
const plugin = join(root, "examples/wordpress/factbox/factbox.php");

/** @param {string} text */
function box(text) {
  const report = extract(text);
  const known = new Map(scales().map((/** @type {any} */ scale) => [scale.id, scale]));
  const read = facts(text, report, known);
  return html({ text, report, facts: read, items: read.items, scales: known });
}

/**
 * What WordPress makes of each: "kses" filters an author's HTML, "filter" is the text of a post on its way to readers,
 * "action" what a hook prints, "scripts" the tags of scripts and of all that they need.
 *
 * @param {["kses" | "filter" | "action" | "scripts", string][]} calls
 * @param {string} [file] the plugin, or "" for WordPress alone
 * @returns {string[]}
 */
function wordpress(calls, file = plugin) {
  const run = join(root, "tests/wordpress/run.php");
  return JSON.parse(execFileSync(php, ["-n", run, folder, file], { input: JSON.stringify(calls), encoding: "utf8" }));
}

/**
 * What WordPress 6.1 lets an author write, of the elements that a static box has. Stands in for the real filter where
 * that cannot run, and is compared with it where it can.
 */
const allowed = ["blockquote", "cite", "dd", "dl", "dt", "figcaption", "figure", "footer", "h3", "li", "p", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"];

const texts = [
  ...examples.map(({ text }) => text),
  `Ofsted has rated <b>Meadow</b> & Sons "good", up from inadequate.\n\n"1 < 2 & 3 > 2," said Ann 'Red' Lee, the [head] teacher's --aide. It spent £5.6m.`,
];

describe("a static box", () => {
  it("has no elements but those that every author may write, and no attributes but class and scope", () => {
    for (const text of texts) {
      for (const [, name = "", attributes = ""] of box(text).matchAll(/<\/?([\w-]+)([^>]*)>/g)) {
        assert.ok(allowed.includes(name), name);
        assert.match(attributes, /^( class="fact-box"| scope="(col|row)")?$/);
      }
    }
  });

  it("comes through WordPress's filter for authors as it was", { skip }, () => {
    const boxes = texts.map(box);
    assert.deepEqual(wordpress(boxes.map((box) => ["kses", box]), ""), boxes);
    const bare = allowed.map((name) => `<${name}>x</${name}>`);
    assert.deepEqual(wordpress(bare.map((html) => ["kses", html]), ""), bare);
  });
});

describe("the plugin", { skip }, () => {
  it("lets authors write <fact-box>, and nothing that runs", () => {
    const written = '<fact-box show="quotes" for="story" onclick="steal()">Text</fact-box>';
    const marker = '<div class="fact-box" data-factbox="quotes">Text</div>';
    assert.deepEqual(wordpress([["kses", written], ["kses", marker]], ""), ["Text", marker]);
    assert.deepEqual(wordpress([["kses", written], ["kses", marker]]), ['<fact-box show="quotes" for="story">Text</fact-box>', marker]);
  });

  it("has a shortcode: a box that reads the post, or its own text", () => {
    assert.deepEqual(
      wordpress([
        ["filter", '<p>Story</p>[factbox show="quotes"]'],
        ["filter", "[factbox]<p>“No,” he said.</p><script>steal()</script>[/factbox]"],
        ["filter", '[factbox show="&quot;><img src=x onerror=steal()>" onclick="steal()"]'],
      ]),
      [
        '<div id="factbox-post-7"><p>Story</p><fact-box show="quotes" for="factbox-post-7"></fact-box></div>',
        '<div id="factbox-post-7"><fact-box><p>“No,” he said.</p>steal()</fact-box></div>',
        '<div id="factbox-post-7"><fact-box show="&quot;&gt;&lt;img src=x onerror=steal()&gt;" for="factbox-post-7"></fact-box></div>',
      ],
    );
  });

  it("has a block that becomes the same box", () => {
    const [made] = wordpress([["filter", '<!-- wp:factbox/box {"show":"figures"} /-->']]);
    assert.equal(made, '<div id="factbox-post-7"><fact-box show="figures" for="factbox-post-7"></fact-box></div>');
  });

  it("loads the element on pages with a box, and only there", () => {
    const [, none = ""] = wordpress([["filter", "<p>Story</p>"], ["action", "wp_footer"]]);
    assert.doesNotMatch(none, /factbox/);
    for (const post of ["[factbox]", "<fact-box></fact-box>", '<div data-factbox="">Text</div>']) {
      const [, scripts = ""] = wordpress([["filter", post], ["action", "wp_footer"]]);
      assert.match(scripts, /<script type="module" src="http:\/\/news\.example\/wp-content\/plugins\/factbox\/site\/define\.js"><\/script>/);
    }
  });
});

describe("the block in WordPress's editor", { skip }, () => {
  /** The address of WordPress → a file of it, of the plugin, or of the site's copy beside the plugin. @param {string} path */
  const file = (path) => {
    const [, own] = /^\/wp-content\/plugins\/factbox\/(.*)/.exec(path) ?? [];
    if (own === undefined) return join(folder, path);
    return own.startsWith("site/") ? join(root, "www", own.slice("site/".length)) : join(root, "examples/wordpress/factbox", own);
  };

  it("follows the writing, and turns into plain HTML that WordPress keeps", async () => {
    const [scripts] = wordpress([["scripts", "wp-block-library factbox-editor"]]);
    // The parts of WordPress's editor around a post, as its own pages put them together.
    const start = `
      const { blockEditor: { BlockEditorProvider, BlockList, BlockTools, ObserveTyping, WritingFlow }, blocks, components, element } = wp;
      const { createElement: el, useState } = element;
      wp.blockLibrary.registerCoreBlocks();
      const post = '<!-- wp:paragraph --><p>“We are proud,” said Ann Lee.</p><!-- /wp:paragraph --><!-- wp:factbox/box /-->';
      function Editor() {
        const [value, set] = useState(() => blocks.parse(post));
        window.saved = () => blocks.serialize(value);
        return el(wp.keyboardShortcuts.ShortcutProvider, null, el(components.SlotFillProvider, null, el(BlockEditorProvider, { value, onInput: set, onChange: set, settings: {} },
          el(BlockTools, null, el(WritingFlow, null, el(ObserveTyping, null, el(BlockList)))), el(components.Popover.Slot))));
      }
      element.render(el(Editor), document.getElementById("editor"));`;
    const html = `<!doctype html><meta charset="utf-8"><title>Post</title><div id="editor"></div>${scripts}<script type="module">${start}</script>`;
    const browser = await launch();
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(PATIENCE);
      await page.route("**/*", (route) => {
        const { pathname } = new URL(route.request().url());
        return pathname === "/" ? route.fulfill({ contentType: "text/html", body: html }) : route.fulfill({ path: file(pathname) });
      });
      await page.goto("http://news.example/");
      const box = page.locator("figure.fact-box");
      await box.getByText("Ann Lee").first().waitFor();
      await page.locator("p[data-type='core/paragraph']").click();
      await page.keyboard.press("ControlOrMeta+End");
      await page.keyboard.insertText(" The school spent £5.6m.");
      await box.getByText("£5.6m").waitFor();
      assert.match(await page.evaluate("saved()"), /<!-- wp:factbox\/box \/-->$/);
      await box.click();
      await page.getByRole("button", { name: "Turn into plain HTML" }).click();
      await page.waitForFunction("saved().includes('wp:html')");
      const saved = String(await page.evaluate("saved()"));
      assert.match(saved, /<!-- wp:html -->\n<figure class="fact-box">[^]*£5\.6m[^]*<\/figure>\s*<!-- \/wp:html -->$/);
      assert.deepEqual(wordpress([["kses", saved]], ""), [saved]);
    } finally {
      await browser.close();
    }
  });
});
