// Facts → the panel. Draws the parts once; after that each reading changes only what differs, so that nothing
// flashes while somebody types.

import { kinds } from "./facts.js";
import { h, keyed, write } from "./render/dom.js";
import { drawSource } from "./render/quotes.js";
import { drawRating } from "./render/ratings.js";
import { drawCheck, drawDate, drawFigure, drawNames, left } from "./render/rows.js";
import { arranged } from "./settings.js";
import { count, number } from "./words.js";

/** @import { Facts, Kind } from "./facts.js" */
/** @import { Order, Settings } from "./settings.js" */

/** What each kind is called in headings. */
export const headings = { r: "Ratings", q: "Quotes", f: "Figures", d: "Dates", c: "Checks" };

/**
 * Fills two columns with the parts of the panel.
 *
 * @param {Element} one ratings and quotes
 * @param {Element} two checks, figures, dates, people and organisations
 * @param {Element} key legend, counts, jump links and filters in one
 * @param {(change: Partial<Settings>) => void} choose takes the reader's choice
 * @returns {(facts: Facts, settings: Settings) => void} shows other facts, or the same ones by other settings
 */
export function panel(one, two, key, choose) {
  const legend = drawKey(key, choose);
  const ratings = part("ratings", headings.r, "div");
  const quotes = part("quotes", headings.q, "div");
  const checks = part("check", headings.c, "ul", "checks");
  const figures = part("figs", headings.f, "tbody");
  const dates = part("dates", headings.d, "ol", "time");
  const names = part("who", "People and organisations", "div", "names");
  const sourceFilter = drawSourceFilter((source) => choose({ source }));
  quotes.aside.append(sourceFilter.node);
  quotes.section.firstElementChild?.after(h("p", { class: "meta shares" }, "The bars show each source’s share of the quoted words."));
  const shares = quotes.section.querySelector(".shares");
  const head = figureHead((order) => choose({ order }));
  const table = h("table", { class: "figures" }, h("caption", { class: "vh" }, "Figures"), head.node, figures.body);
  figures.section.append(table);
  one.append(ratings.section, quotes.section);
  two.append(checks.section, figures.section, dates.section, names.section);

  /** @type {Set<string>} */
  const ticked = new Set();
  /** @type {Facts["checks"]} */
  let asked = [];
  const tell = () => {
    write(checks.aside, left(asked, ticked));
  };
  const show = {
    ratings: keyed(ratings.body, drawRating),
    quotes: keyed(quotes.body, drawSource),
    checks: keyed(checks.body, (/** @type {Facts["checks"][number]} */ check) => drawCheck(check, ticked, tell)),
    figures: keyed(figures.body, drawFigure),
    dates: keyed(dates.body, drawDate),
    names: keyed(names.body, (/** @type {Facts["names"][number]} */ group) => {
      return drawNames(group, (source) => {
        choose({ source });
        document.getElementById("h-quotes")?.focus();
      });
    }),
  };

  return (all, settings) => {
    const { total } = all;
    const facts = arranged(settings, all);
    legend(total, settings.hidden);
    show.ratings(facts.ratings);
    ratings.tell(tally(total.r, kept(facts.ratings)), total.r === 0);
    show.quotes(facts.sources);
    const sources = facts.sources.filter(({ share }) => share !== null).length;
    const shown = facts.sources.reduce((sum, source) => sum + kept(source.quotes), 0);
    quotes.tell(`${tally(total.q, shown, settings.source !== null)}${sources > 0 ? ` from ${count(sources, "source")}` : ""}`, shown === 0);
    sourceFilter.show(all.sources, settings.source);
    if (shares instanceof HTMLElement) shares.hidden = sources === 0;
    asked = facts.checks;
    show.checks(facts.checks);
    checks.tell(tally(total.c, facts.checks.length), false);
    checks.section.hidden = total.c === 0;
    tell();
    show.figures(facts.figures);
    figures.tell(tally(total.f, kept(facts.figures)), total.f === 0);
    table.hidden = facts.figures.length === 0;
    head.show(settings.order);
    show.dates(inTurn(facts.dates));
    dates.tell(tally(total.d, kept(facts.dates)), total.d === 0);
    show.names(facts.names);
    const known = facts.names.reduce((sum, group) => sum + kept(group.names), 0);
    names.tell(String(known), false);
    names.section.hidden = facts.names.length === 0;
  };
}

/**
 * How many there are; where a list was cut, how many of them are shown.
 *
 * @param {number} total
 * @param {number} shown
 * @param {boolean} [chosen] whether some were left out by choice
 */
function tally(total, shown, chosen = false) {
  if (chosen) return `${number(shown)} of ${number(total)}`;
  return shown < total ? `first ${number(shown)} of ${number(total)}` : number(total);
}

/** @param {{ gone: boolean }[]} rows how many are not dismissed */
function kept(rows) {
  return rows.filter(({ gone }) => !gone).length;
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
    write(n, words);
    none.hidden = !empty;
  };
  return { section, body, aside, tell };
}

/**
 * Heads of the table of figures; two of them sort it, and once more puts back the order of the text.
 *
 * @param {(order: Order) => void} choose
 */
function figureHead(choose) {
  /** @type {Order} */
  let now = "text";
  const sorter = (/** @type {Order} */ order, /** @type {string} */ words, /** @type {string} */ className) => {
    const button = h("button", { type: "button", class: "sort" }, words);
    button.addEventListener("click", () => choose(now === order ? "text" : order));
    return { order, cell: h("th", { scope: "col", class: className || null }, button) };
  };
  const sorters = [sorter("value", "Figure", "v"), sorter("of", "Of what", "")];
  const node = h("thead", {}, h("tr", {}, ...sorters.map(({ cell }) => cell), h("th", { scope: "col", class: "in" }, "Quote")));
  const show = (/** @type {Order} */ order) => {
    now = order;
    for (const { order: own, cell } of sorters) {
      if (own !== order) cell.removeAttribute("aria-sort");
      else cell.setAttribute("aria-sort", own === "value" ? "descending" : "ascending");
    }
  };
  return { node, show };
}

/** @param {(source: string | null) => void} choose */
function drawSourceFilter(choose) {
  const select = h("select", { "aria-label": "Quotes of" });
  select.addEventListener("change", () => choose(select.value === "" ? null : select.value));
  /** @type {string} */
  let drawn = "";
  const show = (/** @type {Facts["sources"]} */ sources, /** @type {string | null} */ chosen) => {
    const names = [...new Set(sources.map(({ name }) => name))];
    // What somebody asked for stays to be seen, and to be undone, in an article that does not have it.
    if (chosen !== null && !names.includes(chosen)) names.push(chosen);
    const now = JSON.stringify(names);
    if (now !== drawn) {
      drawn = now;
      select.replaceChildren(h("option", { value: "" }, "all sources"), ...names.map((name) => h("option", { value: name, dir: "auto" }, name)));
    }
    select.value = chosen ?? "";
    select.hidden = names.length < 2;
  };
  return { node: select, show };
}

/** Where each kind's word in the key leads. */
const targets = { r: "h-ratings", q: "h-quotes", f: "h-figs", d: "h-dates", c: "h-check" };

/**
 * @param {Element} key
 * @param {(change: Partial<Settings>) => void} choose
 */
function drawKey(key, choose) {
  /** @type {ReadonlySet<Kind>} */
  let hidden = new Set();
  const entries = kinds.map((kind) => {
    const name = headings[kind];
    const box = h("input", { type: "checkbox", checked: true, "aria-label": `Show ${name.toLowerCase()}` });
    box.addEventListener("change", () => {
      choose({ hidden: new Set(kinds.filter((name) => (name === kind ? !box.checked : hidden.has(name)))) });
    });
    const tally = h("b", {});
    const link = h("a", { href: `#${targets[kind]}` }, h("span", { class: "word" }, name), tally);
    const entry = h("span", { class: kind }, box, link);
    return { kind, entry, box, tally };
  });
  key.append(...entries.map(({ entry }) => entry));
  return (/** @type {Facts["total"]} */ total, /** @type {ReadonlySet<Kind>} */ now) => {
    hidden = now;
    for (const { kind, entry, box, tally } of entries) {
      box.checked = !hidden.has(kind);
      write(tally, number(total[kind]));
      entry.hidden = kind === "c" && total.c === 0;
    }
  };
}
