// What the panel shows of each kind of fact, and how a reader gets from there to the words and back.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { current, engine, items, nextFrame, openWith, view, withBrowser } from "./page/open.mjs";

/** @import { Page } from "playwright-core" */

withBrowser();

describe("a rating's scale", () => {
  const article = `Ofsted has rated Meadow School "good", up from inadequate.

The CQC has downgraded Elm House from good to inadequate.

Moody's downgraded Oakmoor Council from Baa1 to Ba2.`;

  /**
   * What is drawn of a scale of words: labels from left to right, and the label that each mark stands under.
   *
   * @param {Page} page
   * @param {string} rating
   */
  const drawn = (page, rating) =>
    page.locator(`${rating} table.scale`).evaluate((table) => {
      const middle = (/** @type {Element} */ node) => {
        const { left, right } = node.getBoundingClientRect();
        return (left + right) / 2;
      };
      const heads = [...table.querySelectorAll("thead th[scope=col]")].sort((a, b) => middle(a) - middle(b));
      const under = (/** @type {number} */ x) => heads.reduce((best, head) => (Math.abs(middle(head) - x) < Math.abs(middle(best) - x) ? head : best)).textContent;
      const run = table.querySelector(".run");
      const box = run?.getBoundingClientRect();
      const tip = run && getComputedStyle(run, "::after");
      const right = tip?.borderLeftWidth === "8px"; // the wide border is the arrow's point
      return {
        labels: heads.map((head) => head.textContent),
        bold: heads.filter((head) => getComputedStyle(head).fontWeight === "700").map((head) => head.textContent),
        dots: [...table.querySelectorAll(".dot")].map((dot) => under(middle(dot))),
        rings: [...table.querySelectorAll(".was")].map((ring) => under(middle(ring))),
        arrow: box && (right ? [under(box.left), under(box.right)] : [under(box.right), under(box.left)]),
        spoken: [...table.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)),
      };
    });

  it("has the grades from worst to best, a dot at the grade, a ring at the one before, an arrow between", async () => {
    const page = await openWith(article, {});
    assert.deepEqual(await drawn(page, "#r1"), {
      labels: ["Inadequate", "Satisfactory", "Requires improvement", "Good", "Outstanding"],
      bold: ["Good"],
      dots: ["Good"],
      rings: ["Inadequate"],
      arrow: ["Inadequate", "Good"],
      spoken: [["before", "", "", "now", ""]],
    });
    assert.deepEqual(await drawn(page, "#r2"), {
      labels: ["Inadequate", "Requires improvement", "Good", "Outstanding"],
      bold: ["Inadequate"],
      dots: ["Inadequate"],
      rings: ["Good"],
      arrow: ["Good", "Inadequate"],
      spoken: [["now", "", "before", ""]],
    });
    assert.equal(await page.locator("#r1 .scale caption").textContent(), "Ofsted’s scale, worst to best");

    // A scale of 21 grades is a line of as many ticks, with the same marks, and says in words what it shows.
    const long = page.locator("#r3 svg.long");
    assert.equal(await long.getAttribute("role"), "img");
    assert.equal(await long.getAttribute("aria-label"), "Ba2, from Baa1, on a scale from C, lowest, to Aaa, highest");
    const line = await long.evaluate((drawing) => {
      const left = (/** @type {string} */ selector) =>
        [...drawing.querySelectorAll(selector)].map((node) => {
          const { left, right } = node.getBoundingClientRect();
          return (left + right) / 2;
        });
      const ticks = left(".tick").sort((a, b) => a - b);
      const nearest = (/** @type {number} */ x) => ticks.findIndex((tick) => Math.abs(tick - x) < 1.5);
      const [dot = 0, ring = 0, tip = 0] = [".dot", ".was", ".tip"].map((selector) => left(selector)[0]);
      const words = [...drawing.querySelectorAll("text")].sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left);
      return { ticks: ticks.length, dot: nearest(dot), ring: nearest(ring), between: dot < tip && tip < ring, words: words.map((word) => word.textContent) };
    });
    assert.deepEqual(line, { ticks: 21, dot: 9, ring: 13, between: true, words: ["C", "Ba2", "Baa1", "Aaa"] });
  });

  it("has the dot at the grade that the article names, where other grades were in force at other times", async () => {
    const page = await openWith('Ofsted has rated Meadow School "inadequate".\n\nOfsted rated Hill School satisfactory in March 2010.', {});
    for (const [rating = "", grade] of [["#r1", "Inadequate"], ["#r2", "Satisfactory"]]) {
      assert.equal(await page.locator(`${rating} .grade`).innerText(), grade);
      assert.deepEqual((await drawn(page, rating)).dots, [grade]);
    }
  });

  it("has names that touch no other and stay in their place, at any width and in whatever face the browser finds", async () => {
    const long = `Ofsted has rated Meadow School "good", up from satisfactory. It was rated requires improvement for leadership and management.

The CQC has downgraded Elm House from good to requires improvement. It was rated inadequate for safety.

Inspectors from the ETI rated Oakmoor College "unsatisfactory" overall.

The curlew was moved from near threatened to vulnerable on the IUCN Red List.`;
    const page = await openWith(long, {});
    for (const width of [1440, 1279, 900, 719, 480, ...(engine === "webkit" ? [] : [390, 320])]) {
      await page.setViewportSize({ width, height: 900 });
      const faults = await page.locator("#one .rating").evaluateAll((ratings) =>
        ratings.flatMap((rating) => {
          const labels = [...rating.querySelectorAll("thead th[scope=col], svg.long text")].filter((label) => parseFloat(getComputedStyle(label).fontSize) > 0);
          const lines = labels.flatMap((label) => {
            const words = document.createRange();
            words.selectNodeContents(label);
            return [...(label instanceof SVGElement ? label : words).getClientRects()].map((box) => ({ label, box }));
          });
          const { left, right } = rating.getBoundingClientRect();
          const out = lines.filter(({ box }) => box.left < left - 1 || box.right > right + 1).map(({ label }) => `${label.textContent} is out of its place`);
          const touch = lines.flatMap((one, nth) =>
            lines.slice(nth + 1).flatMap(({ label, box }) => {
              const beside = Math.max(one.box.left, box.left) - Math.min(one.box.right, box.right);
              const above = Math.max(one.box.top, box.top) - Math.min(one.box.bottom, box.bottom);
              return label !== one.label && beside < 3 && above < -1 ? [`${one.label.textContent} touches ${label.textContent}`] : [];
            }),
          );
          return [...(labels.length < 2 ? ["the ends have no names"] : []), ...out, ...touch];
        }),
      );
      assert.deepEqual([width, faults], [width, []]);
    }
    assert.equal(await page.locator("#one .rating").count(), 4);
  });
});

describe("figures", () => {
  it("stand as they are written, behind how sure they are; why they are there gives value and unit", async () => {
    const page = await openWith(
      "About £5.6m was spent in a year and two centuries. More than 12 new teachers came, with up to 300 children. Half a dozen buses waited nearly 40 minutes.",
      {},
    );
    const rows = await page.locator(".figures tbody tr").evaluateAll((rows) =>
      rows.map((row) => ["th small", "th a", "td span", "td small"].map((part) => row.querySelector(part)?.textContent?.trim() ?? "")),
    );
    assert.deepEqual(rows, [
      ["about", "£5.6m", "not said of what", ""],
      ["", "two centuries", "", "how long"],
      ["over", "12", "new teachers", ""],
      ["up to", "300", "children", ""],
      ["", "Half a dozen", "buses", "= 6"],
      ["about", "40 minutes", "buses", "how long"],
    ]);
    const readings = [];
    for (const row of await items(page, "f").all()) {
      await row.locator("td").last().click();
      const ask = page.getByRole("button", { name: "Why is this here?" });
      if ((await ask.getAttribute("aria-expanded")) === "false") await ask.click();
      assert.equal(await row.locator("#why dt").first().innerText(), "Read as");
      readings.push(await row.locator("#why dd").first().innerText());
    }
    assert.deepEqual(readings, [
      "Money: about 5,600,000 GBP.",
      "Length of time: 2 centuries.",
      "Count: more than 12.",
      "Count: at most 300.",
      "Count: 6.",
      "Length of time: about 40 minutes.",
    ]);
  });
});

describe("dates", () => {
  it("stand on a line in calendar order, those without a date last and off the line", async () => {
    const page = await openWith(
      "Ash Water closes the mill next week. The mill opened in May 2024 after a fire in 2011. " +
        "Work began on 15 November 2023, and the roof was on by 22 November 2023. It had stood empty from 2013 to 2016.",
      {},
    );
    const rows = await page.locator(".time > .item").evaluateAll((rows) =>
      rows.map((row) => {
        const dot = row.querySelector(".dot");
        if (!dot) throw new Error("a date has no dot");
        const [mark, line] = [getComputedStyle(dot, "::after"), getComputedStyle(dot, "::before")];
        const words = [".when", ".what > span", ".what small"].map((part) => row.querySelector(part)?.textContent);
        return { top: row.getBoundingClientRect().top, words, square: mark.borderTopLeftRadius === "0px", long: Number.parseFloat(mark.height) > 10, line: line.display !== "none" };
      }),
    );
    assert.deepEqual(rows.map(({ words: [when] }) => when), ["2011", "2013 to 2016", "15 Nov 2023", "22 Nov 2023", "May 2024", "no date"]);
    assert.deepEqual(rows.at(-1)?.words, ["no date", "next week", "Ash Water closes the mill"]);
    assert.deepEqual(rows.map(({ square }) => square), [false, false, false, false, false, true]);
    assert.deepEqual(rows.map(({ long }) => long), [false, true, false, false, false, false]);
    assert.deepEqual(rows.map(({ line }) => line), [true, true, true, true, false, false], "the line leads to the last date");
    for (const [nth, { top }] of rows.entries()) assert.ok(nth === 0 || top > (rows[nth - 1]?.top ?? 0), "one below the other");
  });
});

describe("people and organisations", () => {
  it("are listed with their roles and how often each is quoted", async () => {
    const page = await openWith(
      '"We are proud," said Ann Lee, head teacher of Meadow School. She said the roof leaked. "It is late," said Tom Reed, a governor. ' +
        'Amy Bell, the mayor, was there. A spokesman for Ash Water said: "We welcome it."',
      {},
    );
    const groups = await page.locator(".names > div").evaluateAll((groups) =>
      groups.map((group) => [
        group.querySelector("h3")?.textContent,
        [...group.querySelectorAll("li")].map((row) => [row.querySelector("b"), row.querySelector(".role"), row.querySelector(".n")].map((node) => node?.textContent ?? "")),
      ]),
    );
    assert.deepEqual(groups, [
      [
        "People",
        [
          ["Ann Lee", "head teacher of Meadow School", "2 quotes"],
          ["Tom Reed", "governor, Meadow School", "1 quote"],
          ["Amy Bell", "mayor", "not quoted"],
        ],
      ],
      [
        "Organisations",
        [
          ["Meadow School", "", "not quoted"],
          ["Ash Water", "", "spokesman"],
        ],
      ],
    ]);
    assert.equal(await page.locator(".part.who > header .n").innerText(), "5");
  });
});

describe("a figure or a date", () => {
  // Many rows, so that the last figure and the date stand far down the list and the article.
  const article = `${Array.from({ length: 60 }, (_, nth) => `It spent £${nth + 100} on the roof.`).join("\n\n")}\n\nIt cost £77m in March 2021.`;

  it("is linked with its words by the keyboard, from the panel and by the caret", async () => {
    const page = await openWith(article, {});
    const reached = async () => [await current(page), await page.locator("#facts [aria-current=true] :is(th a, .when a)").innerText()];
    for (const [row, item, words] of [["#f61", "f61", "£77m"], ["#d1", "d1", "March 2021"]]) {
      await page.locator(`${row} a`).first().focus();
      await page.keyboard.press("Enter");
      assert.equal(await current(page), item);
      assert.equal(await page.locator("#sheet mark.here").innerText(), words);
      await seen(page, "#sheet mark.here");
      // The focus stays where the next Tab key is expected to go on: on the row, or on the number in the article.
      const at = await page.evaluate(() => document.activeElement?.closest("[data-item]")?.getAttribute("data-item"));
      assert.equal(at, item);
    }
    await page.getByRole("button", { name: "Edit" }).click();
    for (const [words = "", item, shown] of [["100", "f1", "£100"], ["77m", "f61", "£77m"], ["£100", "f1", "£100"], ["March", "d1", "Mar 2021"]]) {
      await page.locator("#area").evaluate((area, at) => /** @type {HTMLTextAreaElement} */ (area).setSelectionRange(at, at), article.indexOf(words) + 1);
      await page.waitForFunction((item) => document.querySelector(`#${item}[aria-current]`), item);
      assert.deepEqual(await reached(), [item, shown]);
      // Its row comes into view, as far down the list as it may be.
      await seen(page, "#facts [aria-current=true] a");
    }
    assert.equal(await view(page), "edit");
  });
});

describe("the kinds", () => {
  const article =
    'Ofsted has rated Meadow School "good".\n\n"We are proud," said Ann Lee, the head, in March 2021. It spent £5.6m on “a total mess”. Ash Water closes it next week.';
  const kinds = /** @type {const} */ ([
    ["ratings", "r", "ratings"],
    ["quotes", "q", "quotes"],
    ["figures", "f", "figs"],
    ["dates", "d", "dates"],
    ["checks", "c", "check"],
  ]);

  it("can each be hidden, in the list, in the text and for the keys, and shown again", async () => {
    const page = await openWith(article, {});
    const line = (/** @type {string} */ kind) => page.locator(`#sheet mark.${kind}`).first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
    for (const [name, kind, part] of kinds) {
      const box = page.getByRole("checkbox", { name: `Show ${name}` });
      assert.ok((await items(page, kind).count()) > 0, `there are no ${name} to hide`);
      await box.uncheck();
      const parts = await page.locator(":is(#one, #two) .part").evaluateAll((parts) => parts.filter((part) => !part.checkVisibility()).map((part) => part.classList[1]));
      assert.deepEqual(parts, [part]);
      if (kind !== "c") assert.equal(await line(kind), "none");
      for (let n = 0; n < 10; n += 1) {
        await page.keyboard.press("F8");
        assert.notEqual((await current(page))?.charAt(0), kind);
      }
      await box.check();
      if (kind !== "c") assert.equal(await line(kind), "underline");
      assert.equal(await page.locator(`.part.${part}`).isVisible(), true);
    }
  });

  it("can be hidden in the menu More where the list has no boxes", async () => {
    const page = await openWith(article, { context: { viewport: { width: 800, height: 700 } } });
    assert.equal(await page.getByRole("checkbox", { name: "Show quotes" }).isVisible(), false);
    const menu = async () => {
      if (!(await page.locator("#more").isVisible())) await page.getByRole("button", { name: "More", exact: true }).click();
    };
    for (const [name, , part] of kinds) {
      await menu();
      const box = page.locator("#more").getByLabel(name.charAt(0).toUpperCase() + name.slice(1), { exact: true });
      await box.uncheck();
      assert.equal(await page.locator(`.part.${part}`).isVisible(), false);
      await page.keyboard.press("Escape");
      await menu();
      assert.equal(await box.isChecked(), false, "the menu remembers it");
      await box.check();
      assert.equal(await page.locator(`.part.${part}`).isVisible(), true);
    }
    await nextFrame(page);
  });
});

/**
 * Fails unless an element is on the screen with nothing over it.
 *
 * @param {Page} page
 * @param {string} selector
 */
async function seen(page, selector) {
  const there = await page.locator(selector).first().evaluate((node) => {
    const [box] = node.getClientRects();
    const top = box && document.elementFromPoint(box.left + Math.min(8, box.width / 2), box.top + box.height / 2);
    return top && (node.contains(top) || top.contains(node)) ? "" : `${top?.outerHTML.slice(0, 80)} is there`;
  });
  assert.equal(there, "", selector);
}
