// Where the reader argues with the machine: takes corrections, keeps their history, and says what was done. The page
// applies them at each reading.

import { byId, h } from "../render/dom.js";
import { complain, say } from "../voice.js";
import { fits, MOST } from "./accept.js";
import { locate } from "./anchor.js";
import { apply, tally } from "./apply.js";
import { bench } from "./bench.js";
import { formsOf, formsOfName } from "./fields.js";
import { begin, redo, standing, step, undo, without } from "./history.js";
import { target } from "./items.js";
import { editsOf, isOut, kindNames } from "./model.js";
import { who } from "./people.js";
import { drawStrip } from "./strip.js";
import { describe } from "./words.js";

/** @import { Report } from "../report.d.ts" */
/** @import { Facts, Item, Scale } from "../facts.js" */
/** @import { Fate } from "./items.js" */
/** @import { Read } from "./fields.js" */
/** @import { History } from "./history.js" */
/** @import { Correction, Kind } from "./model.js" */

/** @typedef {Read & { facts: Facts }} Reading */

/** Most articles whose corrections are kept while the page is open. */
const SHELF = 8;

/**
 * @param {object} page
 * @param {HTMLElement} page.panel the facts
 * @param {() => Reading | null} page.reading the corrected one
 * @param {() => void} page.review applies the corrections anew and shows the result
 * @param {(item: Item) => void} page.go makes an item current and brings it into view
 */
export function desk({ panel, reading, review, go }) {
  /** @type {History} */
  let history = begin();
  /** @type {Fate[]} */
  let fates = [];
  /** Corrections of other articles, which come back when their words do. @type {History[]} */
  let shelf = [];
  /** Steps since the text was last changed: for so long the keys for undo and redo are about corrections. */
  let lately = 0;
  let undone = 0;

  const strip = drawStrip(byId("edits", HTMLElement), {
    undo: () => walk(undo, "Undone"),
    redo: () => walk(redo, "Done again"),
    original() {
      const original = !history.now.state.original;
      commit({ original }, original ? "The machine’s reading is shown" : "The edits are shown");
    },
    takeBack: (nth) => takeBack(new Set([nth]), byId("edits", HTMLElement)),
  });

  /**
   * Does something that draws the panel anew, and puts the focus back where it was.
   *
   * @param {() => void} act
   */
  const keepingFocus = (act) => {
    const before = document.activeElement;
    const row = before?.closest("[id]");
    const heading = before?.closest(".part")?.querySelector("h2") ?? byId("h-quotes", HTMLElement);
    const kind = before instanceof HTMLElement ? before.dataset.correct : undefined;
    act();
    if (!before || before === document.body || document.activeElement === before) return;
    const there = row ? document.getElementById(row.id) : null;
    const twin = kind ? there?.querySelector(`[data-correct="${kind}"]`) : null;
    const next = before.isConnected ? before : (twin ?? there?.querySelector("a, button") ?? heading);
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  };

  /**
   * @param {Partial<import("./history.js").State>} change
   * @param {string} words
   */
  const commit = (change, words) => {
    history = step(history, change, words);
    lately += 1;
    undone = 0;
    keepingFocus(review);
    say(words);
  };

  /**
   * @param {typeof undo} way
   * @param {string} done
   */
  const walk = (way, done) => {
    const walked = way(history);
    if (!walked) return false;
    history = walked.history;
    const steps = way === undo ? 1 : -1;
    lately = Math.max(0, lately - steps);
    undone = Math.max(0, undone + steps);
    keepingFocus(review);
    say(`${done}: ${walked.words}`);
    return true;
  };

  /**
   * Adds corrections of the reader's own.
   *
   * @param {Correction[]} made
   * @returns {string} what is wrong with them, or ""
   */
  const add = (made) => {
    const { own, sender } = history.now.state;
    if (made.length === 0) {
      say("Nothing was changed");
      return "";
    }
    if (own.length + sender.length + made.length > MOST) return `There are ${MOST} corrections already. Take some back first.`;
    if (!made.every(fits)) return "That is too long.";
    commit({ own: [...own, ...made] }, made.map(describe).join("; "));
    return "";
  };

  /**
   * @param {ReadonlySet<number>} out
   * @param {HTMLElement} [home] where the focus goes if its place is gone
   */
  const takeBack = (out, home) => {
    const all = standing(history);
    const words = [...out].flatMap((nth) => (all[nth] ? [describe(all[nth].correction)] : [])).join("; ");
    if (words === "") return;
    commit(without(history, out), `Taken back: ${words}`);
    const last = home?.querySelector("li [data-correct]") ?? home?.querySelector(".steps button");
    if (home && !home.contains(document.activeElement) && last instanceof HTMLElement) last.focus();
  };

  /** Those of the corrections that count which leave a line to put something back. */
  const outs = () => {
    const all = standing(history).map(({ correction }, nth) => ({ correction, nth }));
    return new Set(all.filter(({ correction }) => "whole" in correction && !correction.whole).map(({ nth }) => nth));
  };

  /**
   * The item where the latest correction was made.
   *
   * @param {Kind} kind
   */
  const latest = (kind) => {
    const fate = fates.at(-1);
    if (!Array.isArray(fate)) return undefined;
    return reading()?.facts.items.find((item) => item.kind === kind && [...item.wash, ...item.line].some(([start]) => start === fate[0]));
  };

  /** Shows the latest correction's item as the current one. @param {Kind} kind */
  const show = (kind) => {
    const item = latest(kind);
    if (item) go(item);
    return item;
  };

  // ── items ──

  /** @type {Item | null} */
  let current = null;
  const onItem = bench((made) => {
    const kind = current?.kind;
    const wrong = add(made);
    if (wrong === "" && made.length > 0 && kind && kind !== "c") show(kind);
    return wrong;
  });

  /** @param {Item} item */
  const things = ({ kind, found }) => {
    const { quote, ratings = [], figures = [], date } = found;
    return { kind, all: [...(quote ? [quote] : []), ...ratings, ...figures, ...(date ? [date] : [])] };
  };

  /**
   * Takes an item out, leaving a line to put it back, or, where it was added, nothing.
   *
   * @param {Item} item
   */
  const dismiss = (item) => {
    const { kind, all } = things(item);
    const now = reading();
    if (!now || kind === "c") return;
    const added = all.flatMap(editsOf).filter(({ what }) => what === "added");
    if (added.length > 0) {
      takeBack(new Set(all.flatMap(editsOf).map(({ nth }) => nth)));
      return byId(headings[kind], HTMLElement).focus();
    }
    const wrong = add(all.map((thing) => ({ act: "dismiss", on: target(now.text, kind, thing), whole: false })));
    if (wrong) return complain("That did not work.", wrong);
    const button = document.getElementById(item.id)?.querySelector("[data-correct=back]");
    if (button instanceof HTMLElement) button.focus({ preventScroll: true });
  };

  const showItem = () => {
    const now = reading();
    if (!current || !now || current.kind === "c") return onItem.show("", null, [], []);
    const item = current;
    const added = things(item).all.some((thing) => editsOf(thing).some(({ what }) => what === "added"));
    const deed = added ? "Delete" : `Not a ${kindNames[/** @type {Kind} */ (item.kind)]}`;
    onItem.show(item.id, now.report, formsOf(item, now), [{ act: deed, run: () => dismiss(item) }]);
  };

  // ── names ──

  /** Place of the name whose buttons are shown, among the report's. @type {number | null} */
  let name = null;
  const onName = bench((made) => {
    const wrong = add(made);
    const [first] = made;
    if (wrong !== "" || !first) return wrong;
    const now = first.act === "merge" ? first.into.name : first.act === "name" && typeof first.set.name === "string" ? first.set.name : null;
    if (now !== null) name = reading()?.report.entities.findIndex((entity) => entity.name === now) ?? null;
    showName();
    return "";
  });
  const nameActs = h("div", { class: "acts", id: "name-acts" }, h("p", {}, onName.buttons), onName.host);

  const showName = () => {
    for (const button of panel.querySelectorAll("[data-correct=name]")) button.setAttribute("aria-expanded", "false");
    const now = reading();
    const entity = name === null ? undefined : now?.report.entities[name];
    const row = name === null ? null : document.getElementById(`n${name}`);
    if (!entity || !now || !row || row.classList.contains("gone")) {
      name = null;
      return nameActs.remove();
    }
    row.querySelector("[data-correct=name]")?.setAttribute("aria-expanded", "true");
    if (nameActs.parentElement !== row) row.append(nameActs);
    const forget = () => {
      const wrong = add([{ act: "forget", on: who(now.text, entity), whole: false }]);
      if (wrong) return complain("That did not work.", wrong);
      const button = row.id ? document.getElementById(row.id)?.querySelector("[data-correct=back]") : null;
      if (button instanceof HTMLElement) button.focus({ preventScroll: true });
    };
    onName.show(row.id, now.report, formsOfName(entity, now), [{ act: "Not a name", run: forget }]);
  };

  // ── the buttons on the rows ──

  panel.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-correct]") : null;
    const now = reading();
    if (!(button instanceof HTMLElement) || !now) return;
    const { correct, of: id = "" } = button.dataset;
    if (correct === "name") {
      const nth = Number(id.slice(1));
      name = name === nth ? null : nth;
      return showName();
    }
    if (correct === "source") {
      const item = now.facts.items.find((item) => item.id === id);
      if (!item) return;
      go(item);
      return onItem.open(0);
    }
    const touched = (now.facts.rows.get(id) ?? []).flatMap(editsOf);
    if (correct === "undo") takeBack(new Set(touched.filter(({ what }) => what !== "out").map(({ nth }) => nth)));
    const out = new Set(touched.filter(({ what }) => what === "out").map(({ nth }) => nth));
    if (correct === "back") {
      takeBack(out);
      const row = document.getElementById(id);
      const link = row?.querySelector("a, [data-correct=name]");
      if (link instanceof HTMLElement) link.focus({ preventScroll: true });
    }
    if (correct === "delete") {
      const place = button.closest("[class~=part]")?.querySelector("h2");
      const { own, sender } = history.now.state;
      const theirs = standing(history).length - own.length;
      const whole = (/** @type {readonly Correction[]} */ list, /** @type {number} */ from) =>
        list.map((correction, nth) => (out.has(from + nth) && "whole" in correction ? { ...correction, whole: true } : correction));
      commit({ own: whole(own, theirs), ...(theirs > 0 ? { sender: whole(sender, 0) } : {}) }, "Deleted for good");
      if (place instanceof HTMLElement) place.focus();
    }
  });

  // The keys for undo and redo are about what was done last: a correction, or else the text. In the text area and in
  // fields they are the browser's own.
  document.addEventListener(
    "keydown",
    (event) => {
      const command = (event.ctrlKey || event.metaKey) && !event.altKey && /^[zy]$/i.test(event.key);
      const { target } = event;
      const writing = document.body.dataset.view === "edit" ? "textarea, " : "";
      if (!command || (target instanceof Element && target.matches(`${writing}input:not([type=checkbox]), dialog *`))) return;
      const again = event.shiftKey || /^y$/i.test(event.key);
      if (!(again ? undone > 0 && walk(redo, "Done again") : lately > 0 && walk(undo, "Undone"))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );

  return {
    item: {
      buttons: onItem.buttons,
      host: onItem.host,
      /** @param {Item | null} item */
      show(item) {
        current = item;
        showItem();
      },
    },

    /**
     * The machine's report with the corrections.
     *
     * @param {string} text
     * @param {Report} report
     * @param {ReadonlyMap<string, Scale>} scales
     */
    corrected(text, report, scales) {
      const corrections = standing(history);
      const made = apply(text, report, corrections, scales);
      fates = made.fates;
      return made.report;
    },

    /** Shows the strip, and the buttons of a name, after the panel was drawn. */
    drawn() {
      const { past, future, now } = history;
      const { sender, original } = now.state;
      strip(standing(history), fates, { undo: past.length > 0, redo: future.length > 0, sent: sender.length > 0, original });
      showName();
    },

    dismissed: {
      count: () => [...(reading()?.facts.rows.values() ?? [])].filter((things) => things.some(isOut)).length,
      putBack() {
        takeBack(outs());
      },
    },

    /** The corrections as a copy counts them. */
    tally: () => tally(standing(history), fates),

    /** The corrections as a link has them. */
    all: () => standing(history).map(({ correction }) => correction),

    /** All that is needed to have them again, and the other way round. */
    state: () => history.now.state,

    /** @param {import("./history.js").State} state */
    restore(state) {
      history = { past: [], now: { state, words: "" }, future: [] };
      if (reading()) review();
    },

    /** After the reader has changed the text. */
    typed() {
      lately = undone = 0;
    },

    /**
     * After all of the text was replaced: corrections stay with the words that they are about.
     *
     * @param {string} text
     */
    settle(text) {
      const fitting = [history, ...shelf].find((held) => isAbout(held, text));
      if (fitting === history) return;
      const kept = [history, ...shelf].filter((held) => held !== fitting && standing(held).length > 0);
      shelf = kept.slice(0, SHELF);
      history = fitting ?? begin();
    },

    /**
     * Takes corrections that came in a link.
     *
     * @param {Correction[]} sent
     */
    receive(sent) {
      if (standing(history).length > 0) shelf = [history, ...shelf].slice(0, SHELF);
      history = begin(sent);
      lately = undone = 0;
      if (reading()) review();
    },

    /**
     * Makes words of the article an item.
     *
     * @param {Correction & { act: "add" }} made
     */
    make(made) {
      const [start, end] = [made.at.at, made.at.at + made.at.exact.length];
      // Marks and a comma more or less are the same words.
      const same = ([from, to] = [0, 0]) => Math.abs(from - start) <= 1 && Math.abs(to - end) <= 2;
      const known = reading()?.facts.items.find((item) => item.kind === made.kind && [...item.wash, ...item.line].some(same));
      if (known) {
        go(known);
        const link = document.getElementById(known.id)?.querySelector("a");
        if (link instanceof HTMLElement) link.focus({ preventScroll: true });
        return say(`These words are a ${kindNames[made.kind]} already`);
      }
      const wrong = add([made]);
      if (wrong) return complain("That did not work.", wrong);
      // Of a grade on a known scale only the subject is missing.
      if (show(made.kind)) onItem.open(made.kind === "r" && made.set.scale ? 1 : 0);
    },
  };
}

/** Headings that take the focus when a row is gone. */
const headings = { r: "h-ratings", q: "h-quotes", f: "h-figs", d: "h-dates" };

/**
 * Whether at least half of the corrections are about words of a text.
 *
 * @param {History} history
 * @param {string} text
 */
function isAbout({ now: { state } }, text) {
  const anchors = [...state.sender, ...state.own].flatMap((correction) => ("on" in correction ? correction.on.at : correction.at) ?? []);
  const found = anchors.filter((anchor) => locate(text, anchor) !== null);
  return found.length > 0 && found.length * 2 >= anchors.length;
}
