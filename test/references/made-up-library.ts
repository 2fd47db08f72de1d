// A small invented library for the tests: regulations, guidance and an Act that exist nowhere.
import { isFieldTitle } from "../../src/field/of-field.ts";
import type { Authority } from "../../src/document.ts";
import { formatAddress, parentAddress } from "../../src/place/address.ts";
import { createOutlineLibrary } from "../../src/references/create-library.ts";
import type {
  ReferenceDocument,
  LibraryProvision,
  ReferenceLibrary,
} from "../../src/references/reference-library.ts";

export function makeDocument(
  documentId: string,
  title: string,
  facts: Partial<ReferenceDocument> = {},
): ReferenceDocument {
  return {
    documentId,
    file: `${documentId}.pdf`,
    title,
    short: title,
    version: null,
    date: null,
    authority: "legislation" satisfies Authority,
    field: isFieldTitle(facts.title ?? title),
    url: null,
    pages: 40,
    structureKind: "legislation",
    ...facts,
  };
}

export interface RowFacts {
  readonly title?: string;
  readonly page?: number;
  readonly standing?: LibraryProvision["standing"];
  readonly kind?: LibraryProvision["kind"];
  /** Address of the enclosing provision, when it is not the one the address shows. */
  readonly under?: string;
}

/** Rows of a document from `[address, facts]` pairs in document order; parents are found by address. */
export function makeRows(
  documentId: string,
  units: readonly (readonly [string, RowFacts?])[],
): LibraryProvision[] {
  const ordinals = new Map<string, number>();
  return units.map(([address, facts = {}], index) => {
    const ordinal = index + 1;
    ordinals.set(address, ordinal);
    const page = facts.page ?? 1;
    return {
      documentId,
      ordinal,
      parent: ordinals.get(facts.under ?? parentAddress(address)) ?? 0,
      kind: facts.kind ?? "paragraph",
      address,
      locator: address.includes("head/") ? null : formatAddress(address),
      title: facts.title ?? null,
      page,
      pageEnd: page,
      standing: facts.standing ?? "current",
      quotes: null,
    };
  });
}

const regulations = makeDocument("regs", "The Children's Homes (Islands) Regulations 2031", {
  short: "Regulations",
  version: "SI 2031/77",
});
const guide = makeDocument("guide", "Guide to the children's homes rules of the islands", {
  short: "Guide",
  version: "3.2",
  date: "2031-05",
  authority: "statutory-guidance",
  structureKind: "numbered",
});
const act = makeDocument("act", "Lighthouses Act 1999", { short: "Lighthouses Act 1999" });
const framework = makeDocument("framework", "Island inspection framework: children's homes", {
  short: "Framework",
  authority: "inspection",
  structureKind: "headed",
  pages: null,
});
const plan = makeDocument("plan", "Harbour House business plan", {
  short: "Business plan",
  authority: "own",
  structureKind: "headed",
  pages: 12,
});

const regulationRows = makeRows("regs", [
  ["part/1", { kind: "part", title: "General" }],
  ["part/2", { kind: "part", title: "Standards" }],
  ["part/2/chapter/1", { kind: "chapter", title: "The standards" }],
  ["reg/1", { title: "Quality standards for homes", page: 2, under: "part/2/chapter/1" }],
  ["reg/1/a", { page: 2 }],
  ["reg/2", { title: "The calm seas standard", page: 2, under: "part/2/chapter/1" }],
  ["reg/2/1", { page: 2 }],
  ["reg/2/2", { page: 3 }],
  ["reg/2/2/a", { page: 3 }],
  ["reg/2/2/a/i", { page: 3 }],
  ["reg/2/2/a/ii", { page: 3 }],
  ["reg/2/2/b", { page: 3 }],
  ["reg/2/2/b/i", { page: 3 }],
  ["reg/2/2/c", { page: 3 }],
  ["reg/3", { title: "The safe harbour standard", page: 4 }],
  ["reg/3/a", { page: 4 }],
  ["reg/3/b", { page: 4 }],
  ["reg/4", { title: "Log books", page: 5 }],
  ["reg/4/1", { page: 5 }],
  ["reg/4/1~2", { page: 5, standing: "temporary" }],
  ["reg/4/1A", { page: 5, standing: "temporary" }],
  ["reg/4/2", { page: 5, standing: "omitted" }],
  ["reg/4/3", { page: 5 }],
  ["part/3", { kind: "part", title: "Keepers of the light" }],
  ["reg/5", { title: "Fitness of keepers", page: 6, under: "part/3" }],
  ["sch/1", { kind: "schedule", title: "Contents of the log", page: 7 }],
  ["sch/1/head/weather", { kind: "crossheading", title: "Weather", page: 7 }],
  ["sch/1/para/1", { page: 7, under: "sch/1/head/weather" }],
  ["sch/1/para/2", { page: 7, under: "sch/1/head/weather" }],
  ["sch/1/para/3", { page: 8 }],
]);

const guideRows = makeRows("guide", [
  ["para/1.1", { page: 3 }],
  ["para/1.2", { page: 3 }],
  ["para/9.9", { page: 10 }],
  ["para/9.10", { page: 10 }],
  ["para/9.11", { page: 11 }],
  ["para/10.2", { page: 12 }],
  ["annex-a", { kind: "annex", title: "Ropes and knots", page: 30 }],
  ["annex-a/1.1", { page: 30 }],
  ["fn/4", { kind: "footnote", page: 9 }],
]);

const actRows = makeRows("act", [
  ["s/1", { title: "Lamps", page: 1 }],
  ["s/1/1", { page: 1 }],
  ["s/1/2", { page: 1 }],
  ["s/2A", { title: "Wicks", page: 2 }],
  ["sch/1", { kind: "schedule", page: 20 }],
  ["sch/1/para/1", { page: 20 }],
  ["sch/1/para/3", { page: 20 }],
]);

const frameworkRows = makeRows("framework", [
  ["head/how-keepers-lead", { kind: "heading", title: "How keepers lead" }],
  ["head/good", { kind: "heading", title: "Good", under: "head/how-keepers-lead" }],
  ["head/the-boats", { kind: "heading", title: "The boats" }],
  ["head/good~2", { kind: "heading", title: "Good", under: "head/the-boats" }],
]);

const texts: Readonly<Record<string, string>> = {
  "regs:reg/4/1": "A keeper writes the log.",
  "regs:reg/4/3": "The keeper sends a copy of each report to the pilot.",
};

/** The invented library, with a few texts. */
export function makeUpLibrary(): ReferenceLibrary {
  const rows = [...regulationRows, ...guideRows, ...actRows, ...frameworkRows];
  return createOutlineLibrary(
    [regulations, guide, act, framework, plan],
    rows,
    (documentId, ordinal) => {
      const row = rows.find((one) => one.documentId === documentId && one.ordinal === ordinal);
      return texts[`${documentId}:${row?.address ?? ""}`] ?? null;
    },
  );
}
