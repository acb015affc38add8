// Numbers in the margin of the article: keeps two of them from standing on each other.

/** How near two numbers may stand, in pixels. */
const NEAR = 11;

/**
 * Gives each number in the margin a place of its own: one lane to the left where it is free, else half a line down.
 *
 * @param {HTMLElement} sheet
 */
export function settle(sheet) {
  const tags = [...sheet.querySelectorAll("a.tag")].filter((tag) => tag instanceof HTMLElement).filter((tag) => tag.checkVisibility());
  for (const tag of tags) tag.classList.remove("aside", "low");
  // All reading first, then all writing: one layout, not one a number.
  const places = tags.map((tag) => ({ tag, top: tag.offsetTop + above(tag.offsetParent), left: tag.offsetLeft }));
  /** @type {{ top: number, left: number }[]} */
  const taken = [];
  const free = (/** @type {number} */ top, /** @type {number} */ left) =>
    taken.slice(-6).every((other) => other.left !== left || Math.abs(other.top - top) >= NEAR);
  for (const { tag, top, left } of places) {
    let place = { top, left };
    if (!free(top, left)) {
      if (left > 0 && free(top, 0)) {
        place = { top, left: 0 };
        tag.classList.add("aside");
      } else {
        place = { top: top + NEAR, left };
        tag.classList.add("low");
      }
    }
    taken.push(place);
  }
}

/** @param {Element | null} paragraph */
function above(paragraph) {
  return paragraph instanceof HTMLElement ? paragraph.offsetTop : 0;
}
