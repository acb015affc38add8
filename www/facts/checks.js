// Checks: loose ends that an editor may want to tie. Each is a question, never an accusation.

import { holders, slice } from "./spans.js";

/** @import { Reading } from "../facts.js" */

/**
 * @typedef {object} CheckFact
 * @property {string} id
 * @property {string} words the article's words that it is about; "" where the message does not have them
 * @property {string} message
 * @property {{ id: string, tag: string }[]} items the ratings and quotes that it concerns
 */

/**
 * @param {Reading} reading
 * @returns {CheckFact[]}
 */
export function readChecks({ text, report, items }) {
  const ratingOf = holders(items, "r");
  const quoteOf = holders(items, "q");
  return report.checks.map((check, nth) => {
    const { spans, message } = check;
    const id = `c${nth + 1}`;
    const about = spans.map((span) => slice(text, span)).find((words) => words !== "" && message.includes(words)) ?? "";
    const found = spans.map((span) => quoteOf(span) ?? ratingOf(span));
    const concerned = found.flatMap((item, at) => {
      return item && found.findIndex((other) => other?.id === item.id) === at ? [item] : [];
    });
    items.push({ id, kind: "c", tag: "", title: about || message, note: message, line: spans, wash: [], found: { check } });
    return { id, words: about, message, items: concerned };
  });
}
