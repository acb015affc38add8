// Corrections of people and organisations: another name, role or organisation everywhere, two made one, a name that
// is none. What stands under a name elsewhere (quotes, raters, organisations of others) follows.

import { plain } from "../words.js";
import { anchor, locate } from "./anchor.js";
import { marked } from "./model.js";

/** @import { Entity, Report, Source, Span } from "../report.d.ts" */
/** @import { Draft, Fate } from "./items.js" */
/** @import { Edit, Forget, Merge, Rename, Who } from "./model.js" */

/** Most places of a name that nobody had found that are looked for. */
const PLACES = 200;

/**
 * An entity as a correction names it.
 *
 * @param {string} text
 * @param {Entity} entity
 * @returns {Who}
 */
export function who(text, { name, type, mentions }) {
  const named = mentions.find((span) => plain(text.slice(...span)) === plain(name)) ?? mentions.find((span) => /\p{Lu}/u.test(text.slice(...span))) ?? mentions[0];
  return { name, type, at: named ? anchor(text, named) : null };
}

/**
 * The entity that a correction means: the one of that name, else the one that is named where its name stood.
 *
 * @param {Draft} draft
 * @param {Who} who
 * @returns {number | "gone" | "lost"}
 */
function find({ text, report }, { name, type, at }) {
  const same = report.entities.findIndex((entity) => entity.type === type && entity.name === name);
  const named = same < 0 ? report.entities.findIndex((entity) => plain(entity.name) === plain(name)) : same;
  if (named >= 0) return named;
  const place = at && locate(text, at);
  if (!place) return "gone";
  const there = report.entities.findIndex(({ mentions }) => mentions.some(([start, end]) => start < place[1] && end > place[0]));
  return there < 0 ? "lost" : there;
}

/**
 * The source that a quote is given: somebody whom the article names, or a new name.
 *
 * @param {Draft} draft
 * @param {Who} who
 * @param {Span} quote
 * @param {Omit<Edit, "what">} by
 * @returns {Source}
 */
export function sourceOf(draft, who, quote, by) {
  const { text, report } = draft;
  let entity = find(draft, who);
  if (typeof entity === "string") {
    entity = report.entities.length;
    const made = { name: who.name, type: who.type, role: null, organisation: null, mentions: places(text, who.name) };
    report.entities.push(marked(made, { what: "added", ...by }));
  }
  const { name, type, role, organisation, mentions } = /** @type {Entity} */ (report.entities[entity]);
  const far = ([start, end] = quote) => Math.max(start - quote[1], quote[0] - end, 0);
  const mention = mentions.reduce((/** @type {Span | undefined} */ best, span) => (!best || far(span) < far(best) ? span : best), undefined);
  return { mention: mention ?? [quote[0], quote[0]], entity, name, type, role, organisation };
}

/**
 * @param {string} text
 * @param {string} name
 * @returns {Span[]}
 */
function places(text, name) {
  /** @type {Span[]} */
  const spans = [];
  for (let at = text.indexOf(name); at >= 0 && spans.length < PLACES; at = text.indexOf(name, at + name.length)) spans.push([at, at + name.length]);
  return spans;
}

/**
 * @param {Draft} draft
 * @param {Rename} correction
 * @param {Omit<Edit, "what">} by
 * @returns {Fate}
 */
export function rename(draft, { on, set }, by) {
  const { report } = draft;
  const at = find(draft, on);
  if (typeof at === "string") return at;
  const entity = /** @type {Entity} */ (report.entities[at]);
  const old = entity.name;
  const whats = Object.keys(set);
  const mark = (/** @type {object} */ item) => whats.reduce((done, what) => marked(done, { what, ...by }), item);
  report.entities[at] = /** @type {Entity} */ (mark({ ...entity, ...set }));
  report.quotes = report.quotes.map((quote) => {
    const { source } = quote;
    if (!source || !isOf(source, at, entity)) return quote;
    return /** @type {typeof quote} */ (mark({ ...quote, source: { ...source, ...set } }));
  });
  if (typeof set.name === "string") elsewhere(report, old, set.name, by);
  return entity.mentions[0] ?? null;
}

/**
 * Whether a source is an entity, by its number or, where it has none, by name.
 *
 * @param {Source} source
 * @param {number} at
 * @param {Entity} entity
 */
function isOf(source, at, { name, type }) {
  return source.entity === null ? source.type === type && plain(source.name) === plain(name) : source.entity === at;
}

/**
 * A name where it stands beside something else: as somebody's organisation, as who rates, as what is rated.
 *
 * @param {Report} report
 * @param {string} old
 * @param {string} name
 * @param {Omit<Edit, "what">} by
 */
function elsewhere(report, old, name, by) {
  const is = (/** @type {string | null} */ words) => words !== null && plain(words) === plain(old);
  report.entities = report.entities.map((entity) => (is(entity.organisation) ? { ...entity, organisation: name } : entity));
  report.quotes = report.quotes.map((quote) => {
    const { source } = quote;
    return source && is(source.organisation) ? marked({ ...quote, source: { ...source, organisation: name } }, { what: "organisation", ...by }) : quote;
  });
  report.ratings = report.ratings.map((rating) => {
    let made = rating;
    if (is(rating.rater)) made = marked({ ...made, rater: name }, { what: "rater", ...by });
    if (is(rating.subject)) made = marked({ ...made, subject: name }, { what: "subject", ...by });
    return made;
  });
}

/**
 * @param {Draft} draft
 * @param {Merge} correction
 * @param {Omit<Edit, "what">} by
 * @returns {Fate}
 */
export function merge(draft, { on, into }, by) {
  const { report } = draft;
  const from = find(draft, on);
  const to = find(draft, into);
  if (typeof from === "string") return from;
  if (typeof to === "string") return to;
  if (from === to) return "lost";
  const one = /** @type {Entity} */ (report.entities[from]);
  const other = /** @type {Entity} */ (report.entities[to]);
  // A body does not take on what was said of its inspectors.
  const alike = one.type === other.type;
  const kept = marked(
    {
      ...other,
      role: other.role ?? (alike ? one.role : null),
      organisation: other.organisation ?? (alike ? one.organisation : null),
      mentions: [...other.mentions, ...one.mentions].sort((a, b) => a[0] - b[0]),
    },
    { what: "merged", ...by },
  );
  const { name, type, role, organisation } = kept;
  report.entities[to] = kept;
  report.quotes = report.quotes.map((quote) => {
    const { source } = quote;
    if (!source || !(isOf(source, from, one) || isOf(source, to, other))) return quote;
    const merged = { ...quote, source: { ...source, entity: to, name, type, role, organisation } };
    return isOf(source, from, one) ? marked(merged, { what: "source", ...by }) : merged;
  });
  if (one.type !== "person") elsewhere(report, one.name, name, by);
  without(report, from);
  return other.mentions[0] ?? null;
}

/**
 * @param {Draft} draft
 * @param {Forget} correction
 * @param {Omit<Edit, "what">} by
 * @returns {Fate}
 */
export function forget(draft, { on, whole }, by) {
  const { report } = draft;
  const at = find(draft, on);
  if (typeof at === "string") return at;
  const entity = /** @type {Entity} */ (report.entities[at]);
  report.quotes = report.quotes.map((quote) =>
    quote.source && isOf(quote.source, at, entity) ? marked({ ...quote, source: null }, { what: "source", ...by }) : quote,
  );
  if (whole) without(report, at);
  else report.entities[at] = marked(entity, { what: "out", ...by });
  return entity.mentions[0] ?? null;
}

/**
 * Takes an entity out; the numbers of those after it move up.
 *
 * @param {Report} report
 * @param {number} gone no source has it any more
 */
function without(report, gone) {
  report.entities.splice(gone, 1);
  report.quotes = report.quotes.map((quote) => {
    const { source } = quote;
    return source?.entity != null && source.entity > gone ? { ...quote, source: { ...source, entity: source.entity - 1 } } : quote;
  });
}
