// What the page's tests share: one browser, and pages that remember everything that must not happen.
//
// The tests are written for Playwright's page, which drives Chromium. `tests/in-firefox-*.test.mjs` and
// `tests/in-webkit-*.test.mjs` run the same files over `tests/engines/`. What an engine's driver cannot do is named in
// `lacks`: a test that needs it says so, `it("…", needs("touch"), …)`, and is left out there with the reason.

import assert from "node:assert/strict";
import { after, afterEach, before } from "node:test";
import { find, launch } from "../../scripts/browser.mjs";
import { firefox } from "../engines/firefox.mjs";
import { Page as OtherPage } from "../engines/page.mjs";
import { PATIENCE } from "../engines/patience.mjs";
import { site } from "../engines/site.mjs";
import { NARROWEST, webkit } from "../engines/webkit.mjs";

/** @import { Browser, BrowserContextOptions, CDPSession, Page } from "playwright-core" */
/** @import { Engine } from "../../scripts/browser.mjs" */
/** @import { Driver } from "../engines/page.mjs" */
/** @import { Place, Site } from "../engines/site.mjs" */

/** The engine that the tests run in. */
export const engine = /** @type {Engine} */ (process.env.FACTBOX_ENGINE ?? "chromium");

/** What only some drivers can do, and what the others say instead. @type {Record<string, Partial<Record<Engine, string>>>} */
const lacks = {
  narrow: { webkit: `its test browser's window is at least ${NARROWEST} pixels wide` },
  touch: { firefox: "its driver has no phone to pretend", webkit: "its driver has no phone to pretend" },
  media: {
    firefox: "its driver sets neither print nor colours on the way",
    webkit: "its driver sets neither print nor colours on the way",
  },
  dialogs: { firefox: "its driver is not told of the system's dialogs", webkit: "its driver is not told of the system's dialogs" },
  drag: { firefox: "its driver drags no files", webkit: "its driver drags no files" },
  hosts: { firefox: "its driver answers for no other host", webkit: "its driver answers for no other host" },
  rich: { webkit: "its driver's clipboard takes plain text only" },
  axe: { firefox: "axe reads the document, which is the same in all engines", webkit: "axe reads the document, which is the same in all engines" },
};

/**
 * Options of a test that needs what not every driver can do.
 *
 * @param {...keyof typeof lacks} abilities
 */
export const needs = (...abilities) => ({ skip: abilities.map((name) => lacks[name]?.[engine]).find(Boolean) ?? false });

/** @type {Browser | undefined} */
let chromium;
/** @type {{ driver: Driver, close: () => Promise<void> } | undefined} */
let other;
/** What the running test has opened, and what went wrong there. @type {(() => Promise<void>)[]} */
let closings = [];
/** Where each page comes from. @type {WeakMap<object, Site>} */
const sites = new WeakMap();
let registered = false;
/**
 * Chromium's tabs of tests that have ended. To make one, with a process for its pages, costs twice as much as to load the
 * page in it.
 *
 * @type {Tab[]}
 */
const idle = [];
/** @type {Place} */
let served = {};

/**
 * Starts the browser for the tests of this process; ends it after them. Call at the top of a test file.
 *
 * @param {Place} [place] where the page is not what stands at the root
 */
export function withBrowser(place = {}) {
  if (registered) return; // one browser serves all files of a process
  registered = true;
  served = place;
  before(async () => {
    if (engine === "chromium") chromium = await launch({ timeout: PATIENCE });
    else other = await { firefox, webkit }[engine](find(engine) ?? "");
  });
  after(async () => {
    await chromium?.close();
    await other?.close();
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
 * @property {(page: Page) => Promise<unknown>} [prepare] runs before the page is loaded: the place for `addInitScript`
 * @property {string} [path] another page of the site
 * @property {string} [html] a host's page in the place of Factbox's own; its scripts and Factbox's files are beside it
 * @property {boolean} [faulty] whether the test is about a failure: then complaints in the console are expected
 */

/**
 * Opens the page (or another one of the site), on an origin of its own, and waits until the engine is ready. The test
 * fails where the page violates its own policy, throws, or asks for anything but its own files.
 *
 * @param {Wishes} [wishes]
 * @returns {Promise<Page>}
 */
export async function open({ context = {}, prepare, path = "", html, faulty = false } = {}) {
  const { viewport = { width: 1440, height: 900 }, serviceWorkers = "block" } = context;
  const home = await site({ watched: engine !== "chromium", ...served });
  const once = prepare !== undefined || serviceWorkers === "allow";
  const { page, end } = chromium ? await inChromium(chromium, { viewport, serviceWorkers, ...context }, once) : await inOther(home, viewport);
  sites.set(page, home);
  // Each page would fetch every file again; tests of the worker allow it. Chromium's driver blocks it by itself.
  if (engine !== "chromium" && serviceWorkers === "block") home.rules.push((path) => (path === "/sw.js" ? { status: 404 } : null));
  /** @type {string[]} */
  const faults = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    const blocked = message.text().includes("Service Worker registration blocked by Playwright");
    if (!blocked && (message.type() === "error" || message.type() === "warning")) faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (origin !== new URL(home.url).origin && !request.url().startsWith("data:")) faults.push(`asked ${request.url()}`);
  });
  closings.push(async () => {
    const violations = await page.evaluate(() => /** @type {any} */ (window).violations ?? []);
    await end();
    await home.close();
    if (!faulty) assert.deepEqual([...faults, ...violations], []);
  });
  if (html !== undefined) home.rules.push((path) => (path.endsWith("/") ? { contentType: "text/html; charset=utf-8", body: html } : null));
  await prepare?.(page);
  await page.goto(home.url + path);
  if (!faulty && path === "" && html === undefined) await ready(page);
  return page;
}

/**
 * A tab of Chromium, and what it was made with.
 *
 * @typedef {{ page: Page, session: CDPSession, kind: string }} Tab
 */

/**
 * A new tab, or one that is as good as new: each page has an origin of its own, and so finds nothing of the others.
 *
 * @param {Browser} browser
 * @param {BrowserContextOptions} options
 * @param {boolean} once whether the test leaves in its tab what cannot be taken out again
 */
async function inChromium(browser, { viewport = null, colorScheme = "light", forcedColors = "none", reducedMotion = "reduce", ...rest }, once) {
  const kind = JSON.stringify(rest);
  const [tab] = once ? [] : idle.splice(idle.findIndex((tab) => tab.kind === kind) >>> 0, 1);
  const { page, session } = tab ?? (await made(browser, { viewport, ...rest }));
  if (viewport) await page.setViewportSize(viewport);
  await page.emulateMedia({ media: null, colorScheme, forcedColors, reducedMotion });
  const end = async () => {
    if (once) return page.context().close();
    for (const event of ["pageerror", "console", "request"]) page.removeAllListeners(event);
    await page.unrouteAll();
    await page.goto("about:blank");
    await session.send("Page.resetNavigationHistory");
    idle.push({ page, session, kind });
  };
  return { page, end };
}

/** @param {Browser} browser @param {BrowserContextOptions} options */
async function made(browser, options) {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"], ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await watch(page);
  return { page, session: await context.newCDPSession(page) };
}

/** Has a page remember what its policy stopped. @param {Page} page */
async function watch(page) {
  await page.addInitScript(() => {
    Object.assign(window, { violations: [] });
    document.addEventListener("securitypolicyviolation", (event) => {
      /** @type {any} */ (window).violations.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
}

/** @param {Site} home @param {{ width: number, height: number } | null} viewport */
async function inOther(home, viewport) {
  if (!other) throw new Error("withBrowser() has not been called");
  const { driver } = other;
  if (viewport) await driver.resize(viewport.width, viewport.height);
  const page = /** @type {Page} */ (/** @type {unknown} */ (new OtherPage(driver, home)));
  await watch(page);
  return { page, end: () => driver.goto("about:blank") };
}

/**
 * The paths that the server of a page has been asked for, in order.
 *
 * @param {Page} page
 */
export const asked = (page) => [...(sites.get(page)?.asked ?? [])];

/**
 * Has the server of a page answer otherwise from now on, the worker's requests too.
 *
 * @param {Page} page
 * @param {import("../engines/site.mjs").Rule} rule
 */
export const answer = (page, rule) => void sites.get(page)?.rules.push(rule);

/**
 * Ends the server of a page: from now on there is no network.
 *
 * @param {Page} page
 */
export const disconnect = async (page) => sites.get(page)?.close();

/**
 * Opens the page and pastes a text into it.
 *
 * @param {string} text
 * @param {Wishes} wishes
 */
export async function openWith(text, wishes) {
  const page = await open(wishes);
  await page.locator("#area").focus();
  await paste(page, text);
  await nextFrame(page);
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
 * Waits until the service worker has everything and serves the page.
 *
 * @param {Page} page
 */
export async function workerStands(page) {
  await page.evaluate(async () => {
    const { active, installing, waiting } = await navigator.serviceWorker.ready;
    const worker = active ?? waiting ?? installing;
    if (worker?.state !== "activated") await new Promise((resolve) => worker?.addEventListener("statechange", resolve));
  });
}

/**
 * Runs something that browsers allow only right after a reader's key or click.
 *
 * @template T, A
 * @param {Page} page
 * @param {(arg: A) => Promise<T>} code
 * @param {A} arg
 * @returns {Promise<T>}
 */
export async function asReader(page, code, arg) {
  // Chromium has been given the right for good, Firefox is told not to ask.
  if (engine !== "webkit") return page.evaluate(/** @type {any} */ (code), arg);
  const soon = `(arg) => {
    addEventListener("keydown", (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      globalThis.done = (${code})(arg);
    }, { once: true, capture: true });
  }`;
  await page.evaluate(`(${soon})(${JSON.stringify(arg)})`);
  await page.keyboard.press("F2");
  return page.evaluate("globalThis.done");
}

/**
 * What is in the clipboard, as text.
 *
 * @param {Page} page
 */
export const clipboard = (page) => asReader(page, () => navigator.clipboard.readText(), undefined);

/**
 * Looks, frame by frame, until what is seen is what is waited for.
 *
 * @template T
 * @param {Page} page
 * @param {() => Promise<T>} look
 * @param {(seen: T) => boolean} fits
 * @returns {Promise<T>} what was seen last
 */
export async function awaited(page, look, fits) {
  const end = performance.now() + PATIENCE;
  for (let seen = await look(); ; seen = await look()) {
    if (fits(seen) || performance.now() > end) return seen;
    await nextFrame(page);
  }
}

/**
 * Waits until the clipboard holds a text.
 *
 * @param {Page} page
 * @param {string | RegExp} wished
 */
export async function copied(page, wished) {
  const fits = (/** @type {string} */ text) => (typeof wished === "string" ? text === wished : wished.test(text));
  // Firefox refuses where the page writes at that very moment.
  const text = await awaited(page, () => clipboard(page).catch(String), fits);
  assert.ok(fits(text), `the clipboard holds ${JSON.stringify(text)}`);
}

/**
 * Puts a text into the clipboard.
 *
 * @param {Page} page
 * @param {string} text
 */
export const toClipboard = (page, text) => asReader(page, (text) => navigator.clipboard.writeText(text), text);

/**
 * Pastes as a person does: with the clipboard and the keys.
 *
 * @param {Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await toClipboard(page, text);
  await page.keyboard.press("ControlOrMeta+V");
}

/**
 * Pastes by an event, for texts that the clipboard or the protocol would change.
 *
 * @param {Page} page
 * @param {number[]} units UTF-16 units of the text
 */
export const pasteUnits = (page, units) => event(page, "paste", { "text/plain": units });

/**
 * Pastes a piece of text many times over.
 *
 * @param {Page} page
 * @param {string} piece
 * @param {number} times
 */
export const pasteMany = (page, piece, times) => event(page, "paste", { "text/plain": { piece, times } });

/**
 * Pastes what a browser copies from a web page: the same in plain and in HTML.
 *
 * @param {Page} page
 * @param {string} plain
 * @param {string} html
 */
export const pasteHtml = (page, plain, html) => event(page, "paste", { "text/plain": plain, "text/html": html });

/**
 * Drops a file on the page.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} content
 */
export const drop = (page, name, content) => event(page, "drop", { file: name, content });

/**
 * @typedef {string | number[] | { piece: string, times: number }} Content
 * @param {Page} page
 * @param {"paste" | "drop"} type
 * @param {Record<string, Content>} data
 */
async function event(page, type, data) {
  await page.evaluate(
    ([type, data]) => {
      const transfer = new DataTransfer();
      const { file, content, ...texts } = /** @type {Record<string, Content>} */ (data);
      if (file) transfer.items.add(new File([String(content)], String(file), { type: "text/plain" }));
      for (const [kind, text] of Object.entries(texts)) {
        const whole = typeof text === "string" ? text : Array.isArray(text) ? String.fromCharCode(...text) : text.piece.repeat(text.times);
        transfer.setData(kind, whole);
      }
      const more = { bubbles: true, cancelable: true };
      const event = type === "paste" ? new ClipboardEvent("paste", { clipboardData: transfer, ...more }) : new DragEvent("drop", { dataTransfer: transfer, ...more });
      // Firefox makes events of pasting without what was pasted.
      if (type === "paste") Object.defineProperty(event, "clipboardData", { value: transfer });
      (type === "paste" ? (document.activeElement ?? document.body) : document.body).dispatchEvent(event);
    },
    /** @type {const} */ ([type, data]),
  );
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
