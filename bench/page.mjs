// The page in a real Chromium: the engine's time for an article of 1,000 words, and what one key costs while somebody
// writes in an article of 5,000 words.
//
// A browser's clock is coarse, so the engine's time is that of a loop. The cost of a key is what the page's main thread
// worked for it (script, style, layout, paint), as the browser itself counts it.

import { launch } from "../scripts/browser.mjs";
import { serve } from "../scripts/serve.mjs";

/** One frame of a screen with 60 Hz, in milliseconds: what a key may cost. */
const FRAME = 1000 / 60;

/** What the engine may take for an article of 1,000 words, in milliseconds. */
const READING = 1;

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
    const { costs, work, frame } = await typing(page);

    // The reading that comes when the writer pauses: a figure is new, so all after it are numbered anew.
    const counted = () => page.locator("#words").textContent();
    const words = await counted();
    const before = await work();
    await page.keyboard.insertText(" or £8m.");
    while ((await counted()) === words) await frame();
    await frame();
    const pause = (await work()) - before;

    // What the browser itself does for a key in a text area of that size.
    const bare = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await bare.setContent('<textarea id="area" style="width:500px;height:800px;font:17px/32px serif"></textarea>');
    await bare.locator("#area").fill(long);
    const own = await typing(bare);

    const ms = (/** @type {number} */ time) => `${time.toFixed(2)} ms`;
    // The machine has its part in it, so that nothing fails here: the bar is what the page is held to on the one at hand.
    const held = (/** @type {number} */ time, /** @type {number} */ bar) => `${ms(time)}, below ${ms(bar)} wanted: ${time < bar ? "met" : "not met"}`;
    const reading = median(each);
    const length = long.split(/\s+/).length;
    return [
      `On the page, Chromium ${browser.version()}`,
      `extract             ${held(reading, READING)} (${articles[0]?.split(/\s+/).length} words, median of ${ROUNDS} loops; best ${ms(each[0] ?? NaN)})`,
      `a key               ${held(median(costs), FRAME)} (${length} words, median of ${costs.length} keys; the browser's own share ${ms(median(own.costs))})`,
      `  95 of 100 keys    ${held(quantile(costs, 0.95), FRAME)}`,
      `a pause             ${ms(pause)} for the reading after it, and what the panel then shows anew`,
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * Types in the middle of a text area.
 *
 * @param {import("playwright-core").Page} page
 */
async function typing(page) {
  await page.locator("#area").evaluate((area) => {
    if (!(area instanceof HTMLTextAreaElement)) return;
    const at = area.value.indexOf("\n\n", area.value.length / 2);
    area.focus();
    area.setSelectionRange(at, at);
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))));
  const work = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN);
  };
  const costs = [];
  for (const letter of " The bill rose by a lot, said Ann Lee, who runs the office, to £7m".slice(-KEYS)) {
    await frame();
    const before = await work();
    await page.keyboard.insertText(letter);
    await frame();
    costs.push((await work()) - before);
  }
  return { costs, work, frame };
}

/** @param {number[]} values */
const median = (values) => quantile(values, 0.5);

/**
 * @param {number[]} values
 * @param {number} share of them that is at most as large
 */
function quantile(values, share) {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
}
