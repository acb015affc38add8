// As much of Playwright's page as the tests use, over any engine whose driver can do six things; Playwright itself
// drives Chromium alone. What is not here fails with its name: add it, or mark the test as one of Chromium's.

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @import { Site, Answer } from "./site.mjs" */
/** @import { Step, Words } from "./inside.js" */

/**
 * What an engine's driver does.
 *
 * @typedef {object} Driver
 * @property {(url: string) => Promise<void>} goto resolves when the page has been loaded
 * @property {(expression: string) => Promise<string>} run gives the string that the expression's promise resolves with
 * @property {(keys: Key[]) => Promise<void>} keys
 * @property {(x: number, y: number, press: boolean) => Promise<void>} pointer moves there, and presses
 * @property {(css: string, paths: string[]) => Promise<void>} choose gives files to a field
 * @property {(width: number, height: number) => Promise<void>} resize of the page's part of the window
 */

/** @typedef {{ key: string, down: boolean }} Key */
/** @typedef {Function | string} Code a function that runs in the page, or an expression */

/** @param {string | RegExp} text @param {boolean} [exact] @returns {Words} */
const words = (text, exact = false) =>
  text instanceof RegExp ? { regex: text.source, flags: text.flags } : { text, exact };

/** The expression that calls `code` in the page. @param {Code} code @param {unknown} arg @param {string} [node] */
const call = (code, arg, node) => {
  if (typeof code === "string") return code.trim().replace(/;$/, "");
  const args = [...(node ? [node] : []), arg === undefined ? "undefined" : JSON.stringify(arg)];
  return `(${code})(${args.join(", ")})`;
};

/** Elements of the page, found anew each time. */
class Locator {
  /** @param {Page} page @param {Step[]} steps */
  constructor(page, steps) {
    this.page = page;
    this.steps = steps;
    this.json = JSON.stringify(steps);
  }

  /** @param {Step[]} steps */
  #with(...steps) {
    return new Locator(this.page, [...this.steps, ...steps]);
  }

  /** @param {string} css @param {{ hasText?: string | RegExp }} [options] */
  locator(css, { hasText } = {}) {
    return this.#with({ css }, ...(hasText ? [{ hasText: words(hasText) }] : []));
  }

  /** @param {{ hasText: string | RegExp }} options */
  filter({ hasText }) {
    return this.#with({ hasText: words(hasText) });
  }

  /** @param {string} role @param {{ name?: string | RegExp, exact?: boolean }} [options] */
  getByRole(role, { name, exact } = {}) {
    return this.#with({ role, name: name === undefined ? null : words(name, exact) });
  }

  /** @param {string | RegExp} text @param {{ exact?: boolean }} [options] */
  getByLabel(text, { exact } = {}) {
    return this.#with({ label: words(text, exact) });
  }

  /** @param {string | RegExp} text @param {{ exact?: boolean }} [options] */
  getByText(text, { exact } = {}) {
    return this.#with({ words: words(text, exact) });
  }

  /** @param {Locator} other */
  and(other) {
    return this.#with({ and: other.steps });
  }

  /** @param {number} nth */
  nth(nth) {
    return this.#with({ nth });
  }

  first() {
    return this.nth(0);
  }

  last() {
    return this.nth(-1);
  }

  async all() {
    return Array.from({ length: await this.count() }, (_, nth) => this.nth(nth));
  }

  /** @param {Code} code @param {unknown} [arg] */
  evaluate(code, arg) {
    return this.page.run(`inside.when(${this.json}).then((node) => ${call(code, arg, "node")})`);
  }

  /** @param {Code} code @param {unknown} [arg] */
  evaluateAll(code, arg) {
    return this.page.run(call(code, arg, `inside.all(${this.json})`));
  }

  count() {
    return this.page.run(`inside.all(${this.json}).length`);
  }

  allInnerTexts() {
    return this.page.run(`inside.all(${this.json}).map(inside.innerText)`);
  }

  innerText() {
    return this.evaluate("inside.innerText(node)");
  }

  innerHTML() {
    return this.evaluate("node.innerHTML");
  }

  textContent() {
    return this.evaluate("node.textContent");
  }

  inputValue() {
    return this.evaluate("node.value");
  }

  isChecked() {
    return this.evaluate("node.checked");
  }

  /** @param {string} name */
  getAttribute(name) {
    return this.evaluate(`node.getAttribute(${JSON.stringify(name)})`);
  }

  isVisible() {
    return this.page.run(`inside.all(${this.json}).slice(0, 1).some(inside.visible)`);
  }

  boundingBox() {
    return this.evaluate("node.getBoundingClientRect().toJSON()");
  }

  /** @param {{ state?: "attached" | "detached" | "hidden" | "visible" }} [options] */
  waitFor({ state = "visible" } = {}) {
    const found = `inside.all(${this.json})`;
    const look = {
      attached: `${found}.length > 0`,
      detached: `${found}.length === 0`,
      hidden: `!${found}.some(inside.visible)`,
      visible: `${found}.slice(0, 1).some(inside.visible)`,
    };
    return this.page.run(`inside.until(() => ${look[state]}, () => ${JSON.stringify(this.json)}).then(() => undefined)`);
  }

  /** @param {{ position?: { x: number, y: number } }} [options] */
  async click({ position } = {}) {
    await this.page.point(this.steps, true, position);
  }

  async hover() {
    await this.page.point(this.steps, false);
  }

  async focus() {
    await this.evaluate("node.focus()");
  }

  /** @param {boolean} on */
  async setChecked(on) {
    if ((await this.isChecked()) !== on) await this.click();
    if ((await this.isChecked()) !== on) throw new Error(`a click does not change ${this.json}`);
  }

  check() {
    return this.setChecked(true);
  }

  uncheck() {
    return this.setChecked(false);
  }

  /** @param {string} text */
  async fill(text) {
    await this.evaluate((/** @type {HTMLTextAreaElement} */ node, /** @type {string} */ text) => {
      node.focus();
      node.select();
      document.execCommand(text === "" ? "delete" : "insertText", false, text);
    }, text);
  }

  /** @param {string | { label: string }} option its value, or its words */
  async selectOption(option) {
    const wish = typeof option === "string" ? option : option.label;
    await this.evaluate((/** @type {HTMLSelectElement} */ node, /** @type {string} */ wish) => {
      const option = [...node.options].find(({ value, label }) => value === wish || label === wish);
      if (!option) throw new Error(`there is no option ${wish}`);
      node.value = option.value;
      for (const name of ["input", "change"]) node.dispatchEvent(new Event(name, { bubbles: true }));
    }, wish);
  }

  /** @param {string | string[]} paths */
  async setInputFiles(paths) {
    const [step, more] = this.steps;
    if (!step || !("css" in step) || more) throw new Error("files can be given to a field that is named by CSS alone");
    await this.page.driver.choose(step.css, [paths].flat());
  }

  async elementHandle() {
    const nth = await this.evaluate("inside.kept.push(node) - 1");
    return { evaluate: (/** @type {Code} */ code, /** @type {unknown} */ arg) => this.page.run(call(code, arg, `inside.kept[${nth}]`)) };
  }
}

/** The page. */
export class Page {
  /** @type {{ event: string, tell: (what: any) => void }[]} */
  #listeners = [];
  #told = 0;

  /** @param {Driver} driver @param {Site} site */
  constructor(driver, site) {
    this.driver = driver;
    this.site = site;
    this.keyboard = {
      press: (/** @type {string} */ keys) => driver.keys(pressed(keys)),
      type: (/** @type {string} */ text) => driver.keys([...text].flatMap((key) => [{ key, down: true }, { key, down: false }])),
    };
    this.mouse = { move: (/** @type {number} */ x, /** @type {number} */ y) => driver.pointer(x, y, false) };
  }

  /**
   * Runs an expression in the page and tells the listeners what has happened there since.
   *
   * @param {string} expression
   * @returns {Promise<any>}
   */
  async run(expression) {
    const answer = await this.driver.run(
      `Promise.resolve().then(() => (${expression})).then((value) => ({ value }), (error) => ({ error: String(error?.message ?? error) }))` +
        `.then((answer) => JSON.stringify({ ...answer, said: globalThis.inside?.said.splice(0) }))`,
    );
    const { value, error, said = [] } = JSON.parse(answer);
    for (const { kind, text } of said) {
      if (kind === "pageerror") this.#tell("pageerror", { message: text });
      else this.#tell("console", { type: () => kind, text: () => text });
    }
    for (const path of this.site.asked.slice(this.#told)) this.#tell("request", { url: () => new URL(path, this.site.url).href });
    this.#told = this.site.asked.length;
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** @param {string} event @param {unknown} what */
  #tell(event, what) {
    for (const listener of this.#listeners) if (listener.event === event) listener.tell(what);
  }

  /** @param {string} event @param {(what: any) => void} tell */
  on(event, tell) {
    if (!["console", "pageerror", "request"].includes(event)) throw new Error(`no engine but Chromium tells of "${event}"`);
    this.#listeners.push({ event, tell });
  }

  /** @param {Code} code @param {unknown} [arg] */
  evaluate(code, arg) {
    return this.run(call(code, arg));
  }

  /** @param {Code} code @param {unknown} [arg] */
  async waitForFunction(code, arg) {
    await this.run(`inside.until(() => ${call(code, arg)}, () => ${JSON.stringify(String(code).slice(0, 200))}).then(() => undefined)`);
  }

  /** @param {Function} code runs before the page's own scripts, from the next load on */
  async addInitScript(code) {
    this.site.scripts.push(call(code, undefined));
  }

  /** @param {string} url */
  async goto(url) {
    await this.driver.goto(url);
    // A page out of the service worker's store comes without it.
    const script = `(() => { ${this.site.script()} })()`;
    if (url !== "about:blank") await this.run(`globalThis.inside ? undefined : ${script}`);
  }

  async reload() {
    const address = await this.url();
    await this.goto("about:blank");
    await this.goto(address);
  }

  /** The address; a promise of it here, a string in Playwright: to be awaited. */
  url() {
    return this.run("location.href");
  }

  /**
   * Answers requests in the server's place.
   *
   * @param {string} pattern with `**` for anything
   * @param {(route: any) => unknown} handle
   */
  async route(pattern, handle) {
    const fits = new RegExp(`^${pattern.split("**").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`);
    this.site.rules.push(async (path) => {
      const url = new URL(path, this.site.url).href;
      if (!fits.test(url)) return null;
      /** @type {Answer | null} */
      let answer = null;
      await handle({
        request: () => ({ url: () => url }),
        continue: async () => {},
        fetch: async () => fetch(new URL(path.replace(/\/$/, "/index.html"), this.site.url)),
        fulfill: async (/** @type {any} */ { response, status, contentType, body }) => {
          answer = { status: status ?? response?.status, contentType: contentType ?? response?.headers.get("content-type"), body };
        },
      });
      return answer;
    });
  }

  /** @param {string} event only "download": other engines' drivers tell of no dialog */
  async waitForEvent(event) {
    if (event !== "download") throw new Error(`no engine but Chromium waits for "${event}"`);
    const { name, content } = await this.run(
      `inside.until(() => inside.downloads.shift(), () => "a download").then(async ({ name, blob }) => ({ name, content: await blob }))`,
    );
    const path = join(mkdtempSync(join(tmpdir(), "factbox-")), name);
    writeFileSync(path, Buffer.from(content, "base64"));
    return { suggestedFilename: () => name, path: async () => path };
  }

  /** @param {{ width: number, height: number }} size */
  setViewportSize({ width, height }) {
    return this.driver.resize(width, height);
  }

  /** @param {Step[]} steps @param {boolean} press @param {{ x: number, y: number }} [position] */
  async point(steps, press, position) {
    const { x, y } = await this.run(`inside.point(${JSON.stringify(steps)}, ${JSON.stringify(position)})`);
    await this.driver.pointer(x, y, press);
  }

  /** @param {string} css @param {{ hasText?: string | RegExp }} [options] */
  locator(css, options) {
    return new Locator(this, []).locator(css, options);
  }

  /** @param {string} role @param {{ name?: string | RegExp, exact?: boolean }} [options] */
  getByRole(role, options) {
    return new Locator(this, []).getByRole(role, options);
  }

  /** @param {string | RegExp} text @param {{ exact?: boolean }} [options] */
  getByLabel(text, options) {
    return new Locator(this, []).getByLabel(text, options);
  }

  /** @param {string | RegExp} text @param {{ exact?: boolean }} [options] */
  getByText(text, options) {
    return new Locator(this, []).getByText(text, options);
  }
}

/** The strokes of "Shift+F8". @param {string} keys @returns {Key[]} */
function pressed(keys) {
  const control = process.platform === "darwin" ? "Meta" : "Control";
  const names = keys.split("+").map((key) => key.replace("ControlOrMeta", control));
  const small = names.length > 1 && !names.includes("Shift");
  const list = names.map((key) => (key === "Space" ? " " : small && key.length === 1 ? key.toLowerCase() : key));
  return [...list.map((key) => ({ key, down: true })), ...list.toReversed().map((key) => ({ key, down: false }))];
}
