// The two articles that Factbox was begun with, in the browser: what a reader must see. The articles are not part of
// the project; where they are not beside it, nothing can be looked at, and the test says so.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { root } from "../scripts/run.mjs";
import { nextFrame, open, paste, withBrowser } from "./page/open.mjs";

const folder = join(process.env.FACTBOX_SHARED ?? join(root, "../shared"), "gold/dev");
const seeds = { coventry: join(folder, "seed-coventry.txt"), stoke: join(folder, "seed-stoke.txt") };

if (Object.values(seeds).every((path) => existsSync(path))) {
  withBrowser();

  /** @param {string} path */
  const read = async (path) => {
    const page = await open();
    await page.locator("#area").focus();
    await paste(page, readFileSync(path, "utf8"));
    await nextFrame(page);
    const ratings = await page.locator(".rating").evaluateAll((all) =>
      all.map((node) => ({
        who: node.querySelector("h3")?.textContent ?? "",
        grade: node.querySelector(".grade")?.textContent ?? "",
        meta: node.querySelector(".meta")?.textContent ?? "",
      })),
    );
    const quotes = await page.locator(".source").evaluateAll((all) =>
      all.flatMap((source) =>
        [...source.querySelectorAll(".said")].map((said) => ({
          name: source.querySelector("h3")?.textContent ?? "",
          role: source.querySelector(".role")?.textContent ?? "",
          words: said.querySelector("blockquote")?.textContent ?? "",
          quoted: [...said.querySelectorAll("q")].map((q) => q.textContent ?? ""),
          how: said.querySelector(".how")?.textContent ?? "",
        })),
      ),
    );
    const figures = await page.locator(".figures tbody tr").evaluateAll((all) =>
      all.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent ?? "").join(" | ")),
    );
    const dates = await page.locator(".time li").evaluateAll((all) => all.map((row) => row.textContent ?? ""));
    return { ratings, quotes, figures, dates };
  };

  /**
   * @param {Awaited<ReturnType<typeof read>>["quotes"]} quotes
   * @param {string} words that stand in quote marks
   * @param {RegExp} name
   * @param {RegExp} role with the organisation
   */
  const says = (quotes, words, name, role) => {
    const found = quotes.filter((quote) => quote.quoted.some((q) => q.includes(words)));
    assert.ok(found.length > 0, `nobody is shown to say “${words}”`);
    for (const quote of found) {
      assert.match(quote.name, name, words);
      assert.match(`${quote.name}, ${quote.role}`, role, words);
    }
  };

  /**
   * @param {string[]} figures
   * @param {[RegExp, RegExp][]} wanted as written, and what it counts
   */
  const counts = (figures, wanted) => {
    for (const [value, of] of wanted) {
      const row = figures.find((figure) => value.test(figure));
      assert.ok(row, `${value} is in no row of: ${figures.join("; ")}`);
      assert.match(row, of);
    }
  };

  describe("the article about Coventry", () => {
    it("shows who was rated what", async () => {
      const { ratings, dates } = await read(seeds.coventry);
      const coventry = ratings.find(({ who }) => who.includes("Coventry"));
      assert.match(coventry?.who ?? "", /^Ofsted rated Coventry City Council['’]s children['’]s services$/);
      assert.match(coventry?.grade ?? "", /^Inadequate/);
      const staffordshire = ratings.find(({ who }) => who.includes("Staffordshire"));
      assert.match(staffordshire?.who ?? "", /^Ofsted rated Staffordshire/);
      assert.match(staffordshire?.grade ?? "", /^Good in every category$/);
      const earlier = ratings.map(({ grade, meta }) => `${grade} ${meta}`).join("\n");
      assert.match(earlier, /perform(s|ing) poorly[^\n]*November 2011/i);
      assert.ok(dates.some((date) => /Nov 2011/.test(date)));
    });

    it("shows who said what", async () => {
      const { quotes } = await read(seeds.coventry);
      const department = /Department for Education/;
      says(quotes, "the pace of change in Coventry", /spokesman/, department);
      says(quotes, "We will now consider what further actions", /spokesman/, department);
      says(quotes, "impossible", /finance chiefs/, /finance chiefs.*Coventry City Council/);
      says(quotes, "There is no hiding from the fact", /^George Duggins$/, /cabinet member for children.*Coventry/);
      says(quotes, "very disappointed", /^Ann Weir$/, /independent chair.*Coventry safeguarding children board/);
      says(quotes, "This rating means children", /^Mike Lawrence$/, /cabinet member for communities.*Staffordshire/);
      says(quotes, "Not only does it recognise", /^Mike Lawrence$/, /Staffordshire/);
    });

    it("shows every figure with what it counts", async () => {
      const { figures } = await read(seeds.coventry);
      counts(figures, [
        [/£5\.6m/, /children['’]s services budgets.*increase/],
        [/\b12 /, /extra social workers/],
        [/\b16 /, /agency staff/],
        [/£4m/, /children['’]s services budgets/],
        [/about 50%/, /workloads.*increase/],
        [/two years/, /how long/],
        [/three-week/, /study.*how long/],
        [/four-year/, /Daniel Pelka.*age/],
      ]);
    });
  });

  describe("the article about Stoke-on-Trent", () => {
    it("shows who was rated what", async () => {
      const { ratings } = await read(seeds.stoke);
      const stoke = ratings.find(({ who }) => who.includes("Stoke-on-Trent"));
      assert.match(stoke?.who ?? "", /^Ofsted rated children['’]s services at Stoke-on-Trent City Council$/);
      assert.match(stoke?.grade ?? "", /^Inadequate/);
    });

    it("shows who said what, “she” included", async () => {
      const { quotes } = await read(seeds.stoke);
      const james = /leader.*Stoke-on-Trent City Council/i;
      says(quotes, "I'd like to reassure families", /^Ann James$/, james);
      assert.match(quotes.find(({ words }) => words.includes("I'd like to reassure"))?.how ?? "", /as “she”/);
      says(quotes, "absolutely committed to supporting children", /^Ann James$/, james);
      says(quotes, "extremely seriously", /^Ann James$/, james);
      says(quotes, "very concerned by the findings", /^Ann James$/, james);
      says(quotes, "corporate failure", /^Ofsted$/, /Ofsted/);
      says(quotes, "not being protected", /report/, /Ofsted/);
      says(quotes, "seriously declined", /report/, /Ofsted/);
      says(quotes, "not sufficiently understood", /report/, /Ofsted/);
      says(quotes, "urgency and robustness", /report/, /Ofsted/);
      const bridges = /lead member for children['’]s services/;
      says(quotes, "reassured families", /^Janine Bridges$/, bridges);
      says(quotes, "determined to drive the changes", /^Janine Bridges$/, bridges);
      says(quotes, "We have to get the foundations right", /^Janine Bridges$/, bridges);
      const brereton = /Stoke-on-Trent South MP/;
      says(quotes, "rapid improvements", /^Jack Brereton$/, brereton);
      says(quotes, "It is very disappointing", /^Jack Brereton$/, brereton);
      says(quotes, "I hope we can see some rapid improvements", /^Jack Brereton$/, brereton);
    });

    it("shows every figure with what it counts", async () => {
      const { figures } = await read(seeds.stoke);
      counts(figures, [
        [/\b15 /, /key areas/],
        [/over 25 /, /children/],
        [/multi-million pound/, /investment/],
      ]);
    });
  });
} else {
  console.log(`the seed articles are not in ${folder}: nothing was looked at (FACTBOX_SHARED names another folder)`);
}
