// An article with its report, written by hand: what the engine learns to find must not change what these tests compare.

/** @import { Report, Span } from "../../www/report.d.ts" */
/** @import { Scale } from "../../www/facts.js" */

export const text = `Ofsted has rated Meadow School "good".

"We are proud of every child," said Ann Lee, the head teacher. She said the roof leaked.

A spokesman for Tarn Council said: "We welcome it." Mrs Lee added that work would start soon.

The school spent £5.6m on 12 new teachers in March 2019, and the roof is “a disgrace”.`;

/**
 * The span of words in a text.
 *
 * @param {string} words
 * @param {string} [from] words after which they are looked for
 * @returns {Span}
 */
export function at(words, from = "") {
  const start = text.indexOf(words, text.indexOf(from));
  if (start < 0) throw new Error(`${words} is not in the text`);
  return [start, start + words.length];
}

/** @type {Scale[]} */
const known = [
  { id: "ofsted", name: "Ofsted", rater: "Ofsted", grades: ["outstanding", "good", "requires improvement", "inadequate"], url: null, unverified: false },
  { id: "hygiene", name: "Food hygiene", rater: "Food Standards Agency", grades: [], url: null, unverified: false },
];
export const scales = new Map(known.map((scale) => [scale.id, scale]));

const lee = { name: "Ann Lee", type: /** @type {const} */ ("person"), role: "head teacher", organisation: "Meadow School" };
const mrs = { name: "Mrs Lee", type: /** @type {const} */ ("person"), role: null, organisation: null };
const spokesman = { name: "A spokesman for Tarn Council", type: /** @type {const} */ ("person"), role: "spokesman", organisation: "Tarn Council" };

/** @type {Report} */
export const report = {
  version: "0.0.0",
  offsets: "utf-16",
  text: null,
  title: null,
  published: null,
  entities: [
    { name: "Ofsted", type: "organisation", role: null, organisation: null, mentions: [at("Ofsted")] },
    { name: "Meadow School", type: "organisation", role: null, organisation: null, mentions: [at("Meadow School")] },
    { ...lee, mentions: [at("Ann Lee"), at("She")] },
    { name: "Tarn Council", type: "organisation", role: null, organisation: null, mentions: [at("Tarn Council")] },
    { ...spokesman, mentions: [at("A spokesman for Tarn Council")] },
    { ...mrs, mentions: [at("Mrs Lee")] },
  ],
  quotes: [
    {
      kind: "direct",
      content: [at("We are proud of every child,")],
      quoted: [at("We are proud of every child,")],
      cue: at("said", "child"),
      text: "We are proud of every child,",
      source: { mention: at("Ann Lee"), entity: 2, ...lee },
    },
    { kind: "indirect", content: [at("the roof leaked")], quoted: [], cue: at("said", "She"), text: "the roof leaked", source: { mention: at("She"), entity: 2, ...lee } },
    {
      kind: "direct",
      content: [at("We welcome it.")],
      quoted: [at("We welcome it.")],
      cue: at("said", "Tarn"),
      text: "We welcome it.",
      source: { mention: at("A spokesman for Tarn Council"), entity: 4, ...spokesman },
    },
    { kind: "indirect", content: [at("work would start soon")], quoted: [], cue: at("added"), text: "work would start soon", source: { mention: at("Mrs Lee"), entity: 5, ...mrs } },
  ],
  terms: [],
  ratings: [
    {
      rater: "Ofsted", subject: "Meadow School", aspect: null, grade: "good", scale: "ofsted", rank: 2, of: 4, status: "current", change: null, from: null,
      date: null, gradeSpans: [at("good")], evidence: [at('Ofsted has rated Meadow School "good"')],
    },
  ],
  figures: [
    { span: at("£5.6m"), text: "£5.6m", kind: "money", value: 5_600_000, min: null, max: null, unit: "GBP", modifier: null, vague: false, of: "teachers", change: null, per: null },
    { span: at("12"), text: "12", kind: "count", value: 12, min: null, max: null, unit: null, modifier: null, vague: false, of: "new teachers", change: null, per: null },
  ],
  dates: [{ span: at("March 2019"), text: "March 2019", edtf: "2019-03", label: null, order: null }],
  checks: [],
  boilerplate: [],
};
