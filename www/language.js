// Whether a text looks like English: the share of its words that are English function words. They are a third to a half
// of any English prose, and next to none of any other language's.

/** Words that carry grammar, not meaning. Words that are common in other languages too ("in", "die", "an") are left out. */
const words = new Set(
  (
    "the of and to that is was for it with as his on be at by had not are but from have they which or this were been has " +
    "their would there what will who when said its she her him after about more into than them can some could these then " +
    "our over also only other you we he how if no out up so all your my than because before while where should every"
  ).split(" "),
);

/** Words that are looked at, and the fewest that can tell. */
const SAMPLE = 600;
const FEWEST = 30;

/** Least share of function words in English prose; tables and lists of names have few. */
const LEAST = 0.1;

/** Least share of letters that are Latin. */
const LATIN = 0.5;

/**
 * @param {string} text
 * @returns {boolean} true also where the text is too short to tell
 */
export function looksEnglish(text) {
  const start = text.slice(0, SAMPLE * 12);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  const latin = start.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= FEWEST * 2 && latin < letters * LATIN) return false;
  const found = (start.toLowerCase().match(/[\p{L}’']+/gu) ?? []).slice(0, SAMPLE);
  if (found.length < FEWEST) return true;
  return found.filter((word) => words.has(word)).length >= found.length * LEAST;
}
