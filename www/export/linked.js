// Facts → linked data: schema.org for search engines and archives, W3C Web Annotation for annotation tools.

import { anchor } from "../corrections/anchor.js";
import { editsOf } from "../corrections/model.js";
import { flag } from "../corrections/words.js";
import { slice } from "../facts/spans.js";

/** @import { Figure, Quote, Rating, Source, Span } from "../report.d.ts" */
/** @import { Item } from "../facts.js" */
/** @import { Shown } from "./rows.js" */

/**
 * schema.org: quoted words are a Quotation, reported ones a Claim, a rating that stands or stood a Review, a figure a
 * QuantitativeValue. What is only expected or denied is no review and left out.
 *
 * @param {Shown} shown
 */
export function schema({ text, items, scales }) {
  /** @type {object[]} */
  const graph = [];
  for (const { found } of items) {
    if (found.quote) graph.push(...said(text, found.quote));
    for (const rating of found.ratings ?? []) graph.push(...review(rating, scales));
    for (const figure of found.figures ?? []) graph.push(quantity(figure));
  }
  return json({ "@context": "https://schema.org", "@graph": graph });
}

/**
 * @param {string} text
 * @param {Quote} quote
 */
function said(text, quote) {
  const { quoted, text: words, source } = quote;
  const by = source ? { spokenByCharacter: speaker(source) } : {};
  const edited = status(quote);
  if (quoted.length > 0) return quoted.map((span) => ({ "@type": "Quotation", text: tidy(slice(text, span)), ...by, ...edited }));
  return [{ "@type": "Claim", text: tidy(words), ...(source ? { author: speaker(source) } : {}), ...edited }];
}

/**
 * How schema.org says that a work was edited.
 *
 * @param {object} item
 */
function status(item) {
  return editsOf(item).length > 0 ? { creativeWorkStatus: "edited" } : {};
}

/** @param {Source} source */
function speaker({ name, type, role, organisation }) {
  const of = organisation && organisation !== name ? organisation : null;
  const types = { person: "Person", organisation: "Organization", group: "Organization", document: "CreativeWork", place: "Place", unknown: "Thing" };
  const person = type === "person";
  return {
    "@type": types[type],
    name,
    ...(role && person ? { jobTitle: role } : role ? { description: role } : {}),
    ...(of && person ? { worksFor: { "@type": "Organization", name: of } } : {}),
    ...(of && type === "document" ? { publisher: { "@type": "Organization", name: of } } : {}),
  };
}

/**
 * @param {Rating} rating
 * @param {Shown["scales"]} scales
 */
function review(rating, scales) {
  const { rater, subject, aspect, grade, scale, date } = rating;
  if (rating.status !== "current" && rating.status !== "previous") return [];
  const grades = (scale === null ? undefined : scales.get(scale)?.grades) ?? [];
  const top = /^\d+(?:\.\d+)?\/(\d+)$/.exec(grade)?.[1];
  return [
    {
      "@type": "Review",
      ...(subject ? { itemReviewed: { "@type": "Thing", name: subject } } : {}),
      ...(rater ? { author: { "@type": "Organization", name: rater } } : {}),
      ...(aspect ? { reviewAspect: aspect } : {}),
      ...(date && /^\d{4}(-\d\d){0,2}$/.test(date) ? { datePublished: date } : {}),
      reviewRating: {
        "@type": "Rating",
        ratingValue: top ? Number(grade.split("/")[0]) : grade,
        ...(top ? { bestRating: Number(top) } : {}),
        ...(grades.length > 0 ? { bestRating: grades[0], worstRating: grades.at(-1) } : {}),
      },
      ...status(rating),
    },
  ];
}

/** @param {Figure} figure */
function quantity(figure) {
  const { text, value, min, max, unit, of } = figure;
  return {
    "@type": "QuantitativeValue",
    name: text,
    ...(of ? { description: of } : {}),
    ...(value === null ? {} : { value }),
    ...(min === null ? {} : { minValue: min }),
    ...(max === null ? {} : { maxValue: max }),
    ...(unit === "%" ? { unitCode: "P1", unitText: "%" } : unit ? { unitText: unit } : {}),
    ...(editsOf(figure).length > 0 ? { additionalProperty: { "@type": "PropertyValue", name: "edited", value: true } } : {}),
  };
}

/**
 * W3C Web Annotation: an annotation for each place of each item, by its words and by its position.
 *
 * @param {Shown} shown
 */
export function annotations({ text, items }) {
  const points = codePoints(text);
  const names = { r: "rating", q: "quote", f: "figure", d: "date", c: "check" };
  const found = items.flatMap(({ id, kind, title, note, line, found }) =>
    line.map((span, nth) => ({
      id: `#${id}${nth > 0 ? `-${nth + 1}` : ""}`,
      type: "Annotation",
      motivation: "describing",
      body: [
        { type: "TextualBody", purpose: "tagging", value: names[kind] },
        ...(flag(...held(found)) ? [{ type: "TextualBody", purpose: "tagging", value: "edited" }] : []),
        { type: "TextualBody", purpose: "describing", format: "text/plain", value: [title, note].filter(Boolean).join(". ") },
      ],
      target: { source: "#article", selector: [quoteSelector(text, span), positionSelector(points, span)] },
    })),
  );
  return json({ "@context": "http://www.w3.org/ns/anno.jsonld", id: "#facts", type: "AnnotationPage", items: found });
}

/**
 * @param {string} text
 * @param {Span} span
 */
function quoteSelector(text, span) {
  const { exact, prefix, suffix } = anchor(text, span);
  return { type: "TextQuoteSelector", exact, prefix, suffix };
}

/**
 * The report's items behind an item of the page.
 *
 * @param {Item["found"]} found
 */
function held({ ratings = [], quote, figures = [], date }) {
  return [...ratings, ...figures, ...(quote ? [quote] : []), ...(date ? [date] : [])];
}

/**
 * The standard counts characters, not UTF-16 units.
 *
 * @param {(unit: number) => number} points
 * @param {Span} span
 */
function positionSelector(points, [start, end]) {
  return { type: "TextPositionSelector", start: points(start), end: points(end) };
}

/**
 * Code points before a UTF-16 position.
 *
 * @param {string} text
 * @returns {(unit: number) => number}
 */
function codePoints(text) {
  /** @type {number[]} positions of the second halves of pairs, in order */
  const pairs = [];
  for (let at = 1; at < text.length; at += 1) {
    const low = text.charCodeAt(at);
    if (low < 0xdc00 || low > 0xdfff) continue;
    const high = text.charCodeAt(at - 1);
    if (high >= 0xd800 && high <= 0xdbff && pairs.at(-1) !== at - 1) pairs.push(at);
  }
  return (unit) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < unit) low = middle + 1;
      else high = middle;
    }
    return unit - low;
  };
}

/** @param {string} words */
function tidy(words) {
  return words.replace(/\s+/g, " ").trim();
}

/**
 * JSON that may stand in a page's script element too.
 *
 * @param {unknown} value
 */
function json(value) {
  return `${JSON.stringify(value, null, 2).replaceAll("<", "\\u003c")}\n`;
}
