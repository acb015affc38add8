// Links to this page: the reader's settings, and the article only where it was asked for. All of it stands behind the
// `#`, which no browser sends to a server.

import { fragment, read } from "./fragment.js";
import { byId } from "./render/dom.js";
import { copy } from "./send.js";
import { complain, say } from "./voice.js";
import { number } from "./words.js";

/** @import { Settings } from "./settings.js" */

/**
 * @param {object} page
 * @param {() => { settings: Settings, text: string }} page.now
 * @param {(text: string) => boolean} page.replace
 * @param {(settings: Settings) => void} page.choose
 * @returns {{ ask: () => void, follow: () => Promise<void> }} `ask` opens the dialog, `follow` does what the page's own link says
 */
export function share({ now, replace, choose }) {
  const dialog = byId("share", HTMLDialogElement);
  const whole = byId("share-text", HTMLInputElement);
  const field = byId("share-link", HTMLInputElement);
  const size = byId("share-size", HTMLElement);
  const take = byId("share-copy", HTMLButtonElement);

  const show = async () => {
    const { settings, text } = now();
    const wanted = whole.checked;
    const made = await fragment(settings, wanted ? text : null);
    if (wanted !== whole.checked) return; // changed again meanwhile
    const link = made === null ? "" : `${location.href.split("#")[0]}#${made}`;
    field.value = link;
    take.disabled = made === null;
    size.textContent = link ? `${number(link.length)} characters` : "This article is too long for a link. Send it as a file.";
  };

  whole.addEventListener("change", show);
  take.addEventListener("click", () => {
    dialog.close();
    copy(field.value, undefined, whole.checked ? "Link with the article copied" : "Link copied");
  });
  byId("share-cancel", HTMLButtonElement).addEventListener("click", () => dialog.close());

  const follow = async () => {
    try {
      const link = await read(location.hash.slice(1));
      if (link === null) return;
      choose(link.settings);
      if (link.text !== null && replace(link.text)) say("This article came in the link");
    } catch {
      complain("That link is damaged.", "Ask for a new one, or paste the article.");
    }
  };
  addEventListener("hashchange", follow);

  return {
    ask() {
      whole.checked = false;
      whole.disabled = now().text === "";
      show();
      dialog.showModal();
    },
    follow,
  };
}
