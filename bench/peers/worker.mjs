// One reader in a thread of its own, so that a reading that takes too long can be ended.

import { parentPort, workerData } from "node:worker_threads";
import { readFileSync } from "node:fs";

if (workerData.module) {
  const engine = await import("../../www/pkg/factbox.js");
  engine.initSync({ module: readFileSync(new URL("../../www/pkg/factbox_bg.wasm", import.meta.url)) });
  answer(engine.extract);
} else {
  const { read } = await import(`./read/${workerData.name}.mjs`);
  answer(read);
}

/** @param {(text: string) => unknown} read */
function answer(read) {
  parentPort?.on("message", (text) => {
    const start = performance.now();
    read(text);
    parentPort?.postMessage(performance.now() - start);
  });
  parentPort?.postMessage("ready");
}
