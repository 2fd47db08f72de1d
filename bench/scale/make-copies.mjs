// Takes the documents of a corpus, prepared and embedded; gives any number of passages in documents that are like
// them and none like another. Needs `npm run build`.
import { pairStems } from "../../dist/text/search-stems.js";
import { makeRandom } from "./make-random.mjs";

/** Words of a passage exchanged for words of others. */
const exchanged = 0.15;
/** Length of the noise added to a vector of length 1: cosines of 0.9 between a passage and its copy. */
const noise = 0.48;

/**
 * @param {readonly import("../../dist/library/library.js").NewDocument[]} base
 * @param {number} count   passages in all; the last document is cut to fit
 * @returns {Generator<import("../../dist/library/library.js").NewDocument>}
 */
export function* makeDocuments(base, count) {
  const random = makeRandom(7);
  const words = base.flatMap(({ passages }) =>
    passages.flatMap(({ passage }) => passage.text.split(" ")),
  );
  let left = count;
  // The first round is the corpus itself: what is searched for is in every library.
  for (let round = 0; left > 0; round += 1) {
    for (const original of base) {
      if (left === 0) break;
      const passages = original.passages.slice(0, left);
      left -= passages.length;
      const document = { ...original, passages };
      yield round === 0 ? document : copyDocument(document, round, words, random);
    }
  }
}

/** Under a title of its own, so that a question does not name every copy of a document. */
function copyDocument(document, round, words, random) {
  const pick = () => words[Math.floor(random() * words.length)];
  const id = `${document.info.id}-${String(round).padStart(4, "0")}`;
  const title = [pick(), pick(), pick(), round].join(" ");
  const file = `${round}/${document.info.file}`;
  return {
    ...document,
    info: { ...document.info, id, file, title, short: title, sha256: id },
    passages: document.passages.map((each) => copyPassage(each, id, pick, random)),
  };
}

function copyPassage({ passage, indexed, vector, tokens }, documentId, pick, random) {
  const exchange = (text) =>
    text
      .split(" ")
      .map((word) => (random() < exchanged ? pick() : word))
      .join(" ");
  const names = indexed.slice(0, indexed.length - passage.text.length);
  const text = exchange(passage.text);
  const id = `${documentId}-${String(passage.ordinal).padStart(5, "0")}`;
  return {
    passage: { ...passage, id, documentId, text },
    indexed: names + text,
    phrases: pairStems(names + text).join(" "),
    vector: blur(vector, random),
    tokens: blurRows(tokens, random),
  };
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
