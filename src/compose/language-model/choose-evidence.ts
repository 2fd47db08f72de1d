// Takes the evidence found for each part of a question; gives what fits a number of tokens, the most valuable first.
import { byAuthority } from "../../document.ts";
import { firstOfEach } from "../../lists.ts";
import type { Evidence } from "../../retrieve/evidence.ts";
import { byPassage } from "../../retrieve/merge-evidence.ts";
import type { AskedPart } from "../engine.ts";
import { givesOrders } from "../find-orders.ts";

/** Of how many pieces one is of own documents, as long as there are any: of a question about them, and of any other. */
const ownEvery = { about: 2, other: 4 };

/**
 * What may be shown at all, each passage once, most valuable first: current text of documents that are trusted, without
 * orders to a machine. The parts take turns, and own documents have theirs, so that there is room for each.
 */
export function rankEvidence(parts: readonly AskedPart[]): Evidence[] {
  const queues = parts.map(queueOf);
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_, turn) =>
    queues.flatMap((queue) => queue.slice(turn, turn + 1)),
  );
  return firstOfEach(turns.flat(), ({ passage }) => passage.id);
}

function queueOf({ evidence, own = [], aboutOwn = false }: AskedPart): Evidence[] {
  const every = aboutOwn ? ownEvery.about : ownEvery.other;
  const mine = own.filter(isShown);
  const brought = new Set(mine.map(({ passage }) => passage.id));
  const others = evidence.filter((each) => isShown(each) && !brought.has(each.passage.id));
  // What a question about own documents is answered from stands in front.
  const queue: Evidence[] = aboutOwn ? mine.splice(0, 1) : [];
  while (mine.length > 0 || others.length > 0) {
    queue.push(...others.splice(0, every - 1), ...mine.splice(0, 1));
  }
  return queue;
}

function isShown(evidence: Evidence): boolean {
  const { passage, document } = evidence;
  return (
    passage.standing === "current" && document.authority !== "untrusted" && !givesOrders(evidence)
  );
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
