// The page in a real Chromium: the engine's time for an article of 1,000 words, and what one key costs while somebody
// writes in an article of 5,000 words.
//
// A browser's clock is coarse, so the engine's time is that of a loop. The cost of a key is what the page's main thread
// worked for it (script, style, layout, paint), as the browser itself counts it.

import { launch } from "../scripts/browser.mjs";
import { serve } from "../scripts/serve.mjs";

/** One frame of a screen with 60 Hz, in milliseconds. */
const FRAME = 1000 / 60;

/** Keys that are pressed, and rounds over the texts. */
const KEYS = 60;
const ROUNDS = 15;

/**
 * @param {string[]} articles of 1,000 words
 * @returns {Promise<string[]>} lines to print
 */
export async function benchPage(articles) {
  const [server, browser] = await Promise.all([serve({ port: 0 }), launch()]);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(server.url);
    await page.waitForFunction(() => document.querySelectorAll("meta[http-equiv]").length === 2);

    const each = await page.evaluate(
      async ([articles, rounds]) => {
        const { load } = await import(new URL("factbox.js", location.href).href);
        const { extract } = await load();
        const times = [];
        for (let round = 0; round < rounds; round += 1) {
          const start = performance.now();
          for (const article of articles) extract(article);
          times.push((performance.now() - start) / articles.length);
        }
        return times.sort((a, b) => a - b);
      },
      /** @type {[string[], number]} */ ([articles, ROUNDS]),
    );

    const long = articles.slice(0, 5).join("\n\n");
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, long);
    await page.getByRole("button", { name: "Edit" }).click();
    await page.locator("#area").evaluate((area) => {
      const { value } = /** @type {HTMLTextAreaElement} */ (area);
      const at = value.indexOf("\n\n", value.length / 2);
      /** @type {HTMLTextAreaElement} */ (area).setSelectionRange(at, at);
    });
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))));
    const work = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      const of = (/** @type {string} */ name) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? NaN);
      return { all: of("TaskDuration"), script: of("ScriptDuration"), layout: of("LayoutDuration") + of("RecalcStyleDuration") };
    };
    const letters = " The bill rose to £7m, said Ann Lee, who runs the office there".slice(0, KEYS);
    await page.keyboard.type(" and so on");
    const costs = [];
    for (const letter of letters) {
      await frame();
      const before = await work();
      await page.keyboard.press(letter === " " ? "Space" : letter === "£" ? "#" : letter);
      await frame();
      const after = await work();
      costs.push({ all: after.all - before.all, script: after.script - before.script, layout: after.layout - before.layout });
    }
    costs.sort((a, b) => a.all - b.all);
    const middle = costs[costs.length >> 1] ?? { all: NaN, script: NaN, layout: NaN };
    const worst = costs[Math.floor(costs.length * 0.95)] ?? middle;
    const ms = (/** @type {number} */ time) => `${time.toFixed(2)} ms`;
    const words = long.split(/\s+/).length;
    return [
      `On the page, Chromium ${browser.version()}`,
      `extract              ${ms(each[each.length >> 1] ?? NaN)} for ${articles[0]?.split(/\s+/).length} words (median of ${ROUNDS} loops; best ${ms(each[0] ?? NaN)})`,
      `one key              ${ms(middle.all)} in ${words} words (script ${ms(middle.script)}, style and layout ${ms(middle.layout)}); 95 of 100 keys below ${ms(worst.all)}; a frame is ${ms(FRAME)}`,
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
