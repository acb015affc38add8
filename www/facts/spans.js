// Small sums on spans, `[start, end)` in UTF-16 units of the article.

/** @import { Span } from "../report.d.ts" */
/** @import { Item, Kind } from "../facts.js" */

/**
 * @param {Span} outer
 * @param {Span} inner
 */
export function contains(outer, inner) {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/**
 * The words of a span; "" where it does not fit the text.
 *
 * @param {string} text
 * @param {Span} span
 */
export function slice(text, [start, end]) {
  return text.slice(start, end);
}

/** How many spans before the likely one are looked at: lines of one kind hardly ever overlap. */
const BACK = 8;

/**
 * A search for the item of a kind whose line holds a span; its time grows with the logarithm of the items.
 *
 * @param {Item[]} items
 * @param {Kind} kind
 * @returns {(span: Span) => { id: string, tag: string } | null}
 */
export function holders(items, kind) {
  const lines = items
    .filter((item) => item.kind === kind)
    .flatMap((item) => item.line.map((line) => ({ line, item })))
    .sort((a, b) => a.line[0] - b.line[0]);
  return (span) => {
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = lines[middle];
      if (there && there.line[0] <= span[0]) low = middle + 1;
      else high = middle;
    }
    for (let at = low - 1; at >= Math.max(0, low - BACK); at -= 1) {
      const there = lines[at];
      if (there && contains(there.line, span)) return { id: there.item.id, tag: there.item.tag };
    }
    return null;
  };
}
