// A rating's place on its scale: a table with a column a grade for short scales, a line with ticks for long ones and
// for numbers. Worst stands left, best right, and no grade has a colour of its own.

import { said } from "../facts/ratings.js";
import { h, svg, woven } from "./dom.js";

/** @import { DrawnScale, ScaleRow } from "../facts/ratings.js" */

/** Most grades that fit as columns: with their names, and as numbers. */
const COLUMNS = 6;
const NUMBERS = 11;

/**
 * @param {DrawnScale} scale
 * @returns {Element[]}
 */
export function drawScale(scale) {
  const { labels, numeric, rows } = scale;
  const fits = numeric ? rows.length > 1 && labels.length <= NUMBERS : labels.length <= COLUMNS;
  if (fits) return [asTable(scale)];
  return rows.flatMap((row) => {
    const line = asLine(scale, row);
    return row.name === null ? [line] : [h("p", { class: "also meta" }, ...woven(row.name)), line];
  });
}

/** @param {DrawnScale} scale */
function asTable({ caption, labels, rows, outside, numeric }) {
  const bare = rows.length === 1 && rows[0]?.name === null;
  const last = labels.length - 1;
  const [main] = rows;
  const columns = labels.length + (outside === null ? 0 : 1);
  const size = numeric || labels.length < 4 ? "" : (["four", "five"][columns - 4] ?? "six");
  const head = labels.map((label, at) => {
    const is = (rows.length === 1 || main?.name === null) && at === main?.now;
    const inner = at > 0 && at < last;
    return h("th", { scope: "col", class: [is && "is", inner && "inner"].filter(Boolean).join(" ") || null }, label);
  });
  const body = rows.map((row) => {
    const cells = labels.map((_, at) => {
      const end = at === 0 ? "first" : at === last ? "last" : null;
      return h("td", { class: end }, ...marksAt(row, at));
    });
    if (outside !== null) cells.unshift(h("td", { class: "out" }, ...(row.outside ? before(row.now ?? 0, true) : [])));
    const classes = [row.name === null && "whole", row.outside && "broken"].filter(Boolean).join(" ");
    // Where there is no room for the columns' names, the row says its grade.
    const grade = h("small", { "aria-hidden": "true" }, labels[row.now ?? 0]?.toLowerCase());
    return h(
      "tr",
      { class: classes || null },
      bare ? null : h("th", { scope: "row", class: "name" }, ...woven(row.name ?? "Overall"), " ", grade),
      ...cells,
    );
  });
  const corner = bare ? null : h("td", { class: "name" });
  const from = outside === null ? null : h("th", { scope: "col", class: "out" }, ...woven(outside));
  return h(
    "table",
    { class: ["scale", `c${columns}`, bare && "bare", size].filter(Boolean).join(" ") },
    h("caption", { class: "vh" }, caption),
    h("thead", {}, h("tr", {}, corner, from, ...head)),
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
  const drawing = svg("svg", { class: "long", role: "img", "aria-label": words });
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
  const high = (/** @type {number} */ height) => drawing.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
  high(numeric ? 44 : 62);
  if (numeric && labels.length <= NUMBERS) {
    for (const at of labels.keys()) drawing.append(label(at, y + 26, "middle"));
    return drawing;
  }
  if (now !== 0) drawing.append(svg("text", { x: 2, y: 12 }, name(0)));
  if (now !== last) drawing.append(svg("text", { x: WIDTH - 2, y: 12, "text-anchor": "end" }, name(last)));
  const here = placed(x(now), name(now));
  drawing.append(label(now, y + 26, here.anchor));
  if (was !== null && Math.abs(x(now) - x(was)) > 40) {
    const there = placed(x(was), name(was));
    // Long names side by side have a line each.
    const below = there.from < here.to && here.from < there.to;
    if (below) high(numeric ? 70 : 88);
    drawing.append(label(was, y + (below ? 52 : 26), there.anchor));
  }
  return drawing;
}

/** Room for a letter of a label in a bold and wide face, in the drawing's units, where it is narrowest. */
const LETTER = 13;

/**
 * Which end of a label stands at its tick, so that it stays inside the drawing, and the room that it takes.
 *
 * @param {number} at
 * @param {string} label
 */
function placed(at, label) {
  const room = label.length * LETTER;
  if (at < room / 2) return { anchor: "start", from: at, to: at + room };
  if (at > WIDTH - room / 2) return { anchor: "end", from: at - room, to: at };
  return { anchor: "middle", from: at - room / 2, to: at + room / 2 };
}
