// The browsers of the page's tests: finds them, installs their packages on Debian and Ubuntu where root may, starts
// Chromium. Without Chromium nothing of the page is tested: that is a failure which says what to install. The other
// engines run the same tests again: where one is not there, that is said, and in continuous integration it is a failure.

import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Failure, main, run } from "./run.mjs";

/** @typedef {"chromium" | "firefox" | "webkit"} Engine */

/**
 * Names under which each engine stands on the PATH, best first; where it stands otherwise; the packages that hold it.
 *
 * @type {Record<Engine, { title: string, names: string[], places: string[], packages: string[], variable: string }>}
 */
const known = {
  chromium: {
    title: "Chromium",
    names: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"],
    places: [
      "/snap/bin/chromium",
      "/opt/google/chrome/chrome",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "C:/Program Files/Google/Chrome/Application/chrome.exe",
      "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
      "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    ],
    packages: ["chromium"],
    variable: "FACTBOX_CHROMIUM",
  },
  firefox: {
    title: "Firefox",
    names: ["firefox-esr", "firefox"],
    places: ["/snap/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox", "C:/Program Files/Mozilla Firefox/firefox.exe"],
    packages: ["firefox-esr"],
    variable: "FACTBOX_FIREFOX",
  },
  webkit: {
    title: "WebKit",
    names: ["WebKitWebDriver"],
    places: [],
    packages: ["webkit2gtk-driver", "xvfb", "xauth"],
    variable: "FACTBOX_WEBKIT_DRIVER",
  },
};

export const engines = /** @type {Engine[]} */ (Object.keys(known));

/**
 * The path of an engine on this machine, or null: Chromium's and Firefox's own, WebKit's driver's.
 *
 * @param {Engine} engine
 * @returns {string | null}
 */
export function find(engine) {
  const { names, places, variable } = known[engine];
  const wished = process.env[variable];
  if (wished) {
    if (!runs(wished)) throw new Failure(`${variable} is ${wished}: expected the path of a program that runs`);
    return wished;
  }
  if (engine === "webkit" && !onPath(["xvfb-run"])) return null; // it needs a screen, and ours may be in use
  return onPath(names) ?? places.find(runs) ?? null;
}

/**
 * The path of Chromium; installs the system's package where none is found and that is possible.
 *
 * @returns {string}
 */
export function ensure() {
  return find("chromium") ?? install("chromium") ?? missing("chromium");
}

/** Finds or installs every engine, and says which there are. */
export function ensureAll() {
  console.log(`Chromium: ${ensure()}`);
  for (const engine of engines.slice(1)) {
    const path = find(engine) ?? install(engine);
    if (!path && process.env.CI) missing(engine);
    console.log(`${known[engine].title}: ${path ?? `not there, its tests are left out. ${advice(engine)}`}`);
  }
}

/**
 * Starts a headless Chromium.
 *
 * @param {import("playwright-core").LaunchOptions} [options] added to those that the tests need
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launch(options = {}) {
  const { chromium } = await import("playwright-core");
  const { args = [], ...rest } = options;
  return chromium.launch({
    executablePath: ensure(),
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...args,
    ],
    ...rest,
  });
}

/** @param {Engine} engine @returns {string | null} its path, where it could be installed */
function install(engine) {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return null;
  const { packages, title } = known[engine];
  console.log(`${title} is not there: installing ${packages.join(", ")}`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  try {
    run("apt-get", ["update", "-qq"], { env });
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { env });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.log(error.message);
  }
  return find(engine);
}

/** @param {Engine} engine */
function advice(engine) {
  const { packages, variable } = known[engine];
  return `Install it (Debian, Ubuntu: sudo apt-get install ${packages.join(" ")}) or set ${variable} to its path`;
}

/** @param {Engine} engine @returns {never} */
function missing(engine) {
  throw new Failure(`${known[engine].title} is not there: the page's tests need it. ${advice(engine)}`);
}

/** @param {string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs) ?? null;
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

await main(import.meta, ensureAll);
