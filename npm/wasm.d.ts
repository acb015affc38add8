/** The wasm in gzip, as base64. The file is made by scripts/package.mjs. */
declare const packed: string;
export default packed;
