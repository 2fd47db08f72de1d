// Takes a provision; gives its text and that of everything inside it as pieces in reading order.
import type { Mark } from "../extract/page.ts";
import type { Block, Provision } from "../structure/provision.ts";
import type { Span } from "./passage.ts";

/** A run of text on one page that belongs to one provision. */
export interface Piece {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly page: number | null;
  readonly provision: number;
  readonly locator: string | null;
  readonly address: string | null;
  readonly kind: Span["kind"];
  /** The run goes on from the piece before it, over a page break. */
  readonly continues: boolean;
  readonly standing: Provision["standing"];
}

/** Own text and children, labels such as "(a)" in front of the clauses they open. */
export function piecesOf(provisions: readonly Provision[], root: Provision): Piece[] {
  const pieces: Piece[] = [];
  const visit = (provision: Provision): void => {
    if (provision.standing === "omitted") return;
    const own = ownPiecesOf(provisions, provision);
    let next = 0;
    for (const item of provision.content) {
      if ("child" in item) {
        const child = provisions[item.child];
        if (child) visit(child);
      } else {
        const piece = own[next];
        next += 1;
        if (piece) pieces.push(piece);
      }
    }
  };
  visit(root);
  return pieces;
}

/** Its own text without its children's, one piece for each block. */
export function ownPiecesOf(provisions: readonly Provision[], provision: Provision): Piece[] {
  if (provision.standing === "omitted") return [];
  const blocks = provision.content.filter((item): item is Block => !("child" in item));
  const named = nearestNamed(provisions, provision);
  const quoted = isQuoted(provisions, provision);
  const standing = standingOf(provisions, provision);
  return blocks.map((block, i) => {
    // The label stands before the first words that are the clause's own, even if items come before them.
    const label = i === 0 ? printedLabel(provision) : "";
    return {
      text: label + block.text,
      marks: block.marks.map((mark) => ({ ...mark, at: mark.at + label.length })),
      page: block.page,
      provision: provision.ordinal,
      locator: named?.locator ?? null,
      address: named?.address ?? null,
      kind: pieceKind(provision, quoted, block.kind),
      continues: block.kind === "continuation",
      standing,
    };
  });
}

function isQuoted(provisions: readonly Provision[], provision: Provision): boolean {
  let at: Provision | undefined = provision;
  while (at) {
    if (at.kind === "quotation") return true;
    at = at.parent === null ? undefined : provisions[at.parent];
  }
  return false;
}

/** "(a) " for a clause; paragraphs and regulations are named by their locator instead. */
function printedLabel(provision: Provision): string {
  if (provision.kind !== "clause") return "";
  const label = provision.address.split("/").at(-1)?.replace(/~\d+$/, "");
  return label ? `(${label}) ` : "";
}

function pieceKind(provision: Provision, quoted: boolean, kind: string): Span["kind"] {
  if (provision.kind === "footnote") return "footnote";
  if (quoted) return "quotation";
  return kind === "bullet" || kind === "row" ? kind : "text";
}

/** The provision, or the nearest one around it, that has a locator. */
export function nearestNamed(
  provisions: readonly Provision[],
  provision: Provision,
): Provision | null {
  let at: Provision | undefined = provision;
  while (at) {
    if (at.locator !== null && at.kind !== "part" && at.kind !== "chapter") return at;
    at = at.parent === null ? undefined : provisions[at.parent];
  }
  return null;
}

function standingOf(provisions: readonly Provision[], provision: Provision): Provision["standing"] {
  let at: Provision | undefined = provision;
  while (at) {
    if (at.standing !== "current") return at.standing;
    at = at.parent === null ? undefined : provisions[at.parent];
  }
  return "current";
}

/** Titles of the provisions around this one, outermost first, its own included. */
export function trailOf(provisions: readonly Provision[], provision: Provision): string[] {
  const trail: string[] = [];
  let at: Provision | undefined = provision;
  while (at) {
    if (at.title !== null && at.kind !== "definition" && at.kind !== "document")
      trail.unshift(at.title);
    at = at.parent === null ? undefined : provisions[at.parent];
  }
  return trail;
}
