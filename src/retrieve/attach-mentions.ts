// Takes evidence; adds to passages of law what they speak of, so that lists and Schedules they point to can be found.
import type { Library } from "../library/library.ts";
import { groupBy } from "../lists.ts";
import type { Evidence } from "./evidence.ts";

/** Evidence that has its mentions already stays as it is. */
export async function attachMentions(
  evidence: readonly Evidence[],
  library: Library,
): Promise<Evidence[]> {
  const isBare = ({ document, mentions }: Evidence) =>
    document.authority === "legislation" && mentions === undefined;
  const ids = evidence.filter(isBare).map(({ passage }) => passage.id);
  if (ids.length === 0) return [...evidence];
  const found = groupBy(await library.mentionsIn(ids), ({ passage }) => passage);
  return evidence.map((each) =>
    isBare(each) ? { ...each, mentions: found.get(each.passage.id) ?? [] } : each,
  );
}
