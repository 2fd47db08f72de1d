// Takes the evidence found for each part of a question; gives what fits a number of tokens, the most valuable first.
import { byAuthority, type Authority } from "../../document.ts";
import type { Evidence } from "../../retrieve/evidence.ts";
import { byPassage } from "../../retrieve/merge-evidence.ts";
import type { AskedPart } from "../engine.ts";
import { givesOrders } from "../find-orders.ts";

/** Binding text is worth more than text that is not, at equal relevance. */
const worth: Record<Authority, number> = {
  legislation: 1,
  "statutory-guidance": 0.95,
  inspection: 0.85,
  own: 0.85,
  voluntary: 0.75,
  other: 0.7,
  untrusted: 0,
};
/** Evidence this far below the best of its part is noise to a model. */
const floor = 0.35;
/** Most pieces, however small they are: more distract than help. */
const mostPieces = 30;

interface Candidate {
  readonly evidence: Evidence;
  readonly value: number;
}

/**
 * What may be shown at all, each passage once, most valuable first: current text of documents that are trusted, without
 * orders to a machine.
 */
export function rankEvidence(parts: readonly AskedPart[]): Evidence[] {
  const best = new Map<string, Candidate>();
  for (const part of parts) {
    const top = Math.max(...part.evidence.map(({ score }) => score), Number.EPSILON);
    for (const evidence of part.evidence) {
      const { passage, document } = evidence;
      if (passage.standing !== "current" || document.authority === "untrusted") continue;
      if (givesOrders(evidence)) continue;
      const relevance = evidence.score / top;
      if (relevance < floor) continue;
      const value = relevance * worth[document.authority];
      if (value > (best.get(passage.id)?.value ?? 0)) best.set(passage.id, { evidence, value });
    }
  }
  return [...best.values()]
    .sort((a, b) => b.value - a.value || byPassage(a.evidence, b.evidence))
    .map(({ evidence }) => evidence);
}

/**
 * Takes pieces while they fit; one that does not is left out whole and the next is tried. Pieces of one provision are
 * taken together or not at all, so that no provision is cut.
 * @param size tokens that a piece takes in the prompt
 * @returns in the order of authority, then of the documents
 */
export function chooseEvidence(
  ranked: readonly Evidence[],
  budget: number,
  size: (evidence: Evidence) => number,
): Evidence[] {
  let left = budget;
  const chosen: Evidence[] = [];
  for (const whole of joinProvisions(ranked)) {
    if (chosen.length + whole.length > mostPieces) continue;
    const tokens = whole.reduce((sum, evidence) => sum + size(evidence), 0);
    if (tokens > left) continue;
    left -= tokens;
    chosen.push(...whole);
  }
  return chosen.sort(
    (a, b) => byAuthority(a.document.authority, b.document.authority) || byPassage(a, b),
  );
}

/** Pieces that hold text of the same provision, together, each such group where its most valuable piece stands. */
function joinProvisions(ranked: readonly Evidence[]): Evidence[][] {
  const groups: { readonly held: Set<string>; readonly pieces: Evidence[] }[] = [];
  for (const evidence of ranked) {
    const { documentId, spans } = evidence.passage;
    const held = new Set(spans.map(({ provision }) => `${documentId}#${provision}`));
    const kin = groups.filter((group) => [...held].some((provision) => group.held.has(provision)));
    const [first] = kin;
    if (first === undefined) {
      groups.push({ held, pieces: [evidence] });
      continue;
    }
    first.pieces.push(...kin.slice(1).flatMap(({ pieces }) => pieces), evidence);
    for (const provision of [...held, ...kin.flatMap((group) => [...group.held])])
      first.held.add(provision);
    for (const joined of kin.slice(1)) groups.splice(groups.indexOf(joined), 1);
  }
  return groups.map(({ pieces }) => pieces);
}
