// Facts → the panel. Draws the parts once; after that each reading changes only what differs, so that nothing
// flashes while somebody types.

import { kinds } from "./facts.js";
import { h, keyed } from "./render/dom.js";
import { drawSource } from "./render/quotes.js";
import { drawRating } from "./render/ratings.js";
import { drawCheck, drawDate, drawFigure, drawNames, left } from "./render/rows.js";
import { count } from "./words.js";

/** @import { Facts, Kind } from "./facts.js" */

/** What each kind is called in headings. */
export const headings = { r: "Ratings", q: "Quotes", f: "Figures", d: "Dates", c: "Checks" };

/**
 * Fills two columns with the parts of the panel.
 *
 * @param {Element} one ratings and quotes
 * @param {Element} two checks, figures, dates, people and organisations
 * @param {Element} key legend, counts, jump links and filters in one
 * @param {(kind: Kind, shown: boolean) => void} onFilter
 * @returns {(facts: Facts) => void} shows other facts
 */
export function panel(one, two, key, onFilter) {
  const legend = drawKey(key, onFilter);
  const ratings = part("ratings", headings.r, "div");
  const quotes = part("quotes", headings.q, "div");
  const checks = part("check", headings.c, "ul", "checks");
  const figures = part("figs", headings.f, "tbody");
  const dates = part("dates", headings.d, "ol", "time");
  const names = part("who", "People and organisations", "div", "names");
  quotes.aside.textContent = "share of quoted words";
  const table = h("table", { class: "figures" }, figureHead(), figures.body);
  figures.section.append(table);
  one.append(ratings.section, quotes.section);
  two.append(checks.section, figures.section, dates.section, names.section);

  /** @type {Set<string>} */
  const ticked = new Set();
  /** @type {Facts["checks"]} */
  let asked = [];
  const tell = () => {
    checks.aside.textContent = left(asked, ticked);
  };
  const show = {
    ratings: keyed(ratings.body, drawRating),
    quotes: keyed(quotes.body, drawSource),
    checks: keyed(checks.body, (/** @type {Facts["checks"][number]} */ check) => drawCheck(check, ticked, tell)),
    figures: keyed(figures.body, drawFigure),
    dates: keyed(dates.body, drawDate),
    names: keyed(names.body, drawNames),
  };

  return (facts) => {
    const { total } = facts;
    legend(total);
    show.ratings(facts.ratings);
    ratings.tell(tally(total.r, facts.ratings.length), total.r === 0);
    show.quotes(facts.sources);
    const sources = facts.sources.filter(({ share }) => share !== null).length;
    const shown = facts.sources.reduce((sum, source) => sum + source.quotes.length, 0);
    quotes.tell(`${tally(total.q, shown)}${sources > 0 ? ` from ${count(sources, "source")}` : ""}`, total.q === 0);
    quotes.aside.hidden = sources === 0;
    asked = facts.checks;
    show.checks(facts.checks);
    checks.tell(tally(total.c, facts.checks.length), false);
    checks.section.hidden = total.c === 0;
    tell();
    show.figures(facts.figures);
    figures.tell(tally(total.f, facts.figures.length), total.f === 0);
    table.hidden = total.f === 0;
    show.dates(inTurn(facts.dates));
    dates.tell(tally(total.d, facts.dates.length), total.d === 0);
    show.names(facts.names);
    const known = facts.names.reduce((sum, group) => sum + group.names.length, 0);
    names.tell(String(known), false);
    names.section.hidden = known === 0;
  };
}

/**
 * How many there are; where a list was cut, how many of them are shown.
 *
 * @param {number} total
 * @param {number} shown
 */
function tally(total, shown) {
  const all = total.toLocaleString("en-GB");
  return shown < total ? `first ${shown.toLocaleString("en-GB")} of ${all}` : all;
}

/**
 * Dates with the two places where the line changes: the last one on it, and the first one off it.
 *
 * @param {Facts["dates"]} dates
 */
function inTurn(dates) {
  const first = dates.findIndex(({ when }) => !when);
  const last = (first < 0 ? dates.length : first) - 1;
  return dates.map((date, nth) => ({ ...date, first: nth === first, last: nth === last }));
}

/**
 * @template {"div" | "ul" | "ol" | "tbody"} Name
 * @param {string} id
 * @param {string} heading
 * @param {Name} element that holds the rows
 * @param {string} [className] of that element
 */
function part(id, heading, element, className) {
  const body = h(element, { class: className });
  const n = h("span", { class: "n" });
  const aside = h("span", { class: "opt" });
  const none = h("p", { class: "meta" }, `No ${heading.toLowerCase()} in this article.`);
  const title = h("h2", { id: `h-${id}`, tabindex: -1 }, heading);
  const section = h(
    "section",
    { class: `part ${id}`, "aria-labelledby": `h-${id}` },
    h("header", {}, title, n, aside),
    none,
    element === "tbody" ? null : body,
  );
  const tell = (/** @type {string} */ words, /** @type {boolean} */ empty) => {
    n.textContent = words;
    none.hidden = !empty;
  };
  return { section, body, aside, tell };
}

function figureHead() {
  return h(
    "thead",
    {},
    h(
      "tr",
      {},
      h("th", { scope: "col", class: "v" }, "Figure"),
      h("th", { scope: "col" }, "Of what"),
      h("th", { scope: "col", class: "in" }, "Quote"),
    ),
  );
}

/** Where each kind's word in the key leads. */
const targets = { r: "h-ratings", q: "h-quotes", f: "h-figs", d: "h-dates", c: "h-check" };

/**
 * @param {Element} key
 * @param {(kind: Kind, shown: boolean) => void} onFilter
 */
function drawKey(key, onFilter) {
  const entries = kinds.map((kind) => {
    const name = headings[kind];
    const box = h("input", { type: "checkbox", checked: true, "aria-label": `Show ${name.toLowerCase()}` });
    box.addEventListener("change", () => onFilter(kind, box.checked));
    const number = h("b", {});
    const link = h("a", { href: `#${targets[kind]}` }, h("span", { class: "word" }, name), number);
    const entry = h("span", { class: kind }, box, link);
    return { kind, entry, number };
  });
  key.append(...entries.map(({ entry }) => entry));
  return (/** @type {Facts["total"]} */ total) => {
    for (const { kind, entry, number } of entries) {
      number.textContent = total[kind].toLocaleString("en-GB");
      entry.hidden = kind === "c" && total.c === 0;
    }
  };
}
