// Takes a question and the subject index; gives the provisions and the statements whose subjects come near it,
// and how near what nothing answers comes.
import { bestOfEach } from "../../lists.ts";
import { vectorScale, type SubjectIndex, type SubjectSource } from "./subject-index.ts";

export interface SubjectMatch {
  readonly source: SubjectSource;
  readonly address: string;
  /** Cosine of the nearest phrase; comparable between questions. */
  readonly similarity: number;
}

export interface SubjectMatches {
  /** One match an address, nearest first, ties by address. */
  readonly provisions: readonly SubjectMatch[];
  /** By key of a statement: cosine of the nearest phrase that it answers. */
  readonly statements: ReadonlyMap<string, number>;
  /** Cosine of the nearest phrase that nothing answers, and of the nearest that only own documents could. */
  readonly beyond: { readonly all: number; readonly own: number };
}

/** @param wordings unit vectors of ways of asking, by the first built-in model */
export function matchSubjects(
  index: SubjectIndex,
  wordings: readonly Float32Array[],
): SubjectMatches {
  const matches: SubjectMatch[] = [];
  const statements = new Map<string, number>();
  const beyond = { all: 0, own: 0 };
  for (const [at, subject] of index.subjects.entries()) {
    const cosines = wordings.map((vector) => compareVectors(vector, index.vectors, at));
    const similarity = Math.max(...cosines);
    if (subject.source === "beyond") {
      const kind = subject.own ? "own" : "all";
      beyond[kind] = Math.max(beyond[kind], similarity);
    } else if (subject.source !== "statements") matches.push({ ...subject, similarity });
    else
      for (const key of subject.keys)
        statements.set(key, Math.max(similarity, statements.get(key) ?? 0));
  }
  const nearest = bestOfEach(
    matches,
    ({ source, address }) => `${source}#${address}`,
    (one, held) => one.similarity > held.similarity,
  );
  const provisions = nearest.sort(
    (a, b) => b.similarity - a.similarity || (a.address < b.address ? -1 : 1),
  );
  return { provisions, statements, beyond };
}

/** Cosine of a unit vector and a row of signed bytes. */
export function compareVectors(vector: Float32Array, rows: Int8Array, at: number): number {
  const start = at * vector.length;
  let sum = 0;
  for (let i = 0; i < vector.length; i += 1)
    sum += (vector[i] as number) * (rows[start + i] as number);
  return sum / vectorScale;
}
