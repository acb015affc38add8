// What is shown of the facts, and in which order: the reader's choices. They can travel in a link; nothing keeps them.

import { kinds } from "./facts.js";

/** @import { Facts, Item, Kind } from "./facts.js" */

/**
 * @typedef {object} Settings
 * @property {ReadonlySet<Kind>} hidden kinds that are not shown
 * @property {string | null} source the only source whose quotes are shown
 * @property {Order} order of the figures
 * @property {boolean} biggest whether the source with most words comes first
 * @property {boolean} all whether page furniture is read too
 */

/** @typedef {"text" | "value" | "of"} Order in the order of the text, by kind and value, by what is counted */

/** @type {Settings} */
export const usual = { hidden: new Set(), source: null, order: "text", biggest: false, all: false };

/**
 * Whether an item is shown.
 *
 * @param {Settings} settings
 * @param {Item} item
 */
export function shows({ hidden, source }, { kind, found }) {
  return !hidden.has(kind) && (source === null || found.source === undefined || found.source === source);
}

/**
 * The facts as the panel shows them.
 *
 * @param {Settings} settings
 * @param {Facts} facts
 * @returns {Facts}
 */
export function arranged({ source, order, biggest }, facts) {
  const sources = facts.sources.filter(({ name }) => source === null || name === source);
  if (biggest) sources.sort((a, b) => (b.share ?? -1) - (a.share ?? -1));
  const figures = [...facts.figures];
  if (order === "value") figures.sort((a, b) => compare(a.kind, b.kind) || (b.amount ?? -Infinity) - (a.amount ?? -Infinity));
  if (order === "of") figures.sort((a, b) => Number(a.of === "") - Number(b.of === "") || compare(a.of.toLowerCase(), b.of.toLowerCase()));
  return { ...facts, sources, figures };
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Settings as a link has them: short names, and only what is not as usual.
 *
 * @param {Settings} settings
 * @returns {[string, string][]}
 */
export function toPairs({ hidden, source, order, biggest, all }) {
  /** @type {[string, string][]} */
  const pairs = [];
  if (hidden.size > 0) pairs.push(["hide", kinds.filter((kind) => hidden.has(kind)).join("")]);
  if (source !== null) pairs.push(["source", source]);
  if (order !== "text") pairs.push(["order", order]);
  if (biggest) pairs.push(["biggest", "1"]);
  if (all) pairs.push(["all", "1"]);
  return pairs;
}

/**
 * Settings that a link asks for; what is not understood stays as usual.
 *
 * @param {URLSearchParams} pairs
 * @returns {Settings}
 */
export function fromPairs(pairs) {
  const order = pairs.get("order");
  return {
    hidden: new Set(kinds.filter((kind) => pairs.get("hide")?.includes(kind))),
    source: pairs.get("source")?.slice(0, 200) || null,
    order: order === "value" || order === "of" ? order : "text",
    biggest: pairs.get("biggest") === "1",
    all: pairs.get("all") === "1",
  };
}
