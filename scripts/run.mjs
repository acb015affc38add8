// Runs the programs that the other scripts need, and says in one line what went wrong.
// Uses node's own modules only, so that it works before anything is installed.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's folder, with a closing slash. */
export const root = fileURLToPath(new URL("../", import.meta.url));

/** A failure that a person can act on: its message is all that is printed. */
export class Failure extends Error {}

/**
 * Runs a program in the project's folder with its output shown, and throws a {@link Failure} unless it ends well.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, missing?: string }} [options] `missing`: what to say where there is no such program
 */
export function run(program, args, options = {}) {
  const { error, status, signal } = start(program, args, { ...options, stdio: "inherit" });
  if (error) throw new Failure(options.missing ?? `${program} cannot be started: ${error.message}`);
  if (status !== 0) throw new Failure(`${[program, ...args].join(" ")} failed (${signal ?? `exit code ${status}`})`);
}

/**
 * What a program prints, or null where it is missing or fails.
 *
 * @param {string} program
 * @param {string[]} args
 * @returns {string | null}
 */
export function output(program, args) {
  const { error, status, stdout } = start(program, args, { stdio: ["ignore", "pipe", "ignore"] });
  return error || status !== 0 ? null : String(stdout);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdio: import("node:child_process").StdioOptions }} options
 */
function start(program, args, { env, stdio }) {
  // On Windows npm is a script, which only a shell starts.
  const shell = process.platform === "win32" && program === "npm";
  return spawnSync(program, args, { cwd: root, env: { ...process.env, ...env }, stdio, shell });
}

/**
 * Runs a script's work where the script was started by a person, and ends with code 1 and one line where it fails.
 *
 * @param {ImportMeta} meta of the script
 * @param {() => unknown} work
 */
export async function main(meta, work) {
  if (process.argv[1] !== fileURLToPath(meta.url)) return;
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
}
