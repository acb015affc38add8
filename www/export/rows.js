// What is shown → rows for files and the clipboard: one flat row a finding, with the words of the article beside what
// was read from them. Knows no format.

import { editsOf } from "../corrections/model.js";
import { fieldName } from "../corrections/words.js";
import { resolved, sentence } from "../facts/why.js";
import { slice } from "../facts/spans.js";

/** @import { Tally } from "../corrections/apply.js" */
/** @import { Report, Span } from "../report.d.ts" */
/** @import { Facts, Item, Scale } from "../facts.js" */

/**
 * What a copy or a file is made from.
 *
 * @typedef {object} Shown
 * @property {string} text the article
 * @property {Report} report
 * @property {Facts} facts
 * @property {Item[]} items those that are shown, in the order of the text
 * @property {ReadonlyMap<string, Scale>} scales by id
 * @property {Tally} [tally] of the corrections, for a copy of all that is shown
 */

/**
 * @typedef {object} Row
 * @property {string} id "Q7", "F2"
 * @property {"rating" | "quote" | "figure" | "date" | "check"} type
 * @property {string} kind of quote or figure; status of a rating
 * @property {string} text what was said, rated, counted or dated: the article's words
 * @property {string} who source or rater
 * @property {string} role
 * @property {string} organisation
 * @property {string} about what is rated, counted or dated
 * @property {string} aspect
 * @property {string} value number, grade or EDTF date
 * @property {string} min
 * @property {string} max
 * @property {string} unit
 * @property {string} modifier
 * @property {string} per
 * @property {string} change
 * @property {string} before the grade before
 * @property {string} scale
 * @property {string} rank
 * @property {string} of number of grades
 * @property {string} date
 * @property {string} cue
 * @property {string} resolved how the source was settled
 * @property {string} edited what was changed by hand: "source, kind", "added"
 * @property {string} sentence
 * @property {string} start
 * @property {string} end
 */

/** @type {Row} */
const blank = {
  id: "",
  type: "check",
  kind: "",
  text: "",
  who: "",
  role: "",
  organisation: "",
  about: "",
  aspect: "",
  value: "",
  min: "",
  max: "",
  unit: "",
  modifier: "",
  per: "",
  change: "",
  before: "",
  scale: "",
  rank: "",
  of: "",
  date: "",
  cue: "",
  resolved: "",
  edited: "",
  sentence: "",
  start: "",
  end: "",
};

/** The columns in their order. */
export const columns = /** @type {(keyof Row)[]} */ (Object.keys(blank));

/**
 * @param {Shown} shown
 * @returns {Row[]}
 */
export function rows({ text, facts, items, scales }) {
  return inOrder(facts, items).flatMap((item) => {
    const { quote, ratings, figures, date, check } = item.found;
    const id = item.id.toUpperCase();
    const edited = (/** @type {object} */ found) => [...new Set(editsOf(found).map(({ what }) => fieldName(what)))].join(", ");
    const place = (/** @type {Span[]} */ spans) => ({
      sentence: spans.length > 0 ? sentence(text, spans) : "",
      start: String(spans[0]?.[0] ?? ""),
      end: String(spans.at(-1)?.[1] ?? ""),
    });
    if (quote) {
      const { source } = quote;
      const row = {
        ...blank,
        id,
        type: /** @type {const} */ ("quote"),
        kind: quote.kind,
        text: quote.text,
        who: source?.name ?? "",
        role: source?.role ?? "",
        organisation: source?.organisation ?? "",
        cue: quote.cue ? slice(text, quote.cue) : "",
        resolved: resolved(text, quote),
        ...place(quote.content),
        edited: edited(quote),
      };
      return [row];
    }
    if (ratings) {
      return ratings.map((rating) => ({
        ...blank,
        id,
        type: /** @type {const} */ ("rating"),
        kind: rating.status,
        text: rating.gradeSpans.map((span) => slice(text, span)).join(", "),
        who: rating.rater ?? "",
        about: rating.subject ?? "",
        aspect: rating.aspect ?? "",
        value: rating.grade,
        change: rating.change ?? "",
        before: rating.from ?? "",
        scale: rating.scale === null ? "" : (scales.get(rating.scale)?.name ?? rating.scale),
        rank: rating.rank === null ? "" : String(rating.rank),
        of: rating.of === null ? "" : String(rating.of),
        date: rating.date ?? "",
        ...place(rating.evidence),
        edited: edited(rating),
      }));
    }
    if (figures) {
      return figures.map((figure) => ({
        ...blank,
        id,
        type: /** @type {const} */ ("figure"),
        kind: figure.kind.replaceAll("_", " "),
        text: figure.text,
        about: figure.of ?? "",
        value: exact(figure.value),
        min: exact(figure.min),
        max: exact(figure.max),
        unit: figure.unit ?? "",
        modifier: figure.modifier?.replaceAll("_", " ") ?? "",
        per: figure.per ?? "",
        change: figure.change ?? "",
        ...place([figure.span]),
        edited: edited(figure),
      }));
    }
    if (date) {
      const row = {
        ...blank,
        id,
        type: /** @type {const} */ ("date"),
        text: date.text,
        about: date.label ?? "",
        date: date.edtf ?? "",
        ...place([date.span]),
        edited: edited(date),
      };
      return [row];
    }
    return check ? [{ ...blank, id, kind: check.rule, text: check.message, ...place(check.spans) }] : [];
  });
}

/**
 * The items with their figures in the order that the panel has them in: the reader may have sorted its table.
 *
 * @param {Shown["facts"]} facts
 * @param {Item[]} items in the order of the text
 */
function inOrder(facts, items) {
  const places = new Map(facts.figures.map(({ id }, nth) => [id, nth]));
  const place = (/** @type {Item} */ { id }) => places.get(id) ?? places.size;
  const figures = items.filter(({ kind }) => kind === "f").sort((a, b) => place(a) - place(b)).values();
  return items.map((item) => (item.kind === "f" ? (figures.next().value ?? item) : item));
}

/**
 * Digits only, as spreadsheets read them.
 *
 * @param {number | null} value
 */
function exact(value) {
  return value === null ? "" : String(value);
}
