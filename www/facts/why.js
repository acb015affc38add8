// Why an item is there: the rule in words, the cue, how a source or a date was settled, and the sentence it rests on.

import { editsOf, sourceByHand } from "../corrections/model.js";
import { capital, date, number, plain } from "../words.js";
import { unnamed } from "./quotes.js";
import { contains, slice } from "./spans.js";

/** @import { Date, Figure, FigureKind, Modifier, Quote, Rating, Report, Source, Span } from "../report.d.ts" */
/** @import { Item, Scale } from "../facts.js" */

/**
 * @typedef {object} Reason
 * @property {string} term
 * @property {string} words
 * @property {boolean} [article] whether the words are the article's own
 * @property {string[]} [own] which of them are, where not all
 */

/** Most letters of the article round a finding, on either side and in all. */
const REACH = 240;
const LONGEST = 480;

/** Most places of one item that are shown. */
const PLACES = 3;

const pronoun = /^(he|she|it|they|we|i|you|who)$/i;

/**
 * @param {Item} item
 * @param {{ text: string, report: Report, scales: ReadonlyMap<string, Scale> }} reading
 * @returns {Reason[]}
 */
export function why(item, { text, report, scales }) {
  const { quote, ratings, figures, date: day, check } = item.found;
  if (quote) return ofQuote(text, quote);
  if (ratings) return ratings.slice(0, PLACES).flatMap((rating) => ofRating(text, rating, scales));
  if (figures) return ofFigures(text, figures);
  if (day) return ofDate(text, day, report);
  if (check) return [{ term: "Rule", words: check.rule.replaceAll("-", " ") }, ...check.spans.slice(0, PLACES).map((span) => evidence(text, [span]))];
  return [];
}

/**
 * @param {string} text
 * @param {Quote} quote
 * @returns {Reason[]}
 */
function ofQuote(text, quote) {
  const { kind, cue, source, content } = quote;
  const rules = {
    direct: cue ? "Words in quote marks beside a reporting word." : "Words in quote marks without a reporting word of their own.",
    mixed: "A reported clause with some words in quote marks.",
    indirect: "A reported clause without quote marks.",
  };
  const near = [...content, ...(cue ? [cue] : []), ...(source ? [source.mention] : [])];
  return [
    { term: "Rule", words: editsOf(quote).some(({ what }) => what === "added" || what === "kind") ? "Set by hand." : rules[kind] },
    ...(cue ? [{ term: "Cue", words: slice(text, cue), article: true }] : []),
    { term: "Source", words: resolved(text, quote), own: source ? [mentioned(text, source), source.name] : [] },
    evidence(text, cue ? near : content),
  ];
}

/**
 * @param {string} text
 * @param {Pick<Source, "mention">} source
 */
function mentioned(text, { mention }) {
  return slice(text, mention).replace(/\s+/g, " ").trim();
}

/**
 * How the source was settled: named, described, by a pronoun, or carried over.
 *
 * @param {string} text
 * @param {Pick<Quote, "cue" | "source">} quote
 */
export function resolved(text, quote) {
  const { cue, source } = quote;
  if (sourceByHand(quote)) return "Set by hand.";
  if (!source) return "Nobody is named or described.";
  const { name } = source;
  const mention = mentioned(text, source);
  if (editsOf(quote).some(({ what }) => what === "name")) return `“${mention}”, renamed by hand to ${name}.`;
  if (!cue) return `Carried over from the words nearest to it: “${mention}”${plain(mention) === plain(name) ? "" : `, read as ${name}`}.`;
  if (pronoun.test(mention)) return `Pronoun: “${mention}” was read as ${name}.`;
  const bare = (/** @type {string} */ words) => plain(words).replace(/^(an?|the) /, "");
  const anonymous = unnamed(source) || /^an? /i.test(mention);
  if (bare(mention) === bare(name)) return anonymous ? "Not named: described in the same sentence." : "Named in the same sentence.";
  const last = (/** @type {string} */ words) => bare(words).split(" ").at(-1);
  if (last(mention) === last(name)) return `Named as “${mention}”, in full ${name}.`;
  return `Described as “${mention}”, read as ${name}.`;
}

/**
 * @param {string} text
 * @param {Rating} rating
 * @param {ReadonlyMap<string, Scale>} scales
 * @returns {Reason[]}
 */
function ofRating(text, { rater, grade, scale: id, gradeSpans, evidence: places }, scales) {
  const scale = id === null ? undefined : scales.get(id);
  const words = gradeSpans.map((span) => slice(text, span)).join(", ") || grade;
  /** @type {Reason[]} */
  const reasons = [{ term: "Grade", words, article: true }];
  if (scale) {
    const { grades } = scale;
    const range = grades.length > 6 ? `${grades.at(-1)} to ${grades[0]}, ${number(grades.length)} grades` : [...grades].reverse().join(", ");
    const unsure = scale.unverified ? ". Written from general knowledge, not checked against the scale’s own page" : "";
    reasons.push({ term: "Scale", words: `${scale.name}${range ? `: ${range}` : ""}${unsure}.` });
  } else {
    reasons.push({ term: "Scale", words: rater ? `None that Factbox knows for ${rater}.` : "None that Factbox knows." });
  }
  const named = rater !== null && places.some((span) => plain(slice(text, span)).includes(plain(rater)));
  if (rater !== null && !named) reasons.push({ term: "Rater", words: "Named elsewhere in the article, or the only body with this scale." });
  return [...reasons, ...places.slice(0, PLACES).map((span) => evidence(text, [span]))];
}

/** @type {Record<Modifier, string>} */
export const modifiers = { approx: "about", at_least: "at least", more_than: "more than", at_most: "at most", less_than: "less than" };

/** @type {Record<FigureKind, string>} */
export const figureKinds = {
  money: "money",
  percent: "percentage",
  percentage_points: "percentage points",
  count: "count",
  duration: "length of time",
  age: "age",
  length: "length",
  area: "area",
  mass: "weight",
  volume: "volume",
  temperature: "temperature",
  speed: "speed",
  energy: "energy",
  data: "data",
  fraction: "share",
  ratio: "ratio",
  multiple: "multiple",
  rank: "place in a ranking",
  score: "score",
  other: "measure",
};

/**
 * @param {string} text
 * @param {Figure[]} figures
 * @returns {Reason[]}
 */
function ofFigures(text, figures) {
  const kinds = new Set(figures.map(({ kind }) => figureKinds[kind]));
  const readings = figures.map(reading).join(", then ");
  return [
    { term: "Read as", words: `${capital([...kinds].join(", "))}: ${readings}.` },
    evidence(text, figures.map(({ span }) => span)),
  ];
}

/** Units of time that do not take an s. @type {Record<string, string>} */
const odd = { century: "centuries", millennium: "millennia" };

/** @param {Figure} figure */
function reading({ kind, value, min, max, unit, modifier, vague, per }) {
  if (vague) return "no number given";
  const amount = value !== null ? number(value) : min !== null && max !== null ? `${number(min)} to ${number(max)}` : "no single number";
  // Units of time are words, others are signs.
  const many = (kind === "duration" || kind === "age") && value !== 1;
  const name = unit && many ? (odd[unit] ?? `${unit}s`) : unit;
  const with_ = unit === "%" ? `${amount}%` : `${amount}${name ? ` ${name}` : ""}`;
  return `${modifier ? `${modifiers[modifier]} ` : ""}${with_}${per ? ` per ${per}` : ""}`;
}

/**
 * @param {string} text
 * @param {Date} found
 * @param {Report} report
 * @returns {Reason[]}
 */
function ofDate(text, found, { published }) {
  const own = /\d{3}/.test(found.text);
  const counted = published ? `Counted from the article’s own date, ${date(published)}.` : "Settled by another date in the article.";
  const how = found.edtf === null ? "The article gives no date to count from." : own ? "As written." : counted;
  return [
    ...(found.edtf === null ? [] : [{ term: "Calendar", words: found.edtf }]),
    { term: "Rule", words: how },
    evidence(text, [found.span]),
  ];
}

/**
 * The sentences that spans stand in.
 *
 * @param {string} text
 * @param {Span[]} spans
 * @returns {Reason}
 */
function evidence(text, spans) {
  return { term: "In the text", words: sentence(text, spans), article: true };
}

/**
 * @param {string} text
 * @param {Span[]} spans at least one
 */
export function sentence(text, spans) {
  // What lies far from the rest (the second half of a long quote) does not widen the window.
  const first = spans[0] ?? [0, 0];
  const window = /** @type {Span} */ ([first[0] - REACH, first[1] + REACH]);
  const near = spans.filter((span) => contains(window, span));
  const from = Math.min(first[0], ...near.map(([start]) => start));
  const to = Math.max(first[1], ...near.map(([, end]) => end));
  const before = text.slice(Math.max(0, from - REACH), from);
  const start = from - (before.split(/\n|(?<=[.!?]["'”’]?)\s+(?=["'“‘(]?\p{Lu})/u).at(-1) ?? "").length;
  const after = text.slice(to, to + REACH);
  const stop = /[.!?]["'”’)]*(?=\s|$)|\n/u.exec(after);
  const ended = /[.!?]["'”’]?$/.test(text.slice(from, to));
  const end = ended ? to + (/^["'”’]/.exec(after)?.[0].length ?? 0) : to + (stop ? stop.index + stop[0].length : after.length);
  const whole = text.slice(start, end).replace(/\s+/g, " ").trim();
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST).trimEnd()} …` : whole;
}
