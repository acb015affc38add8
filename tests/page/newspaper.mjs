// A newspaper's site at another address than Factbox's.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../scripts/serve.mjs";

/**
 * Serves some files until the test ends.
 *
 * @param {{ after: (end: () => Promise<unknown>) => void }} test
 * @param {Record<string, string>} files
 * @returns {Promise<string>} the address
 */
export async function newspaper(test, files) {
  const folder = await mkdtemp(join(tmpdir(), "factbox-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const { url, close } = await serve({ folder, port: 0 });
  test.after(async () => {
    await close();
    await rm(folder, { recursive: true });
  });
  return url;
}
