// The page as a test wants it served: from its own origin (so that no test sees what another one kept), with files
// replaced where the test says so, and with every request written down.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../../scripts/run.mjs";
import { serve } from "../../scripts/serve.mjs";
import { PATIENCE } from "./patience.mjs";

/** @import { IncomingMessage, ServerResponse } from "node:http" */

/**
 * @typedef {{ status?: number, contentType?: string, body?: string | Buffer }} Answer
 * @typedef {(path: string) => Answer | null | Promise<Answer | null>} Rule answers a request, or leaves it to others
 */

/** @typedef {{ folder?: string, base?: string }} Place another folder than the page's, or the path that it stands under */

/**
 * @typedef {object} Site
 * @property {string} url
 * @property {string[]} asked paths that were asked for, in order
 * @property {Rule[]} rules the latest that answers counts
 * @property {string[]} scripts run in the page before its own, in the order given
 * @property {() => string} script all of that, with `inside.js`
 * @property {() => Promise<void>} close
 */

const inside = await readFile(new URL("inside.js", import.meta.url), "utf8");

/**
 * @param {{ watched: boolean } & Place} options watched: whether `inside.js` is put into pages, for engines whose drivers
 *   neither wait nor tell what went wrong
 * @returns {Promise<Site>}
 */
export async function site({ watched, ...place }) {
  /** @type {string[]} */
  const asked = [];
  /** @type {Rule[]} */
  const rules = [];
  /** @type {string[]} */
  const scripts = [];

  const script = () => [`globalThis.PATIENCE = ${PATIENCE}`, inside, ...scripts].join(";\n");

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  const first = async (request, response) => {
    const path = request.url ?? "/";
    if (watched && path === "/inside.js") {
      send(response, { contentType: "text/javascript", body: script() });
      return true;
    }
    asked.push(path);
    let answer = null;
    for (const rule of rules.toReversed()) answer ??= await rule(path);
    if (!answer && watched && path === "/") {
      answer = { contentType: "text/html; charset=utf-8", body: await readFile(join(root, "www/index.html")) };
    }
    if (!answer) return false;
    if (watched && answer.contentType?.startsWith("text/html") && path === "/") {
      answer = { ...answer, body: watch(String(answer.body)) };
    }
    send(response, answer);
    return true;
  };
  const { url, close } = await serve({ port: 0, first, ...place });
  return { url, asked, rules, scripts, script, close };
}

/** Puts the script before the page's own, after its policy. @param {string} html */
function watch(html) {
  const script = '<script src="inside.js"></script>';
  return html.includes("<meta name=") ? html.replace("<meta name=", `${script}$&`) : html + script;
}

/** @param {ServerResponse} response @param {Answer} answer */
function send(response, { status = 200, contentType = "text/plain", body = "" }) {
  response.writeHead(status, { "content-type": contentType, "cache-control": "no-cache", "x-content-type-options": "nosniff" }).end(body);
}
