// Checks: loose ends that an editor may want to tie. Each is a question, never an accusation.

import { slice } from "./spans.js";

/** @import { Item, Reading } from "../facts.js" */

/**
 * @typedef {object} CheckFact
 * @property {string} id
 * @property {string} key the same for the same question after an edit: its message, and which one of that message it is
 * @property {string} words the article's words that it is about; "" where the message does not have them
 * @property {string[]} others of the article's words, which the message may have too
 * @property {string} message
 * @property {{ id: string, tag: string }[]} items the ratings and quotes that it concerns
 */

/** Most ratings and quotes that a check names. */
const MOST = 4;

/**
 * @param {Reading} reading
 * @returns {CheckFact[]}
 */
export function readChecks({ text, report, items }) {
  /** @type {Map<unknown, Item>} */
  const shown = new Map();
  for (const item of items) {
    for (const found of [item.found.quote, ...(item.found.ratings ?? [])]) if (found) shown.set(found, item);
  }
  /** @type {Map<string, number>} */
  const asked = new Map();
  return report.checks.map((check, nth) => {
    const { spans, message } = check;
    const id = `c${nth + 1}`;
    const times = (asked.get(message) ?? 0) + 1;
    asked.set(message, times);
    const others = spans.map((span) => slice(text, span));
    const about = others.find((words) => words !== "" && message.includes(words)) ?? "";
    const concerned = new Set(check.items.flatMap(({ list, index }) => shown.get(report[list][index]) ?? []));
    items.push({ id, kind: "c", tag: "", title: about || message, note: message, line: spans, wash: [], found: { check } });
    return {
      id,
      key: `${message} ${times}`,
      words: about,
      others: others.filter((words) => message.includes(words)),
      message,
      items: [...concerned].slice(0, MOST).map(({ id, tag }) => ({ id, tag })),
    };
  });
}
