// What the page's tests share: one server, one browser, and a page that remembers everything that must not happen.

import assert from "node:assert/strict";
import { after, afterEach, before } from "node:test";
import { launch } from "../../scripts/browser.mjs";
import { serve } from "../../scripts/serve.mjs";

/** @import { Browser, BrowserContextOptions, Page } from "playwright-core" */

/** @type {Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** Contexts that the running test has opened, and what each saw go wrong. @type {(() => Promise<void>)[]} */
let closings = [];

/** Starts the server and the browser for a test file; ends both after it. Call at the top of the file. */
export function withBrowser() {
  before(async () => {
    [server, browser] = await Promise.all([serve({ port: 0 }), launch()]);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    const all = closings;
    closings = [];
    for (const close of all) await close();
  });
}

/**
 * @typedef {object} Wishes
 * @property {BrowserContextOptions} [context]
 * @property {(page: Page) => Promise<unknown>} [prepare] runs before the page is loaded
 * @property {string} [html] a host's page in the place of Factbox's own; its scripts and Factbox's files are beside it
 * @property {boolean} [faulty] whether the test is about a failure: then complaints in the console are expected
 */

/**
 * Opens the page and waits until the engine is ready. The test fails where the page violates its own policy, throws,
 * or asks for anything but its own files.
 *
 * @param {Wishes} [wishes]
 * @returns {Promise<Page>}
 */
export async function open({ context, prepare, html, faulty = false } = {}) {
  const opened = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
    serviceWorkers: "block", // each context would fetch every file again; tests of the worker allow it
    ...context,
  });
  opened.setDefaultTimeout(15_000); // what has not come by then does not come
  const page = await opened.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    const blocked = message.text().includes("Service Worker registration blocked by Playwright");
    if (!blocked && (message.type() === "error" || message.type() === "warning")) faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (origin !== new URL(server.url).origin && !request.url().startsWith("data:")) faults.push(`asked ${request.url()}`);
  });
  await page.addInitScript(() => {
    Object.assign(window, { violations: [] });
    document.addEventListener("securitypolicyviolation", (event) => {
      /** @type {any} */ (window).violations.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  closings.push(async () => {
    const violations = await page.evaluate(() => /** @type {any} */ (window).violations);
    await opened.close();
    if (!faulty) assert.deepEqual([...faults, ...violations], []);
  });
  if (html !== undefined) await page.route("**/", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await prepare?.(page);
  await page.goto(server.url);
  if (!faulty && html === undefined) await ready(page);
  return page;
}

/**
 * Waits until the engine is there and the page has locked itself.
 *
 * @param {Page} page
 */
export async function ready(page) {
  await page.waitForFunction(() => document.querySelectorAll("meta[http-equiv]").length === 2);
}

/**
 * Pastes as a person does: with the clipboard and the keys.
 *
 * @param {Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("ControlOrMeta+V");
}

/**
 * Pastes by an event, for texts that the clipboard or the protocol would change. `text` is made in the page.
 *
 * @param {Page} page
 * @param {number[]} units UTF-16 units of the text
 */
export async function pasteUnits(page, units) {
  await page.evaluate((units) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", String.fromCharCode(...units));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, units);
}

/**
 * Waits for the next frame to have been drawn: by then an input has been read.
 *
 * @param {Page} page
 */
export async function nextFrame(page) {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  );
}

/**
 * The article as the reading view shows it, without the numbers in the margin.
 *
 * @param {Page} page
 * @returns {Promise<string[]>} one string a paragraph
 */
export async function paragraphs(page) {
  return page.locator("#sheet > *").evaluateAll((nodes) =>
    nodes.map((node) => {
      const copy = /** @type {Element} */ (node.cloneNode(true));
      for (const tag of copy.querySelectorAll("a.tag")) tag.remove();
      return copy.textContent ?? "";
    }),
  );
}

/**
 * The words that an item's marks of one class cover, in the order of the text.
 *
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<string>}
 */
export async function marked(page, selector) {
  const parts = await page.locator(`#sheet ${selector}`).evaluateAll((nodes) =>
    nodes.map((node) => {
      const copy = /** @type {Element} */ (node.cloneNode(true));
      for (const tag of copy.querySelectorAll("a.tag")) tag.remove();
      return copy.textContent ?? "";
    }),
  );
  return parts.join("");
}

/** @param {Page} page */
export const current = (page) => page.locator("#facts [aria-current=true]").getAttribute("data-item");

/** @param {Page} page */
export const view = (page) => page.evaluate(() => document.body.dataset.view);

/**
 * Items of the panel whose words the text has, by kind.
 *
 * @param {Page} page
 * @param {string} kind
 */
export const items = (page, kind) => page.locator(`#facts .item[data-item^=${kind}]`);

/** @param {Page} page */
export const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
