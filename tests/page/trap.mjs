// The real engine with a fault built in: every second reading of an instance spoils its memory and traps, as the worst
// of panics would. Whoever went on with that instance would read rubbish.

import { readFile } from "node:fs/promises";
import binaryen from "binaryen";

/** @returns {Promise<Buffer>} */
export async function trapping() {
  const module = binaryen.readBinary(await readFile(new URL("../../www/pkg/factbox_bg.wasm", import.meta.url)));
  const { BulkMemory, BulkMemoryOpt, MutableGlobals, ReferenceTypes, Multivalue, SignExt, NontrappingFPToInt } = binaryen.Features;
  module.setFeatures(BulkMemory | BulkMemoryOpt | MutableGlobals | ReferenceTypes | Multivalue | SignExt | NontrappingFPToInt);
  const { value: real } = binaryen.getExportInfo(module.getExport("extract"));
  const { params, results } = binaryen.getFunctionInfo(module.getFunction(real));
  const { i32 } = module;
  module.addGlobal("readings", binaryen.i32, true, i32.const(0));
  const given = binaryen.expandType(params).map((type, nth) => module.local.get(nth, type));
  const broken = [module.memory.fill(i32.const(1024), i32.const(0xaa), i32.const(512 * 1024)), module.unreachable()];
  const readings = () => module.global.get("readings", binaryen.i32);
  const body = [
    module.if(i32.eq(readings(), i32.const(1)), module.block(null, broken)),
    module.global.set("readings", i32.add(readings(), i32.const(1))),
    module.call(real, given, results),
  ];
  module.addFunction("trapping", params, results, [], module.block(null, body, results));
  module.removeExport("extract");
  module.addFunctionExport("trapping", "extract");
  if (!module.validate()) throw new Error("the engine with the fault is no WebAssembly");
  return Buffer.from(module.emitBinary());
}
