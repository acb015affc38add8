// Runs the tests of the page in an engine other than Chromium, all of a part's files in one process and one browser.

import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { find } from "../../scripts/browser.mjs";

/** @import { Engine } from "../../scripts/browser.mjs" */

const tests = new URL("../", import.meta.url);

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
  const files = readdirSync(tests).filter((name) => name.endsWith(".test.mjs")).sort().map((name) => new URL(name, tests));
  const page = files.filter((url) => /^withBrowser\(\);$/m.test(readFileSync(url, "utf8")));
  for (const url of page.filter((_, nth) => nth % parts === part)) await import(url.href);
}
