// A Chromium for the page's tests: finds one, installs the package on Debian and Ubuntu where root may, starts it.
// No browser is a failure that says what to install, never a skipped test.

import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Failure, main, run } from "./run.mjs";

/** Names under which Chromium and its kin stand on the PATH, best first. */
const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];

/** Where they stand when they are not on the PATH. */
const places = [
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
];

/**
 * The path of a Chromium on this machine, or null.
 *
 * @returns {string | null}
 */
export function find() {
  const wished = process.env.FACTBOX_CHROMIUM;
  if (wished) {
    if (!runs(wished)) throw new Failure(`FACTBOX_CHROMIUM is ${wished}: expected the path of a program that runs`);
    return wished;
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find(runs) ?? null;
}

/**
 * The path of a Chromium; installs the system's package where none is found and that is possible.
 *
 * @returns {string}
 */
export function ensure() {
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log("no browser found: installing the package chromium");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-qq"], { env });
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
    const installed = find();
    if (installed) return installed;
  }
  throw new Failure(
    "no browser found: the page's tests need Chromium, Chrome or Edge. Install one " +
      "(Debian, Ubuntu: sudo apt-get install chromium) or set FACTBOX_CHROMIUM to its path",
  );
}

/**
 * Starts a headless browser.
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

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

await main(import.meta, () => console.log(ensure()));
