// Takes the README's pictures of the page: `node scripts/picture.mjs`, after `npm run build`.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { smaller } from "./png.mjs";
import { main, root } from "./run.mjs";
import { serve } from "./serve.mjs";

/** @import { Page } from "playwright-core" */

/** @type {{ name: string, width: number, height: number, colorScheme: "light" | "dark", show: (page: Page) => Promise<void> }[]} */
const pictures = [
  {
    name: "page",
    width: 1440,
    height: 900,
    colorScheme: "light",
    async show(page) {
      await page.locator("#starts button").first().click();
      await page.locator("#sheet mark.q", { hasText: "serious and widespread failures" }).first().click();
    },
  },
  {
    name: "why",
    width: 900,
    height: 800,
    colorScheme: "dark",
    async show(page) {
      await page.locator("#starts button").nth(2).click();
      await page.locator("#sheet mark.q", { hasText: "Mum used to ring me" }).first().click();
      await page.getByRole("button", { name: "Why is this here?" }).click();
    },
  },
  {
    name: "phone",
    width: 390,
    height: 760,
    colorScheme: "light",
    async show(page) {
      await page.locator("#starts button").nth(1).click();
      await page.locator("#tabs").getByText("Article").click();
      await page.locator("#sheet mark.q", { hasText: "A sausage roll" }).first().click();
    },
  },
];

await main(import.meta, async () => {
  const server = await serve({ port: 0 });
  const browser = await launch();
  try {
    for (const { name, width, height, colorScheme, show } of pictures) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
      await page.goto(server.url);
      await show(page);
      await page.mouse.move(0, 0);
      await page.evaluate(() => document.getElementById("area")?.blur());
      const picture = smaller(await page.screenshot());
      writeFileSync(join(root, `docs/${name}.png`), picture);
      console.log(`docs/${name}.png ${picture.length} bytes`);
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
});
