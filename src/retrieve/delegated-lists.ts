// Takes law that leaves a list to a Schedule ("the matters listed in Schedule 1"); gives the passages of that list.
import type { Passage } from "../chunk/passage.ts";
import type { Library } from "../library/library.ts";
import { isWithin, splitAddress, joinSteps } from "../place/address.ts";
import { rangeOf } from "../references/range-of.ts";
import type { Mention } from "../references/mention.ts";
import type { ReferenceReader } from "../references/reader.ts";
import type { Evidence } from "./evidence.ts";

/** Best passages of law whose Schedules are brought along. */
const foremost = 6;
/** The items count this much of what delegates to them. */
const itemShare = 0.8;

/** Addresses of the Schedules, `sch/1`, to which a law's own words leave a list, each once. */
export function findDelegations(mentions: readonly Mention[]): string[] {
  const found = mentions
    .filter(({ kind, documentId, to }) => kind === "list-in" && to.documentId === documentId)
    .map(({ to }) => joinSteps(splitAddress(to.address).slice(0, 1)));
  return [...new Set(found)];
}

/** Evidence for the items of the Schedules to which the best law of the evidence leaves a list. */
export async function bringDelegatedLists(
  evidence: readonly Evidence[],
  library: Library,
  references: ReferenceReader,
): Promise<Evidence[]> {
  const law = evidence.filter(({ document }) => document.authority === "legislation");
  const added = new Map<string, Evidence>();
  for (const source of law.slice(0, foremost)) {
    for (const schedule of findDelegations(source.mentions ?? [])) {
      const passages = await passagesOfSchedule(schedule, source.passage, library, references);
      for (const passage of passages) {
        if (added.has(passage.id)) continue;
        const { document } = source;
        const score = itemShare * source.score;
        added.set(passage.id, { passage, document, score, signals: {}, similarity: 0 });
      }
    }
  }
  return [...added.values()];
}

async function passagesOfSchedule(
  schedule: string,
  { documentId }: Passage,
  library: Library,
  references: ReferenceReader,
): Promise<Passage[]> {
  const row = references.find(documentId, schedule);
  if (row === null) return [];
  const held = await library.passagesHolding([rangeOf(row, references)]);
  return held.filter(({ spans }) => spans.some(({ address }) => isWithin(address, schedule)));
}
