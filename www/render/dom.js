// Building DOM without markup: elements, SVG, and lists that keep the nodes whose content did not change.

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined>} Attributes */

/**
 * An HTML element. Attributes that are null, undefined or false are left out; true gives an empty one.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} attributes
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function h(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/**
 * An SVG element.
 *
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} attributes
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[Name]}
 */
export function svg(name, attributes, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Attributes} attributes
 * @param {Child[]} children
 * @returns {E}
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * A line of the page's own with words of the article in it, each of them in a direction of its own: what turns the order
 * of letters in them, seen or unseen, ends with them.
 *
 * @param {string} line
 * @param {readonly string[]} [words] of the article, as they stand in the line; where none are named, all of it
 * @returns {Node[]}
 */
export function woven(line, words = [line]) {
  const all = [...new Set(words)].filter((word) => word !== "").sort((a, b) => b.length - a.length);
  /** @type {Node[]} */
  const nodes = [];
  // A letter may be two units of a string.
  const letter = /^[\p{L}\p{N}]/u;
  const letterBefore = (/** @type {number} */ at) => letter.test([...line.slice(Math.max(0, at - 2), at)].at(-1) ?? "");
  const letterAt = (/** @type {number} */ at) => letter.test(line.slice(at, at + 2));
  const whole = (/** @type {string} */ word, /** @type {number} */ at) => line.startsWith(word, at) && !letterAt(at + word.length);
  let rest = 0;
  for (let at = 0; at < line.length; ) {
    const word = letterBefore(at) ? undefined : all.find((word) => whole(word, at));
    if (word === undefined) {
      at += 1;
      continue;
    }
    if (rest < at) nodes.push(document.createTextNode(line.slice(rest, at)));
    nodes.push(h("bdi", {}, word));
    at += word.length;
    rest = at;
  }
  if (rest < line.length) nodes.push(document.createTextNode(line.slice(rest)));
  return nodes;
}

/**
 * Gives an element another text, where it is another one: the same text anew would cost a layout.
 *
 * @param {Element | null | undefined} element
 * @param {string} text
 */
export function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

/**
 * A list under one parent that is redrawn often: nodes whose data did not change stay as they are, with their
 * focus and state.
 *
 * @template T
 * @param {Element} parent holds nothing else
 * @param {(data: T) => Node} build
 * @returns {(list: T[]) => void}
 */
export function keyed(parent, build) {
  /** @type {Map<string, Node>} */
  let nodes = new Map();
  return (list) => {
    /** @type {Map<string, Node>} */
    const next = new Map();
    for (const [nth, data] of list.entries()) {
      const content = JSON.stringify(data);
      const key = next.has(content) ? `${content}#${nth}` : content;
      next.set(key, nodes.get(key) ?? build(data));
    }
    for (const [key, node] of nodes) if (!next.has(key)) node.parentNode?.removeChild(node);
    let place = parent.firstChild;
    for (const node of next.values()) {
      if (node === place) place = place.nextSibling;
      else parent.insertBefore(node, place);
    }
    nodes = next;
  };
}

/**
 * The element of the page with an id; the page is incomplete without it.
 *
 * @template {Element} E
 * @param {string} id
 * @param {new () => E} type
 * @returns {E}
 */
export function byId(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${type.name} #${id}`);
  return found;
}
