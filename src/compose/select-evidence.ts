// Takes the evidence for one part of a question; gives the few passages that the answer rests on.
import type { Authority } from "../document.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { contentStems, coverage, weighStems } from "./terms.ts";

/** Most passages of each authority in one part's answer. */
const room: Partial<Record<Authority, number>> = {
  legislation: 3,
  "statutory-guidance": 3,
  inspection: 1,
  own: 2,
  voluntary: 1,
  other: 1,
};

/** Evidence this far below the best of the part is left out. */
const nearBest = 0.72;
/** Documents without authority speak only when they are clearly the best match. */
const otherNearBest = 0.97;
/** Below this similarity and this share of the question's words, nothing answers. */
const floor = { similarity: 0.33, coverage: 0.45 };

export function selectEvidence(
  query: string,
  evidence: readonly Evidence[],
  options: { parts: number; used: ReadonlySet<string> },
): Evidence[] {
  const usable = evidence.filter(
    ({ passage, document }) => passage.standing === "current" && document.authority !== "untrusted",
  );
  const best = usable[0];
  if (!best || !answers(query, usable)) return [];
  const taken = new Map<Authority, number>();
  const seen: Set<string>[] = [];
  const share = options.parts > 2 ? 0.67 : 1;
  return usable.filter((candidate) => {
    const { authority } = candidate.document;
    const limit = Math.max(1, Math.floor((room[authority] ?? 0) * share));
    const near = authority === "other" || authority === "voluntary" ? otherNearBest : nearBest;
    if ((taken.get(authority) ?? 0) >= limit || candidate.score < near * best.score) return false;
    if (options.used.has(candidate.passage.id)) return false;
    const stems = new Set(contentStems(candidate.passage.text));
    if (seen.some((other) => overlap(stems, other) > 0.8)) return false;
    seen.push(stems);
    taken.set(authority, (taken.get(authority) ?? 0) + 1);
    return true;
  });
}

/** Whether the best passages bear on the question at all: near in meaning, and using its telling words. */
function answers(query: string, evidence: readonly Evidence[]): boolean {
  const top = evidence.slice(0, 5);
  const weights = weighStems(query, evidence.map(({ passage }) => passage.text));
  const words = Math.max(...top.map(({ passage }) => coverage(weights, `${passage.trail.join(" ")} ${passage.text}`)));
  const similarity = Math.max(...top.map((candidate) => candidate.similarity));
  return similarity >= floor.similarity && words >= floor.coverage;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared += 1;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
