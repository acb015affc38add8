// The menu More, and the dialogs behind it: preferences, what does not fit in the bar, privacy, a mistake to report.

import { kinds } from "./facts.js";
import { issues } from "./issues.js";
import { headings } from "./render.js";
import { byId, h } from "./render/dom.js";
import { copy } from "./send.js";

/** @import { Kind } from "./facts.js" */
/** @import { Settings } from "./settings.js" */

/**
 * @param {object} page
 * @param {() => Settings} page.settings
 * @param {(change: Partial<Settings>) => void} page.choose
 * @param {() => void} page.share opens the dialog for a link
 * @param {{ count: () => number, putBack: () => void }} page.dismissed facts
 * @param {() => string} page.version "Factbox 0.1.0, build 1a2b3c4d"
 * @param {{ is: () => boolean, turn: (on: boolean) => void }} page.keep the article in the tab
 */
export function more({ settings, choose, share, dismissed, version, keep }) {
  const menu = byId("more", HTMLElement);
  const privacy = byId("privacy", HTMLDialogElement);

  const tick = (/** @type {string} */ words, /** @type {(on: boolean) => void} */ act, className = "") => {
    const box = h("input", { type: "checkbox" });
    box.addEventListener("change", () => act(box.checked));
    menu.append(h("label", { class: className || null }, box, words));
    return box;
  };
  // Where the legend has no room for its boxes.
  /** @type {{ kind: Kind, box: HTMLInputElement }[]} */
  const shown = kinds.map((kind) => {
    const act = () => choose({ hidden: new Set(shown.filter(({ box }) => !box.checked).map(({ kind }) => kind)) });
    return { kind, box: tick(headings[kind], act, "only-m facts-only") };
  });
  menu.append(h("hr", { class: "only-m facts-only" }));

  /**
   * @param {string} words
   * @param {string | null} className where the bar has no room for it
   * @param {() => void} act
   */
  const entry = (words, className, act) => {
    const button = h("button", { type: "button", class: className }, words);
    button.addEventListener("click", () => {
      menu.hidePopover();
      act();
    });
    menu.append(button);
    return button;
  };

  const biggest = tick("Biggest share first", (on) => choose({ biggest: on }));
  const dark = tick("Dark", (on) => {
    document.documentElement.dataset.scheme = on ? "dark" : "light";
  });
  const kept = tick("Keep this article in this tab until it is closed", (on) => {
    keep.turn(on);
    kept.checked = keep.is();
  });
  kept.setAttribute("aria-describedby", "kept");
  const what = "The text, the HTML it came from, your corrections and what you show and hide stay in full in this browser’s storage for the tab, which may be on the disk. They come back after a reload, and are not sent. Untick, and they are deleted at once.";
  menu.append(h("p", { class: "meta", id: "kept" }, what));
  menu.append(h("hr", {}));
  entry("Open file", "only-s", () => byId("file", HTMLInputElement).click());
  entry("Examples", "only-m", () => byId("examples", HTMLElement).showPopover());
  entry("Export", "only-s facts-only", () => byId("export", HTMLElement).showPopover());
  entry("Share", "only-m facts-only", share);
  const putBack = entry("Put back dismissed facts", null, dismissed.putBack);
  const number = putBack.appendChild(h("span", {}));
  entry("Report a mistake", null, () => report(version()));
  entry("About and privacy", null, () => privacy.showModal());
  menu.append(h("p", { class: "meta" }, "Next item: F8. Back: Shift F8."));

  menu.addEventListener("beforetoggle", () => {
    biggest.checked = settings().biggest;
    kept.checked = keep.is();
    putBack.hidden = dismissed.count() === 0;
    number.textContent = ` ${dismissed.count()}`;
    for (const { kind, box } of shown) box.checked = !settings().hidden.has(kind);
    const scheme = document.documentElement.dataset.scheme;
    dark.checked = scheme ? scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  });
  byId("report-button", HTMLButtonElement).addEventListener("click", () => report(version()));
  byId("privacy-button", HTMLButtonElement).addEventListener("click", () => privacy.showModal());
  byId("privacy-close", HTMLButtonElement).addEventListener("click", () => privacy.close());
  byId("report-close", HTMLButtonElement).addEventListener("click", () => byId("report", HTMLDialogElement).close());
  byId("report-copy", HTMLButtonElement).addEventListener("click", () => {
    copy(byId("report-lines", HTMLElement).textContent ?? "", undefined, "Lines copied");
  });
}

/**
 * Opens the form for a mistake. It says which Factbox and which browser it was, and holds no word of the article.
 *
 * @param {string} version
 */
function report(version) {
  const lines = [
    version,
    navigator.userAgent,
    "",
    "What Factbox shows:",
    "What it should show:",
    "A made-up sentence with the same mistake:",
    "",
  ].join("\n");
  byId("report-lines", HTMLElement).textContent = lines;
  const form = byId("report-form", HTMLAnchorElement);
  const address = issues(location.host, location.pathname, lines);
  form.hidden = address === "";
  if (address) form.href = address;
  byId("report", HTMLDialogElement).showModal();
}
