// For the page around a framed box: sends the text that the frame is to read, and makes the frame as high as its box.
//
// <iframe data-factbox-story="#story" src="…/frame.html" sandbox="allow-scripts allow-same-origin" title="…"></iframe>

/** Greatest height that a frame may ask for. */
const HIGHEST = 5000;

/**
 * Joins a frame to the page. From `factbox/host`; frames that `data-factbox-story` tells what to read are joined already.
 *
 * @param {HTMLIFrameElement} frame with `frame.html` of a Factbox site in it
 * @param {() => string} text what the frame is to read
 * @returns {{ send: () => void, end: () => void }} `send` gives the text again, after it has changed
 */
export function connect(frame, text) {
  // A sandbox without `allow-same-origin` makes the frame's origin "null", which cannot be named as a target.
  const opaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  const { origin } = new URL(frame.src, document.baseURI);
  const tell = (/** @type {object} */ message) => frame.contentWindow?.postMessage(message, opaque ? "*" : origin);
  const send = () => tell({ type: "factbox:text", text: text() });

  const hear = (/** @type {MessageEvent} */ event) => {
    const { source, data } = event;
    if (source !== frame.contentWindow || event.origin !== (opaque ? "null" : origin)) return;
    if (typeof data !== "object" || data === null) return;
    if (data.type === "factbox:ready") send();
    if (data.type === "factbox:resize" && Number.isFinite(data.height)) {
      frame.height = String(Math.ceil(Math.min(Math.max(data.height, 0), HIGHEST)));
    }
    if (data.type === "factbox:report" && typeof data.report === "object") {
      frame.dispatchEvent(new CustomEvent("factbox-report", { detail: { report: data.report }, bubbles: true }));
    }
  };

  addEventListener("message", hear);
  // The frame may have been ready before this script: it answers. This tells nothing, so that anybody may hear it.
  frame.contentWindow?.postMessage({ type: "factbox:hello" }, "*");
  return { send, end: () => removeEventListener("message", hear) };
}

/** Frames of the page that name the element to read: `data-factbox-story="#story"`. */
for (const frame of document.querySelectorAll("iframe[data-factbox-story]")) {
  if (!(frame instanceof HTMLIFrameElement)) continue;
  const selector = frame.dataset.factboxStory ?? "";
  connect(frame, () => {
    const story = selector ? document.querySelector(selector) : null;
    return story instanceof HTMLElement ? story.innerText : "";
  });
}
