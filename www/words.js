// The wording that several parts share: counts, places on a scale, dates. Strings in, strings out; no DOM.

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const places = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const fullMonths =
  "January February March April May June July August September October November December".split(" ");
/** Seasons as EDTF numbers them, from 21. */
const seasons = ["spring", "summer", "autumn", "winter"];

/**
 * "1 quote", "2 quotes".
 *
 * @param {number} n
 * @param {string} one
 * @param {string} [many]
 */
export function count(n, one, many = `${one}s`) {
  return `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
}

/**
 * A number as running text has it: words up to ten, digits above.
 *
 * @param {number} n
 */
export function inWords(n) {
  return small[n] ?? n.toLocaleString("en-GB");
}

/**
 * "Highest of four grades", "Second of four grades", "Lowest of four grades".
 *
 * @param {number} rank 1 is best
 * @param {number} of
 */
export function place(rank, of) {
  const name = rank === 1 ? "highest" : rank === of ? "lowest" : (places[rank] ?? ordinal(rank));
  return `${capital(name)} of ${inWords(of)} grades`;
}

/**
 * "11th", "22nd".
 *
 * @param {number} n
 */
function ordinal(n) {
  const teen = n % 100 > 10 && n % 100 < 14;
  return n + (teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th"));
}

/**
 * The text with a capital first letter.
 *
 * @param {string} text
 */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Letters small, apostrophes straight, blanks single: for comparing what an article words in two ways.
 *
 * @param {string} text
 */
export function plain(text) {
  return text.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();
}

/**
 * Number of words, which are runs of anything but white space.
 *
 * @param {string} text
 */
export function words(text) {
  let n = 0;
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const blank = code <= 32 || code === 0xa0 || code === 0x2028 || code === 0x2029;
    if (!blank && !inside) n += 1;
    inside = !blank;
  }
  return n;
}

/**
 * An EDTF date as a reader writes it: "18 Mar 2019", "Nov 2011", "2015/16", "summer 2023", "1990s".
 *
 * @param {string} edtf
 * @param {boolean} [full] with the month's whole name
 * @returns {string} `edtf` itself where its form is not known
 */
export function date(edtf, full = false) {
  const [from = "", to] = edtf.split("/");
  if (to === undefined) return moment(from, full) ?? edtf;
  if (from === "" || from === "..") return `until ${moment(to, full) ?? to}`;
  if (to === "" || to === "..") return `since ${moment(from, full) ?? from}`;
  if (/^\d{4}$/.test(from) && /^\d{4}$/.test(to)) {
    return Number(to) === Number(from) + 1 ? `${from}/${to.slice(2)}` : `${from} to ${to}`;
  }
  if (from.length === 10 && to.length === 10 && from.slice(0, 7) === to.slice(0, 7)) {
    return `${Number(from.slice(8))} to ${moment(to, full) ?? to}`;
  }
  return `${moment(from, full) ?? from} to ${moment(to, full) ?? to}`;
}

/**
 * @param {string} edtf without a slash
 * @param {boolean} full
 * @returns {string | null}
 */
function moment(edtf, full) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$/.exec(edtf);
  if (!parts) {
    if (/^\d{3}X$/.test(edtf)) return `${edtf.slice(0, 3)}0s`;
    if (/^\d\dXX$/.test(edtf)) return `${ordinal(Number(edtf.slice(0, 2)) + 1)} century`;
    return null;
  }
  const [, year = "", month, day] = parts;
  const about = /[~?%]$/.test(edtf) ? "about " : "";
  if (!month) return about + year;
  const name = (full ? fullMonths : months)[Number(month) - 1] ?? seasons[Number(month) - 21];
  if (!name) return null;
  return `${about}${day ? `${Number(day)} ` : ""}${name} ${year}`;
}
