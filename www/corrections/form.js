// A form below the thing that it changes: labels, fields, Save and Cancel. Enter saves, Escape cancels.

import { h } from "../render/dom.js";
import { tell } from "../voice.js";

/** @import { Field, Form } from "./fields.js" */

/** Tells the fields of one form from those of another. */
let forms = 0;

/**
 * @param {Form} form
 * @param {(values: Record<string, string>) => string} save takes the values; says what is wrong, or ""
 * @param {() => void} cancel
 */
export function drawForm({ title, fields }, save, cancel) {
  forms += 1;
  const drawn = fields.map((field) => drawField(field, `edit-${forms}-${field.name}`));
  const wrong = h("p", { class: "wrong" });
  const values = () => Object.fromEntries(drawn.filter(({ row }) => !row.hidden).map(({ field, control }) => [field.name, control.value]));
  const show = () => {
    for (const { field, row, control } of drawn) {
      if (!field.when) continue;
      const asked = drawn.find((other) => other.field.name === field.when?.name)?.control.value === field.when.value;
      row.hidden = !asked;
      control.disabled = !asked; // what is not asked is not required
    }
  };
  const stop = h("button", { type: "button", class: "button" }, "Cancel");
  const node = h(
    "form",
    { class: "correct", "aria-label": title, autocomplete: "off" },
    ...drawn.map(({ row }) => row),
    wrong,
    h("p", { class: "row" }, h("button", { type: "submit", class: "button main" }, "Save"), stop),
  );
  node.addEventListener("change", show);
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    wrong.textContent = save(values());
    if (wrong.textContent !== "") tell(wrong.textContent);
  });
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    cancel();
  });
  stop.addEventListener("click", cancel);
  show();
  return { node, focus: () => drawn.find(({ row }) => !row.hidden)?.control.focus() };
}

/**
 * @param {Field} field
 * @param {string} id
 */
function drawField(field, id) {
  const { label, value, options, offers = [], hint, required = false, longest } = field;
  const hinted = hint ? `${id}-hint` : null;
  /** @type {HTMLInputElement | HTMLSelectElement} */
  let control;
  if (options) {
    control = h("select", { id }, ...options.map((option) => h("option", { value: option.value }, option.label)));
  } else {
    const list = offers.length > 0 ? `${id}-offers` : null;
    control = h("input", { id, type: "text", required, maxlength: longest, list, "aria-describedby": hinted, spellcheck: "false", autocomplete: "off" });
  }
  control.value = value;
  const row = h(
    "p",
    {},
    h("label", { for: id }, label),
    control,
    offers.length > 0 ? h("datalist", { id: `${id}-offers` }, ...offers.map((offer) => h("option", { value: offer }))) : null,
    hint ? h("small", { id: hinted }, hint) : null,
  );
  return { field, row, control };
}
