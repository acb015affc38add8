// The page: joins the article's pane, the engine and the panel.
//
// An input is read in the next frame at the latest, without a button. Nothing is kept unless the reader asks for it, and
// nothing is sent: once everything has been loaded, the page takes away its own right to make requests.

import { acts } from "./acts.js";
import { article } from "./article.js";
import { bar } from "./bar.js";
import { anchor } from "./corrections/anchor.js";
import { desk } from "./corrections/desk.js";
import { firstValues } from "./corrections/guess.js";
import { LONGEST } from "./corrections/model.js";
import { selection } from "./corrections/selection.js";
import { facts, kinds, summary } from "./facts.js";
import { cleaned, invisible } from "./invisible.js";
import { keep } from "./keep.js";
import { looksEnglish } from "./language.js";
import { bytes, LIMIT, megabytes } from "./limit.js";
import { link } from "./link.js";
import { lock } from "./lock.js";
import { settle } from "./margin.js";
import { drawArticle } from "./marks.js";
import { menus } from "./menu.js";
import { more } from "./more.js";
import { narrow } from "./narrow.js";
import { stayOffline } from "./offline.js";
import { panel } from "./render.js";
import { byId, h, write } from "./render/dom.js";
import { copy, send } from "./send.js";
import { arranged, fromPairs, shows, toPairs, usual } from "./settings.js";
import { share } from "./share.js";
import { calm, complain, say, sayLater } from "./voice.js";
import { count, date, words } from "./words.js";

/** @import { Facts, Item, Scale } from "./facts.js" */
/** @import { Settings } from "./settings.js" */
/** @import { Report } from "./report.d.ts" */

const area = byId("area", HTMLTextAreaElement);
const sheet = byId("sheet", HTMLElement);
const column = byId("text", HTMLElement);
const side = byId("facts", HTMLElement);
const parts = ["key", "one", "two"].map((id) => byId(id, HTMLElement));
const specimen = byId("specimen", HTMLElement);
const nothing = byId("nothing", HTMLElement);
const size = byId("words", HTMLElement);
const takes = byId("takes", HTMLElement);
const grey = byId("grey", HTMLButtonElement);
const foreign = byId("foreign", HTMLElement);
const unseen = byId("unseen", HTMLElement);

/** @type {import("./factbox.js").Engine | null} */
let engine = null;
/** Tells one state of the page's files from another. */
let build = "";
/** @type {ReadonlyMap<string, Scale>} */
let scales = new Map();
/** @type {{ text: string, machine: Report, report: Report, facts: Facts } | null} the latest reading, as the machine made it and corrected */
let reading = null;
/** Whether the latest reading is of the text as it stands. */
let fresh = true;
/** Whether all of the text is new since the latest reading. */
let renewed = false;
/** Whether the sheet shows the latest reading. */
let drawn = false;
/** @type {Settings} */
let settings = usual;
/** The latest HTML that came in, and its text. */
let origin = { text: "", html: "" };
/** The next frame that reads the text, or 0. */
let frame = 0;
/** The reading that waits for a pause in the typing. @type {ReturnType<typeof setTimeout> | undefined} */
let pause;
/** How long the latest reading took, in milliseconds. */
let cost = 0;

/** One frame of a usual screen, and how long a pause is, in milliseconds. */
const FRAME = 1000 / 60;
const PAUSE = 80;
/** A text of this many letters is read in less than a frame anywhere. */
const LONG = 12_000;

const showFacts = panel(byId("one", HTMLElement), byId("two", HTMLElement), byId("key", HTMLElement), choose);
const pane = article({ area, scroller: column, allows, textOf, onText, onView, unhide: () => phone.tab("text"), onCaret });
const phone = narrow({ step: (way) => links.step(way), show: (id) => links.choose(id, "text") });
const links = link({
  sheet,
  scroller: column,
  panel: side,
  read() {
    pane.read();
    phone.tab("text");
  },
  onCurrent(item) {
    phone.current(item);
    actions.current(item);
  },
});
const { copyItem } = send(shown);
const corrections = desk({
  panel: side,
  reading: () => reading && { ...reading, scales },
  review() {
    if (!reading) return;
    reading = settled(reading.text, reading.machine);
    showAllSources();
    show();
  },
  go(item) {
    if (!shows(settings, item)) choose({ hidden: new Set([...settings.hidden].filter((kind) => kind !== item.kind)), source: null });
    links.choose(item.id, "panel");
    phone.tab("facts"); // where the form is
    document.getElementById(item.id)?.scrollIntoView({ block: "nearest" });
  },
});
const actions = acts({ shown, copy: copyItem, corrections: corrections.item });
selection({ bar: byId("adding", HTMLElement), sheet, area, make });
menus();
const showButtons = bar({ ...pane, textOf });
const { ask, follow } = share({
  now: () => ({ settings, text: pane.text(), corrections: corrections.all() }),
  replace: pane.replace,
  choose,
  receive: corrections.receive,
});
byId("share-button", HTMLButtonElement).addEventListener("click", ask);
const keeper = keep(() => ({
  text: pane.text(),
  html: pane.text() === origin.text ? origin.html : "",
  caret: pane.view() === "edit" ? area.selectionStart : null,
  shown: String(new URLSearchParams(toPairs(settings))),
  link: location.hash,
  corrections: corrections.state(),
}));
const version = () => (engine ? `Factbox ${engine.version}, build ${build}` : "Factbox did not load");
more({ settings: () => settings, choose, share: ask, version, dismissed: corrections.dismissed, keep: keeper });

/**
 * The text of a page of HTML, or of a piece of one; "" where there is none, or no engine yet. Nothing in it runs.
 *
 * @param {string} html
 */
function textOf(html) {
  try {
    const text = engine?.extractHtml(html).text ?? "";
    origin = { text, html };
    return text.trim() === "" ? "" : text;
  } catch {
    return ""; // too long, or it broke the engine: the plain text is there too
  }
}

/** @param {string} text */
function allows(text) {
  const weight = bytes(text);
  if (weight <= LIMIT) return true;
  complain(`That text is ${megabytes(weight)}.`, `The limit is ${megabytes(LIMIT)}. Paste the article alone.`);
  return false;
}

/** @param {boolean} whole whether all of the text is new */
function onText(whole) {
  fresh = drawn = false;
  renewed ||= whole;
  keeper.soon();
  corrections.typed();
  calm();
  if (whole) {
    column.scrollTop = 0;
    links.choose(null, "caret");
    phone.tab(pane.text() === "" ? "text" : "facts");
  }
  if (whole || cost < FRAME / 4 || pane.text().length < LONG) soon();
  else {
    // In a very long article a reading takes longer than a key may: it waits for a pause.
    clearTimeout(pause);
    pause = setTimeout(soon, PAUSE);
  }
  sayLater(() => {
    if (!reading) return "";
    nothing.hidden = reading.facts.items.length > 0;
    return foreign.hidden ? summary(reading.facts) : `${summary(reading.facts)}. This does not look like English`;
  });
}

/** Reads the text in the next frame. */
function soon() {
  frame ||= requestAnimationFrame(() => {
    frame = 0;
    const start = performance.now();
    read();
    cost = performance.now() - start;
  });
}

/** Reads the text and shows what it says. */
function read() {
  clearTimeout(pause);
  fresh = true;
  const text = pane.text();
  const empty = text.trim() === "";
  write(size, empty ? "" : count(words(text), "word"));
  foreign.hidden = looksEnglish(text);
  // Whose pronunciation, hyphens and quote marks: nobody's, where the language is not known.
  const lang = foreign.hidden ? "en-GB" : "";
  for (const node of [area, sheet]) if (node.lang !== lang) node.lang = lang;
  const hidden = invisible(text);
  unseen.hidden = hidden === 0;
  write(unseen.firstElementChild, `This text has ${count(hidden, "invisible character")}.`);
  if (renewed) corrections.settle(text);
  reading = empty ? null : extract(text);
  // Another article hardly has the source that was chosen in the one before.
  if (renewed) showAllSources();
  renewed = false;
  show();
}

/** Shows the quotes of all sources where there is no source of the name that was chosen. */
function showAllSources() {
  const { source } = settings;
  if (source === null || !reading || reading.facts.sources.some(({ name }) => name === source)) return;
  settings = { ...settings, source: null };
  links.show((item) => shows(settings, item));
}

/** Shows the reading. */
function show() {
  // What was dismissed is no fact, but has a line to put it back.
  const found = reading !== null && (reading.facts.items.length > 0 || corrections.tally().dismissed > 0);
  for (const part of parts) part.hidden = !found;
  takes.hidden = !found;
  grey.hidden = (reading?.report.boilerplate.length ?? 0) === 0;
  write(grey, settings.all ? "Leave grey lines" : "Read grey lines");
  document.body.classList.toggle("found", found);
  specimen.hidden = found;
  if (found || !reading) nothing.hidden = true; // that there is nothing is said after a pause, and then stays
  if (reading && found) showFacts(reading.facts, settings);
  corrections.drawn();
  const facts = reading?.facts ?? null;
  links.take(facts?.items ?? []);
  actions.place();
  phone.facts(found ? facts : null);
  if (pane.view() === "read") draw();
  if (pane.view() === "edit") links.choose(links.at(area.selectionStart), "caret");
  keeper.soon();
}

/**
 * @param {string} text
 * @returns {typeof reading}
 */
function extract(text) {
  if (!engine || !allows(text)) return null;
  try {
    const options = { furniture: settings.all ? /** @type {const} */ ("read") : /** @type {const} */ ("leave") };
    // As long as nobody has written in it, an article is read with what its HTML said of menus and headlines.
    const report = text === origin.text ? engine.extractHtml(origin.html, options) : engine.extract(text, options);
    return settled(text, report);
  } catch (error) {
    console.error(error);
    complain("This text broke Factbox.", "Your article is still here. Report a mistake opens a form without your text in it.");
    return null;
  }
}

/**
 * A reading with the corrections in it.
 *
 * @param {string} text
 * @param {Report} machine
 */
function settled(text, machine) {
  const report = corrections.corrected(text, machine, scales);
  return { text, machine, report, facts: facts(text, report, scales) };
}

/**
 * Makes selected words a fact.
 *
 * @param {import("./corrections/model.js").Kind} kind
 * @param {import("./report.d.ts").Span} span
 */
function make(kind, span) {
  if (!fresh) read();
  if (!engine || !reading) return;
  if (span[1] - span[0] > LONGEST) return complain("That is too much for one fact.", `Select at most ${LONGEST} characters.`);
  const set = firstValues(kind, reading.text.slice(...span), { ...reading, scales }, engine.extract);
  corrections.make({ act: "add", kind, at: anchor(reading.text, span), set });
}

/** Sets the article with its marks. */
function draw() {
  const text = pane.text();
  const { items = [] } = reading?.facts ?? {};
  const { boilerplate = [], title = null } = reading?.report ?? {};
  sheet.replaceChildren(drawArticle(text, { items, furniture: settings.all ? [] : boilerplate, title }));
  drawn = true;
  links.redrawn();
  settle(sheet);
}

/** @param {import("./article.js").View} view */
function onView(view) {
  document.body.dataset.view = view;
  sheet.hidden = view !== "read";
  column.tabIndex = view === "read" ? 0 : -1; // it scrolls
  showButtons(view);
  phone.view(view);
  keeper.soon();
  if (view !== "read" || drawn || frame) return;
  if (fresh) draw();
  else read();
}

/** @param {number} caret */
function onCaret(caret) {
  if (fresh) links.choose(links.at(caret), "text");
}

/**
 * Takes the reader's choice of what is shown.
 *
 * @param {Partial<Settings>} change
 */
function choose(change) {
  const again = change.all !== undefined && change.all !== settings.all;
  settings = { ...settings, ...change };
  if (again) read();
  for (const kind of kinds) document.body.classList.toggle(`without-${kind}`, settings.hidden.has(kind));
  if (reading && reading.facts.items.length > 0) showFacts(reading.facts, settings);
  links.show((item) => shows(settings, item));
  actions.place();
  keeper.soon();
}

/**
 * Brings back what was kept in the tab, before the engine is there: all but what has to be read stands without it.
 *
 * @param {import("./keep.js").Kept} kept
 */
function restore({ text, html, caret, shown, corrections: state }) {
  if (pane.text() !== "") {
    complain("The article that was kept in this tab is not shown.", "You had begun to write another, which is kept in its place.");
    return;
  }
  choose(fromPairs(new URLSearchParams(shown)));
  if (text === "" || !pane.replace(text)) return;
  origin = { text, html };
  read(); // first, as a new text takes its own corrections
  corrections.restore(state);
  if (caret !== null) pane.edit(caret);
  say("This article was kept in this tab");
}

/** What is shown now, for copies and files. */
function shown() {
  if (!fresh) read();
  if (!reading) return null;
  const items = reading.facts.items.filter((/** @type {Item} */ item) => shows(settings, item));
  return { ...reading, facts: arranged(settings, reading.facts), items, scales, tally: corrections.tally() };
}

grey.addEventListener("click", () => choose({ all: !settings.all }));
byId("clean", HTMLButtonElement).addEventListener("click", () => {
  copy(cleaned(pane.text()), undefined, "Article copied without invisible characters");
});

document.addEventListener("keydown", (event) => {
  if (event.key === "F8" && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    links.step(event.shiftKey ? -1 : 1);
  } else if (event.key === "Escape" && pane.view() === "read") {
    links.choose(null, "caret");
  }
});

// On paper the article is what is read, not a box to write in.
addEventListener("beforeprint", () => pane.read());

new ResizeObserver(() => {
  if (!sheet.hidden) settle(sheet);
}).observe(sheet);

/** Resolves when the style sheet and everything else that the page names is there. */
const loaded = new Promise((resolve) => {
  if (document.readyState === "complete") resolve(undefined);
  else addEventListener("load", resolve, { once: true });
});

try {
  const kept = keeper.take();
  if (kept) restore(kept);
  const { load } = await import("./factbox.js");
  [engine] = await Promise.all([load(), import("./pkg/files.js")]);
  const made = /** @type {{ factbox?: { build: string, engine: string, scales: string } }} */ (globalThis).factbox;
  build = made?.build ?? "";
  byId("engine-hash", HTMLElement).textContent = made?.engine ?? "";
  scales = new Map(engine.scales().map((scale) => [scale.id, scale]));
  byId("version", HTMLElement).textContent = version();
  const revised = made?.scales ?? "";
  byId("scales", HTMLElement).append(`${count(scales.size, "rating scale")}, revised `, h("time", { datetime: revised }, date(revised, true)));
  const { html } = origin; // what came before the engine, to be read by it
  origin = { text: "", html: "" };
  if (html !== "") textOf(html);
  read();
  if (kept) {
    showAllSources();
    show();
  }
  // The link that the tab was opened with was followed then.
  if (kept?.link !== location.hash) await follow();
  await loaded;
  stayOffline();
  lock();
} catch (error) {
  console.error(error);
  complain(
    "Factbox did not load.",
    "Reload the page. If your newsroom blocks WebAssembly, ask for 'wasm-unsafe-eval'.",
  );
}
