// Takes a provision; gives its text and that of everything inside it as pieces in reading order.
import type { Mark } from "../extract/page.ts";
import type { Provision } from "../structure/provision.ts";
import type { Span } from "./passage.ts";

/** A run of text on one page that belongs to one provision. */
export interface Piece extends Omit<Span, "start" | "end"> {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The run goes on from the piece before it, over a page break. */
  readonly continues: boolean;
  readonly standing: Provision["standing"];
}

/** Pieces on their way to becoming a passage: they stay together, under the provision they belong to. */
export interface Group {
  readonly pieces: readonly Piece[];
  readonly owner: Provision;
  readonly tokens: number;
}

/** Own text and children, labels such as "(a)" in front of the clauses they open. */
export function piecesOf(provisions: readonly Provision[], root: Provision): Piece[] {
  if (root.standing === "omitted") return [];
  return contentOf(provisions, root).flatMap((item) =>
    "content" in item ? piecesOf(provisions, item) : [item],
  );
}

/** Its own text, one piece for each block, and the provisions inside it, in reading order. */
export function contentOf(
  provisions: readonly Provision[],
  provision: Provision,
): (Piece | Provision)[] {
  const around = lineageOf(provisions, provision);
  const named = nearestNamed(provisions, provision);
  const quoted = around.some((at) => at.kind === "quotation");
  const standing = around.find((at) => at.standing !== "current")?.standing ?? "current";
  // The label stands before the first words that are the clause's own, even if items come before them.
  let label = printedLabel(provision);
  return provision.content.flatMap((item): (Piece | Provision)[] => {
    if ("child" in item) return [provisions[item.child] as Provision];
    if (provision.standing === "omitted") return [];
    const before = label;
    label = "";
    const piece = {
      text: before + item.text,
      marks: item.marks.map((mark) => ({ ...mark, at: mark.at + before.length })),
      page: item.page,
      provision: provision.ordinal,
      locator: named?.locator ?? null,
      address: named?.address ?? null,
      kind: pieceKind(provision, quoted, item.kind),
      ...(item.level === undefined ? {} : { level: item.level }),
      continues: item.kind === "continuation",
      standing,
    };
    return [piece];
  });
}

/** The provision and those around it, innermost first. */
function lineageOf(provisions: readonly Provision[], provision: Provision): Provision[] {
  const lineage: Provision[] = [];
  let at: Provision | undefined = provision;
  while (at) {
    lineage.push(at);
    at = at.parent === null ? undefined : provisions[at.parent];
  }
  return lineage;
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
  return kind === "bullet" || kind === "row" || kind === "head" ? kind : "text";
}

/** The provision, or the nearest one around it, that has a locator. */
export function nearestNamed(
  provisions: readonly Provision[],
  provision: Provision,
): Provision | null {
  return (
    lineageOf(provisions, provision).find(
      ({ kind, locator }) => locator !== null && kind !== "part" && kind !== "chapter",
    ) ?? null
  );
}

/** Titles of the provisions around this one, outermost first, its own included. */
export function trailOf(provisions: readonly Provision[], provision: Provision): string[] {
  return lineageOf(provisions, provision)
    .filter(({ kind }) => kind !== "definition" && kind !== "document")
    .flatMap(({ title }) => title ?? [])
    .toReversed();
}
