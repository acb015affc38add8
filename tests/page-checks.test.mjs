// Checks on the page: every question with its words, a way to them, and a tick that takes it off the count.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { open, paste, withBrowser } from "./page/open.mjs";

withBrowser();

const story = [
  "‘The pool must close,' said Ann Lee, who leads the council. Visits to it had risen from 900 to 700.",
  "“The rate is unfair,” said a spokesman for Ash Water. He will write to the council next week.",
].join("\n\n");

const questions = [
  "One quote opens with ‘ and closes with '. Which is meant?",
  "This is told as a rise: “900 to 700”. Which is right, the word or the numbers?",
  "“a spokesman for Ash Water” is quoted but not named: who is it?",
  "“next week”: the article gives no date to count from. When was it published?",
];

async function read() {
  const page = await open();
  await page.locator("#area").focus();
  await paste(page, story);
  await page.locator("#c4").waitFor();
  return page;
}

describe("checks", () => {
  it("ask each question once, in the order of the text, and tell their number", async () => {
    const page = await read();
    const panel = page.getByRole("region", { name: "Checks" });
    assert.deepEqual(await panel.locator("label").allInnerTexts(), questions);
    assert.match(await panel.locator("header").innerText(), /4 left/);
    assert.deepEqual(await panel.locator("em").allInnerTexts(), ["‘", "900 to 700", "a spokesman for Ash Water", "next week"]);
    assert.deepEqual(await page.locator("#c3 a").allInnerTexts(), ["Q2"]);
  });

  it("are ticked off by keyboard, under the name that a screen reader speaks", async () => {
    const page = await read();
    const box = page.getByRole("checkbox", { name: questions[2] });
    await box.focus();
    await page.keyboard.press("Space");
    assert.equal(await box.isChecked(), true);
    const line = () => page.locator("#c3 label").evaluate((label) => getComputedStyle(label).textDecorationLine);
    assert.equal(await line(), "line-through");
    const header = page.getByRole("region", { name: "Checks" }).locator("header");
    assert.match(await header.innerText(), /3 left/);
    await page.keyboard.press("Space");
    assert.equal(await line(), "none");
    assert.match(await header.innerText(), /4 left/);
  });

  it("lead to their words, by keyboard as by a click", async () => {
    const page = await read();
    await page.locator("#c4").getByRole("link", { name: "Show" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("mark.c.here").first().waitFor();
    assert.equal((await page.locator("mark.c.here").allInnerTexts()).join(""), "next week");
    await page.locator("#c2").getByRole("link", { name: "Show" }).click();
    await page.locator("mark.c.here", { hasText: "900" }).waitFor();
    assert.equal((await page.locator("mark.c.here").allInnerTexts()).join(""), "900 to 700");
  });
});
