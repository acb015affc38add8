// `npm start`: builds what has changed, serves the page and says where.

import { build } from "./build.mjs";
import { main } from "./run.mjs";
import { serve, wishedPort } from "./serve.mjs";

await main(import.meta, async () => {
  const port = wishedPort();
  build();
  const { url } = await serve({ port });
  console.log(`Factbox is at ${url}`);
});
