// Links to this page: the reader's settings, and the article only where it was asked for. All of it stands behind the
// `#`, which no browser sends to a server.

import { accept } from "./corrections/accept.js";
import { byId } from "./render/dom.js";
import { copy } from "./send.js";
import { fromPairs, toPairs } from "./settings.js";
import { complain, say } from "./voice.js";
import { number } from "./words.js";

/** @import { Correction } from "./corrections/model.js" */
/** @import { Settings } from "./settings.js" */

/** Number of the link's form. */
const FORM = "1";

/** Longest packed article in a link, in letters, and longest article that comes out of one, in bytes. */
const PACKED = 64 * 1024;
const UNPACKED = 2_000_000;

/** The same of the corrections. */
const EDITS = { packed: 16 * 1024, unpacked: 400_000 };

/** A link that cannot be read. */
class Damaged extends Error {}

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
    const pairs = new URLSearchParams([["v", FORM], ...toPairs(settings)]);
    const [wanted, edited] = [whole.checked, edits.checked];
    const packed = wanted ? await pack(text) : "";
    const packedEdits = edited ? await pack(JSON.stringify(corrections)) : "";
    if (wanted !== whole.checked || edited !== edits.checked) return; // changed again meanwhile
    const fits = packed.length <= PACKED && packedEdits.length <= EDITS.packed;
    if (edited && fits) pairs.set("edits", packedEdits);
    if (wanted && fits) pairs.set("text", packed);
    const link = `${location.href.split("#")[0]}#${pairs}`;
    field.value = fits ? link : "";
    take.disabled = !fits;
    size.textContent = fits ? `${number(link.length)} characters` : packed.length > PACKED ? "This article is too long for a link. Send it as a file." : "These corrections are too many for a link. Send a file.";
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
    const pairs = new URLSearchParams(location.hash.slice(1));
    if (!pairs.has("v")) return;
    try {
      if (pairs.get("v") !== FORM) throw new Damaged();
      const packed = pairs.get("text");
      const text = packed === null ? null : await unpack(packed);
      const packedEdits = pairs.get("edits");
      const sent = packedEdits === null ? null : accept(JSON.parse(await unpack(packedEdits, EDITS)));
      choose(fromPairs(pairs));
      if (sent) receive(sent);
      if (text !== null && replace(text)) say("This article came in the link");
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

/**
 * A text as letters that a link may hold.
 *
 * @param {string} text
 */
export async function pack(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let letters = "";
  for (let at = 0; at < bytes.length; at += 4096) letters += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * @param {string} packed
 * @param {{ packed: number, unpacked: number }} [limits]
 * @returns {Promise<string>}
 * @throws {Damaged} for what is no packed text, or far too long; the first limit is on what is packed, as not every
 * browser hands over in small parts what it unpacks
 */
export async function unpack(packed, limits = { packed: PACKED, unpacked: UNPACKED }) {
  if (packed.length > limits.packed || !/^[\w-]*$/.test(packed)) throw new Damaged();
  const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > limits.unpacked) {
      reader.cancel().catch(() => {});
      throw new Damaged();
    }
    text += decoder.decode(value, { stream: true });
  }
}
