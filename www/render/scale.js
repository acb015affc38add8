// A rating's place on its scale: a table with a column a grade for short scales, a line with ticks for long ones and
// for numbers. Worst stands left, best right, and no grade has a colour of its own.

import { said } from "../facts/ratings.js";
import { h, svg } from "./dom.js";

/** @import { DrawnScale, ScaleRow } from "../facts/ratings.js" */

/** Most grades that fit as columns with their names. */
const COLUMNS = 6;

/**
 * @param {DrawnScale} scale
 * @returns {Element[]}
 */
export function drawScale(scale) {
  const short = scale.labels.length <= COLUMNS && !scale.numeric;
  if (short || scale.rows.length > 1) return [asTable(scale, short || scale.numeric)];
  return scale.rows.map((row) => asLine(scale, row));
}

/**
 * @param {DrawnScale} scale
 * @param {boolean} named whether every grade's name is shown; else only those that a row stands on, and the ends
 */
function asTable({ caption, labels, rows, outside }, named) {
  const bare = rows.length === 1 && rows[0]?.name === null;
  const left = outside === null ? 0 : 1;
  const last = labels.length - 1;
  const main = rows[0];
  const stood = new Set(rows.flatMap((row) => [row.now, row.was]));
  const head = labels.map((label, at) => {
    const kept = stood.has(at) || at === 0 || at === last;
    const is = rows.length === 1 || main?.name === null ? at === main?.now : false;
    const wide = !kept && labels.length + left >= 5;
    const attributes = { scope: "col", class: is ? "is" : wide ? "wide" : null };
    return h("th", attributes, named || kept ? label : h("span", { class: "vh" }, label));
  });
  const body = rows.map((row) => {
    const cells = labels.map((_, at) => {
      const end = at === 0 ? "first" : at === last ? "last" : null;
      return h("td", { class: end }, ...marksAt(row, at));
    });
    if (left) cells.unshift(h("td", { class: "out" }, ...(row.outside ? before(row.now ?? 0, true) : [])));
    const name = row.name ?? "Overall";
    const broken = row.outside ? "broken" : "";
    return h(
      "tr",
      { class: `${row.name === null ? "whole" : ""} ${broken}`.trim() || null },
      bare ? null : h("th", { scope: "row", class: "name" }, name),
      ...cells,
    );
  });
  return h(
    "table",
    { class: bare ? "scale bare" : "scale" },
    h("caption", { class: "vh" }, caption),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        bare ? null : h("td", { class: "name" }),
        left ? h("th", { scope: "col", class: "out" }, outside) : null,
        ...head,
      ),
    ),
    h("tbody", {}, ...body),
  );
}

/**
 * What stands in a row's column.
 *
 * @param {ScaleRow} row
 * @param {number} at
 */
function marksAt(row, at) {
  if (at === row.was && at !== row.now) return before((row.now ?? at) - at, false);
  if (at !== row.now) return [];
  return [h("span", { class: dotClass(row) }), h("span", { class: "vh" }, said[row.status])];
}

/** @param {ScaleRow} row */
function dotClass({ status }) {
  if (status === "current") return "dot";
  return status === "previous" ? "was" : `was ${status === "negated" ? "not" : "hoped"}`;
}

/**
 * The ring of an earlier grade, and the arrow from it.
 *
 * @param {number} steps columns to the right; from another scale, the columns left of the grade
 * @param {boolean} outside
 */
function before(steps, outside) {
  const crossed = outside ? steps + 1 : Math.abs(steps);
  const back = !outside && steps < 0 ? " back" : "";
  return [
    h("span", { class: "was" }),
    crossed > 0 && h("span", { class: `run n${crossed}${back}` }),
    h("span", { class: "vh" }, said.previous),
  ].filter((node) => node !== false);
}

/** Width and margins of the drawn line, in its own units. */
const WIDTH = 400;
const EDGE = 10;

/**
 * @param {DrawnScale} scale
 * @param {ScaleRow} row
 */
function asLine({ labels, numeric, outside }, row) {
  const last = labels.length - 1;
  const x = (/** @type {number} */ at) => Math.round(EDGE + (at * (WIDTH - 2 * EDGE)) / last);
  const now = row.now ?? 0;
  const was = row.was === now ? null : row.was;
  const y = numeric ? 14 : 34;
  const name = (/** @type {number} */ at) => labels[at] ?? "";
  const from = was === null ? (outside ? `, before that ${outside}` : "") : `, from ${name(was)}`;
  const status = row.status === "current" ? "" : `${said[row.status]} `;
  const words = numeric
    ? `${status}${name(now)} on a scale from ${name(0)} to ${name(last)}${from}`
    : `${status}${name(now)}${from}, on a scale from ${name(0)}, lowest, to ${name(last)}, highest`;
  const drawing = svg("svg", { class: "long", viewBox: `0 0 ${WIDTH} ${numeric ? 44 : 62}`, role: "img", "aria-label": words });
  drawing.append(svg("path", { class: "rail", d: `M${EDGE} ${y}H${WIDTH - EDGE}` }));
  for (const at of labels.keys()) drawing.append(svg("path", { class: "tick", d: `M${x(at)} ${y - 4}v8` }));
  if (was !== null) {
    const way = now > was ? 1 : -1;
    const tip = x(now) - way * 12;
    if ((tip - x(was)) * way > 8) drawing.append(svg("path", { class: "run", d: `M${x(was)} ${y}H${tip}` }));
    drawing.append(svg("circle", { class: "was", cx: x(was), cy: y, r: 6 }));
    drawing.append(svg("path", { class: "tip", d: `M${tip - way * 6} ${y - 6}v12l${way * 8}-6z` }));
  }
  const shape = row.status === "current" ? { class: "dot", r: 9 } : { class: dotClass(row), r: 7 };
  drawing.append(svg("circle", { ...shape, cx: x(now), cy: y }));
  const label = (/** @type {number} */ at, /** @type {number} */ height, /** @type {string | null} */ anchor) =>
    svg("text", { class: at === now ? "is" : null, x: x(at), y: height, "text-anchor": anchor }, name(at));
  if (numeric && labels.length <= 11) {
    for (const at of labels.keys()) drawing.append(label(at, y + 26, "middle"));
    return drawing;
  }
  if (now !== 0) drawing.append(svg("text", { x: 2, y: 12 }, name(0)));
  if (now !== last) drawing.append(svg("text", { x: WIDTH - 2, y: 12, "text-anchor": "end" }, name(last)));
  drawing.append(label(now, y + 26, anchored(x(now))));
  if (was !== null && Math.abs(x(now) - x(was)) > 40) drawing.append(label(was, y + 26, anchored(x(was))));
  return drawing;
}

/**
 * Which end of a label stands at its tick, so that it stays inside the drawing.
 *
 * @param {number} at
 */
function anchored(at) {
  return at < 40 ? "start" : at > WIDTH - 40 ? "end" : "middle";
}
