// What the page makes of a report, without a browser: grouping, numbering, shares and wording. The reports are
// written by hand, so that shapes which few articles have are covered too.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { facts, MOST, summary } from "../www/facts.js";
import { outOf100 } from "../www/facts/quotes.js";
import { date, place } from "../www/words.js";

/** @import { Report, Rating, Quote, Figure, Span, Source } from "../www/report.d.ts" */
/** @import { Scale } from "../www/facts.js" */

/** @type {Scale[]} */
const known = [
  { id: "ofsted", name: "Ofsted", rater: "Ofsted", grades: ["outstanding", "good", "requires improvement", "inadequate"], url: null, unverified: false },
  { id: "hygiene", name: "Food hygiene", rater: "Food Standards Agency", grades: [], url: null, unverified: false },
  { id: "moodys", name: "Moody's", rater: "Moody's", grades: ["Aaa", "Aa1", "Aa2", "Aa3", "A1", "A2", "A3", "Baa1", "Baa2"], url: null, unverified: false },
];
const scales = new Map(known.map((scale) => [scale.id, scale]));

/** @param {Partial<Report>} found */
const report = (found) => ({
  version: "0.0.0",
  offsets: /** @type {const} */ ("utf-16"),
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
  ...found,
});

/**
 * @param {string} text
 * @param {string} words
 * @returns {Span}
 */
const at = (text, words) => {
  const start = text.indexOf(words);
  assert.ok(start >= 0, `${words} is not in ${text}`);
  return [start, start + words.length];
};

/**
 * @param {Partial<Rating> & { grade: string }} rating
 * @returns {Rating}
 */
const rating = (rating) => ({
  rater: "Ofsted",
  subject: "Meadow School",
  aspect: null,
  scale: "ofsted",
  rank: null,
  of: null,
  status: "current",
  change: null,
  from: null,
  date: null,
  gradeSpans: [],
  evidence: [[0, 1]],
  ...rating,
});

/**
 * The first rating that the page shows for these.
 *
 * @param {Rating[]} ratings
 * @param {string} [text]
 */
const rated = (ratings, text = "x") => {
  const [first, ...more] = facts(text, report({ ratings }), scales).ratings;
  assert.ok(first);
  return { ...first, more };
};

describe("ratings", () => {
  it("stand on the rater's scale, worst left", () => {
    const shown = rated([rating({ grade: "good", rank: 2, of: 4 })]);
    assert.equal(shown.before, "Ofsted rated");
    assert.equal(shown.subject, "Meadow School");
    assert.equal(shown.grade, "Good");
    assert.equal(shown.meta, "Second of four grades. Current, no date given.");
    const [scale] = shown.scales;
    assert.deepEqual(scale?.labels, ["Inadequate", "Requires improvement", "Good", "Outstanding"]);
    assert.equal(scale?.rows[0]?.now, 2);
  });

  it("say how they moved", () => {
    const shown = rated([rating({ grade: "good", rank: 2, of: 4, change: "upgraded", from: "inadequate", date: "2024-05" })]);
    assert.equal(shown.meta, "Second of four grades. Upgraded from inadequate, May 2024.");
    assert.equal(shown.scales[0]?.rows[0]?.was, 0);
  });

  it("of one subject are one rating with a row an aspect", () => {
    const shown = rated([
      rating({ grade: "good", rank: 2, of: 4 }),
      rating({ grade: "outstanding", rank: 1, of: 4, aspect: "leadership" }),
      rating({ grade: "inadequate", rank: 4, of: 4, status: "previous", date: "2019" }),
      rating({ grade: "good", subject: "Hill School", rank: 2, of: 4 }),
    ]);
    assert.deepEqual(shown.scales[0]?.rows.map(({ name, now, was }) => [name, now, was]), [
      [null, 2, 0],
      ["Leadership", 3, null],
    ]);
    assert.equal(shown.meta, "Second of four grades. Current, no date given. Before that inadequate, 2019.");
    assert.deepEqual(shown.more.map(({ tag, subject }) => [tag, subject]), [["R2", "Hill School"]]);
  });

  it("take in the earlier grade that they came from, even of another name and scale", () => {
    const text = "Good, and before that ‘performing poorly’ in 2011.";
    const shown = rated(
      [
        rating({ grade: "good", aspect: "every category", rank: 2, of: 4, change: "upgraded", from: "performs poorly" }),
        rating({
          grade: "performs poorly",
          subject: "Meadow's departments",
          scale: "older",
          status: "previous",
          date: "2011-11",
          gradeSpans: [at(text, "performing poorly")],
        }),
      ],
      text,
    );
    assert.equal(shown.beside, "in every category");
    assert.equal(shown.meta, "Second of four grades. Upgraded, no date given, from performing poorly in November 2011.");
    assert.equal(shown.scales[0]?.outside, "‘performing poorly’ 2011");
    assert.equal(shown.scales[0]?.rows[0]?.outside, true);
    assert.equal(shown.scales[0]?.rows[0]?.was, null);
    assert.equal(shown.more.length, 0);
  });

  it("on a scale of numbers have digits for labels", () => {
    const shown = rated([rating({ grade: "4/5", scale: "hygiene", rank: 2, of: 6, rater: "Food Standards Agency" })]);
    assert.equal(shown.grade, "4/5");
    assert.deepEqual(shown.scales[0]?.labels, ["0", "1", "2", "3", "4", "5"]);
    assert.equal(shown.scales[0]?.numeric, true);
    assert.equal(shown.scales[0]?.rows[0]?.now, 4);
  });

  it("keep codes as printed", () => {
    const shown = rated([rating({ grade: "Baa2", scale: "moodys", rank: 9, of: 9, change: "downgraded", from: "Baa1" })]);
    assert.equal(shown.grade, "Baa2");
    assert.equal(shown.meta, "Lowest of nine grades. Downgraded from Baa1, no date given.");
    assert.deepEqual([shown.scales[0]?.rows[0]?.now, shown.scales[0]?.rows[0]?.was], [0, 1]);
  });

  it("on no known scale are shown without a drawing", () => {
    const shown = rated([rating({ grade: "three pinocchios", scale: null, rater: null, subject: null })]);
    assert.equal(shown.before, "Rater not named, rated, subject not named");
    assert.equal(shown.grade, "Three pinocchios");
    assert.deepEqual(shown.scales, []);
  });

  it("that are expected, or no longer true, say so", () => {
    assert.match(rated([rating({ grade: "good", rank: 2, of: 4, status: "predicted" })]).before, /^Ofsted is expected to rate$/);
    const negated = rated([rating({ grade: "special measures", status: "negated" }), rating({ grade: "good", rank: 2, of: 4 })]);
    assert.equal(negated.grade, "Good");
    assert.deepEqual(negated.also, ["No longer special measures."]);
    assert.equal(rated([rating({ grade: "inadequate", rank: 4, of: 4, status: "negated" })]).grade, "No longer inadequate");
  });
});

/**
 * @param {string} text
 * @param {Partial<Quote> & { content: Span[] }} quote
 * @param {Partial<Source> | null} source
 * @returns {Quote}
 */
const quote = (text, quote, source) => ({
  kind: "direct",
  quoted: [],
  cue: null,
  text: text.slice(...(quote.content[0] ?? [0, 0])),
  source: source && { mention: [0, 0], entity: null, name: "?", type: "person", role: null, organisation: null, ...source },
  ...quote,
});

describe("quotes", () => {
  const text = "“We are proud,” said Ann Lee, Meadow’s head. “It was hard.” The board said it was ‘very sad’ but firm.";
  const proud = quote(
    text,
    { content: [at(text, "We are proud,"), at(text, "It was hard.")], quoted: [at(text, "We are proud,"), at(text, "It was hard.")], cue: at(text, "said") },
    { name: "Ann Lee", mention: at(text, "Ann Lee"), role: "Meadow’s head", organisation: "Meadow School" },
  );
  const sad = quote(
    text,
    { kind: "mixed", content: [at(text, "it was ‘very sad’ but firm")], quoted: [at(text, "very sad")], cue: [text.lastIndexOf("said"), text.lastIndexOf("said") + 4] },
    { name: "the board of Meadow School", type: "group", mention: at(text, "The board"), role: "board", organisation: "Meadow School" },
  );

  it("come by source, with role, share and how they are attributed", () => {
    const { sources } = facts(text, report({ quotes: [proud, sad] }), scales);
    assert.deepEqual(sources.map(({ name, role, share }) => [name, role, share]), [
      ["Ann Lee", "head, Meadow School", 50],
      ["the board of Meadow School", "not named", 50],
    ]);
    assert.deepEqual(sources.map(({ quotes }) => quotes.map(({ how }) => how)), [
      ["direct, said"],
      ["part quoted, said, as “The board”"],
    ]);
  });

  it("tell quoted words from reported ones, and leave the marks to the page", () => {
    const { sources } = facts(text, report({ quotes: [proud, sad] }), scales);
    assert.deepEqual(sources[0]?.quotes[0]?.runs, [
      { text: "We are proud", quoted: true },
      { text: " It was hard.", quoted: true },
    ]);
    assert.deepEqual(sources[1]?.quotes[0]?.runs, [
      { text: "it was ", quoted: false },
      { text: "very sad", quoted: true },
      { text: " but firm", quoted: false },
    ]);
  });

  it("of nobody have no share", () => {
    const { sources } = facts(text, report({ quotes: [{ ...sad, source: null }, proud] }), scales);
    assert.deepEqual(sources.map(({ name, share }) => [name, share]), [
      ["Source not named", null],
      ["Ann Lee", 100],
    ]);
  });

  it("have shares that add up to 100", () => {
    for (const parts of [[1, 1, 1], [7, 1, 1, 1, 1, 1], [1], [1000, 1], [3, 3, 3, 3, 3, 3, 3]]) {
      assert.equal(outOf100(parts).reduce((sum, part) => sum + part), 100);
    }
    assert.deepEqual(outOf100([0, 0]), [0, 0]);
  });
});

/**
 * @param {string} text
 * @param {Partial<Figure> & { text: string }} figure
 * @returns {Figure}
 */
const figure = (text, figure) => ({
  span: at(text, figure.text),
  kind: "count",
  value: null,
  min: null,
  max: null,
  unit: null,
  modifier: null,
  vague: false,
  of: null,
  change: null,
  per: null,
  ...figure,
});

describe("figures", () => {
  const text = "Waits fell from 34 minutes to under four minutes; nine in ten, half a dozen, £118 a night and 300.";

  it("make one row of a level left and the level reached", () => {
    const figures = [
      figure(text, { text: "34 minutes", kind: "duration", value: 34, of: "waits", change: "from" }),
      figure(text, { text: "four minutes", kind: "duration", value: 4, of: "waits", change: "to", modifier: "less_than" }),
    ];
    const shown = facts(text, report({ figures }), scales);
    assert.deepEqual(shown.figures.map(({ text, of, arrow, change }) => [text, of, arrow, change]), [
      ["34 minutes", "waits", "down", "falls to under four minutes"],
    ]);
    assert.deepEqual(shown.items.map(({ line }) => line.length), [2]);
  });

  it("make one row of them where the level reached comes first", () => {
    const turned = "Calls are answered in four minutes, down from 27 minutes.";
    const figures = [
      figure(turned, { text: "four minutes", kind: "duration", value: 4, of: "calls", change: "to" }),
      figure(turned, { text: "27 minutes", kind: "duration", value: 27, change: "from" }),
    ];
    const shown = facts(turned, report({ figures }), scales);
    assert.deepEqual(shown.figures.map(({ text, of, arrow, change }) => [text, of, arrow, change]), [
      ["27 minutes", "calls", "down", "falls to four minutes"],
    ]);
    assert.deepEqual(shown.items.map(({ line }) => line.map((span) => turned.slice(...span))), [["four minutes", "27 minutes"]]);
  });

  it("give the reading of what is written in words, and say what is not known", () => {
    const figures = [
      figure(text, { text: "nine in ten", kind: "fraction", value: 0.9 }),
      figure(text, { text: "half a dozen", value: 6 }),
      figure(text, { text: "£118", kind: "money", value: 118, unit: "GBP", per: "night", modifier: "approx" }),
      figure(text, { text: "300", value: 300 }),
    ];
    const shown = facts(text, report({ figures }), scales).figures;
    assert.deepEqual(shown.map(({ modifier, notes, of }) => [modifier, notes, of]), [
      ["", "= 90%", ""],
      ["", "= 6", ""],
      ["about", "per night", ""],
      ["", "", ""],
    ]);
  });

  it("lead to the quote that says them", () => {
    const said = quote(text, { content: [at(text, text)] }, null);
    const [row] = facts(text, report({ quotes: [said], figures: [figure(text, { text: "300" })] }), scales).figures;
    assert.deepEqual(row?.quote, { id: "q1", tag: "Q1" });
  });
});

describe("dates", () => {
  it("come in calendar order, those without a date last", () => {
    const text = "In May 2024, next week, summer 2023, 2011, on 22 November 2023, on 15 November 2023 and in 2015/16.";
    const found = [
      ["May 2024", "2024-05"],
      ["next week", null],
      ["summer 2023", "2023-22"],
      ["2011", "2011"],
      ["22 November 2023", "2023-11-22"],
      ["15 November 2023", "2023-11-15"],
      ["2015/16", "2015/2016"],
    ];
    const dates = found.map(([words, edtf]) => ({ span: at(text, words ?? ""), text: words ?? "", edtf: edtf ?? null, label: null, order: null }));
    const shown = facts(text, report({ dates }), scales).dates;
    assert.deepEqual(shown.map(({ when }) => when), ["2011", "2015/16", "summer 2023", "15 Nov 2023", "22 Nov 2023", "May 2024", ""]);
    assert.equal(shown[6]?.what, "next week");
    assert.equal(shown[1]?.span, true);
  });

  it("are written as a reader writes them", () => {
    const cases = [
      ["2019-03-18", "18 Mar 2019"],
      ["2011-11", "Nov 2011"],
      ["2011", "2011"],
      ["199X", "1990s"],
      ["13XX", "14th century"],
      ["2010/2015", "2010 to 2015"],
      ["2024-09-10/2024-09-11", "10 to 11 Sep 2024"],
      ["2024-01/..", "since Jan 2024"],
      ["/2024", "until 2024"],
      ["2024~", "about 2024"],
      ["Y170000", "Y170000"],
    ];
    for (const [edtf = "", words] of cases) assert.equal(date(edtf), words);
  });
});

describe("all of it", () => {
  it("numbers items in the order of the text and says how many there are", () => {
    const text = "Good, 300 of them.";
    const found = facts(text, report({ ratings: [rating({ grade: "good", evidence: [[0, 4]] })], figures: [figure(text, { text: "300" })] }), scales);
    assert.deepEqual(found.items.map(({ id }) => id), ["r1", "f1"]);
    assert.equal(summary(found), "1 rating, 1 figure");
    assert.equal(summary(facts("", report({}), scales)), "No facts found");
  });

  it("cuts lists that no article has, and gives the true number", () => {
    const figures = Array.from({ length: MOST + 5 }, () => figure("300", { text: "300" }));
    const found = facts("300", report({ figures }), scales);
    assert.equal(found.figures.length, MOST);
    assert.equal(found.total.f, MOST + 5);
  });

  it("names places on a scale", () => {
    const cases = /** @type {const} */ ([
      [1, 4, "Highest of four grades"],
      [4, 4, "Lowest of four grades"],
      [9, 21, "Ninth of 21 grades"],
      [12, 21, "12th of 21 grades"],
      [22, 23, "22nd of 23 grades"],
    ]);
    for (const [rank, of, words] of cases) assert.equal(place(rank, of), words);
  });
});
