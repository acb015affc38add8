// One rating: who rated whom, the grade, its place on the scale.

import { h, woven } from "./dom.js";
import { drawEdited, drawGone } from "./edits.js";
import { drawScale } from "./scale.js";

/** @import { RatingFact, Step } from "../facts/ratings.js" */

/** @param {RatingFact} fact */
export function drawRating({ id, tag, before, subject, grade, beside, meta, words, scales, also, timeline, edited, gone }) {
  if (gone) return h("p", { class: "gone", id }, ...drawGone(id, tag, [grade, subject].filter(Boolean).join(", ")));
  return h(
    "article",
    { class: "rating item", id, "data-item": id },
    h(
      "div",
      { class: "head" },
      h("a", { class: "tag r", href: `#t-${id}`, "aria-label": `${tag}, show in the article` }, tag),
      h(
        "div",
        {},
        h("h3", { dir: "auto" }, ...woven(before, words), subject === null ? null : " ", subject === null ? null : h("b", {}, ...woven(subject))),
        grade
          ? h("p", { class: "grade" }, h("b", {}, ...woven(grade, words)), beside ? " " : null, beside ? h("small", {}, ...woven(beside, words)) : null)
          : null,
        meta ? h("p", { class: "meta" }, ...woven(meta, words)) : null,
        drawEdited(edited, id, tag),
      ),
    ),
    ...scales.flatMap(drawScale),
    ...also.map((line) => h("p", { class: "also meta" }, ...woven(line, words))),
    timeline.length > 0 ? drawTimeline(timeline) : null,
    h("div", { class: "also", "data-acts": true }),
  );
}

/** @param {Step[]} steps */
function drawTimeline(steps) {
  const rows = steps.map(({ when, grade, now }, nth) =>
    h(
      "li",
      { class: [!now && "past", nth === steps.length - 1 && "last"].filter(Boolean).join(" ") || null },
      h("span", { class: "when" }, when),
      h("span", { class: "dot" }),
      h("span", { class: "what", dir: "auto" }, grade, now ? h("span", { class: "vh" }, " (now)") : null),
    ),
  );
  return h("ol", { class: "time grades", "aria-label": "Grades by date" }, ...rows);
}
