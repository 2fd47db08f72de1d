// Takes a place of an open library; gives where else the library speaks of it.
import type { Passage } from "../chunk/passage.ts";
import type { Library, OutlineRow } from "../library/library.ts";
import { bestOfEach } from "../lists.ts";
import { isWithin, splitAddress } from "../place/address.ts";
import { findMentions, type FoundMention, type MentionContext } from "../show/find-mentions.ts";
import { planMentions, type MentionQuery } from "../show/mention-query.ts";
import type { Mention, Mentions } from "../show/shown.ts";

/** Passages that full text gives for one wording; beyond them words stand together by chance. */
const mostPassages = 200;
/** Mentions listed; more are only counted. */
const mostListed = 10;

/** Counts are of those found among the passages looked at. */
export async function gatherMentions(
  row: OutlineRow,
  library: Library,
  context: MentionContext,
): Promise<Mentions> {
  const queries = planMentions(row, unitTitle(row, context));
  const passages = await collectPassages(queries, library);
  const test = (text: string) => queries.some((query) => query.test(text));
  const found = passages.flatMap((passage) => findMentions(passage, row, test, context));
  // One mention a place, the exact one where there are several.
  const mentions = bestOfEach(
    [...found, ...findQuotations(row, library, context)],
    ({ file, locator, page }) => JSON.stringify([file, locator, page]),
    (one, held) => held.kind === "whole" && one.kind === "exact",
  );
  const places = new Map(library.documents.map(({ id }, index) => [id, index]));
  const rank = ({ kind }: Mention): number => ["exact", "quoted", "whole"].indexOf(kind);
  const away = ({ documentId }: FoundMention): number => (documentId === row.documentId ? 1 : 0);
  const place = ({ documentId }: FoundMention): number => places.get(documentId) ?? 0;
  const sorted = mentions.toSorted(
    (a, b) =>
      rank(a) - rank(b) || away(a) - away(b) || place(a) - place(b) || a.ordinal - b.ordinal,
  );
  const listed = sorted
    .slice(0, mostListed)
    .map(({ documentId: _documentId, ordinal: _ordinal, ...mention }) => mention);
  return { listed, count: sorted.length };
}

/** Title of the regulation or section that a provision is or is part of. */
function unitTitle(row: OutlineRow, { rows }: MentionContext): string | null {
  const [first] = splitAddress(row.address);
  const address = `${first?.key}/${first?.label}`;
  return rows.of(row.documentId).find((one) => one.address === address)?.title ?? null;
}

async function collectPassages(
  queries: readonly MentionQuery[],
  library: Library,
): Promise<readonly Passage[]> {
  const collected = new Map<string, Passage>();
  for (const { words, test } of queries) {
    const hits = await library.searchText(words, mostPassages);
    const ids = hits.map(({ id }) => id).filter((id) => !collected.has(id));
    for (const passage of await library.passages(ids)) {
      if (test(passage.text)) collected.set(passage.id, passage);
    }
  }
  return [...collected.values()];
}

/** Text of the provision, or of what it is part of, reproduced in another document's box. */
function findQuotations(
  row: OutlineRow,
  library: Library,
  { rows }: MentionContext,
): FoundMention[] {
  const own = library.documents.find(({ id }) => id === row.documentId);
  if (own?.kind !== "legislation") return [];
  return library.documents.flatMap(({ id, file, short }) => {
    if (id === row.documentId) return [];
    return rows.of(id).flatMap(({ quotes, page, ordinal }) => {
      if (quotes === null || !(isWithin(row.address, quotes) || isWithin(quotes, row.address)))
        return [];
      const place = { file, short, locator: null, page, section: null };
      return [{ ...place, surface: null, kind: "quoted", documentId: id, ordinal }];
    });
  });
}
