// Says why a place does not exist in a document, and which existing one comes closest.
import type { Place } from "../place/place.ts";
import { familyOf, formatAddress, parentAddress, splitAddress } from "../place/address.ts";
import { compareLabels, shapesOf } from "../place/labels.ts";
import type { HeldDocument, LibraryProvision, ReferenceDocument } from "./reference-library.ts";
import { makeNote, nameDocument, type Note } from "./notes.ts";
import { pagePlace, toPlace } from "./resolution.ts";

export interface Absence {
  readonly nearest: Place | null;
  readonly notes: readonly Note[];
}

const seriesNames: Readonly<Record<string, string>> = {
  reg: "regulations",
  s: "sections",
  art: "articles",
  sch: "Schedules",
  part: "Parts",
  chapter: "Chapters",
  annex: "annexes",
  appendix: "appendices",
  para: "paragraph numbers",
  page: "pages",
  fn: "footnotes",
  standard: "standards",
  standards: "quality standards",
};

/** An address in words that say what it is: "regulation 28(5)", "paragraph 14.1", "Schedule 6". */
export function nameAddress(address: string): string {
  const family = familyOf(address);
  const locator = formatAddress(address);
  if (family === "reg") return `regulation ${locator}`;
  if (family === "s") return `section ${locator}`;
  if (family === "para") return `paragraph ${locator}`;
  if (family === "head") return `heading “${locator}”`;
  return locator;
}

/** Whether a document numbers its parts in the way an address asks for. */
export function hasSeries(held: HeldDocument, address: string): boolean {
  if (familyOf(address) === "page") return held.document.pages !== null;
  return held.library.children(held.document.documentId, "").some(isOfSeries(address));
}

/** The units of a document that are numbered as the first step of an address is. */
function topSeries(
  { library, document }: HeldDocument,
  address: string,
): readonly LibraryProvision[] {
  return library.children(document.documentId, "").filter(isOfSeries(address));
}

/** Whether an outermost unit is of the same kind, and numbered in one step or two ("3", "10.13") as the address is. */
function isOfSeries(address: string): (row: LibraryProvision) => boolean {
  const family = familyOf(address);
  const decimal = splitAddress(address)[0]?.label.includes(".") ?? false;
  return (row) => familyOf(row.address) === family && row.address.includes(".") === decimal;
}

/** What there is instead of an address that the document does not have. @param asked how messages name it */
export function explainAbsence(
  held: HeldDocument,
  address: string,
  asked = nameAddress(address),
): Absence {
  const { library, document } = held;
  if (familyOf(address) === "page") return explainPage(document, address, asked);
  let missing = address;
  let parent = parentAddress(missing);
  while (parent !== "" && library.find(document.documentId, parent) === null) {
    missing = parent;
    parent = parentAddress(missing);
  }
  const siblings =
    parent === ""
      ? topSeries(held, address)
      : library
          .children(document.documentId, parent)
          .filter((row) => sameKey(row.address, missing));
  const enclosing = parent === "" ? null : library.find(document.documentId, parent);
  // "Section 7" is written of Acts and of policies, whose sections are headings.
  if (siblings.length === 0 && enclosing === null && familyOf(address) === "s") {
    const headings = address.replace(/^s\//, "sec/");
    if (topSeries(held, headings).length > 0) return explainAbsence(held, headings, asked);
  }
  if (siblings.length === 0 && enclosing === null) {
    const series = seriesNames[familyOf(address)] ?? "numbered parts";
    const instead = document.structureKind === "headed" ? "the heading" : "what it has";
    const args = { document: nameDocument(document.short), series, instead, asked };
    return { nearest: null, notes: [makeNote("no-such-series", args)] };
  }
  const nearest = chooseNearest(siblings, missing) ?? enclosing;
  const where = enclosing === null ? nameDocument(document.short) : nameAddress(enclosing.address);
  return {
    nearest: nearest === null ? null : toPlace(document, nearest),
    notes: [absenceNote(asked, where, seriesOf(siblings, missing), nearest)],
  };
}

function absenceNote(
  asked: string,
  where: string,
  series: readonly LibraryProvision[],
  nearest: LibraryProvision | null,
): Note {
  const first = series[0];
  const last = series.at(-1);
  if (first === undefined || last === undefined) {
    const args = { asked, document: where, nearest: nearest?.locator ?? where };
    return makeNote("not-found", args);
  }
  const ends = { asked, document: where, first: locatorOf(first), last: locatorOf(last) };
  return makeNote(first === last ? "single-only" : "series-ends", ends);
}

/** How a provision is cited inside its document. */
export function locatorOf({ locator, address }: Pick<Place, "locator" | "address">): string {
  return locator ?? formatAddress(address);
}

function sameKey(a: string, b: string): boolean {
  return splitAddress(a).at(-1)?.key === splitAddress(b).at(-1)?.key;
}

/** For "14.1" only the paragraphs 14.x tell where the series ends. */
function seriesOf(rows: readonly LibraryProvision[], missing: string): readonly LibraryProvision[] {
  const major = /^(\d+)\.\d+$/.exec(splitAddress(missing).at(-1)?.label ?? "")?.[1];
  if (major === undefined) return rows;
  const same = rows.filter((row) => lastLabel(row.address).startsWith(`${major}.`));
  return same.length > 0 ? same : rows;
}

function lastLabel(address: string): string {
  return splitAddress(address).at(-1)?.label ?? "";
}

/** The last sibling before the place asked for; the first when none is before, or when the labels are of another kind. */
function chooseNearest(
  siblings: readonly LibraryProvision[],
  missing: string,
): LibraryProvision | null {
  const wanted = lastLabel(missing);
  const shapes = shapesOf(wanted);
  const alike = siblings.filter((row) =>
    shapesOf(lastLabel(row.address)).some((shape) => shapes.includes(shape)),
  );
  const series = seriesOf(alike, missing);
  const before = series.filter((row) => compareLabels(lastLabel(row.address), wanted) < 0);
  return before.at(-1) ?? series[0] ?? siblings[0] ?? null;
}

function explainPage(document: ReferenceDocument, address: string, asked: string): Absence {
  const { pages } = document;
  if (pages === null) {
    const args = {
      document: nameDocument(document.short),
      series: "pages",
      instead: "the heading",
      asked,
    };
    return { nearest: null, notes: [makeNote("no-such-series", args)] };
  }
  const args = {
    document: nameDocument(document.short),
    asked,
    first: "page 1",
    last: `page ${pages}`,
  };
  return { nearest: pagePlace(document, pages, pages), notes: [makeNote("series-ends", args)] };
}
