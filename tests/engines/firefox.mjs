// Firefox as the system has it, driven by WebDriver BiDi, which it speaks without another program.

import { PATIENCE } from "./patience.mjs";

/** @import { Driver } from "./page.mjs" */

/** Dark from the start, as WebKit is: no command changes it on the way. */
const preferences = {
  "dom.events.testing.asyncClipboard": true, // the clipboard without a question to nobody
  "layout.css.prefers-color-scheme.content-override": 0,
  "ui.prefersReducedMotion": 1,
  "browser.shell.checkDefaultBrowser": false,
  "app.update.enabled": false,
  "browser.cache.disk.enable": false, // each test has an origin of its own, so nothing is asked for twice
};

/**
 * @param {string} executablePath
 * @returns {Promise<{ driver: Driver, close: () => Promise<void> }>}
 */
export async function firefox(executablePath) {
  const { default: puppeteer } = await import("puppeteer-core");
  // `site.mjs` writes down the requests. To be told of them by Firefox, each one, cost as much as the page itself.
  const options = { executablePath, headless: true, networkEnabled: false, timeout: PATIENCE };
  const browser = await puppeteer.launch({ browser: "firefox", ...options, extraPrefsFirefox: preferences });
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  return {
    driver: {
      async goto(url) {
        await page.goto(url);
      },
      async run(expression) {
        return String(await page.evaluate(expression));
      },
      async keys(keys) {
        if (keys.every(({ key }) => [...key].length === 1)) {
          await page.keyboard.type(keys.filter(({ down }) => down).map(({ key }) => key).join(""));
          return;
        }
        for (const { key, down } of keys) {
          const name = /** @type {import("puppeteer-core").KeyInput} */ (key);
          await (down ? page.keyboard.down(name) : page.keyboard.up(name));
        }
      },
      async pointer(x, y, press) {
        await (press ? page.mouse.click(x, y) : page.mouse.move(x, y));
      },
      async choose(css, paths) {
        const field = await page.$(css);
        await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (field).uploadFile(...paths);
      },
      async resize(width, height) {
        await page.setViewport({ width, height });
      },
    },
    close: () => browser.close(),
  };
}
