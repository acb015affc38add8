// Pages to read: buttons that copy snippets, the address of this site in them, links to the source where it is known.

import { byId, h } from "./render/dom.js";
import { source } from "./issues.js";

/** The address that snippets name until they are read somewhere. */
const NOWHERE = "https://news.example/factbox/";

const status = byId("status", HTMLElement);
const site = new URL("./", import.meta.url).href;

for (const pre of document.querySelectorAll("pre")) {
  const code = pre.firstElementChild;
  if (code?.textContent?.includes(NOWHERE)) code.textContent = code.textContent.replaceAll(NOWHERE, site);
  const button = h("button", { type: "button", class: "button", "aria-label": "Copy this snippet" }, "Copy");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(pre.textContent ?? "");
    button.textContent = "Copied";
    status.textContent = "Snippet copied";
  });
  button.addEventListener("blur", () => {
    button.textContent = "Copy";
  });
  pre.tabIndex = 0; // it scrolls
  pre.role = "group";
  pre.ariaLabel = "Snippet";
  const frame = h("div", { class: "snippet" });
  pre.replaceWith(frame);
  frame.append(pre, button);
}

for (const place of document.querySelectorAll("[data-source]")) {
  const address = source(location.hostname, location.pathname);
  if (address) place.replaceWith(h("a", { href: `${address}/tree/main/${place.getAttribute("data-source")}` }, place.textContent));
}
