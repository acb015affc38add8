// A newsroom's own page around <fact-box>, for the element's tests.

import { open } from "./open.mjs";

/** @import { Page } from "playwright-core" */
/** @import { Wishes } from "./open.mjs" */
/** @import { FactBoxElement } from "../../www/element.js" */

/** A policy as strict as an element with WebAssembly can live under. */
export const strict =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** A story with every kind of fact. */
export const story = `
  <h1>Meadow School is “good”</h1>
  <p>Ofsted has rated <a href="#school">Meadow   School</a>
     “good”, up from inadequate in March 2019.</p>
  <p>“We are <em>proud</em> of every child,” said Ann Lee, the head teacher.<br>The school spent £5.6m.</p>`;

/**
 * Opens a host's page and waits until its boxes have read.
 *
 * @param {string} body
 * @param {Wishes & { policy?: string, head?: string, scripts?: boolean }} [wishes] `scripts`: whether the policy lets them run
 * @returns {Promise<Page>}
 */
export async function host(body, { policy, head = "", scripts = true, ...wishes } = {}) {
  const meta = policy ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : "";
  const page = await open({
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8">${meta}<title>The Oakmoor Herald</title>
      <link rel="icon" href="data:,">${head}<script type="module" src="define.js"></script></head><body>${body}</body></html>`,
    ...wishes,
    ...(scripts ? {} : { faulty: true }),
  });
  if (scripts) await read(page);
  return page;
}

/**
 * Waits until every box has read its text as it is now.
 *
 * @param {Page} page
 */
export async function read(page) {
  await page.evaluate(async () => {
    await customElements.whenDefined("fact-box");
    await Promise.all([...document.querySelectorAll("fact-box")].map((box) => /** @type {FactBoxElement} */ (box).ready));
  });
}

/**
 * The lines that a box shows; none where it hides.
 *
 * @param {Page} page
 * @param {string} [selector]
 * @returns {Promise<string[]>}
 */
export async function lines(page, selector = "fact-box") {
  const text = await page.evaluate((selector) => {
    const frame = document.querySelector(selector)?.shadowRoot?.querySelector(".frame");
    return frame instanceof HTMLElement && frame.checkVisibility() ? frame.innerText : "";
  }, selector);
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

/**
 * The words under the marks of a kind, in the order of the page.
 *
 * @param {Page} page
 * @param {string} name "quote", "here"
 * @returns {Promise<string[]>}
 */
export async function marked(page, name) {
  return page.evaluate((name) => {
    const ranges = [.../** @type {Set<Range>} */ (/** @type {unknown} */ (CSS.highlights.get(`factbox-${name}`) ?? []))];
    ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    return ranges.map((range) => range.toString().replace(/\s+/g, " "));
  }, name);
}

/**
 * Presses a fact in a box.
 *
 * @param {Page} page
 * @param {string} words of its button
 */
export async function press(page, words) {
  await page.evaluate((words) => {
    const buttons = document.querySelector("fact-box")?.shadowRoot?.querySelectorAll("button") ?? [];
    const button = [...buttons].find((button) => button.innerText === words);
    if (!button) throw new Error(`the box has no button ${words}`);
    button.click();
  }, words);
}

/**
 * Remembers the box's events from now on.
 *
 * @param {Page} page
 * @returns {Promise<() => Promise<{ type: string, detail: any }[]>>} what has come since
 */
export async function events(page) {
  await page.evaluate(() => {
    Object.assign(window, { heard: [] });
    for (const type of ["factbox-report", "factbox-select", "factbox-error"]) {
      document.addEventListener(type, (event) => {
        const detail = JSON.parse(JSON.stringify(/** @type {CustomEvent} */ (event).detail));
        /** @type {any} */ (window).heard.push({ type, detail });
      });
    }
  });
  return () => page.evaluate(() => /** @type {any} */ (window).heard.splice(0));
}

/**
 * Changes the page by a script and waits for the boxes.
 *
 * @param {Page} page
 * @param {() => void} script
 */
export async function change(page, script) {
  await page.evaluate(script);
  // Observers are told after the script, and ask for a reading that `ready` stands for.
  await page.evaluate(() => Promise.resolve());
  await read(page);
}
