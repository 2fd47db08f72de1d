// Takes the texts of the subject index and their vectors; gives it ready to be matched with questions.
//
// Like the index at the back of a book, it says for the provisions of the field's law and its Guide in which everyday
// words people ask for them ("A boy smashed a window, can he pay for it?"), where the texts speak otherwise. It only
// helps to find provisions: nothing of it is quoted, and what a library does not hold is passed over.
import { stemWords } from "../../text/search-stems.ts";

/** Which document a subject's provision stands in: the Children's Homes Regulations, or the Guide to them. */
export type SubjectSource = "regulations" | "guide";

/** The sources in the order in which their vectors follow each other. */
export const subjectSources: readonly SubjectSource[] = ["regulations", "guide"];

/** One way of asking for one provision. */
export interface Subject {
  readonly source: SubjectSource;
  /** Canonical address (src/structure/provision.ts): `reg/23/2/c`, `para/7.14`. */
  readonly address: string;
  readonly phrase: string;
}

export interface SubjectIndex {
  readonly subjects: readonly Subject[];
  /** Stems of each subject's phrase. */
  readonly stems: readonly ReadonlySet<string>[];
  /** How telling a stem is among the phrases: ln(1 + phrases / phrases with it). */
  readonly weigh: (stem: string) => number;
  /** A row of signed bytes for each subject: the unit vector of its phrase times `vectorScale`. */
  readonly vectors: Int8Array;
}

/** Numbers of a unit vector of 384 lie within ±0.3; this makes use of most of a signed byte. */
export const vectorScale = 400;

/** Lines of `address`, tab, `phrase`. @throws Error with the number of a line that is none */
export function readSubjects(source: SubjectSource, text: string): Subject[] {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line, i) => {
    const [address = "", phrase = "", more] = line.split("\t");
    if (address === "" || phrase === "" || more !== undefined)
      throw new Error(`Line ${i + 1} of the ${source}' subjects is no address and phrase.`);
    return { source, address, phrase };
  });
}

export function createSubjectIndex(subjects: readonly Subject[], vectors: Int8Array): SubjectIndex {
  const stems = subjects.map(({ phrase }) => new Set(stemWords(phrase)));
  const counts = new Map<string, number>();
  for (const stem of stems.flatMap((each) => [...each]))
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weigh = (stem: string): number =>
    Math.log(1 + subjects.length / ((counts.get(stem) ?? 0) + 0.5));
  return { subjects, stems, weigh, vectors };
}
