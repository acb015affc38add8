// The package with the wasm inside, for bundlers that do not take along files that a script names, such as esbuild.
// `import "factbox/inline"` is enough for <fact-box> too.

import { setWasm } from "../www/factbox.js";
import packed from "./wasm.js";

setWasm(async () => {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
});

export * from "../www/factbox.js";
