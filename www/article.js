// The article's pane: one real text area for writing, and the reading view that stands in its place.
//
// Three views: "empty" (a box to paste into, with examples), "edit" (the text area), "read" (paragraphs with marks).
// The text area is never replaced and its value only changes by the browser's own editing commands, so that undo
// goes back through pastes, examples and "Clear". After a paste it keeps the focus, out of sight, so that focus is
// not moved by pasting and the next key goes on writing.

/** @typedef {"empty" | "edit" | "read"} View */

/** Keys that move or write: in the reading view they bring the text area back. */
const writes = /^(.|Backspace|Delete|Enter|Home|End|Arrow(Up|Down|Left|Right))$/u;

/** Most lines, and longest text, that go in by an editing command: Chromium takes them line by line. */
const UNDOABLE = { lines: 200, length: 30_000 };

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
    onText(whole || undone);
  };

  /** Makes the text area ready for a command of the browser, with all of its text selected. */
  const select = () => {
    away(false);
    area.focus({ preventScroll: true });
    area.select();
  };

  /**
   * Puts a text in the place of all there is: where it is not very long, as one step that can be undone.
   *
   * @param {string} text
   */
  const replace = (text) => {
    if (!allows(text)) return false;
    const before = document.activeElement;
    busy = true;
    if (area.value.length > SHOWABLE) {
      area.hidden = true;
      area.value = "";
    }
    if (text.length <= UNDOABLE.length && text.split("\n", UNDOABLE.lines + 1).length <= UNDOABLE.lines) {
      select();
      document.execCommand(text === "" ? "delete" : "insertText", false, text);
      area.setSelectionRange(0, 0);
    } else {
      area.hidden = true; // not shown, a long text needs no layout
      area.value = text;
    }
    busy = false;
    changed(true, false);
    if (before instanceof HTMLElement && before !== area && before.isConnected) before.focus({ preventScroll: true });
    return true;
  };

  area.addEventListener("input", (event) => {
    if (busy) return;
    const whole = pastesWhole;
    pastesWhole = false;
    changed(whole, event instanceof InputEvent && event.inputType.startsWith("history"));
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
    if (area.hidden && area.value.length > SHOWABLE) return; // the paste itself replaces it
    if (pastes && (event.target !== area || view === "read")) select();
    else if (command && /^[zy]$/i.test(event.key) && event.target !== area) {
      away(false);
      area.focus({ preventScroll: true });
    }
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
