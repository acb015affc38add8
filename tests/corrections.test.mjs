// Corrections without a browser: each of them, on a text that goes on being written, undone, sent, and in every copy.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { accept, MOST, Unfit } from "../www/corrections/accept.js";
import { anchor, locate } from "../www/corrections/anchor.js";
import { apply, outgoing, tally } from "../www/corrections/apply.js";
import { formsOf, formsOfName } from "../www/corrections/fields.js";
import { begin, redo, standing, step, undo, without } from "../www/corrections/history.js";
import { target } from "../www/corrections/items.js";
import { who } from "../www/corrections/people.js";
import { describe as worded } from "../www/corrections/words.js";
import { html } from "../www/export/html.js";
import { annotations, schema } from "../www/export/linked.js";
import { markdown } from "../www/export/markdown.js";
import { rows } from "../www/export/rows.js";
import { csv, tsv } from "../www/export/table.js";
import { plainText, quotesText } from "../www/export/text.js";
import { facts } from "../www/facts.js";
import { at, report, scales, text } from "./corrections/article.mjs";

/** @import { Entity, Report } from "../www/report.d.ts" */
/** @import { Correction, Kind, Values, Who } from "../www/corrections/model.js" */

/**
 * @param {string} name
 * @returns {Who}
 */
const person = (name) => who(text, /** @type {Entity} */ (report.entities.find((entity) => entity.name === name)));
const [quote1, quote2, quote3] = report.quotes.map((quote) => target(text, "q", quote));
const [rating] = report.ratings.map((rating) => target(text, "r", rating));
const [money, count] = report.figures.map((figure) => target(text, "f", figure));
const [day] = report.dates.map((date) => target(text, "d", date));
assert.ok(quote1 && quote2 && quote3 && rating && money && count && day);

/** @type {(on: import("../www/corrections/model.js").Target, set: Values) => Correction} */
const change = (on, set) => ({ act: "change", on, set });
/** @type {(on: import("../www/corrections/model.js").Target, whole?: boolean) => Correction} */
const dismiss = (on, whole = false) => ({ act: "dismiss", on, whole });
/** @type {(kind: Kind, words: string, set?: Values) => Correction} */
const add = (kind, words, set = {}) => ({ act: "add", kind, at: anchor(text, at(words)), set });

/**
 * @param {Correction[]} corrections
 * @param {string} [article]
 * @param {Report} [machine]
 */
const run = (corrections, article = text, machine = report) =>
  apply(article, machine, corrections.map((correction) => ({ by: "you", correction })), scales);

/** The report of the article with words put in or taken out, as the engine would give it. */
const rewritten = (/** @type {string} */ from, /** @type {string} */ to) => {
  const place = text.indexOf(from);
  assert.ok(place >= 0);
  const article = text.replace(from, to);
  const by = to.length - from.length;
  const move = (/** @type {unknown} */ value) => JSON.parse(JSON.stringify(value), (_, held) =>
    Array.isArray(held) && held.length === 2 && held.every(Number.isInteger) && held[0] >= place ? [held[0] + by, held[1] + by] : held);
  return { article, machine: /** @type {Report} */ (move(report)) };
};

describe("an anchor", () => {
  const long = `${"x ".repeat(50)}It cost £5. ${"y ".repeat(50)}Then it cost £5. ${"z ".repeat(50)}`;
  const second = long.lastIndexOf("£5");
  const made = anchor(long, [second, second + 2]);

  it("finds its words where they stand", () => assert.deepEqual(locate(long, made), [second, second + 2]));

  it("finds them after any edit elsewhere, and not the same words in another place", () => {
    for (const before of ["", "New first line. ", "£5 £5 £5 "]) {
      assert.deepEqual(locate(before + long, made), [before.length + second, before.length + second + 2]);
    }
    const cut = long.slice(90);
    assert.deepEqual(locate(cut, made), [second - 90, second - 88]);
    assert.deepEqual(locate(long.replace("Then it cost", "Then it really cost"), made), [second + 7, second + 9], "what follows is as it was");
  });

  it("says so where they are gone, though the words are still elsewhere", () => {
    assert.equal(locate(long.slice(0, second) + "a lot" + long.slice(second + 2), made), null);
    assert.equal(locate(long.slice(0, 130), made), null);
    assert.equal(locate("", made), null);
  });

  it("is good at the ends of a text, and between two halves of a character", () => {
    assert.deepEqual(locate("12", anchor("12", [0, 2])), [0, 2]);
    assert.equal(locate("the 12 of us", anchor("12", [0, 2])), null);
    const moon = "🌒🌒🌒 said £5";
    assert.deepEqual(locate(`a ${moon}`, anchor(moon, [12, 14])), [14, 16]);
  });

  it("costs no more than the text", () => {
    const same = "£5 ".repeat(700_000);
    const hard = { exact: "£5", prefix: "none of it", suffix: "none of it", at: 3 };
    assert.equal(locate(same, hard), null);
  });
});

describe("a correction", () => {
  it("leaves the machine's report as it was", () => {
    const before = JSON.stringify(report);
    run([change(quote1, { source: person("Tarn Council") }), dismiss(quote2), add("f", "a disgrace"), { act: "merge", on: person("Mrs Lee"), into: person("Ann Lee") }]);
    assert.equal(JSON.stringify(report), before);
  });

  it("gives a quote another source, a new one, or none", () => {
    const [known] = run([change(quote2, { source: person("Tarn Council") })]).report.quotes.slice(1);
    assert.deepEqual([known?.source?.name, known?.source?.entity, known?.source?.type], ["Tarn Council", 3, "organisation"]);
    const made = run([change(quote2, { source: { name: "Tom Reed", type: "person", at: null } })]).report;
    assert.equal(made.entities[made.quotes[1]?.source?.entity ?? -1]?.name, "Tom Reed");
    assert.equal(run([change(quote2, { source: null })]).report.quotes[1]?.source, null);
  });

  it("gives a quote another kind", () => {
    const quotes = run([change(quote1, { kind: "indirect" }), change(quote2, { kind: "direct" })]).report.quotes;
    assert.deepEqual(quotes[0]?.quoted, []);
    assert.deepEqual(quotes[1]?.quoted, report.quotes[1]?.content);
  });

  it("gives a rating another grade, with its place on the scale", () => {
    const graded = (/** @type {Values} */ set) => run([change(rating, set)]).report.ratings[0];
    assert.deepEqual([graded({ grade: "inadequate" })?.rank, graded({ grade: "inadequate" })?.of], [4, 4]);
    assert.deepEqual([graded({ grade: "4/5", scale: "hygiene" })?.rank, graded({ grade: "4/5", scale: "hygiene" })?.of], [2, 5]);
    assert.equal(graded({ grade: "superb" })?.rank, null);
    assert.equal(graded({ rater: "Estyn", subject: null })?.subject, null);
  });

  it("gives figures and dates other readings", () => {
    const made = run([change(count, { kind: "age", of: "the roof" }), change(day, { edtf: "2019-03-04" })]).report;
    assert.deepEqual([made.figures[1]?.kind, made.figures[1]?.of, made.dates[0]?.edtf], ["age", "the roof", "2019-03-04"]);
  });

  it("renames everywhere: as source, as rater, as subject, as somebody's organisation", () => {
    const made = run([
      { act: "name", on: person("Meadow School"), set: { name: "Meadow Academy" } },
      { act: "name", on: person("Ann Lee"), set: { name: "Anne Leigh" } },
    ]).report;
    assert.doesNotMatch(JSON.stringify(made.quotes.map(({ source }) => source)), /Ann Lee|Meadow School/);
    assert.equal(made.ratings[0]?.subject, "Meadow Academy");
    assert.equal(made.entities[2]?.organisation, "Meadow Academy");
    assert.equal(made.quotes.filter(({ source }) => source?.name === "Anne Leigh").length, 2);
  });

  it("gives somebody another role, wherever they speak", () => {
    const made = run([{ act: "name", on: person("Ann Lee"), set: { role: "governor", organisation: null } }]).report;
    for (const { source } of made.quotes.slice(0, 2)) assert.deepEqual([source?.role, source?.organisation], ["governor", null]);
    assert.equal(made.entities[2]?.role, "governor");
  });

  it("makes two people one, and keeps every other number right", () => {
    const made = run([{ act: "merge", on: person("Ann Lee"), into: person("Mrs Lee") }]).report;
    assert.equal(made.entities.length, report.entities.length - 1);
    for (const { source } of made.quotes) assert.equal(made.entities[source?.entity ?? -1]?.name, source?.name);
    const kept = made.entities.find(({ name }) => name === "Mrs Lee");
    assert.deepEqual([kept?.role, kept?.mentions.length], ["head teacher", 3]);
    assert.deepEqual(kept?.mentions.map(([start]) => start), [...(kept?.mentions ?? [])].map(([start]) => start).sort((a, b) => a - b));
    assert.equal(made.quotes.filter(({ source }) => source?.name === "Mrs Lee").length, 3);
  });

  it("gives a body the quotes of its speaker, but not the role", () => {
    const made = run([{ act: "merge", on: person("A spokesman for Tarn Council"), into: person("Tarn Council") }]).report;
    const { source } = made.quotes[2] ?? {};
    assert.deepEqual([source?.name, source?.type, source?.role], ["Tarn Council", "organisation", null]);
  });

  it("takes a name out, and its quotes have no source then", () => {
    for (const whole of [false, true]) {
      const made = run([{ act: "forget", on: person("Ann Lee"), whole }]).report;
      assert.equal(made.quotes[0]?.source, null);
      for (const { source } of made.quotes) if (source) assert.equal(made.entities[source.entity ?? -1]?.name, source.name);
      assert.equal(facts(text, made, scales).names.some(({ names }) => names.some(({ name, gone }) => name === "Ann Lee" && !gone)), false);
    }
  });

  it("dismisses an item, whose number stays; deleting it takes the number too", () => {
    const tags = (/** @type {Correction[]} */ corrections) => facts(text, run(corrections).report, scales).items.filter(({ kind }) => kind === "q").map(({ tag }) => tag);
    assert.deepEqual(tags([dismiss(quote2)]), ["Q1", "Q3", "Q4"]);
    assert.deepEqual(tags([dismiss(quote2, true)]), ["Q1", "Q2", "Q3"]);
    const { total, sources, ratings } = facts(text, run([dismiss(quote2), dismiss(rating)]).report, scales);
    assert.deepEqual([total.q, total.r], [3, 0]);
    assert.ok(sources.some(({ quotes }) => quotes.some(({ gone, tag }) => gone && tag === "Q2")), "a line to put it back");
    assert.equal(ratings[0]?.gone, true);
  });

  it("makes selected words a quote: direct, part quoted or indirect, paragraph by paragraph", () => {
    const made = (/** @type {import("../www/report.d.ts").Span} */ span) => {
      const { report: after, fates } = run([{ act: "add", kind: "q", at: anchor(text, span), set: {} }]);
      const quote = after.quotes.find(({ content }) => content[0]?.[0] === /** @type {number[]} */ (fates[0])[0] && !report.quotes.some((old) => old.content[0]?.[0] === content[0]?.[0]));
      return { kind: quote?.kind, words: quote?.content.map((part) => text.slice(...part)), quoted: quote?.quoted.map((part) => text.slice(...part)) };
    };
    assert.deepEqual(made(at("“a disgrace”")), { kind: "direct", words: ["a disgrace"], quoted: ["a disgrace"] });
    assert.deepEqual(made(at("a disgrace")), { kind: "direct", words: ["a disgrace"], quoted: ["a disgrace"] });
    assert.deepEqual(made(at("the roof is “a disgrace”")), { kind: "mixed", words: ["the roof is “a disgrace”"], quoted: ["a disgrace"] });
    assert.deepEqual(made(at("in March 2019")), { kind: "indirect", words: ["in March 2019"], quoted: [] });
    const across = at("start soon.\n\nThe school");
    assert.deepEqual(made(across).words, ["start soon.", "The school"]);
  });

  it("puts what is added in its place in the text", () => {
    const made = run([add("f", "a disgrace"), add("q", "in March 2019"), add("r", "proud", { grade: "outstanding", scale: "ofsted", rater: "Ofsted" })]).report;
    assert.equal(made.figures[2]?.text, "a disgrace");
    assert.equal(made.quotes.at(-1)?.text, "in March 2019");
    assert.deepEqual([made.ratings[1]?.grade, made.ratings[1]?.rank], ["outstanding", 1]);
  });

  it("is about what earlier ones have left", () => {
    const made = run([
      add("q", "in March 2019"),
      change({ kind: "q", at: anchor(text, at("in March 2019")), key: "" }, { source: person("Ann Lee") }),
      { act: "name", on: person("Ann Lee"), set: { name: "Anne Leigh" } },
      change(quote3, { source: { ...person("Ann Lee"), name: "Anne Leigh" } }),
    ]).report;
    assert.equal(made.quotes.at(-1)?.source?.name, "Anne Leigh");
    assert.equal(made.quotes[2]?.source?.name, "Anne Leigh");
  });
});

describe("corrections, when the text is written on,", () => {
  const all = [
    change(quote2, { source: person("Tarn Council") }),
    change(rating, { grade: "outstanding" }),
    dismiss(count),
    add("q", "the roof is “a disgrace”"),
    { act: /** @type {const} */ ("name"), on: person("Ann Lee"), set: { name: "Anne Leigh" } },
  ];

  it("stay with their words", () => {
    for (const [from, to] of [["Ofsted has", "Update: inspectors came on 12 May.\n\nOfsted has"], ["Mrs Lee added that", "Mrs Lee"], ["of every child", "of each and every child"]]) {
      const { article, machine } = rewritten(from ?? "", to ?? "");
      const { report: made, fates } = run(all, article, machine);
      assert.ok(fates.every((fate) => fate !== "gone" && fate !== "lost"), JSON.stringify(fates));
      const of = (/** @type {string} */ words) => made.quotes.find((quote) => quote.text.includes(words));
      assert.equal(of("leaked")?.source?.name, "Tarn Council");
      assert.equal(of("disgrace")?.kind, "mixed");
      assert.equal(made.ratings[0]?.grade, "outstanding");
      assert.equal(facts(article, made, scales).total.f, 1);
    }
  });

  it("say which words are gone, and touch nothing else", () => {
    const article = text.replace("She said the roof leaked.", "");
    const machine = { ...report, quotes: report.quotes.slice(0, 1) };
    const { report: made, fates } = run([change(quote2, { kind: "direct" }), change(quote1, { kind: "mixed" })], article, machine);
    assert.equal(fates[0], "gone");
    assert.deepEqual(made.quotes.map(({ kind }) => kind), ["mixed"]);
  });

  it("say where nothing of the kind is found at the words any more", () => {
    assert.deepEqual(run([dismiss(count)], text, { ...report, figures: [] }).fates, ["lost"]);
  });

  it("count in copies only where they did something", () => {
    const signed = all.map((correction) => ({ by: /** @type {const} */ ("you"), correction }));
    assert.deepEqual(tally(signed, run(all).fates), { changed: 3, added: 1, dismissed: 1 });
    assert.deepEqual(tally(signed, signed.map(() => "gone")), { changed: 0, added: 0, dismissed: 0 });
  });
});

describe("the history", () => {
  const first = dismiss(quote1);
  const second = dismiss(quote2);

  it("undoes and redoes every step, and a new step ends what could be redone", () => {
    let history = step(step(begin(), { own: [first] }, "one"), { own: [first, second] }, "two");
    const back = undo(history);
    assert.equal(back?.words, "two");
    assert.deepEqual(standing(back?.history ?? history).map(({ correction }) => correction), [first]);
    const again = redo(back?.history ?? history);
    assert.equal(again?.words, "two");
    assert.equal(standing(again?.history ?? history).length, 2);
    history = step(back?.history ?? history, { own: [] }, "three");
    assert.equal(redo(history), null);
    assert.equal(undo(begin()), null);
  });

  it("has the sender's corrections first, leaves them out for the machine's reading, and takes back single ones", () => {
    const history = step(begin([first]), { own: [second] }, "mine");
    assert.deepEqual(standing(history).map(({ by }) => by), ["sender", "you"]);
    const original = step(history, { original: true }, "");
    assert.deepEqual(standing(original).map(({ by }) => by), ["you"]);
    assert.deepEqual(without(history, new Set([0])), { sender: [], own: [second] });
    assert.deepEqual(without(original, new Set([0])), { sender: [first], own: [] });
  });
});

describe("corrections from a link", () => {
  /** @type {Correction[]} */
  const good = [
    change(quote2, { source: person("Tarn Council"), kind: "direct" }),
    change(quote2, { source: null }),
    change(rating, { grade: "good", scale: null, rater: null, subject: "x", aspect: null, status: "negated" }),
    change(money, { kind: "age", value: 5, min: null, max: null, unit: null, modifier: "approx", vague: false, of: "x", change: null, per: null }),
    change(day, { edtf: "2019-03", label: null }),
    dismiss(count, true),
    add("q", "a disgrace"),
    { act: "name", on: person("Ann Lee"), set: { name: "Anne", role: null } },
    { act: "merge", on: person("Ann Lee"), into: person("Mrs Lee") },
    { act: "forget", on: { name: "x", type: "person", at: null }, whole: false },
  ];
  const sent = () => JSON.parse(JSON.stringify(good));

  it("come out as they went in", () => assert.deepEqual(accept(sent()), good));

  it("are refused where one field is wrong, too long, missing or unknown", () => {
    const place = { exact: "x", prefix: "", suffix: "", at: 0 };
    const item = { kind: "q", at: place, key: "" };
    const bad = [
      null, 1, "x", {}, [null], [[]], [{}], [{ act: "toString" }], [{ act: "__proto__" }],
      [{ act: "dismiss", on: item }],
      [{ act: "dismiss", on: item, whole: "yes" }],
      [{ act: "dismiss", on: item, whole: true, more: null }],
      [{ act: "dismiss", on: { ...item, kind: "c" }, whole: true }],
      [{ act: "dismiss", on: { ...item, key: "x".repeat(401) }, whole: true }],
      ...[{ exact: "" }, { exact: 1 }, { exact: "x".repeat(4001) }, { prefix: "x".repeat(33) }, { suffix: null }, { at: -1 }, { at: 1.5 }, { at: 1e300 }].map((part) => [
        { act: "dismiss", on: { ...item, at: { ...place, ...part } }, whole: true },
      ]),
      ...[{}, { kind: "loud" }, { source: "Ann" }, { source: { name: "", type: "person", at: null } }, { source: { name: "x", type: "robot", at: null } }, { text: "x" }, { content: [[0, 1]] }, { edits: [] }].map((set) => [
        { act: "change", on: item, set },
      ]),
      [{ act: "change", on: { ...item, kind: "f" }, set: { value: "5" } }],
      [{ act: "change", on: { ...item, kind: "f" }, set: { span: [0, 9] } }],
      [{ act: "change", on: { ...item, kind: "r" }, set: { rank: 1 } }],
      [{ act: "change", on: { ...item, kind: "d" }, set: { edtf: "<img>" } }],
      [{ act: "add", kind: "q", at: place, set: null }],
      [{ act: "name", on: { name: "x", type: "person", at: null }, set: { name: "x".repeat(201) } }],
      [JSON.parse('{"act":"name","on":{"name":"x","type":"person","at":null},"set":{"__proto__":{"name":"x"}}}')],
      Array.from({ length: MOST + 1 }, () => good[5]),
    ];
    for (const data of bad) assert.throws(() => accept(data), Unfit, JSON.stringify(data)?.slice(0, 200));
  });

  it("do no harm where they fit nothing", () => {
    const { report: same, fates } = run(accept(sent()), "Another text.", { ...report, entities: [], quotes: [], ratings: [], figures: [], dates: [] });
    assert.ok(fates.every((fate) => fate === "gone" || fate === "lost"));
    assert.deepEqual(same.quotes, []);
  });
});

describe("the forms", () => {
  const reading = { text, report, scales };
  const { items } = facts(text, report, scales);

  for (const item of items) {
    it(`make no correction of ${item.id} where nothing was changed, and good ones where all was`, () => {
      for (const { fields, make } of formsOf(item, reading)) {
        const same = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
        assert.deepEqual(make(same), []);
        for (const { name, options, value } of fields.filter(({ name, when }) => !when && name !== "which")) {
          const other = options ? options.find((option) => option.value !== value && option.value !== "other")?.value : name.startsWith("edtf") ? "2020" : "7";
          const made = make({ ...same, [name]: other ?? value });
          assert.ok(Array.isArray(made) && made.length > 0, `${name}: ${other}`);
          assert.deepEqual(accept(JSON.parse(JSON.stringify(made))), made);
          assert.ok(run(made).fates.every(Array.isArray), worded(/** @type {Correction} */ (made[0])));
        }
      }
    });
  }

  it("say what is wrong with a number or a date", () => {
    const form = (/** @type {string} */ id) => formsOf(/** @type {any} */ (items.find((item) => item.id === id)), reading)[0];
    const values = (/** @type {string} */ id) => Object.fromEntries((form(id)?.fields ?? []).map(({ name, value }) => [name, value]));
    assert.match(String(form("f1")?.make({ ...values("f1"), value0: "a lot" })), /no number/);
    assert.match(String(form("d1")?.make({ ...values("d1"), edtf: "last week" })), /no date/);
    assert.equal(form("f1")?.make({ ...values("f1"), value0: "5,700,000" }).length, 1);
  });

  it("of a name rename it, give it a role, and offer those of its kind as the same", () => {
    const lee = /** @type {Entity} */ (report.entities[2]);
    const forms = formsOfName(lee, reading);
    assert.deepEqual(forms.map(({ act }) => act), ["Rename", "Same as…", "Change role", "Change kind"]);
    assert.deepEqual(forms[1]?.fields[0]?.options?.map(({ label }) => label), ["A spokesman for Tarn Council", "Mrs Lee"]);
    for (const { fields, make } of forms) {
      const made = make(Object.fromEntries(fields.map(({ name, options }) => [name, options ? (name === "type" ? "group" : "1") : "Anne"])));
      assert.ok(Array.isArray(made) && made.length === 1);
      assert.ok(Array.isArray(run(made).fates[0]));
    }
  });
});

describe("copies and files", () => {
  /** @type {Record<string, Correction[]>} */
  const states = {
    machine: [],
    edited: [
      change(quote2, { source: { name: "Tom Reed", type: "person", at: null }, kind: "mixed" }),
      change(rating, { grade: "outstanding" }),
      change(money, { of: "repairs" }),
      change(day, { label: "teachers hired" }),
      dismiss(count),
      dismiss(quote3),
      add("q", "the roof is “a disgrace”", { source: person("Tarn Council") }),
      { act: "merge", on: person("Mrs Lee"), into: person("Ann Lee") },
      { act: "name", on: person("Ann Lee"), set: { name: "Anne Leigh", role: "head" } },
      { act: "forget", on: person("Ofsted"), whole: false },
    ],
  };

  /** @param {Correction[]} corrections */
  const shown = (corrections) => {
    const { report: made, fates } = run(corrections);
    const found = facts(text, made, scales);
    return { text, report: made, facts: found, items: found.items, scales, tally: tally(corrections.map((correction) => ({ by: "you", correction })), fates) };
  };

  /** @type {Record<string, (now: ReturnType<typeof shown>) => string>} */
  const formats = {
    "facts.txt": plainText,
    "quotes.txt": quotesText,
    "facts.md": markdown,
    "facts.html": html,
    "facts.csv": (now) => csv(rows(now)),
    "facts.tsv": (now) => tsv(rows(now)),
    "facts.json": ({ report: made, tally: count }) => `${JSON.stringify(outgoing(made, count), null, 2)}\n`,
    "facts.schema.jsonld": schema,
    "facts.annotations.jsonld": annotations,
  };

  for (const [state, corrections] of Object.entries(states)) {
    for (const [name, format] of Object.entries(formats)) {
      it(`are the same byte for byte: ${state}, ${name}`, () => {
        const file = new URL(`corrections/${state}.${name}`, import.meta.url);
        const made = format(shown(corrections));
        if (process.env.UPDATE) writeFileSync(file, made);
        assert.ok(existsSync(file), "UPDATE=1 writes it");
        assert.equal(made, readFileSync(file, "utf8"));
      });
    }
  }

  for (const [name, format] of Object.entries(formats)) {
    it(`say what was edited, and nothing where nothing was: ${name}`, () => {
      const [bare, edited] = [format(shown([])), format(shown(states.edited ?? []))];
      const table = name.endsWith("sv"); // which has the column, and nothing in it
      const cells = (/** @type {string} */ all) => all.split("\n").slice(1).join("\n");
      assert.match(table ? cells(edited) : edited, table ? /source, kind.*[^]*[\t,]added[\t,]/ : /edited/i);
      assert.doesNotMatch(table ? cells(bare) : bare, table ? /source, kind|[\t,]grade[\t,]/ : /edited/i);
      if (/txt|md|html|schema/.test(name)) assert.doesNotMatch(edited, /We welcome it/, "it was dismissed");
    });
  }

  it("are those of the machine where every correction was taken back", () => {
    for (const format of Object.values(formats)) assert.equal(format(shown([])), format({ ...shown([]), report }));
  });
});
