// Finds the places of a target in one document: every reading the document allows, ranges spelt out.
import type { Place } from "../place/place.ts";
import type { Step } from "../place/address.ts";
import { familyOf, joinSteps, parentAddress, slugify, splitAddress } from "../place/address.ts";
import type { HeldDocument, LibraryProvision, ReferenceDocument } from "./reference-library.ts";
import { numberOfWord } from "./grammar-words.ts";
import { sheetsLabelled } from "../place/page-labels.ts";
import { pagePlace, toPlace } from "./resolution.ts";

/** An address, or a range of addresses, to look for. */
export interface SoughtAddress {
  readonly address: string;
  readonly to: string | null;
}

/** A target as found in one document. */
export interface Found extends SoughtAddress {
  readonly places: readonly Place[];
}

/** Provisions as what was found: the first and, where there are more, the last of them are its ends. */
export function foundAt(document: ReferenceDocument, rows: readonly LibraryProvision[]): Found {
  const first = rows[0] as LibraryProvision;
  const last = rows.at(-1) as LibraryProvision;
  return {
    address: first.address,
    to: rows.length > 1 ? last.address : null,
    places: rows.map((row) => toPlace(document, row)),
  };
}

/** Every reading of an address or range in a document; none when it has no such place. */
export function findPlaces(held: HeldDocument, sought: SoughtAddress): readonly Found[] {
  if (familyOf(sought.address) === "page") return findPages(held.document, sought);
  if (familyOf(sought.address) === "head") return findHeadings(held, sought.address);
  for (const tier of variants(held, sought.address)) {
    const found = findEach(held, tier, sought);
    if (found.length > 0) return found;
  }
  return [];
}

function findEach(
  held: HeldDocument,
  addresses: readonly string[],
  sought: SoughtAddress,
): readonly Found[] {
  const { library, document } = held;
  const found: Found[] = [];
  for (const address of addresses) {
    const first =
      library.twins(document.documentId, address).find((row) => row.address === address) ??
      library.find(document.documentId, address);
    if (first === null) continue;
    const members = sought.to === null ? [first] : expandRange(held, first, sought);
    if (members === null || found.some((other) => other.address === first.address)) continue;
    found.push(foundAt(document, members));
  }
  return found;
}

function findPages(document: ReferenceDocument, sought: SoughtAddress): readonly Found[] {
  const last = document.pages ?? 0;
  const labelOf = (address: string) => address.slice("page/".length);
  const first = labelOf(sought.address);
  const end = sought.to === null ? first : labelOf(sought.to);
  const sheets = (label: string) => (/^\d+$/.test(label) ? [Number(label)] : []);
  // The number of the sheet, and then the number printed on it, by which a reader may go as well.
  const ranges = [sheets, (label: string) => sheetsLabelled(document.pageLabels, label)].flatMap(
    (read) =>
      read(first).flatMap((from) => {
        const to = end === first ? from : read(end).find((sheet) => sheet > from);
        return to === undefined || from < 1 || to > last ? [] : [{ from, to }];
      }),
  );
  return ranges.map(({ from, to }) => ({
    address: `page/${from}`,
    to: to === from ? null : `page/${to}`,
    places: [pagePlace(document, from, to)],
  }));
}

/** Addresses under which a document may keep what was asked for, in tiers: a tier counts when those before gave nothing. */
function variants(held: HeldDocument, address: string): readonly (readonly string[])[] {
  const { library, document } = held;
  const steps = splitAddress(address);
  const [first] = steps;
  const rest = joinSteps(steps.slice(1));
  const under = (base: string): string => (rest === "" ? base : `${base}/${rest}`);
  const top = (pattern: RegExp): string[] =>
    library
      .children(document.documentId, "")
      .map((row) => row.address)
      .filter((base) => pattern.test(base));
  const titled = (): string[] => titledAs(held, first, rest);
  switch (first?.key) {
    case "para": {
      const number = address.slice("para/".length);
      const zones = top(/^(?:annex|appendix)-/).map((zone) => `${zone}/${number}`);
      return [[address, ...zones], ...inSections(held, `sec/${number}`)];
    }
    case "s":
      return document.structureKind === "legislation"
        ? [[address]]
        : inSections(held, under(`sec/${first.label}`));
    case "annex":
      return [[address], [under(`appendix-${first.label}`)], titled(), inZone(held, first, rest)];
    case "appendix":
      return [[address], [under(`annex-${first.label}`)], titled(), inZone(held, first, rest)];
    case "part":
      return [[address], titled()];
    case "chapter": {
      const inParts = top(/^part\//).map((part) => `${part}/${address}`);
      // Guidance calls the Parts of regulations Chapters; the caller warns.
      const asPart = document.structureKind === "legislation" ? [under(`part/${first.label}`)] : [];
      return [[address, ...inParts], titled(), asPart];
    }
    case "sch":
      return first.label === "" ? [[address], [under("sch/1")]] : [[address]];
    default:
      return [[address]];
  }
}

/** A section whose paragraphs are lettered in its text alone is all that can be shown of them. */
function inSections({ library, document: { documentId } }: HeldDocument, address: string) {
  const section = joinSteps(splitAddress(address).slice(0, 1));
  const lettered = library
    .children(documentId, section)
    .some((row) => familyOf(row.address) === "sec" && row.address.startsWith(`${section}/`));
  return section === address || lettered ? [[address]] : [[address], [section]];
}

/**
 * Parts of an appendix that is no more than a heading: numbered anew under it, whatever else has their number. Where it
 * numbers nothing, it is all that can be shown of them.
 */
function inZone(held: HeldDocument, zone: Step, rest: string): string[] {
  const { library, document } = held;
  const [heading] = titledAs(held, zone, "");
  if (heading === undefined || rest === "") return [];
  const inside = (address: string) =>
    library
      .twins(document.documentId, address)
      .filter((row) => library.enclosing(row).some((outer) => outer.address === heading))
      .map((row) => row.address);
  const numbers = (number: string) => ["sec", "para"].flatMap((key) => inside(`${key}/${number}`));
  return numbers("1").length === 0 ? [heading] : numbers(rest);
}

/** Headings that say they are the unit: "Part two: …", "Chapter 3. …", "Appendix A: …". */
function titledAs(
  { library, document }: HeldDocument,
  step: Step | undefined,
  rest: string,
): string[] {
  if (rest !== "" || step === undefined || step.key === null) return [];
  const wanted = step.label.toLowerCase();
  const match = library.titled(document.documentId).find((row) => {
    const words = /^([A-Za-z]+)\s+([A-Za-z0-9]+)\b/.exec(row.title ?? "");
    if (words?.[1]?.toLowerCase() !== step.key) return false;
    const label = words[2] ?? "";
    return label.toLowerCase() === wanted || String(numberOfWord(label)) === wanted;
  });
  return match === undefined ? [] : [match.address];
}

/** Members of a range, first and last included; null when its end does not exist. */
function expandRange(
  { library, document: { documentId } }: HeldDocument,
  first: LibraryProvision,
  sought: SoughtAddress,
): readonly LibraryProvision[] | null {
  const label = splitAddress(sought.to ?? "").at(-1)?.label ?? "";
  const steps = splitAddress(first.address);
  const sibling = joinSteps([...steps.slice(0, -1), { key: steps.at(-1)?.key ?? null, label }]);
  const last = library.find(documentId, sibling) ?? library.find(documentId, sought.to ?? "");
  if (last === null) return null;
  const siblings = library.children(documentId, parentAddress(first.address));
  const from = siblings.findIndex((row) => row.ordinal === first.ordinal);
  const to = siblings.findIndex((row) => row.ordinal === last.ordinal);
  if (from < 0 || to < 0) return last.ordinal > first.ordinal ? [first, last] : null;
  const family = familyOf(first.address);
  return to < from
    ? null
    : siblings.slice(from, to + 1).filter((row) => familyOf(row.address) === family);
}

/** Headings one inside the other, by their slugs; a leading article does not count. */
function findHeadings({ library, document }: HeldDocument, address: string): readonly Found[] {
  const exact = library.find(document.documentId, address);
  if (exact !== null) return [foundAt(document, [exact])];
  const path = address
    .split("/")
    .slice(1)
    .map((slug) => slug.replace(/^the-/, ""));
  const wanted = path.at(-1);
  const row = library.titled(document.documentId).find((candidate) => {
    if (headingSlug(candidate) !== wanted) return false;
    const around = new Set(library.enclosing(candidate).map(headingSlug));
    return path.slice(0, -1).every((slug) => around.has(slug));
  });
  return row === undefined ? [] : [foundAt(document, [row])];
}

function headingSlug(row: LibraryProvision): string {
  return slugify((row.title ?? "").replace(/^the\s+/i, ""));
}
