import { describe, expect, it } from "vitest";
import { createOutlineLibrary } from "../../src/references/create-library.ts";
import { createReferenceLibrary } from "../support/structure-library.ts";
import type { ReferenceContext } from "../../src/references/subject.ts";
import { indexLibraryNames } from "../../src/references/library-names.ts";
import { emptyContext } from "../../src/references/subject.ts";
import { describeNote } from "../../src/references/notes.ts";
import { parseReferences } from "../../src/references/parse-references.ts";
import type { Reading, Resolution } from "../../src/references/resolution.ts";
import { resolveReference } from "../../src/references/resolve-references.ts";
import type { Provision } from "../../src/structure/provision.ts";
import { makeDocument, makeRows, makeUpLibrary } from "./made-up-library.ts";

const library = makeUpLibrary();
const names = indexLibraryNames(library);

function resolve(text: string, context: Partial<ReferenceContext> = {}): Resolution[] {
  return parseReferences(text, { names }).flatMap((reference) =>
    resolveReference(reference, library, { ...emptyContext, ...context }),
  );
}

function write(reading: Reading | null): string {
  if (reading === null) return "-";
  const document =
    reading.document?.documentId ?? reading.instrument?.key ?? reading.instrument?.name;
  const to = reading.to === null ? "" : `..${reading.to}`;
  return `${document}:${reading.address ?? ""}${to}`;
}

/** `status document:address`, one a target. */
function summary(text: string, context: Partial<ReferenceContext> = {}): string[] {
  return resolve(text, context).map((one) => `${one.status} ${write(one.reading)}`);
}

function codes(text: string, context: Partial<ReferenceContext> = {}): string[] {
  return resolve(text, context).flatMap((one) => one.notes.map((note) => note.code));
}

describe("found", () => {
  it.each([
    ["regulation 2(2)(a)(ii)", ["found regs:reg/2/2/a/ii"]],
    [
      "regulations 2(2)(a)(ii), (b)(i) and (c)",
      ["found regs:reg/2/2/a/ii", "found regs:reg/2/2/b/i", "found regs:reg/2/2/c"],
    ],
    ["regulation 2(2)(a)(b)", ["found regs:reg/2/2/a", "found regs:reg/2/2/b"]],
    ["regulations 2 to 4", ["found regs:reg/2..reg/4"]],
    ["regulation 2(2)(a)-(c)", ["found regs:reg/2/2/a..reg/2/2/c"]],
    ["Schedule 1 (paragraphs 1 and 2)", ["found regs:sch/1/para/1", "found regs:sch/1/para/2"]],
    ["schedule 1 – Weather", ["found regs:sch/1/para/1..sch/1/para/2"]],
    ["Parts 1 to 3 of the Regulations", ["found regs:part/1..part/3"]],
    ["Chapter 1", ["found regs:part/2/chapter/1"]],
    ["paragraphs 9.9-9.11", ["found guide:para/9.9..para/9.11"]],
    ["section 9 of the Guide", ["found guide:para/9.9..para/9.11"]],
    ["Annex A 1.1", ["found guide:annex-a/1.1"]],
    ["footnote 4", ["found guide:fn/4"]],
    ["SI 2031/77", ["found regs:"]],
    ["section 1(2) of the Lighthouses Act 1999", ["found act:s/1/2"]],
    ["section 2A of the 1999 Act", ["found act:s/2A"]],
    ["page 4 of the Harbour House business plan", ["found plan:page/4"]],
    ["the calm seas standard", ["found regs:reg/2"]],
    ["the harbour standard", ["found regs:reg/3"]],
    ["Quality Standard 2", ["found regs:reg/3"]],
    ["the Quality Standards", ["found regs:reg/1..reg/3"]],
    ["the Reg 4 report", ["found regs:reg/4/3"]],
  ])("%s", (text, expected) => {
    expect(summary(text)).toEqual(expected);
  });

  it("gives the members of a range, with their pages", () => {
    const [range] = resolve("regulations 2 to 4");
    expect(range?.reading?.places.map((place) => [place.locator, place.page])).toEqual([
      ["2", 2],
      ["3", 4],
      ["4", 5],
    ]);
  });

  it("finds headings inside headings", () => {
    const text = "(Island inspection framework: children's homes, The boats, Good)";
    expect(summary(text)).toEqual(["found framework:head/good~2"]);
  });

  it("prefers printed text that is law over an expired alternative", () => {
    expect(codes("regulation 4(1)")).toEqual([]);
    expect(codes("regulation 4(1A)")).toEqual(["temporary"]);
  });

  it("says that a Part was called a Chapter", () => {
    expect(summary("Chapter 3 of the Regulations – Keepers of the light")).toEqual([
      "found regs:part/3",
    ]);
    expect(codes("Chapter 3 of the Regulations – Keepers of the light")).toEqual(["read-as-part"]);
  });

  it("checks page and heading against the place", () => {
    expect(codes("page 10, paragraph 9.9")).toEqual([]);
    expect(codes("page 9, paragraph 9.9")).toEqual(["page-disagrees"]);
    expect(codes("regulation 4 (log books)")).toEqual([]);
    expect(codes("regulation 4 (boats and ropes)")).toEqual(["heading-differs"]);
  });
});

describe("ambiguous", () => {
  it("gives every place a number stands in, the main text first", () => {
    const [one] = resolve("paragraph 1.1");
    expect(one?.status).toBe("ambiguous");
    expect([one?.reading ?? null, ...(one?.alternatives ?? [])].map(write)).toEqual([
      "guide:para/1.1",
      "guide:annex-a/1.1",
    ]);
  });

  it("is settled by the page, or by the annex the text stands in", () => {
    expect(summary("page 30, paragraph 1.1")).toEqual(["found guide:annex-a/1.1"]);
    const inAnnex = { documentId: "guide", address: "annex-a/1.1" };
    expect(summary("paragraph 1.1", inAnnex)).toEqual(["found guide:annex-a/1.1"]);
  });

  it("shows other sets of standards that go by number", () => {
    expect(summary("Standard 1")).toEqual(["ambiguous regs:reg/2"]);
    expect(codes("Standard 1")).toEqual(["ordinal-standard", "other-standards"]);
  });

  it("warns when another document has the same unit, unless the first is in scope", () => {
    expect(summary("Schedule 1")).toEqual(["found regs:sch/1"]);
    expect(codes("Schedule 1")).toEqual(["read-in"]);
    expect(codes("Schedule 1", { scope: ["regs"] })).toEqual([]);
    expect(summary("Schedule 1", { scope: ["act"] })).toEqual(["found act:sch/1"]);
  });
});

describe("missing", () => {
  it.each([
    ["regulation 6", "5", "There is no regulation 6; in the Regulations they run from 1 to 5."],
    [
      "regulation 2(3)",
      "2(2)",
      "There is no regulation 2(3); in regulation 2 they run from 2(1) to 2(2).",
    ],
    [
      "regulation 2(2)(a)(iii)",
      "2(2)(a)(ii)",
      "in regulation 2(2)(a) they run from 2(2)(a)(i) to 2(2)(a)(ii).",
    ],
    ["regulation 3(1)", "3(a)", "in regulation 3 they run from 3(a) to 3(b)."],
    ["regulations 2 to 9", "5", "There is no regulation 9"],
    ["Schedule 1 paragraph 4", "Schedule 1 para 3", "There is no Schedule 1 para 4"],
    [
      "paragraph 9.12",
      "9.11",
      "There is no paragraph 9.12; in the Guide they run from 9.9 to 9.11.",
    ],
    ["paragraph 10.1", "10.2", "There is no paragraph 10.1; in the Guide there is only 10.2."],
    ["Annex B", "Annex A", "There is no Annex B; in the Guide there is only Annex A."],
    ["page 41 of the Guide", "page 40", "There is no page 41"],
  ])("%s: nearest %s", (text, nearest, sentence) => {
    const [one] = resolve(text);
    expect(one?.status).toBe("missing");
    expect(one?.reading?.places ?? []).toEqual([]);
    expect(one?.nearest?.locator).toBe(nearest);
    expect(one?.notes.map(describeNote).join(" ")).toContain(sentence);
  });

  it("counts omitted text as missing and shows where it was", () => {
    const [one] = resolve("regulation 4(2)");
    expect(one).toMatchObject({
      status: "missing",
      nearest: { locator: "4(2)", standing: "omitted" },
    });
    expect(one?.notes[0]?.code).toBe("omitted");
  });

  it("refuses sections of regulations and regulations of an Act", () => {
    expect(summary("section 2 of the Regulations")).toEqual(["missing regs:s/2"]);
    expect(resolve("section 2 of the Regulations")[0]?.nearest?.locator).toBe("2");
    expect(codes("regulation 1 of the Lighthouses Act 1999")).toEqual(["wrong-division"]);
  });

  it("says that a document has no such numbers", () => {
    const text = "Island inspection framework: children's homes, paragraph 42";
    expect(summary(text)).toEqual(["missing framework:para/42"]);
    expect(codes(text)).toEqual(["no-such-series"]);
  });

  it("tells an edition that never was from one that is not held", () => {
    expect(summary("Guide 2018")).toEqual([
      "external Guide to the children's homes rules of the islands 2018:",
    ]);
    expect(codes("Guide 2018")).toEqual(["edition-not-held", "edition-older"]);
    expect(codes("the Guide v9.9")).toEqual(["version-not-held"]);
  });
});

describe("external", () => {
  it.each([
    ["section 47 of the Children Act 1989", "external ca1989:s/47"],
    ["section 47 enquiries", "external ca1989:s/47"],
    ["section 99(3)", "external ca1989:s/99/3"],
    ["regulation 45 of the 2010 Regulations", "external cpr2010:reg/45"],
    [
      "regulation 3 of the Pilots (Safe Boats) Regulations 1991",
      "external Pilots (Safe Boats) Regulations 1991:reg/3",
    ],
    ["Regulation 4 (good governance)", "found regs:reg/4"],
    ["NMS 16", "external nms:standard/16"],
    ["article 8 of the European Convention on Human Rights", "external echr:art/8"],
    ["clause 10 of the Children's Wellbeing and Schools Bill", "external cwsa2026:s/13"],
    ["the Charter commitment O3", "external charter:org/3"],
  ])("%s: %s", (text, expected) => {
    expect(summary(text)).toEqual([expected]);
  });

  it("does not take a law for the own document that bears its name", () => {
    const title = "Children Act 1989";
    const own = makeDocument("own", title, { authority: "own", structureKind: "headed" });
    const held = createOutlineLibrary([own], makeRows("own", [["sec/47"]]));
    const [reference] = parseReferences(`section 47 of the ${title}`, {
      names: indexLibraryNames(held),
    });
    const [found] = reference ? resolveReference(reference, held, emptyContext) : [];
    expect(found).toMatchObject({ status: "external", reading: { address: "s/47" } });
  });

  it("knows names from before 2015, and warns", () => {
    expect(summary("Regulation 33 visit")).toEqual(["external chr2001:reg/33"]);
    expect(codes("Regulation 33 visit")).toEqual(["former-name", "revoked"]);
    expect(codes("the Children's Homes Regulations 2001, regulation 34")).toContain("former-name");
  });
});

describe("context", () => {
  it("starts relative references from the place of the text", () => {
    const here = { documentId: "regs", address: "reg/2/2/a/i" };
    expect(summary("paragraph (1)", here)).toEqual(["found regs:reg/2/1"]);
    expect(summary("paragraph (2)(b)(i)", here)).toEqual(["found regs:reg/2/2/b/i"]);
    expect(summary("sub-paragraph (b)", here)).toEqual(["found regs:reg/2/2/b"]);
    expect(summary("sub-paragraphs (a) to (c)", here)).toEqual(["found regs:reg/2/2/a..reg/2/2/c"]);
    expect(summary("this regulation", here)).toEqual(["found regs:reg/2"]);
    expect(summary("this Part", here)).toEqual(["found regs:part/2"]);
    expect(summary("these Regulations", here)).toEqual(["found regs:"]);
    expect(summary("paragraph (9)", here)).toEqual(["missing -"]);
    expect(codes("paragraph (1)")).toEqual(["needs-place"]);
    expect(summary("subsection (2)", { documentId: "act", address: "s/1/1" })).toEqual([
      "found act:s/1/2",
    ]);
    expect(summary("section 2A", { documentId: "act", address: "s/1/1" })).toEqual([
      "found act:s/2A",
    ]);
    expect(summary("paragraph 2", { documentId: "regs", address: "sch/1/para/1" })).toEqual([
      "found regs:sch/1/para/2",
    ]);
  });

  it("takes bare shapes where they fit and drops them elsewhere", () => {
    expect(summary("2(2)(a)")).toEqual(["found regs:reg/2/2/a"]);
    expect(codes("2(2)(a)")).toEqual(["assumed-document"]);
    expect(codes("2(2)(a)", { scope: ["regs"] })).toEqual([]);
    expect(summary("1(2)", { scope: ["act"] })).toEqual(["found act:s/1/2"]);
    expect(summary("77(3)")).toEqual(["not-a-reference -"]);
    expect(summary("the quiet morning standard")).toEqual(["not-a-reference -"]);
  });
});

describe("createReferenceLibrary", () => {
  it("works on whole structures, texts included", () => {
    const block = (text: string) => ({ text, page: 1, marks: [], kind: "text" }) as const;
    const provision = (
      ordinal: number,
      parent: number | null,
      address: string,
      title: string | null,
      content: Provision["content"],
    ): Provision => ({
      ordinal,
      parent,
      kind: ordinal === 0 ? "document" : "regulation",
      address,
      locator: address.split("/")[1] ?? null,
      title,
      content,
      page: 1,
      pageEnd: 1,
      standing: "current",
      notes: [],
      quotes: null,
    });
    const made = createReferenceLibrary([
      {
        info: {
          id: "x",
          file: "x.pdf",
          title: "Boats Regulations 2031",
          short: "Boats Regulations",
          version: null,
          date: null,
          authority: "legislation",
          field: false,
          url: null,
          licence: null,
          supersedes: null,
          sha256: "",
          pages: 1,
        },
        structure: {
          kind: "legislation",
          provisions: [
            provision(0, null, "", null, [{ child: 1 }]),
            provision(1, 0, "reg/1", "Boats", [{ child: 2 }]),
            provision(2, 1, "reg/1/1", null, [block("A boat is reviewed each year.")]),
          ],
        },
      },
    ]);
    const [one] = parseReferences("regulation 1(1) of the Boats Regulations").flatMap((reference) =>
      resolveReference(reference, made),
    );
    expect(one).toMatchObject({
      status: "found",
      reading: { places: [{ address: "reg/1/1", ordinal: 2 }] },
    });
    const row = made.find("x", "REG/1");
    expect(row === null ? null : made.textOf(row)).toBe("Boats A boat is reviewed each year.");
  });
});
