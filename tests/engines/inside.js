// Runs inside the page that is tested in Firefox and WebKit: finds elements as Playwright's locators do, waits for
// them, and remembers what went wrong. The tests' server puts it into the page as a script of its own.

/**
 * @typedef {{ text: string, exact: boolean } | { regex: string, flags: string }} Words
 * @typedef {{ css: string } | { role: string, name: Words | null } | { label: Words } | { words: Words }
 *   | { hasText: Words } | { nth: number } | { and: Step[] }} Step
 */

{
  /** What a test may want to know afterwards. @type {{ kind: string, text: string }[]} */
  const said = [];
  /** Files that the page gave to the reader. @type {{ name: string, blob: Promise<string> }[]} */
  const downloads = [];
  /** Elements that a test holds on to. @type {Element[]} */
  const kept = [];
  /** @type {Map<string, Blob>} */
  const blobs = new Map();

  for (const kind of /** @type {const} */ (["log", "info", "warn", "error"])) {
    const real = console[kind].bind(console);
    console[kind] = (...parts) => {
      said.push({ kind: kind === "warn" ? "warning" : kind, text: parts.map(String).join(" ") });
      real(...parts);
    };
  }
  addEventListener("error", (event) => said.push({ kind: "pageerror", text: event.message }));
  addEventListener("unhandledrejection", (event) => said.push({ kind: "pageerror", text: String(event.reason) }));

  // What the browser makes of a download is the browser's; its content and name are the page's.
  const makeURL = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => {
    const url = makeURL(blob);
    if (blob instanceof Blob) blobs.set(url, blob);
    return url;
  };
  const realClick = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function click() {
    const blob = blobs.get(this.href);
    if (blob && this.download) downloads.push({ name: this.download, blob: base64(blob) });
    else realClick.call(this);
  };

  /** @param {Blob} blob */
  const base64 = async (blob) => {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  };

  const tidy = (/** @type {string} */ text) => text.replaceAll("\u200b", "").trim().replaceAll(/\s+/g, " ");

  /**
   * @param {string | null | undefined} text
   * @param {Words} words
   */
  const says = (text, words) => {
    const found = tidy(text ?? "");
    if ("regex" in words) return new RegExp(words.regex, words.flags).test(found);
    return words.exact ? found === tidy(words.text) : found.toLowerCase().includes(tidy(words.text).toLowerCase());
  };

  /** @param {Element} node */
  const visible = (node) => {
    const box = node.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && node.checkVisibility({ visibilityProperty: true });
  };

  /** What a role is written as on the page. @type {Record<string, string>} */
  const roles = {
    button: "button, [role=button], input[type=button], input[type=submit]",
    checkbox: "input[type=checkbox], [role=checkbox]",
    link: "a[href], [role=link]",
    heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
    dialog: "dialog, [role=dialog]",
    textbox: "textarea, input[type=text], [role=textbox]",
    combobox: "select, [role=combobox]",
    region: "section[aria-label], section[aria-labelledby], [role=region]",
  };

  /** The words by which a reader of the screen knows an element. @param {Element} node @returns {string} */
  const name = (node) => {
    const own = node.getAttribute("aria-label");
    if (own) return own;
    const by = node.getAttribute("aria-labelledby")?.split(" ").map((id) => document.getElementById(id)?.textContent ?? "");
    if (by) return by.join(" ");
    const labels = "labels" in node ? [.../** @type {HTMLInputElement} */ (node).labels ?? []] : [];
    if (labels.length > 0) return labels.map((label) => spoken(label, node)).join(" ");
    return spoken(node, null);
  };

  /** @param {Element} node @param {Element | null} without @returns {string} */
  const spoken = (node, without) => {
    let text = "";
    for (const child of node.childNodes) {
      if (child instanceof Element) {
        if (child === without || child.ariaHidden === "true" || child.matches("select, textarea")) continue;
        const part = child.getAttribute("aria-label") ?? spoken(child, without);
        text += getComputedStyle(child).display === "inline" ? part : ` ${part} `;
      } else text += child.textContent;
    }
    return text;
  };

  /** @param {ParentNode} root @param {Step} step @returns {Element[]} */
  const query = (root, step) => {
    const all = (/** @type {string} */ css) => [...root.querySelectorAll(css)];
    if ("css" in step) return all(step.css);
    if ("role" in step) {
      const known = roles[step.role];
      if (!known) throw new Error(`tests/engines/inside.js knows no role ${step.role}`);
      return all(known).filter((node) => node.checkVisibility({ visibilityProperty: true }) && (!step.name || says(name(node), step.name)));
    }
    if ("label" in step) return all("input, select, textarea, [aria-label]").filter((node) => says(name(node), step.label));
    if ("words" in step) {
      const holds = (/** @type {Element} */ node) => !node.matches("script, style") && says(node.textContent, step.words);
      return all("body *").concat(root === document ? [] : all("*")).filter((node) => holds(node) && ![...node.children].some(holds));
    }
    throw new Error(`no such step: ${JSON.stringify(step)}`);
  };

  /** @param {Step[]} steps @returns {Element[]} */
  const all = (steps) => {
    /** @type {Element[]} */
    let found = [];
    for (const [n, step] of steps.entries()) {
      if ("nth" in step) found = found.slice(step.nth, step.nth + 1 || undefined);
      else if ("hasText" in step) found = found.filter((node) => says(node.textContent, step.hasText));
      else if ("and" in step) {
        const others = new Set(all(step.and));
        found = found.filter((node) => others.has(node));
      } else if (n === 0) found = query(document, step);
      else found = [...new Set(found.flatMap((node) => query(node, step)))];
    }
    return found;
  };

  /**
   * Waits, frame by frame, until something is there.
   *
   * @template T
   * @param {() => T | Promise<T>} look
   * @param {() => string} what was waited for
   * @returns {Promise<T>}
   */
  const until = async (look, what) => {
    const end = performance.now() + /** @type {any} */ (globalThis).PATIENCE; // site.mjs puts it there
    for (;;) {
      const found = await look();
      if (found) return found;
      if (performance.now() > end) throw new Error(`this has not come: ${what()}`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };

  /** @param {Step[]} steps @param {(node: Element) => boolean} [fits] @returns {Promise<Element>} */
  const when = async (steps, fits = () => true) =>
    /** @type {Element} */ (await until(() => all(steps).slice(0, 1).find(fits), () => JSON.stringify(steps)));

  /**
   * The middle of an element's first line, or a place in it, once it can be hit there.
   *
   * @param {Step[]} steps
   * @param {{ x: number, y: number }} [position] from its left upper corner
   */
  const point = async (steps, position) => {
    let hindrance = "it is not there";
    return until(
      () => {
        const [node] = all(steps);
        if (!node || !visible(node) || node.matches(":disabled")) return null;
        const box = () => [...node.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
        const there = () => {
          const place = box();
          if (!place) return null;
          const { x, y } = position ?? { x: place.width / 2, y: place.height / 2 };
          const at = { x: place.left + x, y: place.top + y };
          const hit = document.elementFromPoint(at.x, at.y);
          if (hit && (node.contains(hit) || hit.closest("label")?.control === node || node.closest("label")?.contains(hit))) return at;
          hindrance = `${hit?.outerHTML.slice(0, 80)} is there`;
          return null;
        };
        const at = there();
        if (at) return at;
        node.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
        return there();
      },
      () => `${JSON.stringify(steps)}: ${hindrance}`,
    );
  };

  /** WebKit ends the words of a block with a line break. @param {HTMLElement} node */
  const innerText = (node) => node.innerText.replace(/\n$/, "");

  Object.assign(globalThis, { inside: { all, when, until, point, visible, innerText, said, downloads, kept } });
}
