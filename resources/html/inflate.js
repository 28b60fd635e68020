"use strict";
// The data of the page come packed, so that a large project makes a small file: DEFLATE (RFC 1951) within base64.

const COPY_FROM = { base: [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258],
  extra: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0] };
const COPY_BACK = { base: [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577],
  extra: [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13] };
const ORDER_OF_LENGTHS = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const END_OF_BLOCK = 256;

/** Bits of a packed text, the lowest of each byte first. */
class Bits {
  constructor(bytes) { this.bytes = bytes; this.place = 0; this.held = 0; this.amount = 0; }
  need(amount) {
    while (this.amount < amount) { this.held |= (this.bytes[this.place++] || 0) << this.amount; this.amount += 8; }
  }
  drop(amount) { this.held >>>= amount; this.amount -= amount; }
  take(amount) {
    if (amount === 0) return 0;
    this.need(amount);
    const value = this.held & ((1 << amount) - 1);
    this.drop(amount);
    return value;
  }
  symbol(code) {
    this.need(code.longest);
    const found = code.table[this.held & ((1 << code.longest) - 1)];
    this.drop(found & 15);
    return found >> 4;
  }
  wholeBytes(amount) {
    this.place -= this.amount >> 3;
    this.held = this.amount = 0;
    this.place += amount;
    return this.bytes.subarray(this.place - amount, this.place);
  }
}

/** The code of these lengths (RFC 1951, 3.2.2): by the next bits, the symbol and how many bits it takes. */
function codeOf(lengths) {
  const longest = Math.max(1, ...lengths), table = new Uint16Array(1 << longest);
  let next = 0;
  for (let length = 1; length <= longest; length++, next <<= 1) {
    lengths.forEach((one, symbol) => {
      if (one !== length) return;
      let reversed = 0;
      for (let bit = 0; bit < length; bit++) reversed |= ((next >> bit) & 1) << (length - 1 - bit);
      for (let place = reversed; place < table.length; place += 1 << length) table[place] = symbol << 4 | length;
      next++;
    });
  }
  return { table, longest };
}

/** The two codes that stand before a block of their own. */
function codesOfBlock(bits) {
  const symbols = bits.take(5) + 257, distances = bits.take(5) + 1, given = bits.take(4) + 4;
  const ofLengths = new Array(19).fill(0), lengths = [];
  for (let one = 0; one < given; one++) ofLengths[ORDER_OF_LENGTHS[one]] = bits.take(3);
  const code = codeOf(ofLengths);
  while (lengths.length < symbols + distances) {
    const symbol = bits.symbol(code);
    if (symbol < 16) { lengths.push(symbol); continue; }
    const repeated = symbol === 16 ? lengths[lengths.length - 1] : 0;
    const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    for (let one = 0; one < times; one++) lengths.push(repeated);
  }
  return [codeOf(lengths.slice(0, symbols)), codeOf(lengths.slice(symbols))];
}

const FIXED = [codeOf(Array.from({ length: 288 }, (_, one) => one < 144 ? 8 : one < 256 ? 9 : one < 280 ? 7 : 8)), codeOf(new Array(30).fill(5))];

/** The `size` bytes that were packed. */
function inflate(bytes, size) {
  const bits = new Bits(bytes), made = new Uint8Array(size);
  let end = 0, isLast = false;
  while (!isLast) {
    isLast = bits.take(1) === 1;
    const kind = bits.take(2);
    if (kind === 0) {
      const amount = (bits.drop(bits.amount & 7), bits.take(16));
      bits.take(16); // the same amount, inverted
      made.set(bits.wholeBytes(amount), end);
      end += amount;
      continue;
    }
    const [symbols, distances] = kind === 1 ? FIXED : codesOfBlock(bits);
    for (let symbol = bits.symbol(symbols); symbol !== END_OF_BLOCK; symbol = bits.symbol(symbols)) {
      if (symbol < END_OF_BLOCK) { made[end++] = symbol; continue; }
      const length = COPY_FROM.base[symbol - 257] + bits.take(COPY_FROM.extra[symbol - 257]);
      const far = bits.symbol(distances);
      const from = end - COPY_BACK.base[far] - bits.take(COPY_BACK.extra[far]);
      for (let one = 0; one < length; one++) made[end++] = made[from + one];
    }
  }
  return made;
}

/** What an element of packed data holds. */
function unpacked(element) {
  const text = atob(element.textContent), bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place++) bytes[place] = text.charCodeAt(place);
  return JSON.parse(new TextDecoder().decode(inflate(bytes, Number(element.dataset.size))));
}
