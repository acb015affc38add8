// The buttons that change an item or a name, and the form that one of them opens. Stands where the caller puts it.

import { h } from "../render/dom.js";
import { drawForm } from "./form.js";

/** @import { Form } from "./fields.js" */
/** @import { Correction } from "./model.js" */

/** @typedef {{ act: string, run: () => void }} Deed a button that needs no form */

/** @param {(made: Correction[]) => string} save takes corrections; says what is wrong with them, or "" */
export function bench(save) {
  const buttons = h("span", { class: "changes" });
  const host = h("div", {});
  /** @type {Form[]} */
  let forms = [];
  /** @type {Deed[]} */
  let deeds = [];
  /** What the buttons are about: a form that is open closes when it becomes something else. */
  let about = "";
  /** @type {object | null} */
  let read = null;
  /** @type {HTMLElement | null} */
  let opener = null;

  const close = () => {
    host.replaceChildren();
    opener?.setAttribute("aria-expanded", "false");
    opener = null;
  };

  /** @param {HTMLElement} button */
  const back = (button) => {
    close();
    if (button.isConnected) button.focus();
  };

  /** @param {number} nth */
  const open = (nth) => {
    const button = buttons.children[nth];
    const form = forms[nth];
    if (!(button instanceof HTMLElement) || !form) return;
    const again = opener === button;
    close();
    if (again) return void button.focus();
    const { node, focus } = drawForm(
      form,
      (values) => {
        const made = forms[nth]?.make(values) ?? [];
        if (typeof made === "string") return made;
        const wrong = save(made);
        if (wrong === "") back(button);
        return wrong;
      },
      () => back(button),
    );
    host.replaceChildren(node);
    opener = button;
    button.setAttribute("aria-expanded", "true");
    node.scrollIntoView({ block: "nearest" });
    focus();
  };

  return {
    buttons,
    host,
    open,

    /**
     * @param {string} now what the buttons are about
     * @param {object | null} report the reading that the forms were made of
     * @param {Form[]} some
     * @param {Deed[]} more
     */
    show(now, report, some, more) {
      if (now !== about || report !== read) close();
      [about, read, forms, deeds] = [now, report, some, more];
      // A button of the same words stays where it is, with the focus that it may have.
      for (const [nth, { act }] of [...some, ...more].entries()) {
        if (buttons.children[nth]?.textContent === act) continue;
        const button = h("button", { type: "button", class: "link", "aria-expanded": nth < some.length ? "false" : null }, act);
        button.addEventListener("click", () => {
          const at = [...buttons.children].indexOf(button);
          if (at < forms.length) open(at);
          else deeds[at - forms.length]?.run();
        });
        buttons.insertBefore(button, buttons.children[nth] ?? null);
      }
      while (buttons.children.length > some.length + more.length) buttons.lastChild?.remove();
    },
  };
}
