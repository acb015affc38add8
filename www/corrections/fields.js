// What can be changed of an item or a name: the fields of each form, and the corrections that its values make. No DOM.

import { figureKinds } from "../facts/why.js";
import { capital, plain } from "../words.js";
import { anchor } from "./anchor.js";
import { nearest } from "./guess.js";
import { target } from "./items.js";
import { editsOf, isOut } from "./model.js";
import { who } from "./people.js";

/** @import { Date, Entity, Figure, Quote, Rating, Report, Source } from "../report.d.ts" */
/** @import { Item, Scale } from "../facts.js" */
/** @import { Correction, Values, Who } from "./model.js" */

/**
 * @typedef {object} Field
 * @property {string} name
 * @property {string} label
 * @property {string} value
 * @property {{ value: string, label: string }[]} [options] to choose from; without, it is written
 * @property {string[]} [offers] words that are likely, for what is written
 * @property {string} [hint]
 * @property {boolean} [required]
 * @property {number} [longest]
 * @property {{ name: string, value: string }} [when] another field has this value
 */

/**
 * @typedef {object} Form
 * @property {string} act words of the button that opens it: "Change source"
 * @property {string} title "Change source of Q2"
 * @property {Field[]} fields
 * @property {(values: Record<string, string>) => Correction[] | string} make corrections, or what is wrong with a value
 */

/** @typedef {{ text: string, report: Report, scales: ReadonlyMap<string, Scale> }} Read */

const NAME = 200;
const WORDS = 400;

const noName = "Write a name.";
const types = { person: "Person", organisation: "Organisation", group: "Group", document: "Document" };
const options = (/** @type {Record<string, string>} */ all) => Object.entries(all).map(([value, label]) => ({ value, label }));
const orNull = (/** @type {string | undefined} */ value) => value?.trim() || null;

/**
 * The forms of an item.
 *
 * @param {Item} item
 * @param {Read} reading
 * @returns {Form[]}
 */
export function formsOf({ tag, title, found }, reading) {
  const name = tag || title;
  if (found.quote) return ofQuote(name, found.quote, reading);
  if (found.ratings) return ofRatings(name, found.ratings, reading);
  if (found.figures) return [ofFigures(name, found.figures, reading)];
  if (found.date) return [ofDate(name, found.date, reading)];
  return [];
}

/**
 * A correction that gives an item what differs; none where nothing does.
 *
 * @param {Read} reading
 * @param {"q" | "r" | "f" | "d"} kind
 * @param {Quote | Rating | Figure | Date} item
 * @param {Values} set
 * @returns {Correction[]}
 */
function changes({ text }, kind, item, set) {
  const held = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (item));
  const other = Object.fromEntries(Object.entries(set).filter(([name, value]) => held[name] !== value));
  return Object.keys(other).length === 0 ? [] : [{ act: "change", on: target(text, kind, item), set: other }];
}

/**
 * @param {string} name
 * @param {Quote} quote
 * @param {Read} reading
 * @returns {Form[]}
 */
function ofQuote(name, quote, reading) {
  const { text, report } = reading;
  const { source } = quote;
  const now = source === null ? nearest(text, quote, report) : (source.entity ?? report.entities.findIndex((entity) => entity.name === source.name));
  const listed = report.entities.map((entity, nth) => ({ value: String(nth), label: entity.name, type: entity.type })).filter(({ type }) => type !== "place");
  const byType = Object.keys(types).flatMap((type) => listed.filter((entity) => entity.type === type || (type === "document" && entity.type === "unknown")));
  const others = source === null ? 0 : report.quotes.filter((other) => !isOut(other) && other.source !== null && other.source.entity === source.entity && other.source.name === source.name).length;
  const which = [
    { value: "one", label: "This quote" },
    { value: "all", label: `All ${others} quotes of ${source?.name}` },
  ];
  /** @type {Form} */
  const sources = {
    act: "Change source",
    title: `Change source of ${name}`,
    fields: [
      {
        name: "source",
        label: "Who says it",
        value: now !== null && now >= 0 ? String(now) : "none",
        options: [...byType, { value: "none", label: "Not named" }, { value: "other", label: "Somebody else…" }],
      },
      { name: "name", label: "Name", value: "", required: true, longest: NAME, when: { name: "source", value: "other" } },
      { name: "type", label: "Kind of source", value: "person", options: options(types), when: { name: "source", value: "other" } },
      ...(others > 1 ? [{ name: "which", label: "Where", value: "one", options: which }] : []),
    ],
    make({ source: chosen, name = "", type, which }) {
      if (chosen === "other" && name.trim() === "") return noName;
      const entity = report.entities[Number(chosen)];
      /** @type {Who | null} */
      const other = chosen === "none" ? null : entity ? who(text, entity) : { name: name.trim(), type: /** @type {Who["type"]} */ (type), at: null };
      if (other === null ? source === null : source?.name === other.name && source.type === other.type) return [];
      if (which !== "all" || source === null) return [{ act: "change", on: target(text, "q", quote), set: { source: other } }];
      const on = sourceAsWho(source, reading);
      if (other === null) return [{ act: "forget", on, whole: false }];
      return entity ? [{ act: "merge", on, into: other }] : [{ act: "name", on, set: { name: other.name, type: other.type } }];
    },
  };
  /** @type {Form} */
  const kinds = {
    act: "Change kind",
    title: `Change kind of ${name}`,
    fields: [{ name: "kind", label: "Kind of quote", value: quote.kind, options: options({ direct: "Direct", mixed: "Part quoted", indirect: "Indirect" }) }],
    make: ({ kind = "" }) => changes(reading, "q", quote, { kind }),
  };
  return [sources, kinds, ...(source ? [roleForm("Change name or role", source, sourceAsWho(source, reading), true)] : [])];
}

/**
 * @param {Source} source
 * @param {Read} reading
 */
function sourceAsWho({ entity, mention, name, type }, { text, report }) {
  const known = entity === null ? undefined : report.entities[entity];
  return known ? who(text, known) : { name, type, at: mention[0] < mention[1] ? anchor(text, mention) : null };
}

/**
 * @param {string} name
 * @param {Rating[]} ratings of one subject
 * @param {Read} reading
 * @returns {Form[]}
 */
function ofRatings(name, ratings, reading) {
  const { scales, report } = reading;
  const several = ratings.length > 1;
  const scaleOptions = [...scales.values()].map(({ id, name }) => ({ value: id, label: name })).sort((a, b) => (a.label < b.label ? -1 : 1));
  const grades = ratings.flatMap((rating, nth) => {
    const scale = rating.scale === null ? undefined : scales.get(rating.scale);
    const known = [...new Set([...(scale ? steps(scale, rating) : []), rating.grade])];
    const of = several ? `${[capital(rating.aspect ?? "overall"), rating.status === "current" ? "" : rating.status].filter(Boolean).join(", ")}: ` : "";
    const other = { name: `grade${nth}`, value: "other" };
    const label = (/** @type {string} */ words) => (of === "" ? capital(words) : `${of}${words}`);
    const choice = [...known.map((grade) => ({ value: `=${grade}`, label: capital(grade) })), { value: "other", label: "Another grade or scale…" }];
    return [
      { name: `grade${nth}`, label: label("grade"), value: scale ? `=${rating.grade}` : "other", options: choice },
      { name: `written${nth}`, label: label("written as"), value: rating.grade, required: true, longest: NAME, when: other },
      { name: `scale${nth}`, label: label("scale"), value: rating.scale ?? "", options: [{ value: "", label: "None that Factbox knows" }, ...scaleOptions], when: other },
    ];
  });
  const organisations = report.entities.filter(({ type }) => type === "organisation").map(({ name }) => name);
  const [first] = ratings;
  return [
    {
      act: "Change grade",
      title: `Change grade of ${name}`,
      fields: grades,
      make: (values) =>
        ratings.flatMap((rating, nth) => {
          const chosen = values[`grade${nth}`] ?? "";
          if (chosen !== "other") return changes(reading, "r", rating, { grade: chosen.slice(1) });
          const scale = orNull(values[`scale${nth}`]);
          const written = values[`written${nth}`]?.trim() ?? "";
          const known = (scale === null ? undefined : scales.get(scale))?.grades.find((grade) => plain(grade) === plain(written));
          const rater = scale === null || rating.rater !== null ? rating.rater : (scales.get(scale)?.rater ?? null);
          return changes(reading, "r", rating, { grade: known ?? written, scale, rater });
        }),
    },
    {
      act: "Change rater or subject",
      title: `Change who rated whom in ${name}`,
      fields: [
        { name: "rater", label: "Who rated", value: first?.rater ?? "", offers: organisations, longest: NAME },
        { name: "subject", label: "Who or what was rated", value: first?.subject ?? "", offers: organisations, longest: WORDS },
        ...(several ? [] : [{ name: "aspect", label: "For what", hint: "Leave empty for the whole.", value: first?.aspect ?? "", longest: NAME }]),
      ],
      make: ({ rater, subject, aspect }) =>
        ratings.flatMap((rating) => changes(reading, "r", rating, { rater: orNull(rater), subject: orNull(subject), ...(several ? {} : { aspect: orNull(aspect) }) })),
    },
  ];
}

/**
 * The grades of a scale, best first. A scale of numbers has none of its own: they follow from the grade.
 *
 * @param {Scale} scale
 * @param {Rating} rating
 */
function steps({ grades }, { grade, of }) {
  if (grades.length > 0) return grades;
  const top = Number(/\/(\d{1,2})$/.exec(grade)?.[1] ?? 0);
  return Array.from({ length: of ?? top }, (_, nth) => `${top - nth}/${top}`);
}

/**
 * @param {string} name
 * @param {Figure[]} figures of one row
 * @param {Read} reading
 * @returns {Form}
 */
function ofFigures(name, figures, reading) {
  const fields = figures.flatMap(({ text, kind, value, min, max, unit, of }, nth) => {
    const label = (/** @type {string} */ words) => (figures.length > 1 ? `${text}: ${words.toLowerCase()}` : words);
    const range = value === null && min !== null && max !== null;
    return [
      { name: `kind${nth}`, label: label("Kind"), value: kind, options: options(figureKinds).map((option) => ({ ...option, label: capital(option.label) })) },
      ...(range
        ? [
            { name: `min${nth}`, label: label("From"), value: String(min) },
            { name: `max${nth}`, label: label("To"), value: String(max) },
          ]
        : [{ name: `value${nth}`, label: label("Number"), value: value === null ? "" : String(value), hint: "Digits only, such as 5600000." }]),
      { name: `unit${nth}`, label: label("Unit"), value: unit ?? "", longest: NAME, hint: "GBP, %, km…" },
      { name: `of${nth}`, label: label("Of what"), value: of ?? "", longest: WORDS },
    ];
  });
  return {
    act: "Change figure",
    title: `Change ${name}`,
    fields,
    make(values) {
      /** @type {Correction[]} */
      const made = [];
      for (const [nth, figure] of figures.entries()) {
        /** @type {Values} */
        const set = { kind: values[`kind${nth}`] ?? figure.kind, unit: orNull(values[`unit${nth}`]), of: orNull(values[`of${nth}`]) };
        for (const part of ["value", "min", "max"]) {
          const written = values[`${part}${nth}`]?.trim();
          if (written === undefined) continue;
          const number = written === "" ? null : Number(written.replaceAll(",", ""));
          if (number !== null && !Number.isFinite(number)) return `“${written}” is no number. Write it in digits, such as 5600000.`;
          set[part] = number;
        }
        if (typeof set.value === "number" && figure.vague) set.vague = false;
        made.push(...changes(reading, "f", figure, set));
      }
      return made;
    },
  };
}

/**
 * @param {string} name
 * @param {Date} date
 * @param {Read} reading
 * @returns {Form}
 */
function ofDate(name, date, reading) {
  return {
    act: "Change date",
    title: `Change ${name}`,
    fields: [
      { name: "edtf", label: "On the calendar", value: date.edtf ?? "", hint: "2019, 2019-03 or 2019-03-18; two with a stroke for a stretch." },
      { name: "label", label: "What it dates", value: date.label ?? "", longest: WORDS },
    ],
    make({ edtf = "", label }) {
      const written = edtf.trim();
      if (written !== date.edtf && !/^(\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?)?$/.test(written)) return `“${written}” is no date. Write it as 2019, 2019-03 or 2019-03-18.`;
      return changes(reading, "d", date, { edtf: orNull(written), label: orNull(label) });
    },
  };
}

/**
 * The forms of a name in the list of people and organisations.
 *
 * @param {Entity} entity
 * @param {Read} reading
 * @returns {Form[]}
 */
export function formsOfName(entity, { text, report }) {
  const on = who(text, entity);
  const others = report.entities.filter((other) => other !== entity && other.type === entity.type && !editsOf(other).some(({ what }) => what === "out"));
  /** @type {Form} */
  const renamed = {
    act: "Rename",
    title: `Rename ${entity.name} everywhere`,
    fields: [{ name: "name", label: "Name", value: entity.name, required: true, longest: NAME }],
    make({ name = "" }) {
      if (name.trim() === "") return noName;
      return name.trim() === entity.name ? [] : [{ act: "name", on, set: { name: name.trim() } }];
    },
  };
  /** @type {Form} */
  const merged = {
    act: "Same as…",
    title: `${entity.name} is the same as`,
    fields: [{ name: "into", label: "The same as", value: "0", options: others.map(({ name }, nth) => ({ value: String(nth), label: name })) }],
    make({ into }) {
      const other = others[Number(into)];
      return other ? [{ act: "merge", on, into: who(text, other) }] : [];
    },
  };
  /** @type {Form} */
  const kind = {
    act: "Change kind",
    title: `Change kind of ${entity.name}`,
    fields: [{ name: "type", label: "It is a", value: entity.type, options: options({ ...types, place: "Place", unknown: "Something else" }) }],
    make: ({ type = "" }) => (type === entity.type ? [] : [{ act: "name", on, set: { type } }]),
  };
  return [renamed, ...(others.length > 0 ? [merged] : []), roleForm("Change role", entity, on, false), kind];
}

/**
 * @param {string} act
 * @param {{ name: string, role: string | null, organisation: string | null }} held
 * @param {Who} on
 * @param {boolean} named whether the name can be changed too
 * @returns {Form}
 */
function roleForm(act, held, on, named) {
  return {
    act,
    title: `${act} of ${held.name}, everywhere`,
    fields: [
      ...(named ? [{ name: "name", label: "Name, everywhere", value: held.name, required: true, longest: NAME }] : []),
      { name: "role", label: "Role", value: held.role ?? "", longest: WORDS },
      { name: "organisation", label: "Organisation", value: held.organisation ?? "", longest: NAME },
    ],
    make({ name, role, organisation }) {
      /** @type {Values} */
      const set = {};
      if (named && name?.trim() === "") return noName;
      if (named && name && name.trim() !== held.name) set.name = name.trim();
      if (orNull(role) !== held.role) set.role = orNull(role);
      if (orNull(organisation) !== held.organisation) set.organisation = orNull(organisation);
      return Object.keys(set).length === 0 ? [] : [{ act: "name", on, set }];
    },
  };
}
