// For ProseMirror: nodes that hold a static fact box, and a plugin with the facts of the story, which follows the
// writing, and a button that inserts them. Marks are drawn over the text by the browser: the document is not touched.
//
// const schema = new Schema({ nodes: basic.spec.nodes.append(nodes), marks: basic.spec.marks.append(marks) });
// EditorState.create({ schema, plugins: [factbox(document.getElementById("facts"))] });

import { DOMParser } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { editorPanel } from "../../www/editor.js"; // your copy of the site's files

/**
 * A node that is one element.
 *
 * @param {string} tag
 * @param {string} content
 * @param {string} [inside] where the tag means this node
 */
const plain = (tag, content, inside = "figure.fact-box") => ({
  content,
  parseDOM: [{ tag: `${inside} ${tag}`, priority: 60 }],
  toDOM: () => [tag, 0],
});

const cell = (tag) => ({
  content: "inline*",
  attrs: { scope: { default: null } },
  parseDOM: [{ tag: `figure.fact-box ${tag}`, priority: 60, getAttrs: (dom) => ({ scope: dom.getAttribute("scope") }) }],
  toDOM: ({ attrs }) => [tag, attrs, 0],
});

/** The parts of a static box. Its words can be edited. */
export const nodes = {
  fact_box: {
    group: "block",
    content: "(heading | fact_list | fact_quote | fact_table | fact_names | fact_caption)+",
    defining: true,
    isolating: true,
    parseDOM: [{ tag: "figure.fact-box" }],
    toDOM: () => ["figure", { class: "fact-box" }, 0],
  },
  fact_list: plain("dl", "(fact_term | fact_detail)+"),
  fact_term: plain("dt", "inline*"),
  fact_detail: plain("dd", "inline*"),
  fact_quote: plain("blockquote", "paragraph+ fact_source?"),
  fact_source: plain("footer", "inline*"),
  fact_table: plain("table", "fact_head? fact_rows"),
  fact_head: plain("thead", "fact_row+"),
  fact_rows: plain("tbody", "fact_row+"),
  fact_row: plain("tr", "(fact_heading | fact_cell)+"),
  fact_heading: cell("th"),
  fact_cell: cell("td"),
  fact_names: plain("ul", "fact_name+"),
  fact_name: plain("li", "inline*"),
  fact_caption: plain("figcaption", "inline*"),
};

export const marks = {
  cite: { parseDOM: [{ tag: "cite" }], toDOM: () => ["cite", 0] },
};

/** @param {HTMLElement} place where the panel goes */
export function factbox(place) {
  return new Plugin({
    view(view) {
      const insert = (html, old) => {
        // A document of its own, in which nothing runs and nothing is loaded.
        const { body } = new window.DOMParser().parseFromString(html, "text/html");
        const box = DOMParser.fromSchema(view.state.schema).parse(body).firstChild;
        const { tr } = view.state;
        if (old) {
          const start = view.posAtDOM(old, 0) - 1;
          tr.replaceWith(start, start + view.state.doc.nodeAt(start).nodeSize, box);
        } else tr.replaceSelectionWith(box);
        view.dispatch(tr);
      };
      const { panel } = editorPanel({ source: view.dom, insert });
      place.append(panel);
      return { destroy: () => panel.remove() };
    },
  });
}
