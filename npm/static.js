// `factbox/static` in Node and Deno: with the wasm from the package's own folder.

import "./node.js";

export * from "../www/static.js";
