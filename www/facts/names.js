// People and organisations that the article names, with roles and how often each is quoted.

import { editsOf, isOut } from "../corrections/model.js";
import { flag, note } from "../corrections/words.js";
import { count, plain } from "../words.js";
import { bare, heading, unnamed } from "./quotes.js";

/** @import { Entity } from "../report.d.ts" */
/** @import { Reading } from "../facts.js" */

/** Longest list that is shown, as for facts. */
const MOST = 1000;

/**
 * `source` is what the quotes of that name stand under, or null; `entity` is its place in the report.
 *
 * @typedef {{ name: string, role: string, quoted: string, source: string | null, entity: number, flag: string, edited: string, gone: boolean }} NameFact
 */
/** @typedef {{ heading: string, names: NameFact[] }} NameGroup */

/**
 * @param {Reading} reading
 * @returns {NameGroup[]} those that have names
 */
export function readNames({ report, rows }) {
  /** @type {Map<number, number>} */
  const quotes = new Map();
  /** @type {Map<string, string>} */
  const speakers = new Map();
  for (const quote of report.quotes) {
    const { source } = quote;
    if (!source || isOut(quote)) continue;
    if (source.entity !== null) quotes.set(source.entity, (quotes.get(source.entity) ?? 0) + 1);
    if (source.organisation && source.role && unnamed(source)) speakers.set(plain(source.organisation), source.role);
  }
  const list = (/** @type {string} */ title, /** @type {(entity: Entity) => boolean} */ belongs) => {
    const names = report.entities.slice(0, MOST).flatMap((entity, nth) => {
      if (!belongs(entity)) return [];
      const n = quotes.get(nth) ?? 0;
      const quoted = n > 0 ? count(n, "quote") : (speakers.get(plain(entity.name)) ?? "not quoted");
      rows.set(`n${nth}`, [entity]);
      const edits = { flag: flag(entity), edited: note(entity), gone: isOut(entity) };
      return [{ name: entity.name, role: role(entity), quoted, source: n > 0 ? heading(entity) : null, entity: nth, ...edits }];
    });
    return { heading: title, names };
  };
  const lists = [
    list("People", (entity) => entity.type === "person" && !unnamed(entity)),
    list("Organisations", (entity) => entity.type === "organisation"),
    // What the reader made something else stays in sight.
    list("Others", (entity) => entity.type !== "person" && entity.type !== "organisation" && editsOf(entity).length > 0),
  ];
  return lists.filter(({ names }) => names.length > 0);
}

/** @param {Entity} entity */
function role({ role, organisation, name }) {
  const shown = role && bare(role, organisation);
  const extra = organisation && plain(organisation) !== plain(name) && !plain(shown ?? "").includes(plain(organisation));
  return [shown, extra ? organisation : null].filter(Boolean).join(", ");
}
