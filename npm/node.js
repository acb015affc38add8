// The package in Node and Deno: the same as factbox.js, with the wasm read from the package's own folder.

import { readFile } from "node:fs/promises";
import { setWasm } from "../www/factbox.js";

setWasm(() => readFile(new URL("../www/pkg/factbox_bg.wasm", import.meta.url)));

export * from "../www/factbox.js";
