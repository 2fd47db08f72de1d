// Takes a document as checking reads it; of a draft that charm made gives what the home itself says in it.
import type { Piece, Policy } from "../check/policy/policy.ts";
import { marksDraft, readDraftLine, tellsOfDraft } from "../text/draft-frame.ts";
import type { Flaw } from "./find-flaw.ts";

export interface ReadDraft<P extends Policy> {
  readonly policy: P;
  readonly isDraft: boolean;
  /** By the index of a piece: what keeps all of it from meeting anything. */
  readonly flaws: ReadonlyMap<number, Flaw>;
}

/**
 * Of quotations of the home's documents and of its facts the words stay without their labels; words of law prove nothing.
 * In a draft, they go, and so does what it tells of itself; without its first paragraph it is a document like any other.
 */
export function readDraft<P extends Policy>(policy: P): ReadDraft<P> {
  const flaws = new Map<number, Flaw>();
  const isDraft = policy.pieces.some(({ kind, text }) => kind !== "heading" && marksDraft(text));
  const pieces: Piece[] = [];
  for (const piece of policy.pieces) {
    const line = readDraftLine(piece.text);
    if (isDraft && (line?.kind === "law" || line?.kind === "aside" || isOfDraft(piece))) continue;
    if (line?.kind === "law") flaws.set(pieces.length, "copy-of-law");
    if (line?.kind === "aside") flaws.set(pieces.length, "advice");
    const own = line?.kind === "own" || line?.kind === "fact";
    pieces.push(own ? { ...piece, text: line.said } : piece);
  }
  return { policy: { ...policy, pieces }, isDraft, flaws };
}

function isOfDraft({ kind, text, headings }: Piece): boolean {
  if (kind === "footnote" || marksDraft(text)) return true;
  const around = kind === "heading" ? [...headings, text] : headings;
  return around.some((heading) => tellsOfDraft(heading) || /^sources consulted$/i.test(heading));
}
