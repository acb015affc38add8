// Types of `factbox/static`.

export * from "./types/www/static.js";
