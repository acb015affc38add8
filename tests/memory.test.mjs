// The engine's memory: what a page holds that stays open all day.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { examples } from "../www/examples.js";
import { extract, initSync } from "../www/pkg/factbox.js";

const { memory } = initSync({ module: readFileSync(new URL("../www/pkg/factbox_bg.wasm", import.meta.url)) });

/** An article with its paragraphs in another order and other figures. @param {number} nth */
function variant(nth) {
  const [headline = "", ...paragraphs] = (examples[nth % examples.length]?.text ?? "").split("\n\n");
  const turn = nth % paragraphs.length;
  const turned = [headline, ...paragraphs.slice(turn), ...paragraphs.slice(0, turn)].join("\n\n");
  return turned.replace(/£\d+/g, `£${nth + 1}`);
}

test("a thousand articles need no more memory than ten", () => {
  for (let nth = 0; nth < 10; nth += 1) extract(variant(nth));
  const early = memory.buffer.byteLength;
  let figures = 0;
  for (let nth = 0; nth < 1_000; nth += 1) figures += extract(variant(nth)).figures.length;
  assert.ok(figures > 1_000, "the articles were read");
  assert.equal(memory.buffer.byteLength, early);
});
