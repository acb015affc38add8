// What can be said of the page's files without a browser: no way for markup to get in, and colours that can be read.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";

const www = new URL("../www/", import.meta.url);
const files = readdirSync(www, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => !name.startsWith("pkg") && /\.(js|html|css)$/.test(name));
const source = (/** @type {string} */ name) => readFileSync(new URL(name, www), "utf8");

describe("the page's files", () => {
  // Each of these turns text into markup, code or style, or takes text out of the page.
  const forbidden = [
    /\b(inner|outer)HTML\b/,
    /insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|\bsetHTML\b|parseFromString|document\.write/,
    /\beval\s*\(|new Function|setTimeout\(\s*["'`]|srcdoc|javascript:/,
    /\sstyle\s*=|\.style\b|cssText|setAttribute\(\s*["'](style|on)/,
    /\son\w+\s*=\s*["']/,
    /\b(localStorage|sessionStorage|indexedDB|document\.cookie|sendBeacon|XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection)\b/,
    /window\.open|navigation\.navigate|\blocation\s*(\.\s*(assign|replace)\b|(\.\s*\w+\s*|\[[^\]]*\]\s*)?([+?|&]{0,2}=(?![=>])))/,
    // Names of vocabularies, which nobody asks a server for, an address that stands for the reader's own in snippets, and
    // that of a page which a reader opens.
    /https?:\/\/(?!news\.example\/factbox\/|www\.w3\.org\/(2000\/svg|ns\/anno\.jsonld)["']|schema\.org"|github\.com\/\$\{owner\})/,
  ];

  it("would not go unnoticed where they led elsewhere", () => {
    const ways = [
      ...["location = address", "window.location = address", "document.location=address", "self.location\n  = address", "top.location ||= address"],
      ...["location.href = address", "location.hash = text", "location['href'] = address", "location.assign(address)", "location.replace(address)"],
      ...["window.open(address)", "navigation.navigate(address)"],
    ];
    for (const way of ways) assert.ok(forbidden.some((pattern) => pattern.test(way)), way);
    const reads = ["location.href.split('#')", "location.hash === text", "if (location == other)", "({ location }) => location.host"];
    for (const read of reads) assert.ok(!forbidden.some((pattern) => pattern.test(read)), read);
  });

  for (const name of files) {
    it(`hold no way in or out: ${name}`, () => {
      const text = source(name);
      for (const pattern of forbidden) assert.doesNotMatch(name === "keep.js" ? text.replace(/\breturn sessionStorage;/, "") : text, pattern);
      if (name.endsWith(".js") && name !== "factbox.js" && name !== "sw.js") assert.doesNotMatch(text, /\bfetch\s*\(/);
      if (name.endsWith(".html")) assert.doesNotMatch(text, /<style|<script(?![^>]*\ssrc=)/);
    });

    it(`name other files relatively: ${name}`, () => {
      const names = name.endsWith(".html") ? /\b(?:href|src)="([^"]+)/g : /(?:\bfrom |\bimport\(|\bnew URL\(|\burl\()["']([^"']+)["']/g;
      for (const [, path = ""] of source(name).matchAll(names)) {
        if (!path.startsWith("https://news.example/factbox/")) assert.match(path, /^(\.\.?\/|#|data:|([\w-]+\/)?[\w-]+\.\w+(#|$))/);
      }
    });
  }
});

describe("the colours", () => {
  /** @type {Record<string, [string, string]>} */
  const tokens = {};
  for (const [, name = "", light = "", dark = ""] of source("style.css").matchAll(
    /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
  )) {
    tokens[name] = [light, dark];
  }

  it("are the same in <fact-box> as on the page, whose pairs are checked below", () => {
    const box = [...source("element/style.js").matchAll(/--(?:factbox-)?([\w-]+), light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
    assert.ok(box.length >= 14);
    for (const [, name = "", light, dark] of box) assert.deepEqual([light, dark], tokens[name === "ground" ? "desk" : name], name);
  });

  const luminance = (/** @type {string} */ colour) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  const contrast = (/** @type {string} */ a, /** @type {string} */ b) => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  const text = 4.5; // WCAG 1.4.3
  const drawing = 3; // WCAG 1.4.11
  /** What is drawn, on which grounds, and the least contrast. @type {[string[], string[], number][]} */
  const pairs = [
    [["ink"], ["paper", "desk", "here", "quote-wash", "rating-wash"], text],
    [["ink-2", "rating", "quote", "figure", "date"], ["paper", "desk"], text],
    [["paper"], ["ink"], text],
    [["rating", "quote", "figure", "date", "check"], ["paper", "quote-wash", "rating-wash", "here"], drawing],
    [["edge"], ["paper", "desk"], drawing],
    [["ink"], ["here"], drawing],
    [["check"], ["paper"], drawing],
  ];

  for (const [fronts, grounds, least] of pairs) {
    for (const front of fronts) {
      it(`can be told apart: ${front} on ${grounds.join(", ")}`, () => {
        for (const ground of grounds) {
          for (const scheme of [0, 1]) {
            const [a, b] = [tokens[front]?.[scheme], tokens[ground]?.[scheme]];
            assert.ok(a && b, `${front} or ${ground} is no token`);
            const found = contrast(a, b);
            assert.ok(found >= least, `${front} on ${ground}: ${found.toFixed(2)}, below ${least}`);
          }
        }
      });
    }
  }
});
