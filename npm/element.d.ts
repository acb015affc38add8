// Types of `factbox/element`, and what <fact-box> adds to those of a page.

import type { BoxReport, FactBoxElement, FactSelection } from "./types/www/element.js";

export * from "./types/www/element.js";

declare global {
  interface HTMLElementTagNameMap {
    "fact-box": FactBoxElement;
  }
  interface GlobalEventHandlersEventMap {
    "factbox-report": CustomEvent<{ report: BoxReport }>;
    "factbox-select": CustomEvent<FactSelection>;
    "factbox-error": CustomEvent<{ code: string; message: string }>;
  }
}
