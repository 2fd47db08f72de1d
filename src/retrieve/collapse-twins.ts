// Takes ranked evidence; gives it with passages that say the same brought together, the most authoritative first.
import { byAuthority } from "../document.ts";
import type { Evidence } from "./evidence.ts";
import { stemWords } from "../text/search-stems.ts";

export interface Collapsed {
  readonly evidence: Evidence;
  /** Passages that say the same elsewhere, best first. */
  readonly twins: readonly Evidence[];
}

/** Share of stems that two passages must have in common, of all that either has (Jaccard). */
const alike = 0.8;
/** Passages further apart in length than this cannot be so much alike. */
const mostLengthRatio = 1.3;

/**
 * Each group stands where its best member stood. The law stands for its reprint in guidance; otherwise the member that
 * ranked best stands for the others.
 */
export function collapseTwins(evidence: readonly Evidence[]): Collapsed[] {
  const groups: { stems: ReadonlySet<string>; members: Evidence[] }[] = [];
  for (const each of evidence) {
    const stems = new Set(stemWords(each.passage.text));
    const group = groups.find((known) => areAlike(known.stems, stems));
    if (group) group.members.push(each);
    else groups.push({ stems, members: [each] });
  }
  return groups.map(({ members }) => {
    const best = members[0] as Evidence;
    const first = members.reduce((a, b) => (isOriginal(b, a) ? b : a));
    const score = best.score;
    return { evidence: { ...first, score }, twins: members.filter((each) => each !== first) };
  });
}

/** Law against text that only quotes it. */
function isOriginal(candidate: Evidence, holder: Evidence): boolean {
  return (
    quotes(holder) &&
    !quotes(candidate) &&
    byAuthority(candidate.document.authority, holder.document.authority) < 0
  );
}

function quotes({ passage }: Evidence): boolean {
  return passage.spans.some(({ kind }) => kind === "quotation");
}

function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0 || large.size > small.size * mostLengthRatio) return false;
  let shared = 0;
  for (const stem of small) if (large.has(stem)) shared += 1;
  return shared / (small.size + large.size - shared) >= alike;
}
