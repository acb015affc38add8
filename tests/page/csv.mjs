// What spreadsheets make of the page's tables.

/**
 * A reader of CSV after RFC 4180, for what the page writes.
 *
 * @param {string} text
 */
export function parse(text) {
  /** @type {string[][]} */
  const lines = [[]];
  for (const [, quoted, bare, end] of text.replace(/^\ufeff/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1)?.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
    if (end === "\r\n") lines.push([]);
  }
  return lines.filter((line) => line.length > 1);
}
