// The engine as JavaScript sees it: `www/pkg/` loaded in Node from bytes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { examples } from "../www/examples.js";
import { extract, extractHtml, initSync, scales } from "../www/pkg/factbox.js";

initSync({ module: readFileSync(new URL("../www/pkg/factbox_bg.wasm", import.meta.url)) });

/** Every span of a report. @param {unknown} value @returns {[number, number][]} */
function spans(value) {
  if (Array.isArray(value)) {
    const [start, end, ...rest] = value;
    if (typeof start === "number" && typeof end === "number" && rest.length === 0) return [[start, end]];
    return value.flatMap(spans);
  }
  return value && typeof value === "object" ? Object.values(value).flatMap(spans) : [];
}

/** @param {string} text */
function quoted(text) {
  return extract(text).quotes.flatMap((quote) => quote.quoted.map((span) => text.slice(...span)));
}

/**
 * The path of the command line as `cargo test --all-features` builds it, and as the sources are now. `cargo run` would
 * build the crate once more: without the dev-dependencies, dependencies have other features.
 */
function program() {
  const args = ["test", "--no-run", "--quiet", "--locked", "--all-features", "--message-format=json"];
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const built = execFileSync("cargo", args, { cwd, encoding: "utf8", maxBuffer: 2 ** 26 }).trim().split("\n").map((line) => JSON.parse(line));
  return built.find(({ target, profile }) => target?.kind.includes("bin") && !profile.test).executable;
}

test("a report has every list, empty where nothing was found, and null for what is not known", () => {
  const { version, ...rest } = extract("");
  const { name, version: packaged } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  assert.equal(name, "factbox");
  assert.equal(version, packaged);
  assert.deepEqual(rest, {
    offsets: "utf-16",
    text: null,
    title: null,
    published: null,
    entities: [],
    quotes: [],
    terms: [],
    ratings: [],
    figures: [],
    dates: [],
    checks: [],
    boilerplate: [],
  });
});

test("the report is the one that the command line prints", () => {
  const texts = [...examples.map((example) => example.text), "", "💛 “Ça va 💛,” said Zoë Öhm of Łódź; 4½ stars ★★★★½, up 0.1%."];
  const article = "By Ann Lee\n4 May 2024\nOn 03/04/2024 Ofsted cut Oakmoor School from good to inadequate. ‘No.’ said Mr Day, 45.";
  const input = [...texts, article].map((text) => JSON.stringify({ text })).join("\n");
  const printed = execFileSync(program(), ["--format", "ndjson", "--offsets", "utf-16"], { input, encoding: "utf8" });
  const reports = printed.trim().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual([...texts, article].map((text) => extract(text)), reports.map(({ id, ...report }) => report));
});

test("spans are for String.prototype.slice, also after characters of two UTF-16 units", () => {
  const statement = "“We are very proud of our nurses,” said Amira Cole, the trust's chief executive.";
  assert.deepEqual(quoted(statement), ["We are very proud of our nurses,"]);
  assert.deepEqual(quoted(`💛 naïve 💛💛 ${statement}`), ["We are very proud of our nurses,"]);
});

test("a lone surrogate counts as one unit and never shifts a span", () => {
  const statement = "The trust will spend £5.6m. “We are very proud of our nurses,” said Amira Cole.";
  for (const broken of ["\ud83d", "\udc9b", "\udc9b\ud83d"]) {
    const text = `Broken ${broken} here. ${statement}`;
    assert.deepEqual(quoted(text), ["We are very proud of our nurses,"]);
    const healed = text.replaceAll(/[\ud800-\udfff]/g, "\ufffd");
    assert.deepEqual(extract(text), extract(healed));
  }
});

test("anything but a string is a TypeError that names what was given", () => {
  /** @type {[unknown, string][]} */
  const cases = [
    [undefined, "undefined"],
    [null, "null"],
    [7, "number"],
    [["an article"], "object"],
    [new String("an article"), "object"],
  ];
  for (const [value, found] of cases) {
    const call = () => extract(/** @type {string} */ (value));
    assert.throws(call, new TypeError(`extract expects the article as a string, got ${found}`));
  }
});

test("a text above the limit is a RangeError, and one at the limit is read", () => {
  const tooLong = new RangeError("the article is longer than 20000000 bytes of UTF-8: give extract a shorter one");
  assert.throws(() => extract("a".repeat(20_000_001)), tooLong);
  assert.throws(() => extract("£".repeat(10_000_001)), tooLong);
  assert.equal(extract("a".repeat(20_000_000)).offsets, "utf-16");
});

test("hostile text gives a report whose spans lie inside the text", () => {
  const hostile = [
    "\0\0\0",
    "\ufeffLONDON — “Yes,” she said.\r\n\r\n‘No,’ he said.\r\n",
    "‮“abc”‬ said Ann.‏‎​­",
    "“".repeat(2_000),
    '"\ud800" said said said £1 £1 1-1-1-',
    " \t\n\u00a0\u2003",
  ];
  for (const text of hostile) {
    for (const [start, end] of spans(extract(text))) {
      assert.ok(0 <= start && start <= end && end <= text.length, JSON.stringify({ text, start, end }));
    }
  }
});

test("a page of HTML is read as text, and the spans point into that text", () => {
  const html = `<nav><a href="/">News</a></nav><h1>Trust &amp; its nurses</h1><time datetime="2024-05-06">Monday</time>
    <p>💛 “We are very proud of our nurses,” said Amira Cole, the trust&rsquo;s chief executive.</p>
    <p>The trust will spend &pound;5.6m on them before the winter.</p>
    <aside><p>A rival has spent &pound;9m on a tower in the middle of the town.</p></aside>`;
  const { text, title, published, quotes, figures } = extractHtml(html);
  assert.equal(text.slice(...(title ?? [0, 0])), "Trust & its nurses");
  assert.equal(published, "2024-05-06");
  assert.deepEqual(quotes.flatMap((quote) => quote.quoted.map((span) => text.slice(...span))), ["We are very proud of our nurses,"]);
  assert.deepEqual(figures.map((figure) => text.slice(...figure.span)), ["£5.6m"]);
  const all = extractHtml(html, { furniture: "read" });
  assert.equal(all.text, text);
  assert.deepEqual(all.figures.map((figure) => figure.text), ["£5.6m", "£9m"]);
});

test("options that mean nothing are a TypeError", () => {
  /** @type {[unknown, string][]} */
  const cases = [
    [7, "extract expects its options as an object, got number"],
    [null, "extract expects its options as an object, got null"],
    [{ furniture: "all" }, 'extract expects `furniture` to be "leave" or "read"'],
    [{ furniture: true }, 'extract expects `furniture` to be "leave" or "read"'],
  ];
  for (const [options, message] of cases) {
    const call = () => extract("Text.", /** @type {{ furniture: "read" }} */ (options));
    assert.throws(call, new TypeError(message));
  }
  assert.deepEqual(extract("Text.", {}), extract("Text.", undefined));
  const page = () => extractHtml(/** @type {string} */ (/** @type {unknown} */ (undefined)));
  assert.throws(page, new TypeError("extractHtml expects the page as a string, got undefined"));
});

test("the same text gives the same report", () => {
  const text = "“We are proud,” said Amira Cole on Monday. The trust spent £5.6m in 2019.";
  const first = JSON.stringify(extract(text));
  extract("Something else came between.");
  assert.equal(JSON.stringify(extract(text)), first);
});

test("the scales are plain data", () => {
  const list = scales();
  assert.ok(Array.isArray(list));
  assert.deepEqual(JSON.parse(JSON.stringify(list)), list);
});

/** A scale of a user's own, as objects. @returns {import("../www/pkg/factbox.js").ScaleDefinition} */
function buses() {
  return {
    id: "oakmoor-buses",
    name: "Oakmoor bus comfort grades",
    rater: "Oakmoor Transport Board",
    raters: ["OTB"],
    subjects: ["coaches"],
    grades: [["plush"], ["bearable"], ["bone-shaking"]],
    example: [
      { text: "The OTB rated Larkfield Coaches “plush”.", rating: { subject: "Larkfield Coaches", grade: "plush" } },
      { text: "Larkfield Coaches was judged bearable by the OTB.", rating: { grade: "bearable" } },
      { text: "The OTB gave Larkfield Coaches a bone-shaking rating.", rating: [{ grade: "bone-shaking" }] },
    ],
    not: [
      { text: "The OTB met in a plush hotel.", rating: {} },
      { text: "The heat was bearable.", rating: {} },
    ],
  };
}

test("a scale of one's own is read with, and listed", () => {
  const options = { scales: [buses()] };
  const text = "Fenwick Coaches was rated bone-shaking by the OTB.";
  const [rating] = extract(text, options).ratings;
  assert.equal(rating?.scale, "oakmoor-buses");
  assert.equal(rating?.rater, "Oakmoor Transport Board");
  assert.deepEqual([rating?.rank, rating?.of], [3, 3]);
  assert.deepEqual(extract(text, options).ratings, [rating]);
  assert.deepEqual(extract(text).ratings, []);
  assert.deepEqual(extract(text, {}).ratings, []);
  const known = scales(options).find(/** @param {{ id: string }} scale */ (scale) => scale.id === "oakmoor-buses");
  assert.deepEqual(known?.grades, ["plush", "bearable", "bone-shaking"]);
  assert.equal(scales().length, scales(options).length - 1);
});

test("a bad scale is refused with place and reason", () => {
  /** @type {[string, (scale: any) => void, RegExp][]} */
  const cases = [
    ["an unknown key", (scale) => (scale.parts = []), /^scales\[1\]: unknown key `parts`/],
    ["a missing key", (scale) => delete scale.rater, /^scales\[1\]: rater: is missing/],
    ["a grade that is no list", (scale) => (scale.grades[1] = "bearable"), /^scales\[1\]: grades, item 2: expected a list/],
    ["too few examples", (scale) => scale.example.pop(), /^scales\[1\]: example: needs at least 3/],
    ["null", (scale) => (scale.max = null), /^scales\[1\]: max: expected a number, got null/],
    ["an example that fails", (scale) => (scale.example[0].rating.grade = "bearable"), /is not found in “The OTB rated/],
    ["a cycle", (scale) => (scale.grades = [scale]), /^scales\[1\]: grades, item 1/],
  ];
  for (const [what, spoil, message] of cases) {
    const scale = { ...buses(), id: "other", rater: "Other Board", raters: ["OTB"] };
    spoil(scale);
    assert.throws(() => extract("", { scales: [buses(), scale] }), { name: "TypeError", message }, what);
  }
  // @ts-expect-error a caller without types
  assert.throws(() => extract("", { scales: "ofsted" }), { name: "TypeError", message: /must be an array/ });
  assert.deepEqual(extract("Nothing.").ratings, []);
});
