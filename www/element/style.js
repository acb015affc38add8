// The look of <fact-box>: a constructed style sheet for its shadow root, and one for the marks in the host's text.
// Both work under a policy that allows no inline style. Tokens are those of the page (style.css).

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** The style sheet that all boxes share. */
export function look() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(box);
  }
  return sheet;
}

// The host's own rules reach the element but nothing inside it; what would be inherited stops at the frame, so that
// slotted text keeps the host's look and the box its own. `all` resets `color-scheme` too.
const box = `
:host { display: block }
:host([hidden]) { display: none }
.frame { all: initial; color-scheme: inherit; direction: ltr; display: block; container-type: inline-size;
  --ink: var(--factbox-ink, light-dark(#15171a, #e9eaec));
  --ink-2: var(--factbox-ink-2, light-dark(#565b62, #a7adb5));
  --ground: var(--factbox-ground, light-dark(#f1f3f4, #1c1f22));
  --rule: var(--factbox-rule, light-dark(#cdd1d6, #383d43));
  --edge: var(--factbox-edge, light-dark(#767c84, #7f868f));
  --rating: var(--factbox-rating, light-dark(#b0005a, #ff8abb));
  --here: var(--factbox-here, light-dark(#ffe45c, #5a4b00));
  --check: var(--factbox-check, light-dark(#b03600, #ff9d6b));
  --sans: var(--factbox-sans, "Helvetica Neue", Helvetica, Arial, "Liberation Sans", system-ui, sans-serif);
  --serif: var(--factbox-serif, Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "Liberation Serif", "Times New Roman", serif) }
.frame[hidden], [hidden] { display: none }
:where(.box, .box *) { box-sizing: border-box; margin: 0; padding: 0 }
.box { border-top: 4px solid var(--ink); background: var(--ground); color: var(--ink); font: 14px/20px var(--sans);
  padding: 12px 16px 14px; text-align: start; overflow-wrap: anywhere }
h2 { font: 700 16px/24px var(--sans); letter-spacing: -.01em }
h3 { font: 700 13px/20px var(--sans); padding-top: 8px; border-top: 1px solid var(--rule); margin-top: 14px }
ol { list-style: none }
button { all: unset; cursor: pointer; font: inherit; color: inherit; text-align: start }
button:hover { text-decoration-line: underline; text-decoration-thickness: 1px; text-underline-offset: 3px }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px }
.meta { color: var(--ink-2); font-size: 13px }
.more { padding-top: 4px }
.note { margin-top: 4px; border-left: 4px solid var(--check); padding-left: 12px }
.item[aria-current] { border-left: 4px solid var(--ink); margin-left: -16px; padding-left: 12px }
.item[aria-current] button { background: var(--here) }

.rating + .rating { border-top: 1px solid var(--rule); margin-top: 12px; padding-top: 8px }
.rating button, .rating p { display: block; margin-top: 4px }
.grade { font: 700 26px/32px var(--serif); letter-spacing: -.01em }
.grade small { font: 14px/20px var(--sans); letter-spacing: 0 }
svg { overflow: visible }
.scale { display: block; width: calc(100% - 18px); height: 42px; margin: 8px 9px 0; font: 12px var(--sans) }
.gap { fill: var(--ground) }
text { fill: var(--ink-2) }
.is { fill: var(--ink); font-weight: 700 }
.rail { stroke: var(--rule) }
.tick { stroke: var(--edge) }
.dot { fill: var(--rating) }
.run { stroke: var(--rating); stroke-width: 2 }
.was { fill: var(--ground); stroke: var(--rating); stroke-width: 2 }
.hoped { stroke-dasharray: 3 2 }

.figures ol, .dates ol { display: grid; grid-template-columns: fit-content(45%) 1fr; column-gap: 12px; margin-top: 4px }
.pair { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; padding: 2px 0; align-items: baseline }
.pair > :first-child { font-weight: 700; font-variant-numeric: tabular-nums }
.figures .pair > :first-child { text-align: end }
.pair button { padding: 2px 0 }
.pair small { font: 13px/20px var(--sans); color: var(--ink-2) }
.pair > :last-child > small { display: block }
.source { padding: 2px 0 }
.source > button, .source > b { font-weight: 700; padding: 2px 0 }
.said { padding: 4px 0 }
.said button { font: 15px/22px var(--serif); padding: 1px 0; color: var(--ink-2) }
.said q { color: var(--ink); quotes: "“" "”" "‘" "’" }
footer { border-top: 1px solid var(--rule); margin-top: 14px; padding-top: 8px; font-size: 12px; line-height: 16px; color: var(--ink-2) }

@container (width >= 520px) {
  .cols { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 32px; align-items: start }
  .cols > .figures, .cols > .dates { grid-column: 2 }
  .cols > .ratings, .cols > .quotes { grid-column: 1 }
  .cols > .figures { grid-row: 1 / span 2 }
  .cols > .figures > h3 { border-top: 0; margin-top: 0; padding-top: 4px }
}
@media (forced-colors: active) {
  .item[aria-current] button { background: Highlight; color: HighlightText }
  .dot { fill: CanvasText }
  .run, .was, .tick { stroke: CanvasText }
}
@media print { .box { background: none } }
`;

/**
 * The marks in the host's text: a line a kind, a wash for exact words, yellow for the current ones. WebKit knows no
 * thickness in the short form of text-decoration.
 *
 * @type {string}
 */
export const marks = `
::highlight(factbox-rating) { text-decoration-line: underline; text-decoration-style: double; text-decoration-color: var(--factbox-rating, light-dark(#b0005a, #ff8abb));
  text-decoration-thickness: 1px; text-underline-offset: 6px }
::highlight(factbox-quote) { text-decoration-line: underline; text-decoration-style: solid; text-decoration-color: var(--factbox-quote, light-dark(#00639c, #66c2f5));
  text-decoration-thickness: 1px; text-underline-offset: 7px }
::highlight(factbox-figure) { text-decoration-line: underline; text-decoration-style: dotted; text-decoration-color: var(--factbox-figure, light-dark(#0a6b41, #5ecc95));
  text-decoration-thickness: 2px; text-underline-offset: 3px }
::highlight(factbox-date) { text-decoration-line: underline; text-decoration-style: dashed; text-decoration-color: var(--factbox-date, light-dark(#50555c, #b6bcc4));
  text-decoration-thickness: 1px; text-underline-offset: 3px }
::highlight(factbox-grade) { background: var(--factbox-rating-wash, light-dark(#fbdfeb, #47182d)) }
::highlight(factbox-quoted) { background: var(--factbox-quote-wash, light-dark(#e0f0fa, #12303f)) }
::highlight(factbox-here) { background: var(--factbox-here, light-dark(#ffe45c, #5a4b00)); color: light-dark(#15171a, #e9eaec) }
@media (forced-colors: active) {
  ::highlight(factbox-here) { background: Highlight; color: HighlightText }
}
`;
