// Text files: opened with the button or dropped anywhere on the page.

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
 * @returns {Promise<string>}
 * @throws {Unreadable} for what is too long, or no plain text
 */
export async function readText(file) {
  if (file.size > LIMIT) {
    const limit = megabytes(LIMIT);
    throw new Unreadable(`That file is ${megabytes(file.size)}.`, `The limit is ${limit}. Paste the article instead.`);
  }
  const advice = "Open it, copy the text and paste it here.";
  if (!/\.(txt|text|md|markdown)$/i.test(file.name)) throw new Unreadable("Factbox cannot read that file.", advice);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Unreadable("Factbox cannot read that file.", advice);
  }
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
