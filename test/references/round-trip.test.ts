// Every place that charm prints is read back as that place and nothing else, whatever its document is called.
import { describe, expect, it } from "vitest";
import { shortName } from "../../src/identify/short-name.ts";
import { nameApart } from "../../src/library/name-apart.ts";
import { createOutlineLibrary } from "../../src/references/create-library.ts";
import type {
  ReferenceDocument,
  LibraryProvision,
} from "../../src/references/reference-library.ts";
import { createReader } from "../../src/references/reader.ts";
import { describeDocument } from "../support/made-up-evidence.ts";
import { findLost } from "../support/find-lost.ts";
import { makeDocument, makeRows } from "./made-up-library.ts";

const own = { authority: "own", structureKind: "numbered" } as const;
const guidance = { authority: "statutory-guidance", structureKind: "numbered" } as const;

const lawUnits = [
  ["reg/1"],
  ["reg/1/1"],
  ["reg/2"],
  ["reg/2/1"],
  ["reg/2/1/def/oil-log", { locator: "2(1) “oil log”" }],
  ["reg/2/1/def/keeper-of-the-lamp", { locator: "2(1) “keeper of the lamp”" }],
  ["reg/2/1/def/keeper-of-the-lamp/a", { locator: "2(1) “keeper of the lamp”(a)" }],
  ["reg/10"],
  ["reg/10/8"],
  ["reg/10/8/c"],
  ["reg/10/8/c/ii"],
  ["sch/1"],
  ["sch/1/para/19"],
  ["sch/1/para/19/a"],
] as const;
const guideUnits = [
  ["para/1.1"],
  ["para/10.8"],
  ["para/10.13"],
  ["quoted/reg/10", { locator: "regulation 10 as quoted", kind: "quotation" }],
  ["quoted/reg/10/8", { locator: "regulation 10(8) as quoted" }],
  ["annex-a", { kind: "annex" }],
  ["annex-a/1.1"],
  ["fn/3", { kind: "footnote" }],
] as const;
const plainUnits = [["para/1"], ["para/12"], ["para/119"], ["annex-b"], ["annex-b/4"]] as const;
const planUnits = [["sec/1"], ["sec/2"], ["sec/2.1"], ["sec/2.3"], ["sec/10"]] as const;

/** Documents whose names sound like something else, or like each other. */
const named: readonly (readonly [ReferenceDocument, readonly (readonly [string, object?])[]])[] = [
  [makeDocument("law", "The Lighthouse Keeping (Wales) Regulations 2019"), lawUnits],
  [
    makeDocument(
      "guide",
      "Guide to the lighthouse keeping regulations including the lamp standards",
      {
        ...guidance,
      },
    ),
    guideUnits,
  ],
  [
    makeDocument("volume", "Harbours Act 1899 guidance and regulations: volume 2", guidance),
    guideUnits,
  ],
  [makeDocument("staffing", "Seaview Staffing Regulations", own), [...planUnits, ...guideUnits]],
  [makeDocument("order", "Order of the day: rules and regulations for the house", own), planUnits],
  [
    makeDocument("plain", "Working at sea 2031", { ...guidance, authority: "inspection" }),
    plainUnits,
  ],
  [makeDocument("handbook", "Handbook", own), planUnits],
  [makeDocument("plan", "Seaview House plan (draft, not for circulation)", own), planUnits],
  [
    makeDocument("act", "Harbours and Piers Act 1899"),
    [["s/1"], ["s/22C"], ["s/22C/6"], ["sch/2"], ["sch/2/para/4"]],
  ],
];

function rowsOf(documents: typeof named): LibraryProvision[] {
  return documents.flatMap(([{ documentId }, units]) => {
    const locators = new Map(
      units.map(([address, facts]) => [
        address,
        (facts as { locator?: string } | undefined)?.locator,
      ]),
    );
    return makeRows(documentId, units as Parameters<typeof makeRows>[1]).map((row) => ({
      ...row,
      locator: locators.get(row.address) ?? row.locator?.replace(/^sec /, "") ?? null,
    }));
  });
}

describe("a printed place", () => {
  const documents = named.map(([document]) => document);

  it("is read back under the titles that documents have", () => {
    expect(findLost(documents, rowsOf(named))).toEqual([]);
  });

  it("is read back under the short names that charm makes of them", () => {
    const short = documents.map((document) => ({ ...document, short: shortName(document.title) }));
    expect(findLost(short, rowsOf(named))).toEqual([]);
  });

  it("is read back under short names that somebody gave them", () => {
    const given = [
      "Regulations",
      "Guide",
      "Volume 2",
      "Staff rules",
      "House order",
      "WAS",
      "Handbook",
      "Plan 2026",
      "Piers Act",
    ];
    const short = documents.map((document, i) => ({ ...document, short: given[i] ?? "" }));
    expect(findLost(short, rowsOf(named))).toEqual([]);
  });

  it.each([
    "Charter",
    "Guide",
    "Standards",
    "Code",
    "Regulations",
    "Policy",
    "Part 2",
    'Plan [draft] "Elm"',
    "Business Plan [draft] “Elm Lodge” (2026_27)",
    "Rowan’s ‘own’ plan & budget/forecast",
  ])("is read back in an own document called %s", (short) => {
    const document = makeDocument("own", `${short} of our house`, { ...own, short });
    expect(findLost([document], rowsOf([[document, planUnits]]))).toEqual([]);
  });

  it("is read back where documents of one name are told apart", () => {
    const volume = { ...guidance, short: "Harbour guidance", version: null, date: null };
    const twins = [
      makeDocument("one", "Harbour guidance", { ...volume, file: "acton/guidance_a.pdf" }),
      makeDocument("two", "Harbour guidance", { ...volume, file: "barnet/guidance_a.pdf" }),
    ];
    const infos = twins.map(({ documentId, ...facts }) =>
      describeDocument({ ...facts, id: documentId }),
    );
    const apart = nameApart(infos).map(({ short }, i) => ({
      ...(twins[i] as ReferenceDocument),
      short,
      title: short,
    }));
    const rows = twins.flatMap(({ documentId }) =>
      rowsOf([[makeDocument(documentId, ""), guideUnits]]),
    );
    expect(findLost(apart, rows)).toEqual([]);
  });

  it("is not taken for a place that the document does not have", () => {
    const library = createOutlineLibrary(documents, rowsOf(named));
    const view = createReader(library);
    const read = (text: string) =>
      view
        .parse(text)
        .flatMap((reference) =>
          view
            .resolve(reference, [])
            .map(({ status, reading }) => [
              status,
              reading?.document?.documentId,
              reading?.address,
            ]),
        );
    expect(read("Seaview Staffing Regulations 2.9")).toEqual([["missing", "staffing", "para/2.9"]]);
    expect(read("Working at sea 2031, paragraph 13")).toEqual([["missing", "plain", "para/13"]]);
    expect(read("The Lighthouse Keeping (Wales) Regulations 2019, regulation 10(9)")).toEqual([
      ["missing", "law", "reg/10/9"],
    ]);
  });
});
