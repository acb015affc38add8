// The article's pane: one real text area for writing, and the reading view that stands in its place.
//
// Three views: "empty" (a box to paste into, with examples), "edit" (the text area), "read" (paragraphs with marks).
// The text area is never replaced and its value changes by the browser's own editing commands, so that undo goes back
// through pastes, examples and "Clear". Where those commands are slow, the text is set and the browser's undo ends: so the
// texts that were replaced are kept here, and the keys for undo and redo go through both. After a paste the text area
// keeps the focus, out of sight, so that focus is not moved by pasting and the next key goes on writing.

/** @typedef {"empty" | "edit" | "read"} View */

/** Keys that move or write: in the reading view they bring the text area back. */
const writes = /^(.|Backspace|Delete|Enter|Home|End|Arrow(Up|Down|Left|Right))$/u;

/**
 * Most lines, and longest text, that go in by an editing command. Chromium and WebKit take it line by line, each with all
 * lines before it: 200 lines last a third of a second, 600 more than one. The letters of a line cost next to nothing.
 */
const QUICK = { lines: 200, length: 100_000 };

/** How many texts that were replaced are kept. */
const STEPS = 20;

/** On a Mac, Y with Command shows the history. */
const isMac = /^(Mac|iP)/.test(navigator.platform);

/** @typedef {"undo" | "redo"} Way */

/**
 * All of a text replaced by another, or what was typed between two such steps.
 *
 * @typedef {object} Step
 * @property {string} before
 * @property {string | null} after null where what was written then is still being written
 * @property {boolean} native whether it is the browser that undoes it
 */

/** @param {string} text whether it goes in, and out again, by an editing command in no time */
const isQuick = (text) => text.length <= QUICK.length && text.split(/\r\n?|\n/, QUICK.lines + 1).length <= QUICK.lines;

/** Longest text that is laid out in the text area only to be replaced: far above any article. */
const SHOWABLE = 300_000;

/**
 * @param {object} page
 * @param {HTMLTextAreaElement} page.area
 * @param {HTMLElement} page.scroller what scrolls in the reading view
 * @param {(text: string) => boolean} page.allows whether a text may come in; says why where it may not
 * @param {(html: string) => string} page.textOf the text of HTML
 * @param {(whole: boolean) => void} page.onText after each change; `whole` where all of the text is new
 * @param {(view: View) => void} page.onView
 * @param {() => void} page.unhide shows the pane where it is behind another tab: nothing can be written out of sight
 * @param {(caret: number) => void} page.onCaret after the caret has been moved
 */
export function article({ area, scroller, allows, textOf, onText, onView, unhide, onCaret }) {
  /** @type {View} */
  let view = "empty";
  /** Whether the next paste takes the place of all there is. */
  let pastesWhole = false;
  /** Whether the value is being changed from here, in one or many events. */
  let busy = false;
  /** Where typing left the caret. */
  let typedAt = -1;
  /** The text that a key or a paste is about to replace as a whole. @type {string | null} */
  let replaced = null;
  /** From the first text to now, without a gap. @type {Step[]} */
  let steps = [];
  /** How many of them stand; the others were undone. */
  let standing = 0;
  /** Whether the latest change was a new one, which the browser undoes. */
  let typed = false;
  /** The text that was put in last, where the browser's undo ends: what Chromium still has from before is stale. */
  let floor = /** @type {string | null} */ (null);
  /** Whether anything was written since. */
  let written = true;

  /**
   * Takes the text area out of the way of the Tab key, or brings it back. One that is very long is not even laid out;
   * others stay, for Firefox forgets what can be undone where there is no box.
   *
   * @param {boolean} gone
   */
  const away = (gone) => {
    const long = area.value.length > SHOWABLE;
    area.hidden = gone && long;
    area.inert = gone && !long;
    if (!gone) unhide();
  };

  /** @param {View} next */
  const show = (next) => {
    if (next === view) return;
    view = next;
    // Out of sight without the focus, it would be a stop on nothing for the Tab key.
    away(view === "read" && document.activeElement !== area);
    onView(view);
  };

  /**
   * After a change of the text.
   *
   * @param {boolean} whole whether all of it is new
   * @param {boolean} undone
   */
  const changed = (whole, undone) => {
    typedAt = area.selectionStart;
    if (area.value === "") show("empty");
    else if (whole) show("read");
    else if (!undone || view === "empty") show("edit");
    if (view === "read") away(document.activeElement !== area); // it may have been the view before too
    onText(whole || undone);
  };

  /** Makes the text area ready for a command of the browser, with all of its text selected. */
  const select = () => {
    away(false);
    area.focus({ preventScroll: true });
    area.select();
  };

  /**
   * Puts a text in the place of all there is without a command of the browser, which then undoes nothing from before.
   *
   * @param {string} text
   */
  const put = (text) => {
    const long = text.length > SHOWABLE;
    if (long) area.blur();
    area.hidden = long; // not shown, a long text needs no layout
    area.value = text;
    if (!area.hidden) area.setSelectionRange(0, 0);
    ours();
  };

  /** From now on nothing that has been done is undone by the browser. */
  const ours = () => {
    typed = written = false;
    floor = area.value;
    steps = steps.map((step) => ({ ...step, native: false }));
  };

  /** @param {Way} way */
  const next = (way) => {
    const step = steps[way === "undo" ? standing - 1 : standing];
    if (!step) return null;
    const { before, after, native } = step;
    return way === "undo" ? { from: after, to: before, native } : { from: before, to: after, native };
  };

  /**
   * Goes to the text before or after one that was put in, where that was the latest change.
   *
   * @param {Way} way
   * @returns {boolean} false where it is the browser's turn
   */
  const walk = (way) => {
    const step = next(way);
    if (!step && !typed && (way === "undo" ? area.value === floor : !written)) return true; // there is nothing
    if (!step || step.native || typed || area.value !== step.from || step.to === null) return false;
    const { to } = step;
    standing += way === "undo" ? -1 : 1;
    put(to);
    if (!area.hidden) {
      away(false);
      area.focus({ preventScroll: true });
    }
    changed(to.length > SHOWABLE, true);
    return true;
  };

  /**
   * Follows the browser, which has undone or redone something.
   *
   * @param {Way} way
   */
  const follow = (way) => {
    const step = next(way);
    typed = false;
    if (step?.native && area.value === step.to) standing += way === "undo" ? -1 : 1;
  };

  /** @param {Step} step */
  const keep = (step) => {
    steps = [...steps, step].slice(-STEPS);
    standing = steps.length;
  };

  /**
   * Makes a step of what was typed since the latest one.
   *
   * @param {string} after
   */
  const close = (after) => {
    const last = steps.at(-1);
    const before = last ? last.after : "";
    if (last && before === null) last.after = after;
    else if (before !== null && before !== after) keep({ before, after, native: true });
  };

  /**
   * Undoes or redoes one step, the browser's or one that is kept here.
   *
   * @param {Way} way
   */
  const turn = (way) => {
    if (walk(way)) return;
    const { value } = area;
    away(false);
    area.focus({ preventScroll: true });
    document.execCommand(way);
    if (area.value !== value || way === "redo") return;
    // Nothing happened: either there is nothing to undo, or the browser has forgotten it.
    if (typed || standing > 0) {
      goOn();
      close(value);
      ours();
      walk(way);
    }
  };

  /** Forgets the texts that were undone: something else was written in their place. */
  const goOn = () => {
    typed = written = true;
    steps = steps.slice(0, standing);
  };

  /**
   * Puts a text in the place of all there is, as one step that can be undone.
   *
   * @param {string} text
   */
  const replace = (text) => {
    if (!allows(text)) return false;
    const focused = document.activeElement;
    const before = area.value;
    const quick = isQuick(text) && isQuick(before);
    goOn();
    close(before);
    if (quick) {
      busy = true;
      select();
      document.execCommand(text === "" ? "delete" : "insertText", false, text);
      area.setSelectionRange(0, 0);
      busy = false;
    } else {
      put(text);
    }
    if (area.value !== before) keep({ before, after: area.value, native: quick }); // its line ends are the text area's own
    changed(true, false);
    if (focused instanceof HTMLElement && focused !== area && focused.isConnected) focused.focus({ preventScroll: true });
    return true;
  };

  area.addEventListener("beforeinput", (event) => {
    const [, way] = /^history(Undo|Redo)$/.exec(event.inputType) ?? [];
    const all = area.value !== "" && area.selectionStart === 0 && area.selectionEnd === area.value.length;
    replaced = all && !way && !busy ? area.value : null;
    if (way && walk(way === "Undo" ? "undo" : "redo")) event.preventDefault();
  });

  area.addEventListener("input", (event) => {
    if (busy) return;
    const whole = pastesWhole;
    const [undone, way] = (event instanceof InputEvent && /^history(Undo|Redo)$/.exec(event.inputType)) || [];
    pastesWhole = false;
    if (undone) follow(way === "Undo" ? "undo" : "redo");
    else {
      goOn();
      if (replaced !== null) {
        close(replaced);
        keep({ before: replaced, after: null, native: true });
      }
    }
    replaced = null;
    changed(whole, undone !== undefined);
    if (whole && matchMedia("(pointer: coarse)").matches) area.blur(); // puts the screen's keyboard away
  });

  area.addEventListener("blur", () => {
    if (view === "read") away(true);
  });

  area.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && view === "edit") return show("read");
    if (view !== "read" || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    if (!command && (event.key === "PageDown" || event.key === "PageUp")) {
      event.preventDefault();
      scroller.scrollBy({ top: (event.key === "PageDown" ? 0.9 : -0.9) * scroller.clientHeight });
    } else if (!command && writes.test(event.key)) {
      show("edit");
    }
  });

  /**
   * Whether a key or a paste belongs to another field.
   *
   * @param {EventTarget | null} target
   */
  const foreign = (target) =>
    target instanceof Element && target !== area && target.matches("input:not([type=checkbox]), textarea, dialog *");

  // Keys for paste, undo and redo belong to the article wherever the focus is: the text area gets the focus, and the
  // browser's own command then finds it there. Out of the text area, a paste is a new article.
  document.addEventListener("keydown", (event) => {
    if (foreign(event.target) || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    const pastes = command ? /^v$/i.test(event.key) : event.shiftKey && event.key === "Insert";
    const again = event.ctrlKey && !isMac && /^y$/i.test(event.key);
    if (again || (command && /^z$/i.test(event.key))) {
      event.preventDefault();
      return turn(again || event.shiftKey ? "redo" : "undo");
    }
    if (area.hidden && area.value.length > SHOWABLE) return; // the paste itself replaces it
    if (pastes && (event.target !== area || view === "read")) select();
  });

  document.addEventListener("paste", (event) => {
    if (foreign(event.target)) return;
    const whole = event.target !== area || (area.selectionStart === 0 && area.selectionEnd === area.value.length);
    const html = whole ? (event.clipboardData?.getData("text/html") ?? "") : "";
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    // HTML says where a paragraph ends and what is a menu; plain text, what stands between two words.
    const read = html === "" ? "" : textOf(html);
    const text = read || plain;
    if (text === "") return;
    if (event.target !== area || read !== "") {
      event.preventDefault();
      replace(text);
    } else if (allows(text)) {
      pastesWhole = whole;
    } else {
      event.preventDefault();
    }
  });

  document.addEventListener("selectionchange", () => {
    if (document.activeElement !== area || view !== "edit") return;
    if (area.selectionStart !== typedAt) onCaret(area.selectionStart);
  });

  return {
    replace,
    text: () => area.value,
    view: () => view,

    /** Shows the reading view, where there is a text. */
    read() {
      if (area.value !== "") show("read");
    },

    /**
     * Shows the text area with the caret in it.
     *
     * @param {number} [caret]
     */
    edit(caret) {
      show(area.value === "" ? "empty" : "edit");
      away(false);
      area.focus({ preventScroll: true });
      if (caret !== undefined) area.setSelectionRange(caret, caret);
    },
  };
}
