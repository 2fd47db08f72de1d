// Takes a provision; gives its text and that of everything inside it as pieces in reading order.
import type { Mark } from "../extract/page.ts";
import type { Provision } from "../structure/provision.ts";
import type { Span } from "./passage.ts";

/** A run of text on one page that belongs to one provision. */
export interface Piece {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly page: number | null;
  readonly provision: number;
  readonly locator: string | null;
  readonly kind: Span["kind"];
  /** The run goes on from the piece before it, over a page break. */
  readonly continues: boolean;
  readonly standing: Provision["standing"];
}

/** Own text and children, labels such as "(a)" in front of the clauses they open. */
export function piecesOf(provisions: readonly Provision[], root: Provision): Piece[] {
  const pieces: Piece[] = [];
  const visit = (provision: Provision, quoted: boolean): void => {
    if (provision.standing === "omitted") return;
    const inQuotation = quoted || provision.kind === "quotation";
    let label = printedLabel(provision);
    for (const item of provision.content) {
      if ("child" in item) {
        const child = provisions[item.child];
        if (child) visit(child, inQuotation);
        continue;
      }
      pieces.push({
        text: label + item.text,
        marks: item.marks.map((mark) => ({ ...mark, at: mark.at + label.length })),
        page: item.page,
        provision: provision.ordinal,
        locator: nearestLocator(provisions, provision),
        kind: pieceKind(provision, inQuotation, item.kind),
        continues: item.kind === "continuation",
        standing: standingOf(provisions, provision),
      });
      label = "";
    }
  };
  visit(root, false);
  return pieces;
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

/** Locator of the provision, or of the nearest one around it that has one. */
export function nearestLocator(
  provisions: readonly Provision[],
  provision: Provision,
): string | null {
  let at: Provision | undefined = provision;
  while (at) {
    if (at.locator !== null && at.kind !== "part" && at.kind !== "chapter") return at.locator;
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
