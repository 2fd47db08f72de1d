// Takes the texts of the subject index; gives what each of its phrases stands for.
//
// Like the index at the back of a book, it says in which everyday words people ask for what documents of the field say
// ("A boy smashed a window, can he pay for it?"), where the texts speak otherwise. It only helps to find and to choose:
// nothing of it is quoted, and what a library does not hold is passed over.

/** Which document a subject's provision stands in: the Children's Homes Regulations, or the Guide to them. */
export type SubjectSource = "regulations" | "guide";

/** The provision that a phrase asks for, by canonical address (src/structure/provision.ts): `reg/23/2/c`, `para/7.14`. */
export interface ProvisionSubject {
  readonly source: SubjectSource;
  readonly address: string;
}

/** The statements, of whatever documents, that answer a phrase together, by their keys (src/score/statement-key.ts). */
export interface StatementSubject {
  readonly source: "statements";
  readonly keys: readonly string[];
}

/** What nothing in the documents of the field answers, close to them as it is: fees, sizes, names, other fields. */
export interface BeyondSubject {
  readonly source: "beyond";
  /** It asks for what only the asker's own documents could say. */
  readonly own: boolean;
}

export type Subject = ProvisionSubject | StatementSubject | BeyondSubject;

export interface SubjectIndex {
  readonly subjects: readonly Subject[];
  /** A row of signed bytes for each subject: the unit vector of its phrase times `vectorScale`. */
  readonly vectors: Int8Array;
}

/** Numbers of a unit vector of 384 lie within ±0.3; this makes use of most of a signed byte. */
export const vectorScale = 400;

/** Files of the index, in the order in which their vectors follow each other, and what their lines begin with. */
export const subjectFiles = [
  { name: "regulations.tsv", source: "regulations" },
  { name: "guide.tsv", source: "guide" },
  // With the source in front of the address.
  { name: "provisions.tsv", source: null },
  { name: "several.tsv", source: "statements" },
  { name: "everyday.tsv", source: "statements" },
  { name: "home.tsv", source: "statements" },
  { name: "stories.tsv", source: "statements" },
  { name: "inspection.tsv", source: "statements" },
  { name: "enforcement.tsv", source: "statements" },
  { name: "wider.tsv", source: "statements" },
  { name: "none.tsv", source: "beyond" },
] as const;

export type SubjectFile = (typeof subjectFiles)[number];

/** A phrase with what it stands for. */
export interface Asked {
  readonly subject: Subject;
  readonly phrase: string;
}

/** @throws Error with the number of a line that is none */
export function readSubjects({ name, source }: SubjectFile, text: string): Asked[] {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line, i) => {
    const cells = source === null ? line.split("\t") : [source, ...line.split("\t")];
    const [of = "", place = "", phrase = "", more] = cells;
    if (!isSource(of) || place === "" || phrase === "" || more !== undefined)
      throw new Error(`Line ${i + 1} of ${name} does not say what a phrase stands for.`);
    if (of === "beyond") return { subject: { source: of, own: place === "own" }, phrase };
    if (of === "statements") return { subject: { source: of, keys: place.split(" ") }, phrase };
    return { subject: { source: of, address: place }, phrase };
  });
}

function isSource(name: string): name is Subject["source"] {
  return ["regulations", "guide", "statements", "beyond"].includes(name);
}
