// Takes the README's picture of the page: `node scripts/picture.mjs`, after `npm run build`.

import { join } from "node:path";
import { launch } from "./browser.mjs";
import { main, root } from "./run.mjs";
import { serve } from "./serve.mjs";

await main(import.meta, async () => {
  const server = await serve({ port: 0 });
  const browser = await launch();
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 1000 },
      colorScheme: "light",
      reducedMotion: "reduce",
    });
    await page.goto(server.url);
    await page.locator("#starts button").first().click();
    await page.locator("#sheet mark.q", { hasText: "serious and widespread failures" }).first().click();
    await page.mouse.move(0, 0);
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: join(root, "docs/page.png") });
  } finally {
    await browser.close();
    await server.close();
  }
});
