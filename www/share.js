// Links to this page: the reader's settings, and the article only where it was asked for. All of it stands behind the
// `#`, which no browser sends to a server.

import { fragment, read } from "./fragment.js";
import { byId } from "./render/dom.js";
import { copy } from "./send.js";
import { complain, say } from "./voice.js";
import { number } from "./words.js";

/** @import { Correction } from "./corrections/model.js" */
/** @import { Settings } from "./settings.js" */

/**
 * @param {object} page
 * @param {() => { settings: Settings, text: string, corrections: Correction[] }} page.now
 * @param {(text: string) => boolean} page.replace
 * @param {(settings: Settings) => void} page.choose
 * @param {(corrections: Correction[]) => void} page.receive
 * @returns {{ ask: () => void, follow: () => Promise<void> }} `ask` opens the dialog, `follow` does what the page's own link says
 */
export function share({ now, replace, choose, receive }) {
  const dialog = byId("share", HTMLDialogElement);
  const whole = byId("share-text", HTMLInputElement);
  const edits = byId("share-edits", HTMLInputElement);
  const field = byId("share-link", HTMLInputElement);
  const size = byId("share-size", HTMLElement);
  const take = byId("share-copy", HTMLButtonElement);

  const show = async () => {
    const { settings, text, corrections } = now();
    const [wanted, edited] = [whole.checked, edits.checked];
    const made = await fragment(settings, wanted ? text : null, edited ? corrections : null);
    const short = made !== null || !edited || (await fragment(settings, wanted ? text : null)) === null;
    if (wanted !== whole.checked || edited !== edits.checked) return; // changed again meanwhile
    field.value = made === null ? "" : `${location.href.split("#")[0]}#${made}`;
    take.disabled = made === null;
    const long = short ? "This article is too long for a link. Send it as a file." : "These corrections are too many for a link. Send a file.";
    const disk = location.protocol === "file:" ? ". This link holds the path of this file on your computer, and opens nowhere else." : "";
    size.textContent = made === null ? long : `${number(field.value.length)} characters${disk}`;
  };

  whole.addEventListener("change", () => {
    // Who sends the article with corrections means the corrected one; they can be left out again.
    if (whole.checked && now().corrections.length > 0) edits.checked = true;
    show();
  });
  edits.addEventListener("change", show);
  take.addEventListener("click", () => {
    dialog.close();
    const held = [whole.checked && "the article", edits.checked && "the corrections"].filter(Boolean).join(" and ");
    copy(field.value, undefined, held ? `Link with ${held} copied` : "Link copied");
  });
  byId("share-cancel", HTMLButtonElement).addEventListener("click", () => dialog.close());

  const follow = async () => {
    try {
      const link = await read(location.hash.slice(1));
      if (link === null) return;
      choose(link.settings);
      if (link.corrections) receive(link.corrections);
      if (link.text !== null && replace(link.text)) say("This article came in the link");
    } catch {
      complain("That link is damaged.", "Ask for a new one, or paste the article.");
    }
  };
  addEventListener("hashchange", follow);

  return {
    ask() {
      const { text, corrections } = now();
      whole.checked = edits.checked = false;
      whole.disabled = text === "";
      for (const id of ["share-edits-label", "share-edits-note"]) byId(id, HTMLElement).hidden = corrections.length === 0;
      show();
      dialog.showModal();
    },
    follow,
  };
}
