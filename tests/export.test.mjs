// What the page copies and saves, made in Node by the real engine from texts with every trap: formulas, markup, marks
// of Markdown, characters of two units.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { examples } from "../www/examples.js";
import { html } from "../www/export/html.js";
import { annotations, schema } from "../www/export/linked.js";
import { escape, markdown } from "../www/export/markdown.js";
import { columns, rows } from "../www/export/rows.js";
import { csv, harmless, tsv } from "../www/export/table.js";
import { plainText, quotesText } from "../www/export/text.js";
import { unique } from "../www/export/unique.js";
import { facts } from "../www/facts.js";
import { extract, initSync, scales } from "../www/pkg/factbox.js";
import { parse } from "./page/csv.mjs";

/** @import { Shown } from "../www/export/rows.js" */

initSync({ module: readFileSync(new URL("../www/pkg/factbox_bg.wasm", import.meta.url)) });
const known = new Map(scales().map((/** @type {any} */ scale) => [scale.id, scale]));

/**
 * @param {string} text
 * @returns {Shown}
 */
const read = (text) => {
  const report = extract(text);
  const found = facts(text, report, known);
  return { text, report, facts: found, items: found.items, scales: known };
};

const article = read(`Ofsted has rated Meadow School "good", up from inadequate in March 2019.

"We are <b>proud</b> of *every* child | and [more](x)," said Ann Lee, the head teacher. She said the roof leaked.

The school spent £5.6m on 12 new teachers.`);

describe("tables", () => {
  it("have a row a finding and a head a column", () => {
    const [heads, ...lines] = parse(csv(rows(article)));
    assert.equal(heads?.length, columns.length);
    assert.equal(lines.length, rows(article).length);
    const text = columns.indexOf("text");
    assert.deepEqual(lines.map((line) => line[text]), rows(article).map((row) => row.text));
    const figure = lines.find((line) => line[text] === "£5.6m");
    assert.equal(figure?.[columns.indexOf("value")], "5600000");
    assert.equal(figure?.[columns.indexOf("unit")], "GBP");
    const quote = lines.find((line) => line[1] === "quote" && line[columns.indexOf("kind")] === "direct");
    assert.equal(quote?.[columns.indexOf("who")], "Ann Lee");
  });

  it("cannot be calculated", () => {
    const attacks = [
      "=1+1",
      "+1+1",
      "-1+1",
      "@SUM(A1)",
      " =1+1",
      "\t=1+1",
      "\r=1+1",
      "\u200b=1+1",
      "\ufeff=cmd|' /C calc'!A0",
      "\u202e=1",
      "＝1+1",
      "＋1",
      "－1+x",
      "＠x",
      "=HYPERLINK(\"x\")",
    ];
    for (const attack of attacks) assert.ok(harmless(attack).startsWith("'"), JSON.stringify(attack));
    for (const cell of ["5", "-5", "-5.25", "+3", "£5", "a=b", "said - no", "", "½", "4/5"]) assert.equal(harmless(cell), cell);
    const shown = read('"=HYPERLINK(evil), and more of it," said Ann Lee, the head.');
    const [, line] = parse(csv(rows(shown)));
    assert.equal(line?.[columns.indexOf("text")]?.slice(0, 2), "'=");
    assert.match(tsv(rows(shown)), /\t'=HYPERLINK/);
  });

  it("for the clipboard have no tab and no line end in a cell", () => {
    const shown = read('"One line\nand\tanother of it," said Ann Lee, the head. It spent £5.6m.');
    const lines = tsv(rows(shown)).trimEnd().split("\n");
    assert.equal(lines.length, rows(shown).length + 1);
    for (const line of lines) assert.equal(line.split("\t").length, columns.length);
    assert.match(tsv(rows(shown), "figures"), /^id\ttext\tmodifier\tvalue/);
  });
});

describe("notes", () => {
  it("say the same in plain text and in Markdown", () => {
    const text = plainText(article);
    assert.match(text, /^RATINGS\nR1 Ofsted rated Meadow School: Good\n/);
    assert.match(text, /Ann Lee, head teacher[^\n]*\nQ\d “We are <b>proud<\/b>/);
    assert.match(text, /£5\.6m/);
    const bare = (/** @type {string} */ notes) => notes.replace(/\\(.)/g, "$1").replaceAll("&lt;", "<").replaceAll("&gt;", ">").toLowerCase().replace(/[^\p{L}\p{N}£]+/gu, " ");
    const words = new Set(bare(markdown(article)).split(" "));
    for (const word of bare(text).split(" ")) assert.ok(words.has(word), word);
  });

  it("in Markdown neither format nor link what the article says", () => {
    assert.equal(escape("*a* _b_ `c` [d](javascript:e) <f> #g | ~h~ !i"), "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](javascript:e) &lt;f&gt; \\#g \\| \\~h\\~ \\!i");
    assert.equal(escape("- a\n1. b"), "\\- a 1. b");
    assert.equal(escape("see https://a.example or www.a.example"), "see https\\://a.example or www\\.a.example");
    assert.doesNotMatch(markdown(article), /<b>|\[more\]\(/);
  });

  it("are only what is shown", () => {
    const quotes = { ...article, items: article.items.filter(({ kind }) => kind === "q") };
    assert.doesNotMatch(plainText(quotes), /RATINGS|FIGURES|DATES/);
    assert.match(plainText(quotes), /QUOTES/);
    assert.equal(rows(quotes).every(({ type }) => type === "quote"), true);
  });
});

describe("without repeats", () => {
  const story = read(`Head “proud of every child” as roof is mended for £5.6m

"Proud of every child," said Ann Lee, the head teacher. The roof was mended for £5.6 million. "It is late," said Tom Reed, a governor.

"It is late," said Amy Bell, a teacher. The roof was mended for £5m. Ofsted has rated Meadow School "good". Ofsted rated Meadow School good.

"Proud, of every child!" said Ann Lee. The work ends in March 2019, and the roof was mended for about £5m.`);
  const said = (/** @type {Shown} */ shown, /** @type {string} */ type) =>
    rows(shown).filter((row) => row.type === type).map(({ text, who }) => `${text} ${who}`.trim());

  it("each quote of each source stands once, with the source where only one of them has it", () => {
    assert.equal(said(story, "quote").filter((words) => /^proud/i.test(words)).length, 3);
    assert.deepEqual(said(unique(story), "quote"), ["Proud of every child, Ann Lee", "It is late, Tom Reed", "It is late, Amy Bell"]);
    assert.equal(quotesText(unique(story)).match(/proud/gi)?.length, 1);
  });

  it("each amount of each thing stands once, however it is written; another amount, or about as much, is another figure", () => {
    assert.deepEqual(said(story, "figure"), ["£5.6m", "£5.6 million", "£5m", "£5m"]);
    assert.deepEqual(said(unique(story), "figure"), ["£5.6m", "£5m", "£5m"]);
    assert.equal(markdown(unique(story)).match(/£5\.6/g)?.length, 1);
    const apart = read("The school has 12 new teachers. The college has 12 new pupils.");
    assert.deepEqual(said(unique(apart), "figure"), ["12", "12"]);
  });

  it("a figure in a quote that is left out is that of the quote that stands for it", () => {
    const shown = read(`Head: “We spent £5.6m on the roof”

"We spent £5.6m on the roof," said Ann Lee, the head teacher.`);
    const [from, to] = [shown, unique(shown)].map((shown) => plainText(shown).match(/^£5\.6m.*\[(Q\d)\]$/gm) ?? []);
    assert.deepEqual([from?.length, to?.length], [2, 1]);
    const [, tag = "-"] = /\[(Q\d)\]$/.exec(to?.[0] ?? "") ?? [];
    assert.match(plainText(unique(shown)), new RegExp(`^Ann Lee[^]*${tag} “We spent`, "m"));
  });

  it("all else is as it was", () => {
    const kept = new Set(unique(article).items);
    assert.deepEqual(article.items.filter((item) => !kept.has(item)), []);
    assert.equal(plainText(unique(article)), plainText(article));
    assert.equal(unique(story).report, story.report, "the report is the whole of it");
    const vague = read('It opens next week. "It is late," said a source. Sales rose by 50%.');
    const checks = (/** @type {Shown} */ { items }) => items.filter(({ kind }) => kind === "c").length;
    assert.ok(checks(vague) >= 2);
    assert.equal(checks(unique(vague)), checks(vague));
  });
});

describe("HTML", () => {
  // What WordPress keeps of a contributor's post: elements, and their attributes.
  /** @type {Record<string, string[]>} */
  const kept = {
    figure: ["class"],
    figcaption: [],
    h3: [],
    p: [],
    strong: [],
    cite: [],
    footer: [],
    blockquote: ["cite"],
    ul: [],
    li: [],
    dl: [],
    dt: [],
    dd: [],
    table: [],
    thead: [],
    tbody: [],
    tr: [],
    th: ["scope"],
    td: [],
  };

  for (const { title, text } of [...examples, { title: "hostile", text: article.text }]) {
    it(`has nothing that WordPress filters out, and closes what it opens: ${title}`, () => {
      const box = html(read(text));
      /** @type {string[]} */
      const open = [];
      let rest = box;
      for (const [tag, close, name = "", attributes = ""] of box.matchAll(/<(\/?)(\w+)((?:\s+[\w-]+="[^"<>]*")*)>/g)) {
        assert.ok(kept[name], tag);
        for (const [, attribute = ""] of attributes.matchAll(/([\w-]+)=/g)) assert.ok(kept[name]?.includes(attribute), tag);
        if (close) assert.equal(open.pop(), name);
        else open.push(name);
        rest = rest.replace(tag, "");
      }
      assert.deepEqual(open, []);
      assert.doesNotMatch(rest, /[<>]/);
      assert.doesNotMatch(rest, /&(?!(amp|lt|gt|quot);)/);
    });
  }
});

describe("linked data", () => {
  it("for schema.org has who said what, who rated whom, and quantities", () => {
    const { "@context": context, "@graph": graph } = JSON.parse(schema(article));
    assert.equal(context, "https://schema.org");
    const quotation = graph.find((/** @type {any} */ node) => node["@type"] === "Quotation");
    assert.equal(quotation.spokenByCharacter.name, "Ann Lee");
    assert.equal(quotation.spokenByCharacter["@type"], "Person");
    const review = graph.find((/** @type {any} */ node) => node["@type"] === "Review");
    assert.equal(review.author.name, "Ofsted");
    assert.equal(review.itemReviewed.name, "Meadow School");
    assert.deepEqual(review.reviewRating, { "@type": "Rating", ratingValue: "good", bestRating: "outstanding", worstRating: "inadequate" });
    const money = graph.find((/** @type {any} */ node) => node.unitText === "GBP");
    assert.equal(money["@type"], "QuantitativeValue");
    assert.equal(money.value, 5_600_000);
    assert.doesNotMatch(schema(article), /</, "it may stand in a script element");
  });

  it("as W3C annotations points at its words, by quote and by code point", () => {
    const shown = read("💛💛 naïve. The school spent £5.6m. “We are very proud,” said Ann Lee, the head.");
    const page = JSON.parse(annotations(shown));
    assert.equal(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert.ok(page.items.length >= 2);
    const points = [...shown.text];
    for (const { type, target } of page.items) {
      assert.equal(type, "Annotation");
      const [quote, position] = target.selector;
      assert.equal(points.slice(position.start, position.end).join(""), quote.exact);
      assert.ok(shown.text.includes(quote.prefix + quote.exact + quote.suffix));
    }
  });
});
