// The buttons that bring an article in or take it away: paste, open a file, load an example, edit, clear.

import { examples } from "./examples.js";
import { onDrop, readText, Unreadable } from "./files.js";
import { byId, h } from "./render/dom.js";
import { complain } from "./voice.js";
import { count, words } from "./words.js";

/** @import { View } from "./article.js" */

/**
 * @typedef {object} Pane
 * @property {(text: string) => boolean} replace
 * @property {(caret?: number) => void} edit
 * @property {() => void} read
 * @property {() => View} view
 * @property {(html: string) => string} textOf the text of HTML
 */

/**
 * @param {Pane} pane
 * @returns {(view: View) => void} shows the buttons that belong to a view
 */
export function bar(pane) {
  const paste = byId("paste", HTMLButtonElement);
  const edit = byId("edit", HTMLButtonElement);
  const clear = byId("clear", HTMLButtonElement);
  const file = byId("file", HTMLInputElement);
  const menu = byId("examples", HTMLElement);

  paste.addEventListener("click", async () => {
    try {
      const text = (await copied(pane.textOf)) || (await navigator.clipboard.readText());
      if (text.trim() !== "") return void pane.replace(text);
      complain("There is no text to paste.", "Copy the article first.");
    } catch {
      // The browser does not let pages read the clipboard, or the reader said no: the keys always work.
      pane.edit();
      complain("The browser keeps the clipboard from this page.", "Press Ctrl and V, or on a Mac Command and V.");
    }
  });

  const take = async (/** @type {File} */ chosen) => {
    try {
      pane.replace(await readText(chosen, pane.textOf));
    } catch (error) {
      if (error instanceof Unreadable) complain(error.message, error.advice);
      else complain("Factbox cannot read that file.", "Open it, copy the text and paste it here.");
    }
  };
  byId("open", HTMLButtonElement).addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) take(chosen);
    file.value = "";
  });
  onDrop(take);

  for (const { title, text } of examples) {
    const load = () => {
      menu.hidePopover();
      pane.replace(text);
    };
    const choice = (/** @type {string | null} */ className) => {
      const button = h("button", { type: "button", class: className }, title);
      button.addEventListener("click", load);
      return button;
    };
    const size = () => h("span", {}, count(words(text), "word"));
    byId("starts", HTMLElement).append(h("li", {}, choice("link"), size()));
    const entry = choice(null);
    entry.append(size());
    menu.append(entry);
  }

  edit.addEventListener("click", () => {
    if (pane.view() === "edit") pane.read();
    else pane.edit();
  });
  clear.addEventListener("click", () => {
    pane.replace("");
    pane.edit();
  });

  return (view) => {
    paste.classList.toggle("main", view === "empty");
    edit.hidden = clear.hidden = view === "empty";
    edit.textContent = view === "edit" ? "Done" : "Edit";
  };
}

/**
 * The text of HTML on the clipboard; "" where there is none.
 *
 * @param {(html: string) => string} textOf
 */
async function copied(textOf) {
  const items = await navigator.clipboard.read();
  const html = items.find(({ types }) => types.includes("text/html"));
  return html ? textOf(await (await html.getType("text/html")).text()) : "";
}
