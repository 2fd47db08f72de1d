// Takes a draft; gives what it quotes of each single provision, and how well that answers.
import { placeAt } from "../draft/line-parts.ts";
import { quotesOf, type Draft, type DraftClaim, type Quote } from "../draft/draft.ts";

export interface CitedPlace extends Quote {
  /** It is quoted in the direct answer. */
  readonly direct: boolean;
  /** As `DraftLine.behind`; 0 where the order of the draft tells. */
  readonly behind: number;
}

/** In the order of the draft; a quote over several provisions is cut where they meet. */
export function citedPlaces({
  direct,
  sections,
  notes,
}: Pick<Draft, "direct" | "sections" | "notes">): CitedPlace[] {
  const rest = notes === undefined ? sections : [...sections, notes];
  const claims = rest.flatMap(({ groups }) => groups.flatMap((group) => group.claims));
  return [
    ...direct.flatMap((claim) => placesOf(claim, true)),
    ...claims.flatMap((claim) => placesOf(claim, false)),
  ];
}

function placesOf({ lines }: DraftClaim, direct: boolean): CitedPlace[] {
  return lines.flatMap((line) =>
    quotesOf(line).flatMap(({ evidence, start, end }) =>
      evidence.passage.spans
        .filter((span) => span.start < end && span.end > start)
        .map((span) => ({
          evidence,
          start: Math.max(start, span.start),
          end: Math.min(end, span.end),
          direct,
          behind: line.behind ?? 0,
        })),
    ),
  );
}

/** Keys of all places that a draft cites. */
export function citedKeys(draft: Draft): string[] {
  return citedPlaces(draft).map(({ evidence, start }) => placeKey(placeAt(evidence, start)));
}

/** Tells places of all documents apart. */
export function placeKey({
  documentId,
  address,
}: {
  readonly documentId: string;
  readonly address: string;
}): string {
  return `${documentId}#${address}`;
}
