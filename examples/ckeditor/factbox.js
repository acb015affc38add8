// A plugin for CKEditor 5: a panel with the facts of the story, which follows the writing, and a button that inserts
// them as plain HTML. General HTML Support keeps the parts of the static box; without it the words stay, as paragraphs.
//
// ClassicEditor.create(element, { plugins: […, Factbox], htmlSupport, factbox: { panel: document.getElementById("facts") } });

import { GeneralHtmlSupport, Plugin } from "ckeditor5";
import { editorPanel } from "../../www/editor.js"; // your copy of the site's files

/** What CKEditor has to be told to keep: the static box, and the marker of a live one. */
export const htmlSupport = {
  allow: [
    { name: /^(figure|figcaption|h3|dl|dt|dd|blockquote|footer|cite|ul|li|table|thead|tbody|tr|th|td)$/, classes: ["fact-box"], attributes: ["scope"] },
    { name: "div", classes: ["fact-box"], attributes: ["data-factbox"] },
  ],
};

export class Factbox extends Plugin {
  static get pluginName() {
    return "Factbox";
  }

  static get requires() {
    return [GeneralHtmlSupport];
  }

  init() {
    this.editor.once("ready", () => {
      const { panel } = editorPanel({
        source: this.editor.ui.getEditableElement(),
        insert: (html, old) => this.#insert(html, old),
      });
      this.#panel = panel;
      this.editor.config.get("factbox.panel").append(panel);
    });
  }

  destroy() {
    this.#panel?.remove();
    super.destroy();
  }

  /** @type {HTMLElement | null} */
  #panel = null;

  /**
   * @param {string} html
   * @param {Element | null} old
   */
  #insert(html, old) {
    const { data, editing, model } = this.editor;
    const fragment = data.toModel(data.processor.toView(html));
    model.change((writer) => {
      const view = old && editing.view.domConverter.mapDomToView(old);
      const place = view && editing.mapper.toModelElement(view);
      if (place) writer.setSelection(place, "on");
      model.insertContent(fragment);
    });
  }
}
