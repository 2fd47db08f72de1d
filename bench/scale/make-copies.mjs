// Takes embedded passages; gives any number of documents that are like them and none like another.

/** Words of a passage exchanged for words of others. */
const exchanged = 0.15;
/** Length of the noise added to a vector of length 1: cosines of 0.9 between copies. */
const noise = 0.48;
const documentSize = 400;

/**
 * @param {readonly { text: string, vector: Float32Array, tokens: Int8Array }[]} base
 * @param {number} count   passages in all
 * @param {(rows: readonly { text: string, vector: Float32Array, tokens: Int8Array }[]) => unknown} toRows
 */
export function* makeDocuments(base, count) {
  const random = makeRandom(7);
  const words = base.flatMap(({ text }) => text.split(" "));
  for (let start = 0; start < count; start += documentSize) {
    const size = Math.min(documentSize, count - start);
    const rows = Array.from({ length: size }, (_, at) => {
      const original = base[(start + at) % base.length];
      // The first round is the corpus itself: what is searched for is in every library.
      return start + at < base.length ? original : makeCopy(original, words, random);
    });
    yield { number: start / documentSize, rows };
  }
}

function makeCopy({ text, vector, tokens }, words, random) {
  const copy = text
    .split(" ")
    .map((word) => (random() < exchanged ? words[Math.floor(random() * words.length)] : word))
    .join(" ");
  return { text: copy, vector: blur(vector, random), tokens: blurRows(tokens, random) };
}

function blur(vector, random) {
  const spread = noise / Math.sqrt(vector.length);
  const moved = vector.map((value) => value + spread * gauss(random));
  const length = Math.hypot(...moved);
  return moved.map((value) => value / length);
}

/** Coordinates of a row of 128 are about 11 of 127; 3 more or less keep a cosine of some 0.95. */
function blurRows(tokens, random) {
  return tokens.map((value) =>
    Math.max(-127, Math.min(127, value + Math.round(6 * (random() - 0.5)))),
  );
}

/** Sum of uniform numbers: near enough. */
function gauss(random) {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3);
}

function makeRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
