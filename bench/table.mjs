// Tables of the benches: printed line by line, and put into the README with `--readme`.

import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { root } from "../scripts/run.mjs";

/** Lines as they are printed. */
export class Table {
  /** @type {string[]} */
  lines = [];

  /** @param {string} line */
  say(line) {
    console.log(line);
    this.lines.push(line);
  }

  /** A row of a table; a head has the line below it. @param {string[]} cells @param {string} [align] "l" or "r" a column */
  row(cells, align) {
    this.say(`| ${cells.join(" | ")} |`);
    if (align) this.say(`|${[...align].map((side) => (side === "r" ? "---:" : "---")).join("|")}|`);
  }

  /** Where the run was asked to: puts the lines into the README, between the marks of that name. @param {string} name */
  keep(name) {
    if (!process.argv.includes("--readme")) return;
    const path = join(root, "README.md");
    writeFileSync(path, between(readFileSync(path, "utf8"), name, this.lines.join("\n")));
  }
}

/** A text with other words between `<!-- name -->` and `<!-- /name -->`. @param {string} text @param {string} name @param {string} words */
export function between(text, name, words) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${open} … ${close}`);
  return `${text.slice(0, from + open.length)}\n${words}\n${text.slice(to)}`;
}

/** Day and machine of a run. */
export function place() {
  return `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores of ${cpus()[0]?.model}, Node ${process.versions.node}`;
}

/** "0.31", "5.6", "48", "1,300": two digits that tell, all before the point. @param {number} value */
export function round(value) {
  return value < 10 ? value.toPrecision(2) : Number(value.toPrecision(2)).toLocaleString("en-GB");
}
