// Takes law that leaves a list to a Schedule ("the matters listed in Schedule 1"); gives the passages of that list.
import type { Passage } from "../chunk/passage.ts";
import type { Library } from "../library/library.ts";
import { isWithin } from "../place/address.ts";
import type { Evidence } from "./evidence.ts";

/** Best passages of law whose Schedules are brought along. */
const foremost = 6;
/** The items count this much of what delegates to them. */
const itemShare = 0.8;

const delegation =
  /\b(?:matters?|information|particulars|items|records?|details|documents?|statements?)\b[^.;]{0,60}?\b(?:in|by)\s+(?:Part \w+ of )?Schedule (\d+[A-Z]?)/gi;

/** Addresses of Schedules, `sch/1`, where a text says that something is listed there. */
export function findDelegations(text: string): string[] {
  const found = [...text.matchAll(delegation)].map(([, number = ""]) => `sch/${number}`);
  return [...new Set(found)];
}

/** Evidence for the items of the Schedules to which the best law of the evidence leaves a list. */
export async function bringDelegatedLists(
  evidence: readonly Evidence[],
  library: Library,
): Promise<Evidence[]> {
  const law = evidence.filter(({ document }) => document.authority === "legislation");
  const added = new Map<string, Evidence>();
  for (const source of law.slice(0, foremost)) {
    for (const schedule of findDelegations(source.passage.text)) {
      for (const passage of await passagesOfSchedule(schedule, source.passage, library)) {
        if (added.has(passage.id)) continue;
        const score = itemShare * source.score;
        added.set(passage.id, { ...source, passage, score, signals: {}, similarity: 0 });
      }
    }
  }
  return [...added.values()];
}

async function passagesOfSchedule(
  schedule: string,
  { documentId }: Passage,
  library: Library,
): Promise<Passage[]> {
  const rows = await library.outline();
  const own = rows.filter((row) => row.documentId === documentId && row.locator !== null);
  const ordinals = own.filter(({ address }) => isWithin(address, schedule));
  const [from, to] = [ordinals[0]?.ordinal, ordinals.at(-1)?.ordinal];
  if (from === undefined || to === undefined) return [];
  const held = await library.passagesHolding([{ documentId, from, to }]);
  return held.filter(({ spans }) => spans.some(({ address }) => isWithin(address, schedule)));
}
