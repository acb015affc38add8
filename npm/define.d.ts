// Types of `factbox/define`.

import "./element.js";

export * from "./types/www/define.js";
