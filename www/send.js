// Copies to the clipboard and files to keep: what is shown, in the format that was asked for.

import { outgoing } from "./corrections/apply.js";
import { escape, html } from "./export/html.js";
import { annotations, schema } from "./export/linked.js";
import { markdown } from "./export/markdown.js";
import { rows } from "./export/rows.js";
import { csv, tsv } from "./export/table.js";
import { plainText, quotesText } from "./export/text.js";
import { unique } from "./export/unique.js";
import { byId, h } from "./render/dom.js";
import { complain, say } from "./voice.js";
import { count } from "./words.js";

/** @import { Item } from "./facts.js" */
/** @import { Shown } from "./export/rows.js" */

/**
 * @typedef {object} Copy
 * @property {string} name
 * @property {string} [note]
 * @property {(shown: Shown) => string} text
 * @property {(shown: Shown) => string} [html] a richer twin of the same
 * @property {(shown: Shown) => string} done what has been copied
 */

const of = (/** @type {Shown} */ { items }, /** @type {Item["kind"]} */ kind) => items.filter((item) => item.kind === kind);
const all = (/** @type {Shown} */ { items }) => count(items.length, "fact");

/** @type {Copy[]} */
const copies = [
  { name: "All facts", note: "text and table", text: plainText, html, done: all },
  { name: "Quotes with sources", text: quotesText, done: (shown) => count(of(shown, "q").length, "quote") },
  { name: "Figures", note: "for a spreadsheet", text: (shown) => tsv(only(shown, "f"), "figures"), done: (shown) => count(of(shown, "f").length, "figure") },
  { name: "Table of everything", note: "for a spreadsheet", text: (shown) => tsv(rows(shown)), done: all },
  { name: "Markdown", text: markdown, done: all },
  { name: "HTML", note: "for a website", text: html, done: all },
  { name: "JSON", note: "the whole report", text: json, done: () => "The report" },
];

/** @type {{ name: string, file: string, type: string, text: (shown: Shown) => string }[]} */
const files = [
  { name: "Spreadsheet", file: "facts.csv", type: "text/csv", text: (shown) => csv(rows(shown)) },
  { name: "Tab-separated table", file: "facts.tsv", type: "text/tab-separated-values", text: (shown) => tsv(rows(shown)) },
  { name: "Notes", file: "facts.md", type: "text/markdown", text: markdown },
  { name: "Plain text", file: "facts.txt", type: "text/plain", text: plainText },
  { name: "Box for a story", file: "facts.html", type: "text/html", text: html },
  { name: "Facts as data", file: "facts.json", type: "application/json", text: json },
  { name: "For search engines", file: "facts.schema.jsonld", type: "application/ld+json", text: schema },
  { name: "W3C annotations", file: "facts.annotations.jsonld", type: "application/ld+json", text: annotations },
];

/**
 * @param {Shown} shown
 * @param {Item["kind"]} kind
 */
function only(shown, kind) {
  return rows({ ...shown, items: of(shown, kind) });
}

/** @param {Shown} shown */
function json({ report, tally }) {
  return `${JSON.stringify(tally ? outgoing(report, tally) : report, null, 2)}\n`;
}

/**
 * Fills the menus.
 *
 * @param {() => Shown | null} shown what is shown now; null where there is nothing
 */
export function send(shown) {
  const copyMenu = byId("copy", HTMLElement);
  const exportMenu = byId("export", HTMLElement);
  /** Whether repeats are left out, of copies and files alike. @type {HTMLInputElement[]} */
  const once = [];

  /** @param {HTMLElement} menu */
  const choice = (menu) => {
    const box = h("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      for (const twin of once) twin.checked = box.checked;
    });
    once.push(box);
    menu.append(h("label", {}, box, "Leave out repeats"));
  };

  /**
   * @param {HTMLElement} menu
   * @param {string} name
   * @param {string} note
   * @param {(shown: Shown) => void} act
   */
  const entry = (menu, name, note, act) => {
    const button = h("button", { type: "button" }, name, h("span", {}, note));
    button.addEventListener("click", () => {
      menu.hidePopover();
      const now = shown();
      if (now) act(once[0]?.checked ? unique(now) : now);
    });
    menu.append(button);
  };
  for (const { name, note = "", text, html, done } of copies) {
    entry(copyMenu, name, note, (now) => copy(text(now), html?.(now), `${done(now)} copied`));
  }
  for (const { name, file, type, text } of files) {
    entry(exportMenu, name, file.slice(file.lastIndexOf(".")), (now) => {
      save(file, type, text(now));
      say(`${file} saved`);
    });
  }
  for (const menu of [copyMenu, exportMenu]) {
    menu.append(h("hr", {}));
    choice(menu);
  }
  exportMenu.append(h("hr", {})); // the print is of the page, repeats and all
  entry(exportMenu, "Print", "", () => print());
  for (const menu of [copyMenu, exportMenu]) menu.append(h("p", { class: "meta" }, "What is hidden stays out."));

  // What is selected in the panel, or of the whole page, is copied as notes, not as a heap of labels and buttons; with the
  // whole article selected too, behind the article. Where a part of the article is, the browser copies what is selected.
  const first = document.querySelector("h1");
  const sheet = byId("sheet", HTMLElement);
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    const elsewhere = event.target instanceof Element && event.target.matches("textarea, input:not([type=checkbox]), dialog *");
    const now = elsewhere ? null : shown();
    if (!selection || selection.isCollapsed || !now || !event.clipboardData) return;
    const items = now.items.filter(({ id }) => {
      const node = document.getElementById(id);
      return node !== null && selection.containsNode(node, true);
    });
    const whole = first !== null && selection.containsNode(first, true);
    if (items.length < (whole ? 1 : 2)) return;
    const article = whole || (!sheet.hidden && selection.containsNode(sheet));
    if (!article && !sheet.hidden && selection.containsNode(sheet, true)) return;
    const lines = article ? now.text.trim().split(/\s*\n\s*/) : [];
    event.preventDefault();
    event.clipboardData.setData("text/plain", [...(article ? [now.text.trim()] : []), plainText({ ...now, items })].join("\n\n"));
    event.clipboardData.setData("text/html", [...lines.map((line) => `<p>${escape(line)}</p>`), html({ ...now, items })].join("\n"));
  });

  return {
    /** @param {Item} item */
    copyItem(item) {
      const now = shown();
      if (now) copy(plainText({ ...now, items: [item], facts: { ...now.facts, names: [] }, tally: undefined }), undefined, `${item.tag || item.title} copied`);
    },
  };
}

/**
 * Puts a text on the clipboard, with a richer twin where there is one.
 *
 * @param {string} text
 * @param {string | undefined} html
 * @param {string} done
 */
export async function copy(text, html, done) {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else {
      const item = (/** @type {string} */ type, /** @type {string} */ data) => new Blob([data], { type });
      await navigator.clipboard.write([
        new ClipboardItem({ "text/plain": item("text/plain", text), "text/html": item("text/html", html) }),
      ]);
    }
    say(done);
  } catch {
    complain("The browser keeps the clipboard from this page.", "Use Export in its place.");
  }
}

/**
 * Hands a file to the browser's downloads. Nothing leaves the machine: the address is one of this page.
 *
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
