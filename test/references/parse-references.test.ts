import { describe, expect, it } from "vitest";
import { indexNames, nothingHeld } from "../../src/references/names.ts";
import { explainNonReference } from "../../src/references/non-references.ts";
import { parseReferences } from "../../src/references/parse-references.ts";
import type { Reference } from "../../src/references/reference.ts";
import { writeTarget } from "./write-target.ts";

function targetsOf(text: string): string[] {
  return parseReferences(text).flatMap((reference) => reference.targets.map(writeTarget));
}

function surfaces(text: string): string[] {
  return parseReferences(text).map((reference) => reference.surface);
}

function only(text: string): Reference {
  const references = parseReferences(text);
  expect(references).toHaveLength(1);
  return references[0] as Reference;
}

describe("places", () => {
  it.each([
    ["regulation 71(2)(c)(ii)", ["reg/71/2/c/ii"]],
    ["Regulation  71 ( 2 )", ["reg/71/2"]],
    ["reg71", ["reg/71"]],
    ["R71(2)", ["reg/71/2"]],
    ["reg 71.2.c", ["reg/71/2/c"]],
    ["regs. 6–14", ["reg/6..14"]],
    ["regulations 71(2)(d) and (e)", ["reg/71/2/d", "reg/71/2/e"]],
    ["regulations 71, 72 and 73(1)", ["reg/71", "reg/72", "reg/73/1"]],
    ["regulation 71(4)(a)-(d)", ["reg/71/4/a..d"]],
    ["regulation 71)(4)(a)", ["reg/71/4/a"]],
    ["regulation 22(1a)", ["reg/22/1A"]],
    ["section 22ZA(3)(b)", ["s/22ZA/3/b"]],
    ["ss. 4 and 5", ["s/4", "s/5"]],
    ["articles 3 and 8", ["art/3", "art/8"]],
    ["Schedule 9", ["sch/9"]],
    ["Schedules 3 and 4", ["sch/3", "sch/4"]],
    ["Sch. 9, paras 1, 2 and 5", ["sch/9/para/1", "sch/9/para/2", "sch/9/para/5"]],
    ["schedule 9(14)", ["sch/9/para/14"]],
    ["paragraph 3(a) and (b) of Schedule 9", ["sch/9/para/3/a", "sch/9/para/3/b"]],
    ["paragraph 5 of Part 2 of Schedule 9", ["sch/9/para/5"]],
    ["Schedule 9 Part 2", ["sch/9/part/2"]],
    ["Parts 3 to 7", ["part/3..7"]],
    ["Part two", ["part/2"]],
    ["Part III", ["part/3"]],
    ["Chapter 1 of Part 2", ["part/2/chapter/1"]],
    ["paragraphs 9.8-9.11", ["para/9.8..9.11"]],
    ["paras 10.12, 10.13 and 10.14(a)", ["para/10.12", "para/10.13", "para/10.14/a"]],
    ["§10.8", ["para/10.8"]],
    ["¶¶ 9.1, 9.2", ["para/9.1", "para/9.2"]],
    ["Annex A, paragraph 1.3", ["annex-a/1.3"]],
    ["Annexes A and B", ["annex-a", "annex-b"]],
    ["Annex 2", ["annex-2"]],
    ["Appendix B", ["appendix-b"]],
    ["pp. 41-51", ["page/41..51"]],
    ["footnotes 3 and 4", ["fn/3", "fn/4"]],
    ["Quality Standard 3", ["standard/3"]],
    ["the calm seas standard", ["standard/calm-seas"]],
  ])("%s", (text, targets) => {
    expect(targetsOf(text)).toEqual(targets);
  });

  it("keeps the labels of an elliptical tail, and the unit around a paragraph", () => {
    const [, tail] = only("regulations 7(2)(a)(iv), (b)(i)").targets;
    expect(tail).toMatchObject({ address: "reg/7/2/b/i", tail: ["b", "i"] });
    expect(only("chapter 2, paragraphs 103-105").targets[0]).toMatchObject({
      address: "para/103",
      to: "para/105",
      within: "chapter/2",
    });
  });

  it("carries a page with the paragraphs it belongs to", () => {
    expect(only("page 53, paragraph 10.8")).toMatchObject({ pages: { from: 53, to: 53 } });
    expect(only("paragraph 10.8 (pages 53-54)")).toMatchObject({ pages: { from: 53, to: 54 } });
    expect(only("Page: 53 (paragraphs 10.12, 10.13)").targets).toHaveLength(2);
    expect(only("page 53").pages).toBeNull();
  });

  it("marks shapes without a word as bare, and places found from the text as relative", () => {
    expect(only("see 28(2)(c) below")).toMatchObject({ bare: true, relative: false });
    expect(only("as in 10.13")).toMatchObject({ bare: true });
    expect(only("under paragraph (1)(b)(i)")).toMatchObject({ bare: false, relative: true });
    expect(only("sub-paragraphs (a) to (c)").targets[0]).toMatchObject({
      address: "a",
      to: "c",
      relative: "sub-paragraph",
    });
    expect(only("for the purposes of this regulation").targets[0]).toMatchObject({
      address: "reg",
      relative: "this",
    });
    expect(only("paragraph (2) of regulation 71")).toMatchObject({ relative: false });
  });

  it("reads what follows: a topic, or the provision's heading", () => {
    expect(only("the Reg 71 monitoring report is due").topic).toBe("monitoring report");
    expect(only("regulation 71 (keeping of logs)").title).toBe("keeping of logs");
    expect(only("schedule 9 - Weather").title).toBe("Weather");
    expect(only("regulation 71 (which says little)").title).toBeNull();
    expect(
      only("Regulation 71 – the keeper, as before – must write a log of all that was said and done")
        .title,
    ).toBeNull();
  });
});

describe("documents", () => {
  it.each([
    ["section 17 of the Children Act 1989", "Children Act 1989", "title"],
    ["s.22G CA 1989", "CA 1989", "abbreviation"],
    ["section 25 of the 1989 Act", "1989 Act", "short"],
    ["[section 25B, 1989 Act]", "1989 Act", "short"],
    ["regulation 3 of the Regulations", "Regulations", "definite"],
    ["regulation 3 of these Regulations", "Regulations", "self"],
    ["SI 2031/77 reg 4", "2031/77", "number"],
    ["Guide 15.2", "Guide", "definite"],
    ["KCSIE 2025 Part two", "KCSIE", "name"],
    ["Working Together, paragraph 104", "Working Together", "name"],
    [
      "regulation 17 of The Pilots (Safe Boats) (Islands) Regulations 1991",
      "Pilots (Safe Boats) (Islands) Regulations 1991",
      "title",
    ],
    [
      "section 90 of the Powers of the Harbour Courts (Boats) Act 2000",
      "Powers of the Harbour Courts (Boats) Act 2000",
      "title",
    ],
    ["File: Plan of 2031.pdf, Page: 12", "Plan of 2031.pdf", "file"],
  ])("%s names %s", (text, name, kind) => {
    const named = parseReferences(text).find((reference) => reference.document !== null);
    expect(named?.document).toMatchObject({ name, kind });
    expect(named?.targets).toHaveLength(1);
  });

  it("takes the place from an address at legislation.gov.uk", () => {
    const url = "https://www.legislation.gov.uk/uksi/2031/77/schedule/1/paragraph/3";
    expect(only(`See ${url}.`)).toMatchObject({
      surface: url,
      document: { number: "2031/77" },
      targets: [{ address: "sch/1/para/3" }],
    });
    expect(only("https://www.legislation.gov.uk/ukpga/1999/12/contents").targets).toEqual([]);
  });

  it("shares a document named once", () => {
    const both = parseReferences(
      "Regulation 36 and Schedule 7 of the Harbour Services Regulations",
    );
    expect(both.map((reference) => reference.document?.name)).toEqual([
      "Harbour Services Regulations",
      "Harbour Services Regulations",
    ]);
    const mixed = parseReferences("section 17 and regulation 5 of the Regulations");
    expect(mixed.map((reference) => reference.document?.name)).toEqual([undefined, "Regulations"]);
    const chain = parseReferences("Lighthouses Act 1999 (c. 7), s. 3, Sch. 2 para. 4");
    expect(chain.map((reference) => reference.document?.number)).toEqual([
      "1999 c. 7",
      "1999 c. 7",
    ]);
  });

  it("gives that Act and those Regulations what was named before", () => {
    const [, second] = parseReferences("Under the Lighthouses Act 1999 and section 3 of that Act,");
    expect(second).toMatchObject({ surface: "section 3 of that Act", document: { year: "1999" } });
  });

  it("keeps editions and versions", () => {
    expect(only("Working Together (2018)").document).toMatchObject({ year: "2018" });
    expect(only("the Guide v1.17").document).toMatchObject({ version: "1.17" });
    expect(only("Guide 2018")).toMatchObject({ document: { year: "2018" }, targets: [] });
  });

  it("knows names that the library gives it", () => {
    const names = indexNames(
      ["Harbour House business plan", "Rope policy"].map((name) => ({
        ...nothingHeld,
        name,
        instrument: null,
      })),
    );
    const found = parseReferences(
      "what our rope policy and the Harbour House Business Plan, page 4, say",
      { names },
    );
    expect(found.map((reference) => reference.document?.name)).toEqual([
      "Rope policy",
      "Harbour House business plan",
    ]);
    expect(parseReferences("every rope policy says so", { names })).toEqual([]);
  });

  it("reads headings of a document without numbers", () => {
    expect(only("(SCCIF, The effectiveness of leaders, Good)").targets[0]?.address).toBe(
      "head/the-effectiveness-of-leaders/good",
    );
    expect(only("the SCCIF, Ofsted said, is kept up to date").targets).toEqual([]);
  });
});

describe("running text", () => {
  it("finds exactly the references", () => {
    const text = [
      "Under regulation 71(2)(c)(ii), and regulations 72(1)(a), (b) and (d) of the 2031 Regulations, the keeper must",
      "(see Guide 10.12, page 53) write a log; paragraph 9.8-9.11 say how, as does Annex A 1.3. In 2015, 3 of 12 boats",
      "paid £10.13 at 10.30 am (version 1.17); call 0800 1111 before 1 April 2016, Level 5 or not.",
      "Schedule 1 (paragraphs 19 and 20) and section 17 of the Children Act 1989 apply, per SI 2015/541.",
    ].join("\n");
    expect(surfaces(text)).toEqual([
      "regulation 71(2)(c)(ii)",
      "regulations 72(1)(a), (b) and (d) of the 2031 Regulations",
      "Guide 10.12, page 53",
      "paragraph 9.8-9.11",
      "Annex A 1.3",
      "Schedule 1 (paragraphs 19 and 20)",
      "section 17 of the Children Act 1989",
      "SI 2015/541",
    ]);
    for (const { start, end, surface } of parseReferences(text)) {
      expect(text.slice(start, end)).toBe(surface);
    }
  });

  it("does not take the letters of the surrounding list", () => {
    const text =
      "(a) a log under regulation 5(c); (b) the ropes; and (c) in regulation 6(1), (d) a lamp";
    expect(targetsOf(text)).toEqual(["reg/5/c", "reg/6/1"]);
  });

  it("does not read on into numbers that count something", () => {
    expect(targetsOf("under regulation 5 and 3 homes later")).toEqual(["reg/5"]);
    expect(targetsOf("regulation 44 and 45 reports")).toEqual(["reg/44", "reg/45"]);
    expect(targetsOf("in regulation 5, 2015 was a good year")).toEqual(["reg/5"]);
    expect(targetsOf("Regulations 2015")).toEqual([]);
  });

  it("takes a name alone for the document only where a place follows it", () => {
    const names = indexNames(
      ["In", "Staff", "Policies"].map((name) => ({
        ...nothingHeld,
        name,
        instrument: null,
        documentIds: [name],
        families: () => ["sec"],
      })),
    );
    const read = (text: string) =>
      parseReferences(text, { names }).map(({ document, targets }) => [
        document?.name,
        ...targets.map(writeTarget),
      ]);
    for (const text of [
      "In 2015 the home opened.",
      "In 4 homes of 5",
      "Staff, 3 of whom are trained, and",
      "Policies 12 and up",
    ])
      expect(read(text)).toEqual([]);
    expect(read("Staff, section 3")).toEqual([["Staff", "s/3"]]);
  });

  it("does not take a heading for the end of a longer name", () => {
    const headings = () => new Set(["homes-report"]);
    const names = indexNames(
      ["FRAME", "FRAME: homes"].map((name) => ({
        ...nothingHeld,
        name,
        instrument: null,
        documentIds: ["frame"],
        headings,
      })),
    );
    const [found] = parseReferences("FRAME, “Homes report”", { names });
    expect(found).toMatchObject({
      document: { name: "FRAME" },
      targets: [{ address: "head/homes-report" }],
    });
    const [whole] = parseReferences("FRAME, homes", { names });
    expect(whole?.document?.name).toBe("FRAME: homes");
  });

  it("keeps apart what a full stop or a blank line parts", () => {
    expect(surfaces("See regulation 5. 6 homes")).toEqual(["regulation 5"]);
    expect(surfaces("regulation\n\n5")).toEqual([]);
  });
});

describe("what is no reference", () => {
  it.each([
    ["£10.13", "This is a sum of money."],
    ["12.03.2026", "This is a date."],
    ["1 April 2014", "This is a date."],
    ["version 1.17", "This is a version of a document."],
    ["v1.17", "This is a version of a document."],
    ["0800 1111", "This is a telephone number."],
    ["24/48 hours", "This is a length of time."],
    ["Level 5", "This is the level of a qualification."],
    ["Regulation 40 litres", "The number counts something; it is not that of a regulation."],
    ["SC037717", "This is a registration or charity number."],
    ["SC1", "This is a form of Ofsted's, not a Schedule."],
    ["10.5%", "Nothing in it names a provision or a document."],
    ["the highest standard", "Nothing in it names a provision or a document."],
    ["take part 2 times", "Nothing in it names a provision or a document."],
    ["the child's 5 toys", "Nothing in it names a provision or a document."],
    ["1,250 children", "Nothing in it names a provision or a document."],
    ["(if needed)", "Nothing in it names a provision or a document."],
  ])("%s: %s", (text, why) => {
    expect(parseReferences(text)).toEqual([]);
    expect(explainNonReference(text)).toBe(why);
  });
});
