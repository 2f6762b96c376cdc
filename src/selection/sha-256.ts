/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, without Node, so that the same lots are drawn in a browser as on the server.
 * @returns eight words of 32 bits; the array is written over by the next call
 */
export function sha256(text: string): Uint32Array {
  const bytes = encoder.encode(text);
  const blocks = ((bytes.length + 8) >>> 6) + 1;
  const padded = new Uint8Array(blocks * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(blocks * 64 - 4, bytes.length * 8);
  state.set(initial);
  for (let block = 0; block < blocks; block += 1) {
    for (let at = 0; at < 16; at += 1) words[at] = view.getInt32(block * 64 + at * 4);
    compress();
  }
  return state;
}

const encoder = new TextEncoder();
const state = new Uint32Array(8);
const words = new Int32Array(64);

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function compress(): void {
  for (let at = 16; at < 64; at += 1) {
    const far = words[at - 15]!;
    const near = words[at - 2]!;
    const sigma0 = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3);
    const sigma1 = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10);
    words[at] = words[at - 16]! + sigma0 + words[at - 7]! + sigma1;
  }
  // Eight words that move on by one place each round; as variables, since this runs for every candidate.
  let a = state[0]! | 0;
  let b = state[1]! | 0;
  let c = state[2]! | 0;
  let d = state[3]! | 0;
  let e = state[4]! | 0;
  let f = state[5]! | 0;
  let g = state[6]! | 0;
  let h = state[7]! | 0;
  for (let at = 0; at < 64; at += 1) {
    const sum1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + rounds[at]! + words[at]!) | 0;
    const sum0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

/** First 32 bits of the fractional parts of the square and cube roots of the first primes, as the standard has it. */
const primes: number[] = [];
for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime > 0)) primes.push(n);
const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32);
const initial = Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const rounds = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)) | 0);
