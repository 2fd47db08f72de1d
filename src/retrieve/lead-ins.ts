// Takes evidence; adds to each part of a provision the words it hangs from: "The registered person must ensure that—".
import type { Passage } from "../chunk/passage.ts";
import type { Library } from "../library/library.ts";
import type { ReferenceLibrary } from "../references/reference-library.ts";
import type { Evidence, LeadIn } from "./evidence.ts";

/** A long provision is cut into passages; its lead-in stands in one of this many before. */
const reach = 12;

const units = new Set(["regulation", "section", "article", "paragraph", "schedule"]);

export async function attachLeadIns(
  evidence: readonly Evidence[],
  library: Library,
  references: ReferenceLibrary,
): Promise<Evidence[]> {
  return Promise.all(
    evidence.map(async (entry) => {
      if (!startsInside(entry)) return entry;
      const leads = await findLeadIns(entry.passage, references, library);
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
  references: ReferenceLibrary,
  library: Library,
): Promise<LeadIn[]> {
  const held = new Set(passage.spans.map(({ provision }) => provision));
  const row = references.at(passage.documentId, passage.spans[0]?.provision ?? -1);
  if (row === null || units.has(row.kind)) return [];
  const enclosing = references.enclosing(row);
  const unit = enclosing.findIndex(({ kind }) => units.has(kind));
  const around = enclosing
    .slice(0, unit < 0 ? enclosing.length : unit + 1)
    .map(({ ordinal }) => ordinal)
    .filter((ordinal) => !held.has(ordinal))
    .toReversed();
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
