// Types of `factbox` and `factbox/inline`: the functions, and the shape of what they give.

export * from "./types/www/factbox.js";
export type * from "./types/www/report.js";
export type { Options, ScaleDefinition, ScaleExample } from "./types/www/pkg/factbox.js";
export type { Scale } from "./types/www/facts.js";
