// GENERATED from src/report.rs by its test `reader_is_up_to_date`: run `UPDATE=1 cargo test --lib`.
//
// Makes objects of what the engine hands over: numbers one after the other, and the letters of all texts. Their order is
// that of the fields here; src/wasm/wire.rs says how each is written. Absent values are NaN there and null here.

/** @type {Float64Array} */
let numbers = new Float64Array();
let letters = "";
let place = 0;
let at = 0;

const next = () => /** @type {number} */ (numbers[place++]);
const flag = () => next() === 1;

function text() {
  const from = at;
  at += next();
  return letters.slice(from, at);
}

/** Whether the next value is absent, which is then passed. */
function absent() {
  const number = numbers[place];
  if (number === number) return false;
  place += 1;
  return true;
}

/**
 * @template T
 * @param {() => T} item
 */
function list(item) {
  const items = [];
  for (let left = next(); left > 0; left -= 1) items.push(item());
  return items;
}

/**
 * @template T
 * @param {Float64Array} values in the engine's memory: to be read before the engine is asked again
 * @param {string} words
 * @param {() => T} value
 */
function read(values, words, value) {
  numbers = values;
  letters = words;
  place = at = 0;
  try {
    return value();
  } finally {
    numbers = new Float64Array();
    letters = "";
  }
}

/** @returns {import("./facts.js").Scale} */
const readScaleInfo = () => ({
  id: text(),
  name: text(),
  rater: text(),
  grades: list(text),
  url: absent() ? null : text(),
  unverified: flag(),
});

/** @type {import("./report.d.ts").Offsets[]} */
const ofOffsets = ["utf-8", "utf-16", "codepoint"];
const readOffsets = () => /** @type {import("./report.d.ts").Offsets} */ (ofOffsets[next()]);

/** @returns {import("./report.d.ts").Span} */
const readSpan = () => [next(), next()];

/** @type {import("./report.d.ts").List[]} */
const ofList = ["entities", "quotes", "ratings", "figures", "dates"];
const readList = () => /** @type {import("./report.d.ts").List} */ (ofList[next()]);

/** @returns {import("./report.d.ts").CheckItem} */
const readCheckItem = () => ({
  list: readList(),
  index: next(),
});

/** @returns {import("./report.d.ts").Check} */
const readCheck = () => ({
  rule: text(),
  spans: list(readSpan),
  message: text(),
  items: list(readCheckItem),
});

/** @type {import("./report.d.ts").DateOrder[]} */
const ofDateOrder = ["day_first", "month_first"];
const readDateOrder = () => /** @type {import("./report.d.ts").DateOrder} */ (ofDateOrder[next()]);

/** @returns {import("./report.d.ts").Date} */
const readDate = () => ({
  span: readSpan(),
  text: text(),
  edtf: absent() ? null : text(),
  label: absent() ? null : text(),
  order: absent() ? null : readDateOrder(),
});

/** @type {import("./report.d.ts").Change[]} */
const ofChange = ["up", "down", "to", "from"];
const readChange = () => /** @type {import("./report.d.ts").Change} */ (ofChange[next()]);

/** @type {import("./report.d.ts").Modifier[]} */
const ofModifier = ["approx", "at_least", "more_than", "at_most", "less_than"];
const readModifier = () => /** @type {import("./report.d.ts").Modifier} */ (ofModifier[next()]);

/** @type {import("./report.d.ts").FigureKind[]} */
const ofFigureKind = ["money", "percent", "percentage_points", "count", "duration", "age", "length", "area", "mass", "volume", "temperature", "speed", "energy", "data", "fraction", "ratio", "multiple", "rank", "score", "other"];
const readFigureKind = () => /** @type {import("./report.d.ts").FigureKind} */ (ofFigureKind[next()]);

/** @returns {import("./report.d.ts").Figure} */
const readFigure = () => ({
  span: readSpan(),
  text: text(),
  kind: readFigureKind(),
  value: absent() ? null : next(),
  min: absent() ? null : next(),
  max: absent() ? null : next(),
  unit: absent() ? null : text(),
  modifier: absent() ? null : readModifier(),
  vague: flag(),
  of: absent() ? null : text(),
  change: absent() ? null : readChange(),
  per: absent() ? null : text(),
});

/** @type {import("./report.d.ts").RatingChange[]} */
const ofRatingChange = ["upgraded", "downgraded", "unchanged"];
const readRatingChange = () => /** @type {import("./report.d.ts").RatingChange} */ (ofRatingChange[next()]);

/** @type {import("./report.d.ts").RatingStatus[]} */
const ofRatingStatus = ["current", "previous", "predicted", "target", "negated"];
const readRatingStatus = () => /** @type {import("./report.d.ts").RatingStatus} */ (ofRatingStatus[next()]);

/** @returns {import("./report.d.ts").Rating} */
const readRating = () => ({
  rater: absent() ? null : text(),
  subject: absent() ? null : text(),
  aspect: absent() ? null : text(),
  grade: text(),
  scale: absent() ? null : text(),
  rank: absent() ? null : next(),
  of: absent() ? null : next(),
  status: readRatingStatus(),
  change: absent() ? null : readRatingChange(),
  from: absent() ? null : text(),
  date: absent() ? null : text(),
  gradeSpans: list(readSpan),
  evidence: list(readSpan),
});

/** @returns {import("./report.d.ts").Source} */
const readSource = () => ({
  mention: readSpan(),
  entity: absent() ? null : next(),
  name: text(),
  type: readEntityKind(),
  role: absent() ? null : text(),
  organisation: absent() ? null : text(),
});

/** @type {import("./report.d.ts").QuoteKind[]} */
const ofQuoteKind = ["direct", "mixed", "indirect"];
const readQuoteKind = () => /** @type {import("./report.d.ts").QuoteKind} */ (ofQuoteKind[next()]);

/** @returns {import("./report.d.ts").Quote} */
const readQuote = () => ({
  kind: readQuoteKind(),
  content: list(readSpan),
  quoted: list(readSpan),
  cue: absent() ? null : readSpan(),
  text: text(),
  source: absent() ? null : readSource(),
});

/** @type {import("./report.d.ts").EntityKind[]} */
const ofEntityKind = ["person", "organisation", "group", "document", "place", "unknown"];
const readEntityKind = () => /** @type {import("./report.d.ts").EntityKind} */ (ofEntityKind[next()]);

/** @returns {import("./report.d.ts").Entity} */
const readEntity = () => ({
  name: text(),
  type: readEntityKind(),
  role: absent() ? null : text(),
  organisation: absent() ? null : text(),
  mentions: list(readSpan),
});

/** @returns {import("./report.d.ts").Report} */
const readReport = () => ({
  version: text(),
  offsets: readOffsets(),
  text: absent() ? null : text(),
  title: absent() ? null : readSpan(),
  published: absent() ? null : text(),
  entities: list(readEntity),
  quotes: list(readQuote),
  terms: list(readSpan),
  ratings: list(readRating),
  figures: list(readFigure),
  dates: list(readDate),
  checks: list(readCheck),
  boilerplate: list(readSpan),
});

/** @param {Float64Array} values @param {string} words */
export const report = (values, words) => read(values, words, readReport);

/** @param {Float64Array} values @param {string} words */
export const scales = (values, words) => read(values, words, () => list(readScaleInfo));
