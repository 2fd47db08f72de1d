// Takes the outline of a library; gives questions for its user to edit, each with the place where its answer is expected.
import type { Library } from "../library/library.ts";
import { groupBy } from "../lists.ts";
import { writeCsvRecords } from "../text/write-csv.ts";

/** Questions that are drafted; a few minutes' work to put into words of one's own. */
const draftedQuestions = 40;

/** Headings of fewer letters say too little to be asked for ("Note"), of more are sentences. */
const letters = { fewest: 8, most: 90 };

/**
 * Spread evenly over the documents, the user's own first, and over each document's headings: as a table with the columns
 * that `readQuestionSheet` reads.
 */
export async function makeQuestions(
  library: Pick<Library, "documents" | "outline">,
): Promise<string> {
  const rows = groupBy(
    (await library.outline()).filter(
      ({ title, standing, kind }) =>
        kind !== "document" &&
        title !== null &&
        title.length >= letters.fewest &&
        title.length <= letters.most &&
        standing === "current",
    ),
    ({ documentId }) => documentId,
  );
  const asked = library.documents
    .filter(({ id, authority }) => authority !== "untrusted" && rows.has(id))
    .toSorted((a, b) => Number(b.authority === "own") - Number(a.authority === "own"));
  const each = Math.max(1, Math.floor(draftedQuestions / Math.max(1, asked.length)));
  const records = asked.flatMap(({ id, short, file }) =>
    spread(rows.get(id) ?? [], each).map(({ title, page }) => [
      `What does ${short} say about “${(title ?? "").replace(/^[\d.]+\s+/, "")}”?`,
      file,
      page === null ? "" : String(page),
      page === null ? (title ?? "") : "",
    ]),
  );
  return writeCsvRecords([["question", "file", "page", "section"], ...records]);
}

function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, at) => list[Math.floor((at * list.length) / most)] as T);
}
