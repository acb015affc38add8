// Quotes by source, in the order of first word, with the share of words that each source has.

import { isOut, sourceByHand } from "../corrections/model.js";
import { flag, note } from "../corrections/words.js";
import { capital, plain, words } from "../words.js";
import { contains, slice } from "./spans.js";

/** @import { Quote, Source, Span } from "../report.d.ts" */
/** @import { Reading } from "../facts.js" */

/**
 * A run of a quote's words as the list shows them.
 *
 * @typedef {{ text: string, quoted: boolean }} Run
 */

/**
 * @typedef {object} QuoteFact
 * @property {string} id
 * @property {string} tag
 * @property {Run[]} runs
 * @property {string} how "direct, said, as “Cllr Duggins”"
 * @property {string[]} words those of the article in `how`
 * @property {boolean} unsure whether no words beside it, nor the quote before it, say whose it is
 * @property {string} flag "edited: source" for copies, or ""
 * @property {string} edited "Source changed by you", or ""
 * @property {boolean} gone whether it was dismissed: then only a line to put it back is shown
 */

/**
 * @typedef {object} SourceFact
 * @property {string} name
 * @property {string} role role and organisation; what is not known is said
 * @property {number | null} share of all words given to sources, of 100; null where there is no source
 * @property {QuoteFact[]} quotes
 */

const kinds = { direct: "direct", mixed: "part quoted", indirect: "indirect" };

/**
 * @param {Reading} reading
 * @returns {SourceFact[]}
 */
export function readQuotes(reading) {
  const { text, report, items } = reading;
  /** @type {Map<string, { fact: SourceFact, words: number }>} */
  const groups = new Map();
  for (const [at, quote] of report.quotes.entries()) {
    const { source } = quote;
    const key = source ? (source.entity ?? `${source.type} ${plain(source.name)}`) : "";
    let group = groups.get(String(key));
    if (!group) {
      group = {
        fact: { name: source ? heading(source) : "Source not named", role: role(source), share: null, quotes: [] },
        words: 0,
      };
      groups.set(String(key), group);
    }
    // Where the same source goes on in the same paragraph, it is no guess.
    const before = group.fact.quotes.at(-1);
    const goesOn = before?.id === `q${at}` && !before.unsure && near(text, report.quotes[at - 1], quote);
    const fact = {
      id: `q${at + 1}`,
      tag: `Q${at + 1}`,
      runs: runs(text, quote),
      how: how(text, quote, group.fact.name),
      words: [quote.cue, source?.mention].map((span) => (span ? slice(text, span) : "")),
      unsure: source !== null && quote.cue === null && !sourceByHand(quote) && !goesOn,
      flag: flag(quote),
      edited: note(quote),
      gone: isOut(quote),
    };
    group.fact.quotes.push(fact);
    reading.rows.set(fact.id, [quote]);
    if (fact.gone) continue;
    if (source) group.words += quote.content.reduce((sum, span) => sum + words(slice(text, span)), 0);
    items.push({
      id: fact.id,
      kind: "q",
      tag: fact.tag,
      title: group.fact.name,
      note: [group.fact.role, capital(fact.how)].filter(Boolean).join(". "),
      line: quote.content,
      wash: quote.quoted,
      found: { quote, source: group.fact.name },
    });
  }
  const all = [...groups.values()];
  const shares = outOf100(all.map((group) => group.words));
  return all.map(({ fact, words: n }, nth) => ({ ...fact, share: n > 0 ? (shares[nth] ?? 0) : null }));
}

/**
 * Rounds to whole numbers that add up to 100, by largest remainder.
 *
 * @param {number[]} parts
 */
export function outOf100(parts) {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part * 100) / total);
  const whole = exact.map(Math.floor);
  let left = 100 - whole.reduce((sum, part) => sum + part, 0);
  const order = exact.map((part, nth) => ({ nth, rest: part % 1 })).sort((a, b) => b.rest - a.rest);
  for (const { nth } of order) {
    if (left === 0) break;
    whole[nth] = (whole[nth] ?? 0) + 1;
    left -= 1;
  }
  return whole;
}

/**
 * Whether a source is only described: "a council spokesman", "the firm's lawyers".
 *
 * @param {{ name: string, type: string }} source
 */
export function unnamed({ name, type }) {
  return (type === "person" || type === "group") && /^(an?|the|\p{Ll})(?=\P{L}|\p{Ll})/u.test(name);
}

/**
 * What quotes of a source stand under.
 *
 * @param {{ name: string }} source
 */
export function heading(source) {
  return source.name.replace(/^an? /, "");
}

/** @param {Source | null} source */
function role(source) {
  if (!source) return "";
  const parts = [];
  const name = plain(source.name);
  const anonymous = unnamed(source);
  const { organisation } = source;
  if (source.role && !(anonymous && name.includes(plain(source.role)))) {
    parts.push(bare(source.role, organisation));
  } else if (source.type === "organisation" || source.type === "document") {
    parts.push(source.type);
  }
  const shown = plain(`${parts.join(" ")} ${anonymous ? name : ""}`);
  if (organisation && plain(organisation) !== name && !inside(organisation, shown)) {
    parts.push(organisation);
  }
  const known = parts.join(", ");
  if (!anonymous) return known;
  return known ? `${known}; not named` : "not named";
}

/**
 * @param {string | null} organisation
 * @param {string} phrase plain
 */
function inside(organisation, phrase) {
  return organisation !== null && phrase.includes(plain(organisation));
}

/**
 * The role without its article, and without an owner that the organisation names again: "Coventry's cabinet member" of
 * Coventry City Council.
 *
 * @param {string} role
 * @param {string | null} organisation
 */
export function bare(role, organisation) {
  const title = role.replace(/^(the|an?) (?=\p{Ll})/u, "");
  const owner = /^(.+?)['’]s? /.exec(title);
  if (!owner?.[1] || !organisation || !plain(organisation).startsWith(plain(owner[1]))) return title;
  return title.slice(owner[0].length);
}

/**
 * @param {string} text
 * @param {Quote} quote
 * @param {string} shown the name that the source's heading has
 */
function how(text, quote, shown) {
  const { kind, cue, source, content } = quote;
  const parts = [kinds[kind]];
  // A source that was set by hand is not the one that the words beside the quote name.
  const read = source !== null && !sourceByHand(quote);
  if (cue) parts.push(slice(text, cue));
  else if (read) parts.push("carried over");
  if (read) {
    const mention = slice(text, source.mention);
    if (mention && plain(mention.replace(/^an? /i, "")) !== plain(shown)) parts.push(`as “${mention}”`);
  }
  const paragraphs = 1 + content.filter((span, nth) => nth > 0 && apart(text, content[nth - 1], span)).length;
  if (paragraphs > 1) parts.push(paragraphs === 2 ? "two paragraphs" : `${paragraphs} paragraphs`);
  return parts.join(", ");
}

/**
 * Whether a quote is in the paragraph in which another one ends.
 *
 * @param {string} text
 * @param {Quote | undefined} before
 * @param {Quote} quote
 */
function near(text, before, quote) {
  const [first] = quote.content;
  return before !== undefined && first !== undefined && !apart(text, before.content.at(-1), first);
}

/**
 * Whether a paragraph ends between two spans.
 *
 * @param {string} text
 * @param {Span | undefined} before
 * @param {Span} after
 */
function apart(text, before, after) {
  return before !== undefined && text.slice(before[1], after[0]).includes("\n");
}

/** Quote marks at the end and at the start of what stands between quoted words. */
const marksAtEnd = /["'“”‘’«»]+$/;
const marksAtStart = /^["'“”‘’«»]+/;

/**
 * The quote's words, quoted ones told apart. Marks round them are left out: the list sets its own.
 *
 * @param {string} text
 * @param {Quote} quote
 * @returns {Run[]}
 */
function runs(text, { content, quoted }) {
  /** @type {Run[]} */
  const found = [];
  let last = content[0];
  let next = 0;
  for (const span of content) {
    let fresh = span !== last && ends(text, last, span);
    let at = span[0];
    let marked = false;
    const push = (/** @type {number} */ end, /** @type {boolean} */ isQuoted) => {
      let words = text.slice(at, end);
      if (!isQuoted && end < span[1]) words = words.replace(marksAtEnd, "");
      if (!isQuoted && marked) words = words.replace(marksAtStart, "");
      at = end;
      if (words === "") return;
      const run = found.at(-1);
      const glue = run && found.length > 0 && span !== last ? " " : "";
      if (run && run.quoted === isQuoted && !fresh) run.text += glue + words;
      else found.push({ text: glue + words, quoted: isQuoted });
      fresh = false;
      last = span;
    };
    for (; next < quoted.length; next += 1) {
      const inner = quoted[next];
      if (!inner || inner[0] >= span[1]) break;
      if (!contains(span, inner)) continue;
      push(inner[0], false);
      push(inner[1], true);
      marked = true;
    }
    push(span[1], false);
    last = span;
  }
  for (const [nth, run] of found.entries()) {
    const closes = run.quoted && (nth === found.length - 1 || found[nth + 1]?.quoted);
    if (closes || nth === found.length - 1) run.text = run.text.replace(/,$/, "");
  }
  return found;
}

/**
 * Whether a sentence or paragraph ends between two spans. An interrupted utterance reads on where none does:
 * "Yes," she said, "we will."
 *
 * @param {string} text
 * @param {Span | undefined} before
 * @param {Span} after
 */
function ends(text, before, after) {
  if (!before || apart(text, before, after)) return true;
  const between = text.slice(before[1] - 1, after[0]).replace(/[\s"'“”‘’«»]+/g, " ").trim();
  return /^[.!?…]|[.!?…]$/.test(between);
}
