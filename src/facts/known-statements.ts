// Takes statements of plans that are known to be about a provision; gives which provisions a sentence comes near to, and
// whether it is more like those that keep to them or those that break them.
import { compareVectors } from "../retrieve/subjects/match-subjects.ts";

/**
 * - `breaks`, `keeps`: against what the provision asks for, and according to it
 * - `times`: gives a time for it, which is left out; how it stands to the provision the time tells
 * - `beside`: of a matter that looks alike, which the provision says nothing of
 */
export type Stance = "breaks" | "keeps" | "times" | "beside";

export interface KnownStatement {
  readonly stance: Stance;
  /** `reg/44/1`; `-` for what is about none. */
  readonly address: string;
  readonly text: string;
}

export interface KnownStatements {
  readonly statements: readonly (KnownStatement & { readonly denies: boolean })[];
  /** A row of signed bytes for each, as in the subject index. */
  readonly vectors: Int8Array;
}

/** How near known statements about a provision come: cosines, 0 where there is none. */
export interface KnownMatter {
  readonly address: string;
  /** Of any of them. */
  readonly about: number;
  /** Of those that deny where the sentence does, and do not where it does not. */
  readonly breaks: number;
  readonly keeps: number;
  readonly times: number;
}

export interface KnownMatches {
  readonly matters: ReadonlyMap<string, KnownMatter>;
  /** The nearest of what is beside all provisions, and of that what denies as the sentence does. */
  readonly beside: number;
  readonly besideAlike: number;
}

const stances: ReadonlySet<string> = new Set<Stance>(["breaks", "keeps", "times", "beside"]);

/** @throws Error with the number of a line that is none */
export function readKnownStatements(text: string): KnownStatement[] {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line, i) => {
    const [stance = "", address = "", said = "", more] = line.split("\t");
    if (!stances.has(stance) || address === "" || said === "" || more !== undefined)
      throw new Error(`Line ${i + 1} does not say how a statement stands to a provision.`);
    return { stance: stance as Stance, address, text: said };
  });
}

/** Of a sentence under what it stands under, other words may be what is near. */
const ofContext = 0.03;

/**
 * @param wordings unit vectors of the sentence, first by itself, then under what it stands under
 * @param denies whether the sentence says that something is not so
 */
export function matchKnown(
  { statements, vectors }: KnownStatements,
  wordings: readonly Float32Array[],
  denies: boolean,
): KnownMatches {
  const matters = new Map<string, KnownMatter>();
  let [beside, besideAlike] = [0, 0];
  for (const [at, { stance, address, denies: other }] of statements.entries()) {
    const cosines = wordings.map((vector, i) => {
      return compareVectors(vector, vectors, at) - (i === 0 ? 0 : ofContext);
    });
    const near = Math.max(...cosines);
    if (stance === "beside") {
      beside = Math.max(beside, near);
      if (other === denies) besideAlike = Math.max(besideAlike, near);
      continue;
    }
    const had = matters.get(address) ?? { address, about: 0, breaks: 0, keeps: 0, times: 0 };
    const alike = stance === "times" || other === denies;
    matters.set(address, {
      ...had,
      about: Math.max(had.about, near),
      ...(alike ? { [stance]: Math.max(had[stance], near) } : {}),
    });
  }
  return { matters, beside, besideAlike };
}
