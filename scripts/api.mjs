// The reference of the element and the package, out of their sources: custom-elements.json for editors, docs/api.md for
// people. `node scripts/api.mjs` writes both; a test says when they are stale.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { build } from "./build.mjs";
import { types as declarations } from "./package.mjs";
import { Failure, main, output, root } from "./run.mjs";
import { consumers } from "./setup.mjs";

/**
 * @typedef {object} Entry something with a name, as the analyser writes it
 * @property {string} name
 * @property {string} kind
 * @property {string} [description]
 * @property {{ text: string }} [type]
 * @property {boolean} [readonly]
 * @property {boolean} [static]
 * @property {boolean} [optional]
 * @property {string} [privacy]
 * @property {Entry[]} [parameters]
 * @property {{ type: { text: string } }} [return]
 * @property {Entry[]} [members]
 * @property {Entry[]} [attributes]
 * @property {Entry[]} [events]
 * @property {Entry[]} [slots]
 * @property {Entry[]} [cssParts]
 * @property {Entry[]} [cssProperties]
 * @property {{ name: string }} [superclass]
 */
/** @typedef {{ declarations: Entry[], exports: { name: string }[] }} Module */

/** What the package's users import, and nothing that these import in turn. */
const sources = ["www/element.js", "www/define.js", "www/factbox.js", "www/element/upgrade.js"];

/**
 * Both files' contents.
 *
 * @returns {{ "custom-elements.json": string, "docs/api.md": string }}
 */
export function reference() {
  consumers();
  build();
  const folder = mkdtempSync(join(tmpdir(), "factbox-api-"));
  try {
    declarations(folder);
    const manifest = analyse(folder);
    return { "custom-elements.json": `${JSON.stringify(manifest, null, 2)}\n`, "docs/api.md": markdown(manifest.modules, folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The analyser's manifest without what is private or misread.
 *
 * @param {string} folder for the analyser to write to
 */
function analyse(folder) {
  const program = join(root, "tests/consumers/node_modules/@custom-elements-manifest/analyzer/cem.js");
  // The analyser takes the folder as one below the project's.
  const config = ["--config", "tests/consumers/analyser.mjs"];
  const args = [program, "analyze", "--quiet", ...config, "--outdir", relative(root, folder), "--globs", ...sources];
  if (output(process.execPath, args) === null) throw new Failure("the analyser of custom elements failed");
  const manifest = JSON.parse(readFileSync(join(folder, "custom-elements.json"), "utf8"));
  for (const module of /** @type {Module[]} */ (manifest.modules)) {
    const exported = new Set(module.exports.map(({ name }) => name));
    module.declarations = module.declarations.filter(({ name }) => exported.has(name)).map(clean);
  }
  return manifest;
}

/** @param {Entry} declaration @returns {Entry} */
function clean(declaration) {
  if (declaration.kind !== "class") return declaration;
  const open = (/** @type {Entry} */ { privacy, name }) => privacy !== "private" && name !== "adoptedStyleSheets";
  return {
    ...declaration,
    members: declaration.members?.filter(open) ?? [],
    events: declaration.events?.filter(({ name }) => name !== "type") ?? [],
    superclass: { name: "HTMLElement" },
  };
}

/**
 * @param {Module[]} modules
 * @param {string} folder of the declarations
 */
function markdown(modules, folder) {
  const all = modules.flatMap(({ declarations }) => declarations);
  const element = all.find(({ kind }) => kind === "class");
  if (!element) throw new Failure("the analyser has found no element");
  const { attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [] } = element;
  const fields = members.filter(({ kind, static: shared }) => kind === "field" && !shared);
  const types = ["www/element", "www/factbox", "www/pkg/factbox", "www/report"]
    .flatMap((name) => blocks(readFileSync(join(folder, `${name}.d.ts`), "utf8")))
    .filter(({ name }) => !/^(Sync)?Init/.test(name));
  return [
    "# Reference",
    "Made from the sources by `node scripts/api.mjs`.",
    "## The element `<fact-box>`",
    element.description ?? "",
    "### Attributes",
    table(["Attribute", "Type", ""], attributes.map(({ name, type, description }) => [code(name), code(type?.text), description])),
    "### Properties",
    table(["Property", "Type", ""], fields.map((field) => [code(field.name), code(field.type?.text), [described(field, attributes), field.readonly && "Read only."].filter(Boolean).join(" ")])),
    "### Methods",
    table(["Method", "Gives", ""], members.filter(({ kind }) => kind === "method").map((method) => [code(signature(method)), code(method.return?.type.text ?? "void"), method.description])),
    "### Events",
    table(["Event", "Type", ""], events.map(({ name, type, description }) => [code(name), code(type?.text), description])),
    "### Slot",
    slots.map(({ description }) => description).join("\n\n"),
    "### Parts",
    table(["Part", ""], cssParts.map(({ name, description }) => [code(name), description])),
    "### Custom properties",
    table(["Property", ""], cssProperties.map(({ name, description }) => [code(name), description])),
    "## Functions",
    ...all.filter(({ kind }) => kind === "function").flatMap(drawFunction),
    "## Types",
    ...types.flatMap(drawType),
  ].join("\n\n").concat("\n");
}

/**
 * What a property is for; one that mirrors an attribute says so.
 *
 * @param {Entry} field
 * @param {Entry[]} attributes
 */
function described({ name, description }, attributes) {
  const mirrored = name === "htmlFor" ? "for" : name;
  if (description) return description;
  return attributes.some((attribute) => attribute.name === mirrored) ? `The attribute ${code(mirrored)}.` : "";
}

/** @param {Entry} declaration */
function drawFunction({ name, description, parameters = [], return: gives }) {
  return [
    `### ${code(signature({ name, kind: "function", parameters }))}`,
    description ?? "",
    ...(parameters.length > 0 ? [table(["Parameter", "Type", ""], parameters.map(({ name, type, description }) => [code(name), code(type?.text), description]))] : []),
    ...(gives ? [`Gives ${code(gives.type.text)}.`] : []),
  ];
}

/** @param {Entry} entry */
function signature({ name, parameters = [] }) {
  return `${name}(${parameters.map(({ name, optional }) => (optional ? `${name}?` : name)).join(", ")})`;
}

/** @typedef {{ name: string, description: string, members: string[][], alias: string }} Block a type: its members, or what it stands for */

/**
 * The types that a file of declarations exports.
 *
 * @param {string} text
 * @returns {Block[]}
 */
function blocks(text) {
  const starts = text.matchAll(/(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\s*)?^export (?:type (\w+) =|interface (\w+)) /gm);
  return [...starts].map(({ 0: head, 1: comment = "", 2: type, 3: face, index }) => {
    const from = index + head.length;
    const body = text.slice(from, face ? text.indexOf("\n}", from) + 2 : end(text, from, ";")).trim();
    const whole = body.startsWith("{") && end(body, 1, "}") === body.length - 1;
    return { name: type ?? face ?? "", description: prose(comment), members: whole ? listed(body.slice(1, -1)) : [], alias: whole ? "" : body };
  });
}

/**
 * The members of a type: name, type, and what the comment before them says.
 *
 * @param {string} body between the braces
 */
function listed(body) {
  const members = [];
  for (let at = 0; at < body.length; ) {
    const stop = end(body, at, ",;");
    const [, comment = "", name, type] = /^\s*(?:\/\*\*([^]*?)\*\/)?\s*(\w+\??):([^]*)$/.exec(body.slice(at, stop)) ?? [];
    if (name) members.push([code(name), code(type), prose(comment)]);
    at = stop + 1;
  }
  return members;
}

/**
 * Where a piece of a declaration ends: at one of the marks outside comments, strings and brackets.
 *
 * @param {string} text
 * @param {number} from
 * @param {string} marks
 */
function end(text, from, marks) {
  let depth = 0;
  for (const found of text.slice(from).matchAll(/\/\*[^]*?\*\/|"[^"]*"|=>|[^]/g)) {
    const [piece] = found;
    if (depth === 0 && marks.includes(piece)) return from + found.index;
    if ("{([<".includes(piece)) depth += 1;
    if ("})]>".includes(piece)) depth -= 1;
  }
  return text.length;
}

/** @param {Block} block */
function drawType({ name, description, members, alias }) {
  const content = members.length > 0 ? table(["Field", "Type", ""], members) : code(alias);
  return [`### ${name}`, ...(description ? [description] : []), content];
}

/** A doc comment as running text. @param {string} comment */
function prose(comment) {
  return comment.replace(/^\s*\*? ?/gm, "").replace(/\{@link (\w+)\}/g, "`$1`").replace(/\s+/g, " ").trim();
}

/** @param {string | undefined} text */
function code(text) {
  return text ? `\`${text.replace(/\s+/g, " ").trim()}\`` : "";
}

/**
 * @param {string[]} heads
 * @param {(string | undefined)[][]} rows
 */
function table(heads, rows) {
  const line = (/** @type {(string | undefined)[]} */ cells) =>
    `| ${cells.map((cell) => (cell ?? "").replaceAll("|", "\\|").replace(/\s+/g, " ").trim()).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

await main(import.meta, () => {
  for (const [path, text] of Object.entries(reference())) writeFileSync(join(root, path), text);
});
