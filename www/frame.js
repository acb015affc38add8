// The box in a frame, for sites that let no foreign script into their pages. The page around it (host.js) sends the
// text; the frame answers with its height, and with the report, to the page that the text came from and no other.
//
// What is shown stands behind the `#`: `frame.html#show=quotes&heading=Who+said+it`; also a short text, `text=…`.

import "./define.js";
import { load } from "./factbox.js";
import { lock } from "./lock.js";
import { byId } from "./render/dom.js";

/** @import { FactBoxElement } from "./element.js" */

const box = /** @type {FactBoxElement} */ (byId("box", HTMLElement));
const wishes = new URLSearchParams(location.hash.slice(1));
const host = window.parent === window ? null : window.parent;
/** Whom the report is for: the origin that sent the text. */
let asker = "";

for (const name of ["show", "heading"]) {
  const wish = wishes.get(name);
  if (wish) box.setAttribute(name, wish);
}
box.toggleAttribute("full", wishes.has("full"));
box.text = wishes.get("text") ?? "";

/** A height tells nothing of the text, so that it may be for anybody who shows this page. */
function tellHeight() {
  host?.postMessage({ type: "factbox:resize", height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
}

/** Says that a text may be sent. */
function tellReady() {
  host?.postMessage({ type: "factbox:ready" }, "*");
  tellHeight();
}

addEventListener("message", ({ source, origin, data }) => {
  if (!host || source !== host || typeof data !== "object" || data === null) return;
  if (data.type === "factbox:hello") tellReady();
  if (data.type !== "factbox:text" || typeof data.text !== "string") return;
  asker = origin;
  box.text = data.text;
});

box.addEventListener("factbox-report", (event) => {
  const { report } = /** @type {CustomEvent<{ report: object }>} */ (event).detail;
  // A page without an origin of its own ("null") cannot be named as the only one to get an answer.
  if (asker && asker !== "null") host?.postMessage({ type: "factbox:report", report }, asker);
});

new ResizeObserver(tellHeight).observe(document.body);
tellReady();
load().then(lock, () => {}); // the box says why it could not be loaded
