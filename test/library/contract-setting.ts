// What the parts of the library's contract share: made-up documents, and how a library is filled and looked at.
import type { WriteOptions } from "../../src/library/lance/lance-writer.ts";
import type { Library, MentionSource, NewDocument } from "../../src/library/library.ts";
import { makeDocument, makeVector } from "./fixtures.ts";

/** One library; `open` gives it as another process would find it, or null where only one process can reach it. */
export interface Place {
  create(options?: WriteOptions): Promise<Library>;
  open: ((options?: WriteOptions) => Promise<Library | null>) | null;
  /** Stands in for the death of a process that was writing. */
  forgetLock(): Promise<void>;
  clean(): Promise<void>;
}

export const guide = makeDocument(
  "guide.pdf",
  [
    "The manager leads the staff of the home.",
    "Children are listened to and heard every day.",
    "Staff receive supervision from the manager each month.",
    "The kitchen is clean.",
  ],
  "statutory-guidance",
);
export const regulations = makeDocument(
  "regulations.pdf",
  ["A manager must be fit to manage.", "Records are kept for seventy five years."],
  "legislation",
);
export const plan = makeDocument(
  "plan/our plan's draft.md",
  ["Our manager's name is pending.", "We buy a kettle."],
  "own",
);
export const newGuide = makeDocument(
  "guide.pdf",
  ["The manager leads nobody.", "Another sentence on fire doors."],
  "statutory-guidance",
);

export const everything = "manager staff children kitchen records kettle fire doors supervision";

export type Start = (options?: WriteOptions) => Promise<Library>;
export type Look = (library: Library) => Promise<Library>;

export async function fill(
  library: Library,
  documents: readonly NewDocument[],
  mentions?: MentionSource,
): Promise<Library> {
  const writer = await library.write();
  try {
    for (const document of documents) await writer.put(document);
    return await writer.finish(mentions);
  } finally {
    await writer.close();
  }
}

export const filesOf = (library: Library) => library.documents.map((each) => each.file);

/** All that searches say of a library, to be compared. */
export async function describeHits(library: Library): Promise<unknown> {
  const texts = ["manager", "kitchen staff", everything, "the registered manager's records"];
  const byText = [];
  for (const text of texts) byText.push(await library.searchText(text, 3));
  return [byText, await library.searchVector(makeVector("any"), 5), await library.outline()];
}

/** Documents of random words, so that many scores are close. */
export function makeMany(count: number): NewDocument[] {
  const words = everything.split(" ");
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const sentence = () => Array.from({ length: 5 + next(20) }, () => words[next(words.length)]);
  return Array.from({ length: count }, (_, index) =>
    makeDocument(
      `many/${index}.txt`,
      Array.from({ length: 40 }, () => sentence().join(" ")),
    ),
  );
}
