// The npm package as newsrooms use it: packed, installed into a folder of its own, then run by Node and Deno, built by
// bundlers and opened in Chromium.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { reference } from "../scripts/api.mjs";
import { launch } from "../scripts/browser.mjs";
import { root } from "../scripts/run.mjs";
import { serve } from "../scripts/serve.mjs";
import { consumers, tools } from "../scripts/setup.mjs";
import { PATIENCE } from "./engines/patience.mjs";

/** The dependant's folder. @type {string} */
let home;
/** @type {string} */
let tarball;
/** @type {import("playwright-core").Browser} */
let browser;

/** A tool of tests/consumers. @param {string} path */
const tool = (path) => join(root, "tests/consumers/node_modules", path);

/**
 * Runs a program in a folder of the dependant.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} what it printed
 */
async function run(program, args, { cwd = home, env = process.env } = {}) {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { cwd, env, maxBuffer: 1 << 26 });
    return stdout + stderr;
  } catch (error) {
    const { message, stdout = "" } = /** @type {Error & { stdout?: string }} */ (error);
    throw new Error(`${message}\n${stdout}`);
  }
}

/**
 * Runs one of the tools by this Node.
 *
 * @param {string} path
 * @param {string[]} args
 * @param {string} [cwd]
 */
const node = (path, args, cwd) => run(process.execPath, [path, ...args], { cwd });

/**
 * A folder of the dependant with some files.
 *
 * @param {string} name
 * @param {Record<string, string>} files
 */
function folder(name, files) {
  const path = join(home, name);
  mkdirSync(path, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

before(async () => {
  consumers();
  home = realpathSync(mkdtempSync(join(tmpdir(), "factbox-")));
  await run("npm", ["pack", "--silent", "--pack-destination", home], { cwd: root });
  tarball = join(home, readdirSync(home).find((name) => name.endsWith(".tgz")) ?? "no tarball");
  folder(".", { "package.json": '{ "name": "herald", "private": true, "type": "module" }' });
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", tarball]);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  if (home) rmSync(home, { recursive: true, force: true });
});

const article = "“We are proud,” said Ann Lee, the head teacher. The school spent £5.6m.";
const script = `
const [quote] = report.quotes;
console.log(quote.source.name, report.figures.map(({ text }) => text).join());`;
const answer = "Ann Lee £5.6m\n";

describe("without a bundler", () => {
  it("Node imports it", async () => {
    const cwd = folder("node", { "main.mjs": `import { extract } from "factbox";\nconst report = await extract(${JSON.stringify(article)});${script}` });
    assert.equal(await node("main.mjs", [], cwd), answer);
  });

  it("Node requires it", async () => {
    const cwd = folder("require", {
      "main.cjs": `const { extract } = require("factbox");\nextract(${JSON.stringify(article)}).then((report) => {${script} });`,
    });
    assert.equal(await run(process.execPath, ["--disable-warning=ExperimentalWarning", "main.cjs"], { cwd }), answer);
  });

  it("Node makes static boxes", async () => {
    const cwd = folder("static", {
      "main.mjs": `import { staticBox } from "factbox/static";
        const page = "<article><p>" + ${JSON.stringify(article)} + "</p></article>";
        console.log(await staticBox({ html: page }, "figures"), await staticBox({ text: "Nothing to see." }) === "");`,
    });
    const made = await node("main.mjs", [], cwd);
    assert.match(made, /^<figure class="fact-box">[^]*£5\.6m[^]*<\/figure>\s+true\n$/);
    assert.doesNotMatch(made, /<blockquote>/);
  });

  it("Node has it with the wasm inside, and from a place of one's own", async () => {
    const cwd = folder("places", {
      "inline.mjs": `import { extract } from "factbox/inline";\nconst report = await extract(${JSON.stringify(article)});${script}`,
      "own.mjs": `import { readFile } from "node:fs/promises";
        import { extract, setWasm } from "factbox";
        setWasm(readFile(new URL(import.meta.resolve("factbox/factbox_bg.wasm"))));
        const report = await extract(${JSON.stringify(article)});${script}`,
    });
    assert.equal(await node("inline.mjs", [], cwd), answer);
    assert.equal(await node("own.mjs", [], cwd), answer);
  });

  it("a server imports the element, which does nothing there", async () => {
    const cwd = folder("server", {
      "main.mjs": 'import { FactBoxElement } from "factbox/element";\nimport "factbox/define";\nconsole.log(typeof FactBoxElement);',
    });
    assert.equal(await node("main.mjs", [], cwd), "function\n");
  });

  it("Deno runs it with the right to read files and no other", async () => {
    const cwd = folder("deno", {
      "main.js": `import { extract } from "factbox";\nconst report = await extract(${JSON.stringify(article)});${script}`,
    });
    const args = [tool("deno/bin.cjs"), "run", "--no-prompt", "--no-config", "--node-modules-dir=manual", `--allow-read=${home}`, "main.js"];
    const env = { ...process.env, NO_COLOR: "1", DENO_DIR: join(home, ".deno"), DENO_NO_UPDATE_CHECK: "1" };
    assert.equal(await run(process.execPath, args, { cwd, env }), answer);
  });
});

/** A story page whose script is built. @param {string} src */
const page = (src) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Herald</title><link rel="icon" href="data:,">
<script type="module" src="${src}"></script><fact-box full><p>${article}</p></fact-box></html>`;

const main = `import "factbox/define";
import { extract } from "factbox";
globalThis.reading = extract(${JSON.stringify(article)});\n`;

/** @typedef {{ found: string[], shown: string, asked: string[] }} Seen what function and element have found, and what was fetched */

/**
 * Serves a folder and opens its page.
 *
 * @param {string} path
 * @returns {Promise<Seen>}
 */
async function open(path) {
  const server = await serve({ folder: path, port: 0 });
  try {
    return await visit(server.url);
  } finally {
    await server.close();
  }
}

/**
 * @param {string} url
 * @returns {Promise<Seen>}
 */
async function visit(url) {
  const opened = await browser.newPage();
  opened.setDefaultTimeout(PATIENCE);
  /** @type {string[]} */
  const asked = [];
  opened.on("request", (request) => asked.push(new URL(request.url()).pathname));
  try {
    await opened.goto(url);
    await opened.waitForFunction(() => "reading" in globalThis);
    const seen = await opened.evaluate(async () => {
      const { figures } = await /** @type {any} */ (globalThis).reading;
      await customElements.whenDefined("fact-box");
      const box = /** @type {import("../www/element.js").FactBoxElement} */ (document.querySelector("fact-box"));
      await box.ready;
      const frame = /** @type {HTMLElement} */ (box.shadowRoot?.querySelector(".frame"));
      return { found: figures.map((/** @type {{ text: string }} */ { text }) => text), shown: frame.innerText };
    });
    return { ...seen, asked };
  } finally {
    await opened.close();
  }
}

/** @param {Seen} seen @param {number} wasm how often it was fetched */
function works({ found, shown, asked }, wasm) {
  assert.deepEqual(found, ["£5.6m"]);
  assert.match(shown, /£5\.6m[^]*Ann Lee/);
  assert.equal(asked.filter((path) => path.endsWith(".wasm")).length, wasm, asked.join(" "));
}

describe("on a page", () => {
  it("works as plain files, copied as they are", async () => {
    const cwd = folder("plain", { "index.html": page("main.js"), "main.js": main.replace("factbox/define", "./factbox/define.js").replace('"factbox"', '"./factbox/factbox.js"') });
    cpSync(join(home, "node_modules/factbox/www"), join(cwd, "factbox"), { recursive: true });
    works(await open(cwd), 1);
  });

  it("is built by Vite", async () => {
    const cwd = folder("vite", { "index.html": page("./main.js"), "main.js": main });
    await node(tool("vite/bin/vite.js"), ["build", "--logLevel", "warn"], cwd);
    works(await open(join(cwd, "dist")), 1);
  });

  it("runs on Vite's development server, which has to leave it as it is", async () => {
    const cwd = folder("dev", { "index.html": page("./main.js"), "main.js": main });
    const { createServer } = await import(pathToFileURL(tool("vite/dist/node/index.js")).href);
    const server = await createServer({
      root: cwd,
      configFile: false,
      logLevel: "silent",
      optimizeDeps: { exclude: ["factbox"] },
      server: { host: "127.0.0.1", port: 0, ws: false, watch: null },
    });
    try {
      await server.listen();
      works(await visit(server.resolvedUrls.local[0]), 1);
    } finally {
      await server.close();
    }
  });

  it("is built by webpack", async () => {
    const cwd = folder("webpack", {
      "main.js": main,
      "build.cjs": `require(${JSON.stringify(tool("webpack"))})({
        mode: "production", entry: "./main.js", context: __dirname, output: { path: __dirname + "/dist" },
        performance: { hints: false },
      }, (error, stats) => {
        if (error || stats.hasErrors() || stats.hasWarnings()) throw error ?? new Error(stats.toString());
      });`,
    });
    await node("build.cjs", [], cwd);
    writeFileSync(join(cwd, "dist/index.html"), page("main.js"));
    works(await open(join(cwd, "dist")), 1);
  });

  it("is built by esbuild, with the wasm inside", async () => {
    const cwd = folder("esbuild", { "main.js": `import "factbox/inline";\n${main}` });
    await node(tool("esbuild/bin/esbuild"), ["main.js", "--bundle", "--minify", "--format=esm", "--outfile=dist/main.js"], cwd);
    writeFileSync(join(cwd, "dist/index.html"), page("main.js"));
    works(await open(join(cwd, "dist")), 0);
  });

  it("says what to do where esbuild has left the wasm behind", async () => {
    const cwd = folder("left", { "main.js": main });
    await node(tool("esbuild/bin/esbuild"), ["main.js", "--bundle", "--format=esm", "--outfile=dist/main.js"], cwd);
    writeFileSync(join(cwd, "dist/index.html"), page("main.js"));
    await assert.rejects(open(join(cwd, "dist")), /answered 404\. Is factbox_bg\.wasm there\?/);
  });

  it("is left out of bundles that do not use it", async () => {
    const cwd = folder("shaken", { "class.js": 'import { FactBoxElement } from "factbox/element";\nconsole.log(FactBoxElement.name);', "none.js": 'import { extract } from "factbox";' });
    const bundle = (/** @type {string} */ name) => node(tool("esbuild/bin/esbuild"), [name, "--bundle", "--minify", "--format=esm"], cwd);
    assert.doesNotMatch(await bundle("class.js"), /customElements\.define/);
    assert.equal((await bundle("none.js")).trim(), "");
  });
});

describe("the package", () => {
  it("has nothing for publint to say", async () => {
    assert.match(await node(tool("publint/src/cli.js"), ["--strict", tarball]), /All good!/);
  });

  it("has types that every way of importing finds", async () => {
    const data = ["./factbox_bg.wasm", "./custom-elements.json"];
    const args = [tarball, "--profile", "esm-only", "--exclude-entrypoints", ...data, "--no-emoji", "--no-color"];
    const table = await node(tool("@arethetypeswrong/cli/dist/index.js"), args); // fails where there is a problem
    assert.match(table, /"factbox\/define" .* OK \(ESM\)/);
  });

  it("has types that a strict project can use", async () => {
    const cwd = folder("types", {
      "main.ts": `import { extract, type Options, type Report } from "factbox";
        import { FactBoxElement } from "factbox/define";
        const options: Options = { furniture: "read" };
        const report: Report = await extract("", options);
        const words: string[] = report.quotes.map((quote) => quote.source?.name ?? "nobody");
        const box: FactBoxElement | null = document.querySelector("fact-box");
        document.addEventListener("factbox-select", (event) => words.push(event.detail.kind, event.detail.text));
        // @ts-expect-error there is no such option
        await extract("", { furniture: "keep" });
        export { box };`,
      "tsconfig.json": JSON.stringify({
        compilerOptions: { strict: true, noEmit: true, target: "es2022", module: "nodenext", lib: ["es2022", "dom"], types: [], skipLibCheck: false, exactOptionalPropertyTypes: true },
      }),
    });
    await node(tools.tsc, ["-p", "."], cwd);
    await node(tools.tsc, ["-p", ".", "--module", "esnext", "--moduleResolution", "bundler"], cwd);
  });

  it("comes with a reference that its sources make", () => {
    for (const [path, text] of Object.entries(reference())) {
      assert.equal(readFileSync(join(root, path), "utf8"), text, `${path} is stale: run \`node scripts/api.mjs\``);
    }
  });

  it("depends on nothing, and holds no file of the page that it does not need", () => {
    const installed = join(home, "node_modules");
    assert.deepEqual(readdirSync(installed).filter((name) => !name.startsWith(".")), ["factbox"]);
    const { customElements, dependencies } = JSON.parse(readFileSync(join(installed, "factbox/package.json"), "utf8"));
    assert.equal(dependencies, undefined);
    assert.ok(readdirSync(join(installed, "factbox")).includes(customElements));
    const files = readdirSync(join(installed, "factbox/www"), { recursive: true, encoding: "utf8" });
    assert.deepEqual(files.filter((name) => !/^frame\.(html|css)$/.test(name) && /\.(html|css|mjs|svg|png)$|(^|\/)(page|sw|bar)\.js$/.test(name)), []);
    assert.ok(readdirSync(join(installed, "factbox")).includes("LICENSE-MIT"));
  });
});
