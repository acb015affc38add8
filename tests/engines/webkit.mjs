// WebKit as GNOME has it, driven by WebDriver, on a screen that nobody sees.

import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PATIENCE } from "./patience.mjs";

/** @import { Driver } from "./page.mjs" */

/** What WebDriver calls the keys that write nothing. @type {Record<string, string>} */
const codes = {
  Backspace: "\ue003",
  Tab: "\ue004",
  Enter: "\ue007",
  Shift: "\ue008",
  Control: "\ue009",
  Alt: "\ue00a",
  Escape: "\ue00c",
  PageUp: "\ue00e",
  PageDown: "\ue00f",
  End: "\ue010",
  Home: "\ue011",
  ArrowLeft: "\ue012",
  ArrowUp: "\ue013",
  ArrowRight: "\ue014",
  ArrowDown: "\ue015",
  Delete: "\ue017",
  F2: "\ue032",
  F8: "\ue038",
};

/** The narrowest window that its test browser has, in pixels. */
export const NARROWEST = 447;

/**
 * @param {string} program WebKitWebDriver
 * @returns {Promise<{ driver: Driver, close: () => Promise<void> }>}
 */
export async function webkit(program) {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), "factbox-webkit-"));
  await mkdir(join(folder, "gtk-3.0"));
  await writeFile(join(folder, "gtk-3.0/settings.ini"), "[Settings]\ngtk-enable-animations=0\n"); // little motion
  const env = {
    ...process.env,
    XDG_CONFIG_HOME: folder,
    GTK_THEME: "Adwaita:dark", // dark from the start, as Firefox is: no command changes it on the way
    // Its sandbox can be made neither by root nor on many machines of continuous integration; the pages are our own.
    ...(process.getuid?.() === 0 || process.env.CI ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {}),
  };
  const screen = ["-a", "-s", "-screen 0 1600x1200x24", program, `--port=${port}`, "--host=127.0.0.1"];
  const driverProcess = spawn("xvfb-run", screen, { env, detached: true, stdio: "ignore" });
  const stopped = new Promise((resolve) => driverProcess.once("exit", resolve));
  /** @type {Error | null} */
  let failure = null;
  driverProcess.once("error", (error) => (failure = error));
  driverProcess.once("exit", (code) => (failure ??= new Error(`${program} ended with ${code}`)));

  /** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  const ask = async (method, path, body) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
    return value;
  };
  const close = async () => {
    if (driverProcess.pid && driverProcess.exitCode === null) process.kill(-driverProcess.pid);
    await stopped;
    await rm(folder, { recursive: true });
  };

  /** @type {string} */
  let session;
  try {
    await listening(port, () => failure);
    // Scripts of the tests give up by themselves first, and say what they waited for.
    const capabilities = { alwaysMatch: { timeouts: { script: 2 * PATIENCE, pageLoad: PATIENCE } } };
    session = `/session/${(await ask("POST", "/session", { capabilities })).sessionId}`;
  } catch (error) {
    await close();
    throw error;
  }
  /** The size of the page that was asked for last. */
  let size = "";
  /** @param {string} id @param {string} type @param {object[]} actions @param {object} [more] */
  const act = (id, type, actions, more) => ask("POST", `${session}/actions`, { actions: [{ type, id, actions, ...more }] });
  /** @param {string} script */
  const run = (script) => ask("POST", `${session}/execute/async`, { script, args: [] });

  return {
    driver: {
      goto: (url) => ask("POST", `${session}/url`, { url }),
      run: (expression) => run(`const done = arguments[arguments.length - 1]; (${expression}).then(done)`),
      async keys(keys) {
        const actions = keys.map(({ key, down }) => {
          const value = codes[key] ?? key;
          if ([...value].length > 1) throw new Error(`tests/engines/webkit.mjs knows no key ${key}`);
          return { type: down ? "keyDown" : "keyUp", value };
        });
        const undoes = keys.map(({ key }) => key).join("").startsWith("Controlz");
        // What the page takes for itself, or stops on its way, is not left to the browser.
        const listen = [
          "globalThis.left = false",
          "addEventListener('keydown', () => { globalThis.left = false; }, true)",
          "addEventListener('keydown', (event) => { globalThis.left = !event.defaultPrevented; })",
        ];
        if (undoes) await run(`if (globalThis.left === undefined) { ${listen.join("; ")} } arguments[0]()`);
        await act("keys", "key", actions);
        // GTK has no key for undoing: programs give WebKit its command, and the test browser has none.
        if (undoes) await run("arguments[0](globalThis.left && document.execCommand('undo'))");
      },
      async pointer(x, y, press) {
        const at = { type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 };
        const button = press ? ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 })) : [];
        await act("mouse", "pointer", [at, ...button], { parameters: { pointerType: "mouse" } });
      },
      async choose(css, paths) {
        const found = await ask("POST", `${session}/element`, { using: "css selector", value: css });
        const [id] = Object.values(found);
        await ask("POST", `${session}/element/${id}/value`, { text: paths.join("\n") });
      },
      async resize(width, height) {
        if (width < NARROWEST) throw new Error(`WebKit's window is at least ${NARROWEST} pixels wide`);
        if (size === `${width}x${height}`) return;
        size = `${width}x${height}`;
        const inner = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(innerHeight)))";
        await ask("POST", `${session}/window/rect`, { width, height });
        const bars = height - (await run(inner));
        await ask("POST", `${session}/window/rect`, { width, height: height + bars });
      },
    },
    async close() {
      await ask("DELETE", session).catch(() => {}); // it may have died on the way: then it is closed
      await close();
    },
  };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Resolves when something answers at the port. @param {number} port @param {() => Error | null} failed */
async function listening(port, failed) {
  for (const end = Date.now() + PATIENCE; ; ) {
    const answered = await fetch(`http://127.0.0.1:${port}/status`).then(() => true, () => false);
    if (answered) return;
    const error = failed() ?? (Date.now() > end ? new Error("WebKit's driver does not answer") : null);
    if (error) throw error;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
