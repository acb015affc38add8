// Facts → static HTML: a box for a story. Only elements and no attributes but `class`, `scope` and `lang`, so that
// what content management systems filter out (style, script, svg, data, time) is not in it.

import { outline } from "./outline.js";

/** @import { Run } from "../facts/quotes.js" */
/** @import { Shown } from "./rows.js" */

/** @param {Shown} shown */
export function html(shown) {
  const { ratings, sources, figures, dates, names, edited } = outline(shown);
  const parts = [
    part("Ratings", ratings.flatMap(({ head, grade, lines }) => [
      "<dl>",
      `<dt>${escape(head)}</dt>`,
      ...(grade ? [`<dd><strong>${escape(grade)}</strong></dd>`] : []),
      ...lines.map((line) => `<dd>${escape(line)}</dd>`),
      "</dl>",
    ])),
    part("Quotes", sources.flatMap(({ name, role, quotes }) => [
      "<blockquote>",
      ...quotes.map(({ runs, flag }) => `<p>${words(runs)}${flag ? ` [${escape(flag)}]` : ""}</p>`),
      `<footer><cite>${escape(name)}</cite>${role ? `, ${escape(role)}` : ""}</footer>`,
      "</blockquote>",
    ])),
    part("Figures", figures.length === 0 ? [] : [
      "<table>",
      "<thead>",
      '<tr><th scope="col">Figure</th><th scope="col">Of what</th></tr>',
      "</thead>",
      "<tbody>",
      ...figures.map(({ figure, what }) => `<tr><th scope="row">${escape(figure)}</th><td>${escape(what)}</td></tr>`),
      "</tbody>",
      "</table>",
    ]),
    part("Dates", dates.length === 0 ? [] : [
      "<dl>",
      ...dates.flatMap(({ when, what }) => [`<dt>${escape(when)}</dt>`, `<dd>${escape(what)}</dd>`]),
      "</dl>",
    ]),
    ...names.map(({ heading, names }) => part(heading, [
      "<ul>",
      ...names.map(({ name, note }) => `<li><strong>${escape(name)}</strong>${note ? `, ${escape(note)}` : ""}</li>`),
      "</ul>",
    ])),
  ];
  return `${['<figure class="fact-box">', ...parts.flat(), `<figcaption>From the article, read by machine${edited ? `. ${escape(edited)}` : ""}</figcaption>`, "</figure>"].join("\n")}\n`;
}

/**
 * @param {string} heading
 * @param {string[]} lines
 */
function part(heading, lines) {
  return lines.length === 0 ? [] : [`<h3>${heading}</h3>`, ...lines];
}

/** @param {Run[]} runs */
function words(runs) {
  return runs
    .map(({ text, quoted }) => {
      if (!quoted) return escape(text);
      const start = text.length - text.trimStart().length;
      return `${escape(text.slice(0, start))}“${escape(text.slice(start))}”`;
    })
    .join("");
}

/**
 * Text that HTML shows as it is, on one line.
 *
 * @param {string} text
 */
export function escape(text) {
  return text.replace(/\s+/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
