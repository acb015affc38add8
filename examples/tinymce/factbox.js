// A plugin for TinyMCE: a sidebar with the facts of the story, which follows the writing, and a button that inserts
// them as plain HTML.
//
// tinymce.init({ plugins: "factbox", toolbar: "… factbox", … });

import { editorPanel } from "../../www/editor.js"; // your copy of the site's files

/** What TinyMCE has to be told to keep a live <fact-box> in a story; a static box needs nothing. */
export const options = {
  custom_elements: "fact-box",
  extended_valid_elements: "fact-box[show|for|highlight|full|heading|class|id]",
};

/** @param {any} tinymce */
export function register(tinymce) {
  tinymce.PluginManager.add("factbox", (/** @type {any} */ editor) => {
    const insert = (/** @type {string} */ html, /** @type {Element | null} */ old) => {
      editor.undoManager.transact(() => {
        if (old) editor.dom.setOuterHTML(old, html);
        else editor.insertContent(html);
      });
    };
    editor.ui.registry.addSidebar("factbox", {
      tooltip: "Facts in this story",
      icon: "checklist",
      onShow(/** @type {any} */ api) {
        const { panel } = editorPanel({ source: editor.getBody(), insert });
        api.element().replaceChildren(panel);
      },
      onHide(/** @type {any} */ api) {
        api.element().replaceChildren();
      },
    });
    return { getMetadata: () => ({ name: "Factbox" }) };
  });
}
