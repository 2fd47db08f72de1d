// Takes the provisions of one edition; answers where one stands, what it is called, and what is inside it.
import { joinTextLines, readProvisionLines } from "../show/provision-lines.ts";
import type { Provision } from "../structure/provision.ts";
import type { ChangedPlace } from "./change.ts";
import { readSegments, type Segment } from "./segments.ts";

export interface Edition {
  readonly provisions: readonly Provision[];
  readonly segments: readonly Segment[];
  /** Indexes of its own pieces, those of provisions inside it left out. */
  readonly ownOf: (ordinal: number) => readonly number[];
  readonly childrenOf: (ordinal: number) => readonly number[];
  readonly placeOf: (ordinal: number, page?: number | null) => ChangedPlace;
  /** Text with everything inside it, a line a paragraph, its heading and its own number left out. */
  readonly textOf: (ordinal: number) => string;
}

export function openEdition(provisions: readonly Provision[]): Edition {
  const segments = readSegments(provisions);
  const own = new Map<number, number[]>();
  for (const [i, { provision }] of segments.entries())
    own.set(provision, [...(own.get(provision) ?? []), i]);
  const children = new Map<number, number[]>();
  for (const { ordinal, parent } of provisions)
    if (parent !== null) {
      const row = children.get(parent);
      if (row === undefined) children.set(parent, [ordinal]);
      else row.push(ordinal);
    }
  const byOrdinal = new Map(provisions.map((one) => [one.ordinal, one]));
  return {
    provisions,
    segments,
    ownOf: (ordinal) => own.get(ordinal) ?? [],
    childrenOf: (ordinal) => children.get(ordinal) ?? [],
    placeOf: (ordinal, page) => placeOf(provisions, ordinal, page),
    textOf: (ordinal) => {
      const provision = byOrdinal.get(ordinal);
      if (provision === undefined) return "";
      return joinTextLines(readProvisionLines(byOrdinal, provision).lines);
    },
  };
}

function placeOf(
  provisions: readonly Provision[],
  ordinal: number,
  page: number | null | undefined,
): ChangedPlace {
  const own = provisions[ordinal];
  const trail: string[] = [];
  for (let at: number | null = ordinal; at !== null;) {
    const one: Provision | undefined = provisions[at];
    if (one === undefined) break;
    if (one.title !== null && one.parent !== null && one.kind !== "definition")
      trail.unshift(one.title);
    at = one.parent;
  }
  return {
    address: own === undefined || own.parent === null ? null : own.address,
    locator: own?.locator ?? null,
    trail,
    page: page ?? own?.page ?? null,
  };
}

/** The last step of its address, as it is numbered among its neighbours; null for what has no number. */
export function labelOf({ address, locator, kind }: Provision): string | null {
  if (locator === null || unnumbered.has(kind)) return null;
  return (address.split("/").at(-1) ?? "").replace(/~\d+$/, "").toLowerCase();
}

const unnumbered = new Set(["document", "definition", "footnote", "quotation", "crossheading"]);

/** Holds provisions that are cited by numbers of their own, and is not cited itself. */
export function isDivision({ kind, locator }: Provision): boolean {
  return kind === "crossheading" || (kind === "heading" && locator === null);
}

/** Regulations and paragraphs right inside a heading. */
export function unitsIn({ provisions, childrenOf }: Edition, ordinal: number): number[] {
  return childrenOf(ordinal).filter((child) => {
    const one = provisions[child];
    return one !== undefined && labelOf(one) !== null && one.kind !== "heading";
  });
}
