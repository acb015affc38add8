// Runs every test of the page in an engine other than Chromium, in one process and one browser.

import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { find } from "../../scripts/browser.mjs";

/** @import { Engine } from "../../scripts/browser.mjs" */

const tests = new URL("../", import.meta.url);

/** @param {Engine} engine */
export async function all(engine) {
  if (!find(engine) && !process.env.CI) {
    test(`the page in ${engine}`, { skip: `${engine} is not on this machine` }, () => {});
    return;
  }
  process.env.FACTBOX_ENGINE = engine;
  const names = readdirSync(tests).filter((name) => name.endsWith(".test.mjs"));
  for (const name of names) {
    const url = new URL(name, tests);
    if (/^withBrowser\(\);$/m.test(readFileSync(url, "utf8"))) await import(url.href);
  }
}
