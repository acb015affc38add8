// Ratings: items about one subject by one rater become one rating with a row an aspect, laid on the rater's scale.
//
// An earlier item whose grade is a current one's `from` folds into it. What stands on another scale is kept apart:
// no steps may be counted between two scales.

import { isOut } from "../corrections/model.js";
import { flag, note } from "../corrections/words.js";
import { capital, date, place, plain } from "../words.js";
import { slice } from "./spans.js";

/** @import { Rating, RatingStatus } from "../report.d.ts" */
/** @import { Reading, Scale } from "../facts.js" */

/**
 * A place on a drawn scale.
 *
 * @typedef {object} ScaleRow
 * @property {string | null} name the aspect; null for the whole
 * @property {number | null} now column of the grade that the row is about, worst first
 * @property {RatingStatus} status what `now` is
 * @property {number | null} was column of the grade before
 * @property {boolean} outside whether the grade before stands on another scale
 * @property {string} words the row without a drawing: "Safe: good"
 */

/**
 * @typedef {object} DrawnScale
 * @property {string} caption "Ofsted's scale, worst to best"
 * @property {string[]} labels worst first
 * @property {boolean} numeric whether the labels are digits
 * @property {string | null} outside label of a grade from another scale
 * @property {string} link the scale's own page, or ""
 * @property {ScaleRow[]} rows
 */

/**
 * @typedef {object} RatingFact
 * @property {string} id
 * @property {string} tag
 * @property {string} before words before the subject: "Ofsted rated"
 * @property {string | null} subject
 * @property {string} grade as a heading; "" where only aspects have grades
 * @property {string} beside small words beside the grade: "in every category"
 * @property {string} meta "Second of four grades. Upgraded from inadequate, no date given."
 * @property {string[]} words those of the article in its lines
 * @property {DrawnScale[]} scales
 * @property {string[]} also rows that no scale can show
 * @property {Step[]} timeline what stood when, where the article gives more than one date
 * @property {string} flag "edited: grade" for copies, or ""
 * @property {string} edited "Source changed by you", or ""
 * @property {boolean} gone whether it was dismissed: then only a line to put it back is shown
 */

/** @typedef {{ when: string, grade: string, now: boolean }} Step a grade on the timeline */

/** Aspects that mean every one. */
const whole = /^(all|every|each|both)\b/i;

/**
 * @param {Reading} reading
 * @returns {RatingFact[]}
 */
export function readRatings(reading) {
  return group(reading).map((all, nth) => {
    const kept = all.filter((rating) => !isOut(rating));
    const gone = kept.length === 0;
    const ratings = gone ? all : kept;
    const fact = { ...describe(reading, ratings, nth + 1), flag: flag(...ratings), edited: note(...ratings), gone };
    reading.rows.set(fact.id, ratings);
    if (gone) return fact;
    reading.items.push({
      id: fact.id,
      kind: "r",
      tag: fact.tag,
      title: fact.grade || fact.beside || (fact.subject ?? ""),
      note: `${fact.before} ${fact.subject ?? ""}`.trim(),
      line: ratings.flatMap((rating) => rating.evidence).sort((a, b) => a[0] - b[0]),
      wash: ratings.flatMap((rating) => rating.gradeSpans),
      found: { ratings },
    });
    return fact;
  });
}

/**
 * @param {Reading} reading
 * @returns {Rating[][]} in the order of the text
 */
function group({ report }) {
  /** @type {Map<string, Rating[]>} */
  const groups = new Map();
  for (const rating of report.ratings) {
    const key = `${plain(rating.rater ?? "")}|${plain(rating.subject ?? "")}`;
    const same = groups.get(key);
    if (same) same.push(rating);
    else groups.set(key, [rating]);
  }
  const all = [...groups.values()];
  /** @type {Map<string, Rating[]>} */
  const moved = new Map();
  for (const ratings of all) {
    for (const { rater, from, status } of ratings) {
      const key = `${rater}|${plain(from ?? "")}`;
      if (from !== null && status !== "previous" && !moved.has(key)) moved.set(key, ratings);
    }
  }
  return all.filter((earlier) => {
    const [only] = earlier;
    if (!only || earlier.length > 1 || only.status !== "previous") return true;
    const newer = moved.get(`${only.rater}|${plain(only.grade)}`);
    newer?.push(only);
    return !newer;
  });
}

/**
 * Whether `rating` moved away from the grade of `earlier`.
 *
 * @param {Rating} rating
 * @param {Rating} earlier
 */
function cameFrom(rating, earlier) {
  return (
    rating.status !== "previous" &&
    rating.from !== null &&
    plain(rating.from) === plain(earlier.grade) &&
    rating.rater === earlier.rater
  );
}

/**
 * @param {Reading} reading
 * @param {Rating[]} ratings of one subject
 * @param {number} nth
 */
function describe(reading, ratings, nth) {
  const rows = byAspect(ratings);
  const head = rows.find((row) => row.name === null) ?? rows.find((row) => whole.test(row.name ?? ""));
  const single = rows.length === 1 ? rows[0] : undefined;
  const shown = head ?? single;
  const main = shown ? standing(shown) : ratings[0];
  const drawn = draw(reading, rows, head ?? single);
  const { rater = null, subject = null } = main ?? {};
  return {
    id: `r${nth}`,
    tag: `R${nth}`,
    before: sentence(rater, subject, main?.status ?? "current"),
    subject,
    grade: shown && main ? heading(main) : "",
    beside: shown?.name ? `${whole.test(shown.name) ? "in" : "for"} ${shown.name}` : "",
    meta: shown && main ? meta(reading, main, replaced(main, shown.before)) : "",
    words: worded(reading, ratings),
    ...drawn,
    timeline: timeline(reading, ratings),
  };
}

/**
 * What the lines of a rating may have of the article.
 *
 * @param {Reading} reading
 * @param {Rating[]} ratings
 */
function worded({ text }, ratings) {
  const all = ratings.flatMap((rating) => [rating.rater, rating.subject, rating.aspect, rating.grade, rating.from, asWorded(text, rating)]);
  return [...new Set(all.flatMap((words) => (words ? [words, capital(words)] : [])))];
}

/**
 * What stood when: one step a dated grade, where there are two dates at least.
 *
 * @param {Reading} reading
 * @param {Rating[]} ratings
 * @returns {Step[]}
 */
function timeline({ text }, ratings) {
  /** @type {Map<string, Step & { edtf: string }>} */
  const steps = new Map();
  for (const rating of ratings) {
    if (!rating.date || (rating.status !== "current" && rating.status !== "previous")) continue;
    const grade = `${asWorded(text, rating)}${rating.aspect && !whole.test(rating.aspect) ? `, ${rating.aspect}` : ""}`;
    const step = { when: date(rating.date), grade, now: rating.status === "current", edtf: rating.date };
    steps.set(`${rating.date} ${plain(grade)}`, step);
  }
  const sorted = [...steps.values()].sort((a, b) => (a.edtf < b.edtf ? -1 : a.edtf > b.edtf ? 1 : 0));
  if (new Set(sorted.map(({ edtf }) => edtf)).size < 2) return [];
  const latest = sorted.findLast(({ now }) => now)?.edtf;
  return sorted.map(({ when, grade, now, edtf }) => ({ when, grade, now: now && edtf === latest }));
}

/** @typedef {{ name: string | null, now: Rating | undefined, before: Rating[] }} Aspect */

/**
 * @param {Rating[]} ratings
 * @returns {Aspect[]} the whole first
 */
function byAspect(ratings) {
  /** @type {Map<string, Aspect>} */
  const rows = new Map();
  // Where one aspect has several grades, the row is about the current one that the scale knows.
  const weight = (/** @type {Rating} */ { rank, status }) => Number(rank === null) + 2 * Number(status !== "current");
  const later = (/** @type {Rating} */ a, /** @type {Rating} */ b) => (a.date && b.date ? Number(a.date < b.date) - Number(a.date > b.date) : 0);
  const held = ratings.filter((rating) => rating.status !== "previous").sort((a, b) => weight(a) - weight(b) || later(a, b));
  for (const rating of held) {
    const key = plain(rating.aspect ?? "");
    const row = rows.get(key);
    if (row?.now && rating.status === "current" && later(row.now, rating) < 0) {
      row.before.push(rating); // its own date says that it stood before
      continue;
    }
    const taken = row !== undefined;
    const name = taken ? `${rating.aspect ?? "Overall"}, ${said[rating.status]}` : rating.aspect;
    rows.set(taken ? `${key}|${rows.size}` : key, { name, now: rating, before: [] });
  }
  for (const rating of ratings.filter((rating) => rating.status === "previous")) {
    const key = plain(rating.aspect ?? "");
    const row = rows.get(key) ?? [...rows.values()].find(({ now }) => now && cameFrom(now, rating));
    if (row) row.before.push(rating);
    else rows.set(key, { name: rating.aspect, now: undefined, before: [rating] });
  }
  return [...rows.values()].sort((a, b) => Number(a.name !== null) - Number(b.name !== null));
}

/**
 * The earlier rating that a grade took the place of: the one that it is said to come from, else one on a scale.
 *
 * @param {Rating} rating
 * @param {Rating[]} before
 */
function replaced(rating, before) {
  if (rating.status === "previous") return undefined;
  if (rating.from !== null) return before.find((earlier) => cameFrom(rating, earlier));
  return before.find((earlier) => earlier.rank !== null);
}

/** What a row's dot is called where the drawing cannot be seen. */
export const said = /** @type {const} */ ({
  current: "now",
  previous: "before",
  predicted: "expected",
  target: "aimed for",
  negated: "no longer",
});

/** @param {Aspect} row */
function standing(row) {
  return row.now ?? row.before[0];
}

/** @param {Rating} rating */
function heading(rating) {
  return rating.status === "negated" ? `No longer ${rating.grade}` : capital(rating.grade);
}

/**
 * @param {string | null} rater
 * @param {string | null} subject
 * @param {RatingStatus} status
 */
function sentence(rater, subject, status) {
  const who = rater ?? "Rater not named,";
  const verb = status === "predicted" ? "is expected to rate" : status === "target" ? "grade aimed for by" : "rated";
  return `${who} ${verb}${subject === null ? ", subject not named" : ""}`;
}

/**
 * @param {Reading} reading
 * @param {Rating} rating
 * @param {Rating | undefined} earlier
 */
function meta({ text }, rating, earlier) {
  const rank = rating.rank !== null && rating.of !== null ? `${place(rating.rank, rating.of)}. ` : "";
  const states = {
    current: "Current",
    previous: "Earlier grade",
    predicted: "Expected",
    target: "Target",
    negated: "No longer held",
  };
  const moved = rating.change ? capital(rating.change) : states[rating.status];
  const when = rating.date ? date(rating.date, true) : "no date given";
  const from = earlier ? asWorded(text, earlier) : rating.from === rating.grade ? null : rating.from;
  const then = earlier?.date ? date(earlier.date, true) : "";
  if (!from) return `${rank}${moved}, ${when}.`;
  if (!rating.change) return `${rank}${moved}, ${when}. Before that ${from}${then ? `, ${then}` : ""}.`;
  return then ? `${rank}${moved}, ${when}, from ${from} in ${then}.` : `${rank}${moved} from ${from}, ${when}.`;
}

/**
 * The grade in the article's own words.
 *
 * @param {string} text
 * @param {Rating} rating
 */
function asWorded(text, rating) {
  const [span] = rating.gradeSpans;
  return (span && slice(text, span)) || rating.grade;
}

/**
 * @param {Reading} reading
 * @param {Aspect[]} aspects
 * @param {Aspect | undefined} head the row that the heading shows
 * @returns {{ scales: DrawnScale[], also: string[] }}
 */
function draw({ text, scales }, aspects, head) {
  /** @type {Map<string, DrawnScale>} */
  const drawn = new Map();
  /** @type {string[]} */
  const also = [];
  for (const aspect of aspects) {
    const rating = standing(aspect);
    if (!rating) continue;
    const earlier = aspect.now && replaced(aspect.now, aspect.before);
    const more = aspect.before.filter((old) => old !== earlier && old !== rating);
    for (const old of more) also.push(`Earlier: ${asWorded(text, old)}, ${when(old)}.`);
    const scale = rating.scale === null ? undefined : scales.get(rating.scale);
    const labels = scale ? labelled(scale, rating) : [];
    const now = column(labels, rating.grade, rating.rank);
    if (!scale || now === null) {
      if (aspect !== head) also.push(inAWord(aspect, rating));
      continue;
    }
    const was = earlier
      ? earlier.scale === rating.scale
        ? column(labels, earlier.grade, earlier.rank)
        : null
      : rating.from === null
        ? null
        : column(labels, rating.from, null);
    const outside = was === null && (earlier !== undefined || rating.from !== null);
    let on = drawn.get(scale.id);
    if (!on) {
      on = {
        caption: `${possessive(scale.rater)} scale, worst to best`,
        labels,
        numeric: labels.every((label) => /^\d+$/.test(label)),
        outside: null,
        link: scale.url ?? "",
        rows: [],
      };
      drawn.set(scale.id, on);
    }
    if (outside) on.outside ??= outsideLabel(text, rating, earlier);
    on.rows.push({
      name: aspect.name === null || (aspects.length === 1 && whole.test(aspect.name)) ? null : capital(aspect.name),
      now,
      status: rating.status,
      was,
      outside,
      words: `${capital(aspect.name ?? "Overall")}: ${rating.grade}`,
    });
  }
  return { scales: [...drawn.values()], also };
}

/**
 * A row that no scale shows.
 *
 * @param {Aspect} aspect
 * @param {Rating} rating
 */
function inAWord({ name }, rating) {
  if (rating.status === "negated") return `${heading(rating)}.`;
  const moved = rating.change ? `, ${rating.change}` : "";
  const from = rating.from === null ? "" : ` from ${rating.from}`;
  return `${capital(name ?? "Overall")}: ${rating.grade}${moved}${from}.`;
}

/** @param {Rating} rating */
function when(rating) {
  return rating.date ? date(rating.date, true) : "no date given";
}

/**
 * @param {string} text
 * @param {Rating} rating
 * @param {Rating | undefined} earlier
 */
function outsideLabel(text, rating, earlier) {
  if (!earlier) return `‘${rating.from}’`;
  const year = earlier.date?.slice(0, 4);
  return `‘${asWorded(text, earlier)}’${year ? ` ${year}` : ""}`;
}

/**
 * Labels of the scale's grades, worst first. A scale of numbers has none of its own: they follow from the grade.
 *
 * @param {Scale} scale
 * @param {Rating} rating
 */
function labelled(scale, rating) {
  if (scale.grades.length > 0) return scale.grades.map(shortened).reverse();
  const top = Number(/\/(\d{1,2})$/.exec(rating.grade)?.[1] ?? Number.NaN);
  const lowest = rating.of === null ? 1 : top - rating.of + 1;
  if (!(top > 1) || !(lowest === 0 || lowest === 1)) return [];
  return Array.from({ length: top - lowest + 1 }, (_, nth) => String(lowest + nth));
}

/**
 * "4/5" is "4" under a tick; words start with a capital.
 *
 * @param {string} grade
 */
function shortened(grade) {
  return /^\d+\/\d+$/.test(grade) ? (grade.split("/")[0] ?? grade) : capital(grade);
}

/**
 * @param {string[]} labels worst first
 * @param {string} grade
 * @param {number | null} rank 1 is best
 * @returns {number | null}
 */
function column(labels, grade, rank) {
  // A rank counts the grades of its time, the labels are those of all times: only the name tells for certain.
  const at = labels.findIndex((label) => plain(label) === plain(shortened(grade)));
  if (at >= 0) return at;
  return rank !== null && rank >= 1 && rank <= labels.length ? labels.length - rank : null;
}

/** @param {string} name */
function possessive(name) {
  return name.endsWith("s") ? `${name}’` : `${name}’s`;
}
