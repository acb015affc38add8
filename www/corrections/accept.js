// Corrections from a link, which comes from a stranger: each field is checked, each length has a limit, and what is
// built from them is new. One field that does not fit refuses the whole.

import { CONTEXT } from "./anchor.js";
import { LONGEST } from "./model.js";

/** @import { Correction, Target } from "./model.js" */

/** Most corrections, and longest of each field in letters. */
export const MOST = 300;
const NAME = 200;
const WORDS = 400;

/** Corrections that are none. */
export class Unfit extends Error {}

/** @typedef {(value: unknown) => any} Rule gives the value, or throws */

/** @returns {never} */
const refuse = () => {
  throw new Unfit();
};

/** @type {(longest: number, least?: number) => Rule} */
const text = (longest, least = 1) => (value) => (typeof value === "string" && value.length >= least && value.length <= longest ? value : refuse());
/** @type {Rule} */
const number = (value) => (typeof value === "number" && Number.isFinite(value) ? value : refuse());
/** @type {Rule} */
const flag = (value) => (typeof value === "boolean" ? value : refuse());
/** @type {(...values: string[]) => Rule} */
const oneOf = (...values) => (value) => (typeof value === "string" && values.includes(value) ? value : refuse());
/** @type {(rule: Rule) => Rule} */
const orNull = (rule) => (value) => (value === null ? null : rule(value));
/** @type {Rule} */
const position = (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? value : refuse());

/**
 * An object with these fields, each of them there, and no other.
 *
 * @param {Record<string, Rule>} rules
 * @param {boolean} [some] whether fields may be left out, but not all
 * @returns {Rule}
 */
const fields = (rules, some = false) => (value) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse();
  const given = Object.entries(/** @type {object} */ (value));
  if (given.length === 0 || (!some && given.length !== Object.keys(rules).length)) refuse();
  const rule = (/** @type {string} */ name) => (Object.hasOwn(rules, name) ? rules[name] : undefined) ?? refuse();
  return Object.fromEntries(given.map(([name, held]) => [name, rule(name)(held)]));
};

const types = ["person", "organisation", "group", "document", "place", "unknown"];
const kinds = ["r", "q", "f", "d"];
export const statuses = ["current", "previous", "predicted", "target", "negated"];
export const figureTypes = [
  "money", "percent", "percentage_points", "count", "duration", "age", "length", "area", "mass", "volume", "temperature", "speed",
  "energy", "data", "fraction", "ratio", "multiple", "rank", "score", "other",
];

const place = fields({ exact: text(LONGEST), prefix: text(CONTEXT, 0), suffix: text(CONTEXT, 0), at: position });
const someone = fields({ name: text(NAME), type: oneOf(...types), at: orNull(place) });
const item = fields({ kind: oneOf(...kinds), at: place, key: text(WORDS, 0) });

/** Dates as EDTF has them: digits, marks of doubt, an X for what is not known, one stretch. */
const edtf = (/** @type {unknown} */ value) => (typeof value === "string" && /^[-\dX~?%./]{1,40}$/.test(value) ? value : refuse());

/** What each kind of item can be given. */
const values = {
  q: fields({ source: orNull(someone), kind: oneOf("direct", "mixed", "indirect") }, true),
  r: fields(
    {
      grade: text(NAME),
      scale: orNull(text(NAME)),
      rater: orNull(text(NAME)),
      subject: orNull(text(WORDS)),
      aspect: orNull(text(NAME)),
      status: oneOf(...statuses),
    },
    true,
  ),
  f: fields(
    {
      kind: oneOf(...figureTypes),
      value: orNull(number),
      min: orNull(number),
      max: orNull(number),
      unit: orNull(text(NAME)),
      modifier: orNull(oneOf("approx", "at_least", "more_than", "at_most", "less_than")),
      vague: flag,
      of: orNull(text(WORDS)),
      change: orNull(oneOf("up", "down", "to", "from")),
      per: orNull(text(NAME)),
    },
    true,
  ),
  d: fields({ edtf: orNull(edtf), label: orNull(text(WORDS)) }, true),
};
const named = fields({ name: text(NAME), role: orNull(text(WORDS)), organisation: orNull(text(NAME)), type: oneOf(...types) }, true);
const any = (/** @type {unknown} */ value) => value ?? refuse();

/** @type {Record<string, Rule>} */
const acts = {
  change: fields({ act: any, on: item, set: any }),
  add: fields({ act: any, kind: oneOf(...kinds), at: place, set: any }),
  dismiss: fields({ act: any, on: item, whole: flag }),
  name: fields({ act: any, on: someone, set: named }),
  merge: fields({ act: any, on: someone, into: someone }),
  forget: fields({ act: any, on: someone, whole: flag }),
};

/**
 * One correction.
 *
 * @param {unknown} value
 * @returns {Correction}
 * @throws {Unfit}
 */
function correction(value) {
  const { act } = /** @type {{ act?: unknown }} */ (value ?? {});
  const rule = typeof act === "string" && Object.hasOwn(acts, act) ? acts[act] : undefined;
  if (!rule) return refuse();
  const made = rule(value);
  if (act === "change") made.set = values[/** @type {Target} */ (made.on).kind](made.set);
  // What is added may have no values of its own: then it is what its words say.
  if (act === "add") made.set = isEmpty(made.set) ? {} : values[/** @type {keyof typeof values} */ (made.kind)](made.set);
  return made;
}

/** @param {unknown} value */
function isEmpty(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}

/**
 * @param {unknown} data
 * @returns {Correction[]}
 * @throws {Unfit} for anything but corrections
 */
export function accept(data) {
  if (!Array.isArray(data) || data.length > MOST) return refuse();
  return data.map(correction);
}

/**
 * Whether the reader's own values fit: what is made here must be good for a link.
 *
 * @param {Correction} made
 */
export function fits(made) {
  try {
    correction(made);
    return true;
  } catch {
    return false;
  }
}
