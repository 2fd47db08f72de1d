// Takes a paragraph of law and which of its provisions are kept; gives a claim that quotes those and names the rest.
import type { DraftClaim, DraftLine, LinePart } from "../draft/draft.ts";
import { gapOf, nameAt, quotePart, words } from "../draft/line-parts.ts";
import { groupNeighbours } from "../lists.ts";
import type { LawPiece, LawProvision } from "../law/law-text.ts";
import { leaveOut } from "../law/left-out.ts";

/**
 * "Regulations 43(3): “…may not appoint…—”", its items under it, and what closes the list after them. What is not kept
 * of a list that is begun is named where it would stand, so nothing is missing in silence.
 * @param kept addresses; with a provision all those that it hangs from
 */
export function quoteLaw(paragraph: LawProvision, kept: ReadonlySet<string>): DraftClaim {
  const lines = quoteProvision(paragraph, kept, 0);
  const first = firstPiece(paragraph);
  const name = [nameAt(first.evidence, first.start), words(":")];
  const [head, ...items] = lines;
  const { authority } = first.evidence.document;
  return { authority, lines: [{ depth: 0, parts: [...name, ...(head?.parts ?? [])] }, ...items] };
}

/** Its lines, the first at this depth. @param kept as in `quoteLaw` */
export function quoteProvision(
  { content }: LawProvision,
  kept: ReadonlySet<string>,
  depth: number,
): DraftLine[] {
  const isKept = (part: LawPiece | LawProvision) => !("content" in part) || kept.has(part.address);
  const runs = groupNeighbours(
    content,
    (part, [first]) => "content" in part === "content" in first && isKept(part) === isKept(first),
  );
  return runs.flatMap((run, at): DraftLine[] => {
    const items = run.flatMap((part) => ("content" in part ? [part] : []));
    if (items.length === 0) {
      const pieces = run.flatMap((part) => ("content" in part ? [] : [part]));
      // What closes the list of a claim belongs to its sentence, and is no statement beside it.
      return [{ depth: at === 0 ? depth : Math.max(1, depth), parts: pieces.map(toQuote) }];
    }
    if (!isKept(run[0])) return [{ depth: depth + 1, parts: [gapOf(leaveOut(items))] }];
    return items.flatMap((item) => quoteProvision(item, kept, depth + 1));
  });
}

function toQuote({ evidence, start, end }: LawPiece): LinePart {
  return quotePart({ evidence, start, end });
}

/** Every provision that others hang from has words of its own, or it would hold none of them. */
function firstPiece({ content }: LawProvision): LawPiece {
  const [first] = content;
  if (first === undefined) throw new Error("A provision of law without words is none.");
  return "content" in first ? firstPiece(first) : first;
}
