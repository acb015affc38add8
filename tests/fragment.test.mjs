// Links to the page: what was put in comes out, and what is damaged, too long or made to fill the memory is refused.

import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { tryLinks } from "../fuzz/link.mjs";
import { Damaged, fragment, read } from "../www/fragment.js";
import { usual } from "../www/settings.js";

test("hundreds of links come back as they were made, and their damaged forms are read or refused", () => tryLinks(400, 10));

test("an article that begins with a byte order mark keeps it, so that spans still fit", async () => {
  const text = "\ufeff“No,” said Ann Lee.";
  const made = await fragment(usual, text);
  assert.equal((await read(made ?? ""))?.text, text);
});

test("a link that unpacks to far more than an article is refused", async () => {
  const bomb = deflateRawSync(Buffer.alloc(40_000_000)).toString("base64url");
  assert.ok(bomb.length < 64 * 1024, "short enough to be unpacked at all");
  await assert.rejects(read(`v=1&text=${bomb}`), Damaged);
});

test("an article that does not fit into a link gives none", async () => {
  let text = "";
  for (let number = 1; text.length < 400_000; number = (number * 48_271) % 2_147_483_647) text += `${number} `;
  assert.equal(await fragment(usual, text), null);
});
