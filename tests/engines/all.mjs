// Runs the tests of the page in an engine other than Chromium, all of a part's files in one process and one browser.

import { test } from "node:test";
import { find } from "../../scripts/browser.mjs";
import { shared } from "./parts.mjs";

/** @import { Engine } from "../../scripts/browser.mjs" */

/**
 * @param {Engine} engine
 * @param {number} [part] of the files, counted from 0
 * @param {number} [parts] that run beside each other
 */
export async function all(engine, part = 0, parts = 1) {
  if (!find(engine) && !process.env.CI) {
    test(`the page in ${engine}`, { skip: `${engine} is not on this machine` }, () => {});
    return;
  }
  process.env.FACTBOX_ENGINE = engine;
  for (const name of shared(parts)[part] ?? []) await import(`../${name}`);
}
