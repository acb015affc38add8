// Report and corrections → corrected report. The machine's report stays as it is.

import { add, change, dismiss } from "./items.js";
import { editsOf, isOut, lists } from "./model.js";
import { forget, merge, rename } from "./people.js";

/** @import { Report } from "../report.d.ts" */
/** @import { Scale } from "../facts.js" */
/** @import { Draft, Fate } from "./items.js" */
/** @import { By, Correction, Edit } from "./model.js" */

/** @typedef {{ by: By, correction: Correction }} Signed a correction, and whose it is */

/**
 * @param {string} text
 * @param {Report} report the machine's, of that text
 * @param {Signed[]} corrections
 * @param {ReadonlyMap<string, Scale>} scales by id
 * @returns {{ report: Report, fates: Fate[] }} items that were touched have `edits`; a fate a correction
 */
export function apply(text, report, corrections, scales) {
  if (corrections.length === 0) return { report, fates: [] };
  const { entities, quotes, ratings, figures, dates } = report;
  const own = { ...report, entities: [...entities], quotes: [...quotes], ratings: [...ratings], figures: [...figures], dates: [...dates] };
  const draft = { text, report: own, scales };
  const fates = corrections.map(({ correction, by }, nth) => one(draft, correction, { by, nth }));
  return { report: own, fates };
}

/**
 * @param {Draft} draft
 * @param {Correction} correction
 * @param {Omit<Edit, "what">} by
 * @returns {Fate}
 */
function one(draft, correction, by) {
  switch (correction.act) {
    case "change":
      return change(draft, correction, by);
    case "add":
      return add(draft, correction, by);
    case "dismiss":
      return dismiss(draft, correction, by);
    case "name":
      return rename(draft, correction, by);
    case "merge":
      return merge(draft, correction, by);
    case "forget":
      return forget(draft, correction, by);
  }
}

/**
 * How many corrections did something: what a copy says at its end.
 *
 * @typedef {{ changed: number, added: number, dismissed: number }} Tally
 */

/**
 * The report as it leaves the page: without what was dismissed, and with `edited` on what was touched, which lists what
 * was changed of it. A report without corrections leaves as the machine made it.
 *
 * @param {Report} report
 * @param {Tally} tally
 */
export function outgoing(report, { changed, added, dismissed }) {
  if (changed + added + dismissed === 0) return report;
  /** @param {object[]} list */
  const clean = (list) =>
    list.filter((item) => !isOut(item)).map((item) => {
      const edits = editsOf(item);
      if (edits.length === 0) return item;
      const { edits: _, ...rest } = /** @type {import("./model.js").Edited} */ (item);
      return { ...rest, edited: [...new Set(edits.map(({ what }) => what))] };
    });
  const gone = new Set(report.entities.flatMap((entity, nth) => (isOut(entity) ? [nth] : [])));
  const before = (/** @type {number} */ nth) => [...gone].filter((out) => out < nth).length;
  const quotes = report.quotes.map((quote) => {
    const { source } = quote;
    return source?.entity != null && gone.size > 0 ? { ...quote, source: { ...source, entity: source.entity - before(source.entity) } } : quote;
  });
  const items = Object.fromEntries(Object.values(lists).map((list) => [list, clean(list === "quotes" ? quotes : report[list])]));
  return { ...report, entities: clean(report.entities), ...items, edited: { changed, added, dismissed } };
}

/**
 * @param {Signed[]} corrections
 * @param {Fate[]} fates
 * @returns {Tally}
 */
export function tally(corrections, fates) {
  const count = { changed: 0, added: 0, dismissed: 0 };
  for (const [nth, { correction }] of corrections.entries()) {
    const fate = fates[nth];
    if (fate === "gone" || fate === "lost") continue;
    if (correction.act === "add") count.added += 1;
    else if (correction.act === "dismiss" || correction.act === "forget") count.dismissed += 1;
    else count.changed += 1;
  }
  return count;
}
