// The strip above the facts: whose corrections there are, undo and redo, and the list of all of them, with those
// whose words are no longer in the article.

import { h, keyed, write } from "../render/dom.js";
import { count } from "../words.js";
import { describe } from "./words.js";

/** @import { Signed } from "./apply.js" */
/** @import { Fate } from "./items.js" */

/**
 * @param {HTMLElement} strip
 * @param {object} acts
 * @param {() => void} acts.undo
 * @param {() => void} acts.redo
 * @param {() => void} acts.original leaves the sender's out, or takes them in again
 * @param {(nth: number) => void} acts.takeBack
 */
export function drawStrip(strip, { undo, redo, original, takeBack }) {
  const button = (/** @type {string} */ words, /** @type {() => void} */ act) => {
    const made = h("button", { type: "button", class: "link" }, words);
    made.addEventListener("click", () => {
      if (made.getAttribute("aria-disabled") !== "true") act();
    });
    return made;
  };
  const words = h("span", {});
  const toggle = button("", original);
  const sent = h("p", {}, words, " ", toggle);
  const [back, again] = [button("Undo", undo), button("Redo", redo)];
  const summary = h("summary", {});
  const list = h("ul", {});
  const details = h("details", {}, summary, list);
  strip.append(sent, h("p", { class: "steps" }, back, again), details);

  const draw = keyed(list, (/** @type {{ words: string, lost: string, theirs: boolean, nth: number }} */ { words, lost, theirs, nth }) => {
    const take = button("Take back", () => takeBack(nth));
    take.setAttribute("aria-label", `Take back: ${words}`);
    take.dataset.correct = "take";
    return h("li", {}, h("span", { dir: "auto" }, words), theirs ? " by the sender" : null, lost ? h("em", {}, ` ${lost}`) : null, " ", take);
  });
  // A button that has nothing to do keeps the focus that it has, so that keys need not look for it.
  const can = (/** @type {HTMLElement} */ button, /** @type {boolean} */ able) => button.setAttribute("aria-disabled", String(!able));

  /**
   * @param {Signed[]} corrections
   * @param {Fate[]} fates
   * @param {{ undo: boolean, redo: boolean, sent: boolean, original: boolean }} able
   */
  return (corrections, fates, able) => {
    strip.hidden = corrections.length === 0 && !able.undo && !able.redo && !able.sent;
    sent.hidden = !able.sent;
    write(words, able.original ? "This is the machine’s reading." : "Edited by the person who sent this link.");
    write(toggle, able.original ? "Show the edits" : "Show the original");
    can(back, able.undo);
    can(again, able.redo);
    const lost = fates.filter((fate) => fate === "gone" || fate === "lost").length;
    details.hidden = corrections.length === 0;
    write(summary, `${count(corrections.length, "correction")}${lost > 0 ? `, ${lost} no longer in place` : ""}`);
    draw(
      corrections.map(({ by, correction }, nth) => ({
        words: describe(correction),
        lost: fates[nth] === "gone" ? "The words are no longer in the article." : fates[nth] === "lost" ? "Nothing like it is found there now." : "",
        theirs: by === "sender",
        nth,
      })),
    );
  };
}
