// Characters that nobody sees: they hide in pastes, and some of them change the order in which a line is shown.

/**
 * Controls, formats and selectors, but for line ends and tabs. What holds an emoji together is no stranger.
 */
const unseen = /(?![\n\r\t])[\p{Cc}\p{Cf}\u2028\u2029\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]|(?<!\p{Extended_Pictographic})[\ufe00-\ufe0f]/gu;

/** An emoji made of several, and the flags of nations. */
const joined = /\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}\u{e0020}-\u{e007f}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*)*/gu;

/**
 * How many there are.
 *
 * @param {string} text
 */
export function invisible(text) {
  // Most texts have none, and one pass tells.
  if (!/(?![\n\r\t])[\p{Cc}\p{Cf}\u2028\u2029\ufe00-\ufe0f\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/u.test(text)) return 0;
  return text.replace(joined, "x").match(unseen)?.length ?? 0;
}

/**
 * The text without them.
 *
 * @param {string} text
 */
export function cleaned(text) {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(joined)) {
    parts.push(text.slice(at, match.index).replace(unseen, ""), match[0]);
    at = match.index + match[0].length;
  }
  parts.push(text.slice(at).replace(unseen, ""));
  return parts.join("");
}
