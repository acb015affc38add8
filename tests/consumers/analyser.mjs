// Settings of the analyser of custom elements, for scripts/api.mjs: it would write where its result is into package.json.

export default { packagejson: false };
