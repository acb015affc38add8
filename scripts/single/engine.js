// The wasm that the first script has unpacked.

import { setWasm } from "../../www/factbox.js";

setWasm(/** @type {{ factboxWasm: Uint8Array<ArrayBuffer> }} */ (/** @type {unknown} */ (globalThis)).factboxWasm);
