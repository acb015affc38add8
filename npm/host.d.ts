// Types of `factbox/host`.

export * from "./types/www/host.js";
