// Load this once on a site: defines <fact-box>, and puts one into every element with `data-factbox`, which survives
// where a content management system strips tags that it does not know.

import { FactBoxElement } from "./element.js";
import { upgrade } from "./element/upgrade.js";

if (globalThis.customElements) {
  // Two scripts of a site may bring the element: the first one stays.
  if (!customElements.get("fact-box")) customElements.define("fact-box", FactBoxElement);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => upgrade(document));
  else upgrade(document);
}

export { FactBoxElement, upgrade };
