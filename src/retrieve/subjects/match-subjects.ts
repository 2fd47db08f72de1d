// Takes a question and the subject index; gives the provisions whose subjects come near it.
import { bestOfEach } from "../../lists.ts";
import { stemWords } from "../../text/search-stems.ts";
import { vectorScale, type SubjectIndex, type SubjectSource } from "./subject-index.ts";

/** A wording of the question. */
export interface AskedSubject {
  readonly text: string;
  /** Its unit vector, by the built-in model. */
  readonly vector: Float32Array;
}

export interface SubjectMatch {
  readonly source: SubjectSource;
  readonly address: string;
  /** Cosine of the nearest phrase, and a share for words in common; comparable between questions. */
  readonly similarity: number;
}

/** What words in common count beside the cosine (docs/answers.md). */
const wordShare = 0.3;

/** One match an address, by its phrase and the wording that come nearest to each other; nearest first, ties by address. */
export function matchSubjects(
  index: SubjectIndex,
  wordings: readonly AskedSubject[],
): SubjectMatch[] {
  const asked = wordings.map(({ text, vector }) => ({ vector, ...weighStems(text, index) }));
  const matches = index.subjects.map(({ source, address }, at): SubjectMatch => {
    const own = index.stems[at] ?? new Set();
    const similarity = Math.max(
      ...asked.map(
        ({ vector, stems, total }) =>
          compareVectors(vector, index.vectors, at) +
          wordShare * compareStems(own, stems, total, index),
      ),
    );
    return { source, address, similarity };
  });
  const nearest = bestOfEach(
    matches,
    ({ source, address }) => `${source}#${address}`,
    (one, held) => one.similarity > held.similarity,
  );
  return nearest.sort((a, b) => b.similarity - a.similarity || (a.address < b.address ? -1 : 1));
}

function weighStems(text: string, { weigh }: SubjectIndex) {
  const stems = new Set(stemWords(text));
  const total = [...stems].reduce((sum, stem) => sum + weigh(stem), 0);
  return { stems, total };
}

function compareVectors(vector: Float32Array, rows: Int8Array, at: number): number {
  const start = at * vector.length;
  let sum = 0;
  for (let i = 0; i < vector.length; i += 1)
    sum += (vector[i] as number) * (rows[start + i] as number);
  return sum / vectorScale;
}

/** Cosine of two sets of stems, each stem weighing the square root of how telling it is; 0 to 1. */
function compareStems(
  own: ReadonlySet<string>,
  asked: ReadonlySet<string>,
  askedTotal: number,
  { weigh }: SubjectIndex,
): number {
  let shared = 0;
  let total = 0;
  for (const stem of own) {
    const weight = weigh(stem);
    total += weight;
    if (asked.has(stem)) shared += weight;
  }
  return shared === 0 ? 0 : shared / Math.sqrt(total * askedTotal);
}
