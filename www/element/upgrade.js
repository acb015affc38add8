// `<div data-factbox="figures dates">…</div>` → a <fact-box show="figures dates"> at its end that reads the div, or the
// element that `data-factbox-for` names.

/**
 * Puts a fact box into every element with `data-factbox` that has none. For content that comes later, call it again.
 *
 * @param {ParentNode} root
 * @returns {HTMLElement[]} the new boxes
 */
export function upgrade(root) {
  return [...root.querySelectorAll("[data-factbox]")]
    .filter((place) => !place.querySelector(":scope > fact-box"))
    .map((place) => {
      const box = document.createElement("fact-box");
      const settings = { show: "data-factbox", for: "data-factbox-for", heading: "data-factbox-heading" };
      for (const [name, from] of Object.entries(settings)) {
        const value = place.getAttribute(from);
        if (value) box.setAttribute(name, value);
      }
      for (const name of ["highlight", "full"]) box.toggleAttribute(name, place.hasAttribute(`data-factbox-${name}`));
      if (!box.hasAttribute("for")) Object.assign(box, { source: place });
      place.append(box);
      return box;
    });
}
