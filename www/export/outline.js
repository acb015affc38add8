// Facts → headings and lines: what the text, Markdown and HTML exports share, so that they say the same.

import { summaryOf } from "../corrections/words.js";
import { capital } from "../words.js";

/** @import { Facts } from "../facts.js" */
/** @import { Run } from "../facts/quotes.js" */
/** @import { Shown } from "./rows.js" */

/**
 * @typedef {object} Outline
 * @property {{ tag: string, head: string, grade: string, lines: string[] }[]} ratings
 * @property {{ name: string, role: string, share: string, quotes: { tag: string, runs: Run[], how: string, flag: string }[] }[]} sources
 * @property {{ figure: string, what: string, quote: string }[]} figures
 * @property {{ when: string, what: string }[]} dates
 * @property {{ heading: string, names: { name: string, note: string }[] }[]} names
 * @property {string[]} checks
 * @property {string} edited what was done by hand, or ""
 */

/**
 * @param {Shown} shown
 * @returns {Outline}
 */
export function outline({ facts, items, tally }) {
  const ids = new Set(items.map(({ id }) => id));
  const is = (/** @type {{ id: string }} */ { id }) => ids.has(id);
  return {
    ratings: facts.ratings.filter(is).map((rating) => ({
      tag: rating.tag,
      head: [rating.before, rating.subject].filter(Boolean).join(" "),
      grade: [rating.grade, rating.beside].filter(Boolean).join(" "),
      lines: ratingLines(rating),
    })),
    sources: facts.sources.flatMap(({ name, role, share, quotes }) => {
      const kept = quotes.filter(is);
      if (kept.length === 0) return [];
      const words = share === null ? "" : `${share}% of quoted words`;
      return [{ name, role, share: words, quotes: kept.map(({ tag, runs, how, flag }) => ({ tag, runs, how: [how, flag].filter(Boolean).join("; "), flag })) }];
    }),
    figures: facts.figures.filter(is).map(({ modifier, text, of, notes, change, quote, flag }) => ({
      figure: [modifier, text].filter(Boolean).join(" "),
      what: [of, notes, change, flag].filter(Boolean).join("; "),
      quote: quote && ids.has(quote.id) ? quote.tag : "",
    })),
    dates: facts.dates.filter(is).map(({ when, what, about, flag }) => ({
      when: when || "no date",
      what: [what, about, flag].filter(Boolean).join("; "),
    })),
    names: named(facts, items.length),
    checks: facts.checks.filter(is).map(({ message }) => message),
    edited: summaryOf(tally),
  };
}

/** @param {Facts["ratings"][number]} rating */
function ratingLines({ meta, scales, also, timeline, flag }) {
  const rows = scales.flatMap(({ rows }) => rows).filter(({ name }) => name !== null);
  const moves = timeline.map(({ when, grade }) => `${when}: ${grade}.`);
  return [meta, ...rows.map(({ words }) => `${words}.`), ...also, ...moves, flag && `${capital(flag)}.`].filter(Boolean);
}

/**
 * @param {Facts} facts
 * @param {number} shown how many items there are; without any, names alone say nothing
 */
function named({ names }, shown) {
  if (shown === 0) return [];
  return names.flatMap(({ heading, names }) => {
    const kept = names.filter(({ gone }) => !gone);
    if (kept.length === 0) return [];
    return [{ heading, names: kept.map(({ name, role, quoted, flag }) => ({ name, note: [role, quoted, flag].filter(Boolean).join("; ") })) }];
  });
}

/**
 * A quote's words with the marks that the list gives them.
 *
 * @param {Run[]} runs
 */
export function spoken(runs) {
  return runs
    .map(({ text, quoted }) => {
      if (!quoted) return text;
      const start = text.length - text.trimStart().length;
      return `${text.slice(0, start)}“${text.slice(start)}”`;
    })
    .join("")
    .replace(/\s+/g, " ");
}
