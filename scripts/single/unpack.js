// Unpacks LZMA, a sixth smaller than what browsers unpack by themselves: raw, with 3 bits of the byte before deciding how
// the next is read, and none of the place (`--lzma1=lc=3,lp=0,pb=0`). Runs in the page and, for its test, in Node.

/** Bytes before a match that is one of these say nothing of the next. */
const LITERALS = 7;

/**
 * @param {Uint8Array} packed
 * @param {number} size of what comes out
 */
export function unpack(packed, size) {
  const out = new Uint8Array(size);
  let at = 0;

  // The range coder: a number in a range, which each bit cuts in two by how likely it has been.
  let next = 1;
  let range = 0xffffffff;
  let code = 0;
  const feed = () => {
    code = ((code << 8) | (packed[next] ?? 0)) >>> 0;
    next += 1;
  };
  for (let n = 0; n < 4; n += 1) feed();
  const narrow = () => {
    if (range >= 0x1000000) return;
    range = (range << 8) >>> 0;
    feed();
  };
  const odds = (/** @type {number} */ length) => new Uint16Array(length).fill(1024);
  const bit = (/** @type {Uint16Array} */ table, /** @type {number} */ place) => {
    const odd = table[place] ?? 0;
    const bound = (range >>> 11) * odd;
    const one = code >= bound;
    if (one) {
      range -= bound;
      code -= bound;
      table[place] = odd - (odd >>> 5);
    } else {
      range = bound;
      table[place] = odd + ((2048 - odd) >>> 5);
    }
    narrow();
    return one ? 1 : 0;
  };
  const plainBits = (/** @type {number} */ count) => {
    let value = 0;
    for (let n = 0; n < count; n += 1) {
      range >>>= 1;
      const one = code >= range;
      if (one) code -= range;
      value = (value << 1) | (one ? 1 : 0);
      narrow();
    }
    return value;
  };
  /** A number of so many bits, the highest first. */
  const tree = (/** @type {Uint16Array} */ table, /** @type {number} */ count) => {
    let node = 1;
    for (let n = 0; n < count; n += 1) node = (node << 1) | bit(table, node);
    return node - (1 << count);
  };
  /** The same, the lowest first. */
  const reversed = (/** @type {Uint16Array} */ table, /** @type {number} */ count, /** @type {number} */ from) => {
    let node = 1;
    let value = 0;
    for (let n = 0; n < count; n += 1) {
      const one = bit(table, from + node);
      node = (node << 1) | one;
      value |= one << n;
    }
    return value;
  };

  const [isMatch, isRepeat, isOther, isSecond, isThird, isLong] = /** @type {Uint16Array[] & { length: 6 }} */ (Array.from({ length: 6 }, () => odds(12)));
  if (!isMatch || !isRepeat || !isOther || !isSecond || !isThird || !isLong) return out;
  const literals = Array.from({ length: 8 }, () => odds(0x300));
  const slots = Array.from({ length: 4 }, () => odds(64));
  const middle = odds(128);
  const low = odds(16);
  const lengths = () => ({ choice: odds(2), short: odds(8), medium: odds(8), long: odds(256) });
  const [matches, repeats] = [lengths(), lengths()];
  const length = (/** @type {typeof matches} */ { choice, short, medium, long }) => {
    if (bit(choice, 0) === 0) return 2 + tree(short, 3);
    return bit(choice, 1) === 0 ? 10 + tree(medium, 3) : 18 + tree(long, 8);
  };

  let state = 0;
  /** How far back the latest four matches began, the latest first. */
  let back = [0, 0, 0, 0];
  const copied = () => out[at - (back[0] ?? 0) - 1] ?? 0;

  const literal = () => {
    const table = literals[(out[at - 1] ?? 0) >> 5] ?? odds(0x300);
    let node = 1;
    if (state >= LITERALS) {
      // The byte behind the match is hardly the one that would go on with it.
      let guess = copied();
      while (node < 0x100) {
        const expected = (guess >> 7) & 1;
        guess <<= 1;
        const one = bit(table, ((1 + expected) << 8) + node);
        node = (node << 1) | one;
        if (one !== expected) break;
      }
    }
    while (node < 0x100) node = (node << 1) | bit(table, node);
    out[at] = node & 0xff;
    at += 1;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  };

  const distance = (/** @type {number} */ count) => {
    const slot = tree(slots[Math.min(count - 2, 3)] ?? middle, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + reversed(middle, bits, base - slot);
    return base + (plainBits(bits - 4) << 4) + reversed(low, 4, 0);
  };

  while (at < size) {
    if (bit(isMatch, state) === 0) {
      literal();
      continue;
    }
    let count = 1;
    if (bit(isRepeat, state) === 0) {
      count = length(matches);
      state = state < LITERALS ? 7 : 10;
      back = [distance(count), ...back.slice(0, 3)];
    } else {
      let which = 0;
      if (bit(isOther, state) === 1) which = bit(isSecond, state) === 0 ? 1 : 2 + bit(isThird, state);
      const one = which === 0 && bit(isLong, state) === 0;
      back = [back[which] ?? 0, ...back.filter((_, nth) => nth !== which)];
      if (!one) count = length(repeats);
      state = state < LITERALS ? (one ? 9 : 8) : 11;
    }
    for (const end = Math.min(at + count, size); at < end; at += 1) out[at] = copied();
  }
  return out;
}
