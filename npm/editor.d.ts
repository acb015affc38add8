// Types of `factbox/editor`.

import "./element.js";

export * from "./types/www/editor.js";
