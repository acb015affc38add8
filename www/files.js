// Files of text or HTML: opened with the button or dropped anywhere on the page.

import { LIMIT, megabytes } from "./limit.js";

/** A file that cannot be read, with the words for it. */
export class Unreadable extends Error {
  /**
   * @param {string} what said in bold
   * @param {string} advice
   */
  constructor(what, advice) {
    super(what);
    this.advice = advice;
  }
}

/**
 * The text of a file.
 *
 * @param {File} file
 * @param {(html: string) => string} textOf the text of HTML
 * @returns {Promise<string>}
 * @throws {Unreadable} for what is too long, or no text
 */
export async function readText(file, textOf) {
  if (file.size > LIMIT) {
    const limit = megabytes(LIMIT);
    throw new Unreadable(`That file is ${megabytes(file.size)}.`, `The limit is ${limit}. Paste the article instead.`);
  }
  const advice = "Open it, copy the text and paste it here.";
  const html = /\.(html?|xhtml)$/i.test(file.name);
  if (!html && !/\.(txt|text|md|markdown)$/i.test(file.name)) throw new Unreadable("Factbox cannot read that file.", advice);
  try {
    const bytes = await file.arrayBuffer();
    const text = new TextDecoder(html ? encoding(bytes) : "utf-8", { fatal: true }).decode(bytes);
    const read = html ? textOf(text) : text;
    if (read !== "" || !html) return read;
  } catch {
    // not that encoding, or one that nobody knows
  }
  throw new Unreadable("Factbox cannot read that file.", advice);
}

/** How far into a page of HTML its encoding is looked for, in bytes: as far as browsers do. */
const HEAD = 1024;

/**
 * The encoding that a page of HTML names.
 *
 * @param {ArrayBuffer} bytes
 */
function encoding(bytes) {
  const head = new TextDecoder("latin1").decode(bytes.slice(0, HEAD));
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? "utf-8";
}

/**
 * Takes files dropped on the page, which else would leave it to show the file.
 *
 * @param {(file: File) => void} take
 */
export function onDrop(take) {
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    take(file);
  });
}
