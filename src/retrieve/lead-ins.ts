// Takes evidence; adds to each part of a provision the words it hangs from: "The registered person must ensure that—".
import type { Passage } from "../chunk/passage.ts";
import type { Library, OutlineRow } from "../library/library.ts";
import type { Evidence, LeadIn } from "./evidence.ts";

/** A long provision is cut into passages; its lead-in stands in one of this many before. */
const reach = 12;

const units = new Set(["regulation", "section", "article", "paragraph", "schedule"]);

export async function attachLeadIns(
  evidence: readonly Evidence[],
  library: Library,
): Promise<Evidence[]> {
  const parts = evidence.filter(startsInside);
  if (parts.length === 0) return [...evidence];
  const outline = await library.outline();
  const rows = new Map(outline.map((row) => [`${row.documentId}#${row.ordinal}`, row]));
  return Promise.all(
    evidence.map(async (entry) => {
      if (!startsInside(entry)) return entry;
      const leads = await findLeadIns(entry.passage, rows, library);
      return leads.length > 0 ? { ...entry, leads } : entry;
    }),
  );
}

/** "(c) …": the passage begins with a clause below the paragraphs of its regulation. */
function startsInside({ passage }: Evidence): boolean {
  return /^\((?!\d)/.test(passage.text);
}

async function findLeadIns(
  passage: Passage,
  rows: ReadonlyMap<string, OutlineRow>,
  library: Library,
): Promise<LeadIn[]> {
  const held = new Set(passage.spans.map(({ provision }) => provision));
  const around: number[] = [];
  let row = rows.get(`${passage.documentId}#${passage.spans[0]?.provision}`);
  while (row && !units.has(row.kind) && row.parent !== null) {
    row = rows.get(`${passage.documentId}#${row.parent}`);
    if (row && !held.has(row.ordinal)) around.unshift(row.ordinal);
  }
  if (around.length === 0) return [];
  const { documentId, ordinal } = passage;
  const before = await library.passagesOf(documentId, Math.max(0, ordinal - reach), ordinal - 1);
  return around.flatMap((provision) => {
    for (const other of before) {
      const span = other.spans.find((candidate) => candidate.provision === provision);
      if (span) return [{ passage: other, start: span.start, end: span.end }];
    }
    return [];
  });
}
