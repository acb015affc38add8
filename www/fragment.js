// What stands behind the `#` of a link to the page: settings, and an article packed into letters. Knows nothing of the DOM.

import { accept } from "./corrections/accept.js";
import { fromPairs, toPairs } from "./settings.js";

/** @import { Correction } from "./corrections/model.js" */
/** @import { Settings } from "./settings.js" */

/** Number of the link's form. */
const FORM = "1";

/** Longest packed article in a link, in letters, and longest article that comes out of one, in bytes. */
const TEXT = { packed: 64 * 1024, unpacked: 2_000_000 };

/** The same of the corrections. */
const EDITS = { packed: 16 * 1024, unpacked: 400_000 };

/** A link that cannot be read. */
export class Damaged extends Error {}

/**
 * @param {Settings} settings
 * @param {string | null} text the article, if it is to travel
 * @param {readonly Correction[] | null} [corrections] if they are to travel
 * @returns {Promise<string | null>} null where the article or the corrections are too long for a link
 */
export async function fragment(settings, text, corrections = null) {
  const pairs = new URLSearchParams([["v", FORM], ...toPairs(settings)]);
  const edits = corrections === null ? null : await pack(JSON.stringify(corrections));
  const packed = text === null ? null : await pack(text);
  if ((edits?.length ?? 0) > EDITS.packed || (packed?.length ?? 0) > TEXT.packed) return null;
  if (edits !== null) pairs.set("edits", edits);
  if (packed !== null) pairs.set("text", packed);
  return String(pairs);
}

/**
 * @param {string} fragment
 * @returns {Promise<{ settings: Settings, text: string | null, corrections: Correction[] | null } | null>} null for what was never such a link
 * @throws {Damaged} for what cannot be read
 */
export async function read(fragment) {
  const pairs = new URLSearchParams(fragment);
  if (!pairs.has("v")) return null;
  if (pairs.get("v") !== FORM) throw new Damaged();
  const packed = pairs.get("text");
  const text = packed === null ? null : await unpack(packed, TEXT);
  const edits = pairs.get("edits");
  const corrections = edits === null ? null : received(await unpack(edits, EDITS));
  return { settings: fromPairs(pairs), text, corrections };
}

/**
 * The corrections that a link brings, each field checked.
 *
 * @param {string} json
 */
function received(json) {
  try {
    return accept(JSON.parse(json));
  } catch {
    throw new Damaged();
  }
}

/**
 * A text as letters that a link may hold.
 *
 * @param {string} text
 */
async function pack(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let letters = "";
  for (let at = 0; at < bytes.length; at += 4096) letters += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * @param {string} packed
 * @param {{ packed: number, unpacked: number }} limits
 * @returns {Promise<string>}
 * @throws {Damaged} for what is no packed text, or far too long; the first limit is on what is packed, as not every
 * browser hands over in small parts what it unpacks
 */
async function unpack(packed, limits) {
  if (packed.length > limits.packed || !/^[\w-]*$/.test(packed)) throw new Damaged();
  try {
    const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
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
  } catch {
    // Letters that are no base64, bytes that do not unpack, or that are no UTF-8.
    throw new Damaged();
  }
}
