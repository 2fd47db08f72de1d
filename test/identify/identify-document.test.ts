import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DeclaredSource, SourceFile } from "../../src/discover/source-file.ts";
import { extract } from "../../src/extract/extract.ts";
import { noInfo } from "../../src/extract/page.ts";
import type { Extraction } from "../../src/extract/page.ts";
import { toIso } from "../../src/identify/read-date.ts";
import { readableName } from "../../src/identify/readable-name.ts";
import { shortName } from "../../src/identify/short-name.ts";
import { identifyDocument } from "../../src/identify/identify-document.ts";
import { makeLine } from "../structure/make-lines.ts";
import { extractOnce } from "../support/extract-once.ts";
import { hasShared, sharedPath } from "../support/shared-folder.ts";

const sha256 = "a".repeat(64);
const source = (file: string, declared: DeclaredSource = {}): SourceFile => ({
  file,
  path: `/corpus/${file}`,
  bytes: 1,
  modified: 1,
  declared,
});

/** Pages of lines; a line is a text, or a text and its font size. */
function pdf(
  pages: readonly (readonly (string | [string, number])[])[],
  info: Partial<Extraction["info"]> = {},
): Extraction {
  return {
    form: "printed",
    pages: pages.map((lines, at) => ({
      number: at + 1,
      label: null,
      width: 595,
      height: 842,
      lines: lines.map((line) =>
        typeof line === "string" ? makeLine(line) : makeLine(line[0], { size: line[1] }),
      ),
      footnotes: [],
    })),
    pageCount: pages.length,
    info: { ...noInfo, ...info },
    problems: [],
    running: [],
    leftOut: [],
  };
}

async function text(content: string, file = "a.txt"): Promise<Extraction> {
  return extract(source(file), new Uint8Array(Buffer.from(content)));
}

const identify = (extraction: Extraction, file = "some_file.pdf", declared: DeclaredSource = {}) =>
  identifyDocument(source(file, declared), sha256, extraction);

describe("identifyDocument: title", () => {
  it("takes the title from metadata when the cover agrees", () => {
    const cover = [
      ["Keeping watch", 40] as [string, number],
      ["at night", 40] as [string, number],
      "A guide",
    ];
    expect(identify(pdf([cover], { title: "Keeping watch at night - GOV.UK" })).title).toBe(
      "Keeping watch at night",
    );
  });

  it.each([
    "Leftover from another report (consultation version)",
    "Microsoft Word - draft7.doc",
    "Untitled document 1",
    "plan_final.indd",
    "  ",
    null,
  ])("takes the largest print of the cover over the metadata %j", (title) => {
    const cover: (string | [string, number])[] = [
      ["HM Government", 44],
      ["Looking after", 40],
      ["night staff", 39],
      ["in small homes", 20],
      "Text",
    ];
    expect(identify(pdf([[], cover], { title })).title).toBe("Looking after night staff");
  });

  it("takes the first heading of a format without pages", async () => {
    expect(identify(await text("Intro text.\n\n# Our plan\n\nMore.", "a.md"), "a.md").title).toBe(
      "Our plan",
    );
  });

  it.each([
    [pdf([[["SC000001", 30], "Registered provider: A Ltd"]])],
    [pdf([["this goes on from a page before,", "and does not look like a title."]])],
    [pdf([["Everything here is of one size.", "So there is no title."]])],
  ])("makes the file name readable when nothing looks like a title", (extraction) => {
    expect(identify(extraction, "plans/Night_staff_s_rota-2.pdf").title).toBe(
      "Night staff's rota-2",
    );
  });
});

describe("shortName", () => {
  it.each([
    ["The Small Homes (England) Regulations 2015", "Small Homes (England) Regulations 2015"],
    ["Night work: what to know", "Night work: what to know"],
    [
      "Working nights in small and large homes 2023: guidance",
      "Working nights in small and large homes 2023",
    ],
    [
      "Guide to the working of small homes including the rules of large ones",
      "Guide to the working of small homes",
    ],
    ["Shared homes inspection plan (SHIP): small homes", "SHIP: small homes"],
    ["Largest homes by owner, by county and by size (MARCH)", "Largest homes by owner, by county"],
  ])("%s → %s", (title, short) => {
    expect(shortName(title)).toBe(short);
    expect(short.length).toBeLessThanOrEqual(44);
  });

  it("makes a file name readable", () => {
    expect(readableName("a/Guide_to_Children_s_Homes__v-2.final.pdf")).toBe(
      "Guide to Children's Homes v-2.final",
    );
  });
});

describe("identifyDocument: version and date", () => {
  const cover = (...lines: string[]) => identify(pdf([[["Night policy", 30], ...lines]]));

  it.each([
    ["Updated 30 April 2024", "2024-04-30"],
    ["Last updated 15 June 2023 —", "2023-06-15"],
    ["Published 3 March 2023", "2023-03-03"],
    ["December 2023", "2023-12"],
    ["2nd Sept 2024", "2024-09-02"],
    ["Date: 01/04/2015", "2015-04-01"],
    ["Date of issue | 7 May 2024", "2024-05-07"],
    ["Document Generated: 2024-05-21", "2024-05-21"],
    ["Inspection dates: 30 June and 1 July 2024", "2024-07-01"],
  ])("dates by %j", (line, date) => {
    expect(cover(line).date).toBe(date);
  });

  it.each([
    "Review date: 1 May 2030",
    "Date of last inspection: 8 August 2023",
    "The home opened in May 2019.",
    "Updated every year",
    "31 February 2024",
    "Copyright 2022",
  ])("takes no date from %j", (line) => {
    expect(cover(line).date).toBeNull();
  });

  it("prefers the update to the publication, and the cover to the file name", () => {
    expect(cover("Published 15 August 2022", "Last updated 15 June 2023").date).toBe("2023-06-15");
    expect(identify(pdf([[["Night policy", 30]]]), "Night_policy_March_2010.pdf").date).toBe(
      "2010-03",
    );
  });

  it.each([
    ["Version 2.1", "2.1"],
    ["Version: 3", "3"],
    ["Version | Draft 3, November 2026", "Draft 3"],
    ["“Version 1.17” stands in the file name", null],
    ["Version control is done by the deputy", null],
  ])("takes from %j the version %j", (line, version) => {
    expect(cover(line).version).toBe(version);
  });

  it("takes a version from the file name and an edition from the title", () => {
    expect(identify(pdf([["x"]]), "Guide__Version__1.17_FINAL.pdf").version).toBe("1.17");
    expect(identify(pdf([[["Keeping watch 2024", 30]]])).version).toBe("2024");
    expect(identify(pdf([[["Digest of the Homes Regulations 2015", 30]]])).version).toBeNull();
    expect(identify(pdf([[["Homes in the years 2011 to 2014", 30]]])).version).toBeNull();
  });

  it("reads the head of a saved page", async () => {
    const head =
      "Night framework\nOfficial source: https://www.gov.uk/x\nPublisher: Ofsted\nVersion note: as published (verified 2026-06-29)\n\n## Part\n\nText.";
    expect(identify(await text(head), "a.txt")).toMatchObject({
      version: "as at 2026-06-29",
      date: "2026-06-29",
      url: "https://www.gov.uk/x",
      pages: null,
    });
  });

  it("knows a date when it sees one", () => {
    expect(
      ["2015-04", "2015-13-01", "31/04/2024", "29 February 2024", "May 2024", "soon"].map(toIso),
    ).toEqual(["2015-04", null, null, "2024-02-29", "2024-05", null]);
  });
});

describe("identifyDocument: authority", () => {
  const instrument = [
    "STATUTORY INSTRUMENTS",
    "2019 No. 77",
    "The Night Homes Regulations 2019",
    "The Secretary of State makes these Regulations in exercise of the",
    "powers conferred by section 1.",
  ];
  const act = [
    "Night Homes Act 2018",
    "2018 CHAPTER 9",
    "An Act to make provision about night homes.",
    "BE IT ENACTED by the King",
  ];
  const crown = "© Crown copyright 2020";

  it("recognises legislation and names it by its number", () => {
    const law = identify(
      pdf([instrument], { author: "www.legislation.gov.uk", created: "2024-05-21" }),
    );
    expect(law).toMatchObject({
      authority: "legislation",
      version: "SI 2019/77",
      date: "2024-05-21",
    });
    expect(identify(pdf([instrument]))).toMatchObject({ authority: "legislation", date: null });
    expect(identify(pdf([act]))).toMatchObject({ authority: "legislation", version: "2018 c. 9" });
  });

  it.each<[string, Extraction, string?]>([
    [
      "a digest of legislation",
      pdf([["Digest of SI 2019/77", "2019 No. 77 says in plain words that…"]]),
    ],
    ["a draft instrument", pdf([["DRAFT STATUTORY INSTRUMENTS", ...instrument.slice(1)]])],
    [
      "a letter about an Act",
      pdf([["2018 CHAPTER 9", "An Act to make provision about night homes has passed."]]),
    ],
    [
      "guidance that does not call itself statutory",
      pdf([[["Night work", 30], "Guidance for homes"], [crown]]),
    ],
    [
      "a policy that follows statutory guidance",
      pdf([["Our policy", "We follow the statutory guidance for homes."]]),
    ],
    ["a policy that claims it without the Crown", pdf([["Statutory guidance for our staff"]])],
    [
      "an inspection report of one home",
      pdf([["SC1", "Registered provider: A Ltd", "From: Ofsted", "Guidance"]]),
    ],
    ["statistics", pdf([["Transparency data", ["Largest homes", 30], "From: Ofsted"]])],
    ["a business plan", pdf([[["Business plan", 30], "Statement of purpose"]])],
    [
      "a document that names Ofsted often",
      pdf([["Guidance", "Ofsted Ofsted Ofsted Ofsted inspection framework"]]),
    ],
  ])("says other of %s", (_name, extraction) => {
    expect(identify(extraction).authority).toBe("other");
  });

  it.each<[string, Extraction]>([
    [
      "on its cover",
      pdf([[["Night work", 30], "Statutory guidance for homes"], ["text"], [crown]]),
    ],
    [
      "in its text",
      pdf([
        [["Night work", 30]],
        ["The registered person must have regard to", "this Guide when planning."],
        [crown],
      ]),
    ],
    [
      "in its metadata",
      pdf([[["Night work", 30]], ["text"]], {
        title: "Night work: statutory guidance",
        author: "Department for Education",
      }),
    ],
  ])("recognises statutory guidance that says so %s", (_name, extraction) => {
    expect(identify(extraction).authority).toBe("statutory-guidance");
  });

  it.each<[string, Extraction]>([
    [
      "from a print of gov.uk",
      pdf([["Guidance", ["Night visits", 30], "From: Ofsted (/government/organisations/ofsted)"]]),
    ],
    [
      "by its address",
      pdf([
        ["Guidance", ["Night enforcement policy", 30]],
        [
          "This publication is available at https://www.gov.uk/government/publications/night-",
          "ofsteds-policy",
        ],
      ]),
    ],
    ["by its title", pdf([[["Night inspection framework", 30], "Publisher: Ofsted"]])],
  ])("recognises inspection guidance %s", (_name, extraction) => {
    expect(identify(extraction).authority).toBe("inspection");
  });

  it("knows the provider's own documents by their folder, and official ones anywhere", () => {
    const plan = pdf([[["Business plan", 30]]]);
    expect(identify(plan, "plans/plan.pdf").authority).toBe("own");
    expect(identify(plan, "own/deep/plan.pdf").authority).toBe("own");
    expect(identify(plan, "plans.pdf").authority).toBe("other");
    expect(identify(pdf([instrument]), "own/law.pdf").authority).toBe("legislation");
  });

  it("knows a charter by its title", () => {
    expect(identify(pdf([[["Night Workers’ Charter", 30]]])).authority).toBe("voluntary");
    expect(identify(pdf([[["Our shared ambitions", 30]]])).authority).toBe("voluntary");
    expect(identify(pdf([[["The changes we want – from keepers", 30]]])).authority).toBe(
      "voluntary",
    );
  });
});

describe("identifyDocument: what is declared", () => {
  const declared = {
    title: "A title",
    short: "Short",
    version: "7",
    date: "2020",
    authority: "own",
    url: "https://x.test",
    licence: "CC0",
    supersedes: "old.pdf",
  } as const;

  it("wins over everything found", () => {
    const extraction = pdf([["STATUTORY INSTRUMENTS", "2019 No. 77"]], {
      title: "Other",
      author: "www.legislation.gov.uk",
      created: "2024-05-21",
    });
    expect(identify(extraction, "a.pdf", declared)).toEqual({
      ...declared,
      field: false,
      shortDeclared: true,
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      file: "a.pdf",
      sha256,
      pages: 1,
    });
  });

  it("says whether it is of the field, else its title does", () => {
    const extraction = pdf([["text"]]);
    const isOfField = (fields: DeclaredSource) => identify(extraction, "a.pdf", fields).field;
    expect(isOfField({ title: "A guide for children's homes" })).toBe(true);
    expect(isOfField({ title: "A guide for harbours" })).toBe(false);
    expect(isOfField({ title: "A guide for harbours", field: "true" })).toBe(true);
    expect(isOfField({ title: "A guide for children's homes", field: "false" })).toBe(false);
  });

  it("makes the id, with file and bytes, whatever its order", () => {
    const extraction = pdf([["text"]]);
    const id = (file: string, fields: DeclaredSource) => identify(extraction, file, fields).id;
    expect(id("a.pdf", { title: "A", short: "B" })).toBe(id("a.pdf", { short: "B", title: "A" }));
    const ids = [
      id("a.pdf", {}),
      id("b.pdf", {}),
      id("a.pdf", { title: "A" }),
      id("a.pdf", { short: "A" }),
    ];
    expect(new Set(ids).size).toBe(4);
    expect(identifyDocument(source("a.pdf"), "b".repeat(64), extraction).id).not.toBe(
      id("a.pdf", {}),
    );
  });

  it("finds the licence and says nothing it does not know", () => {
    const extraction = pdf([
      [["Night work", 30]],
      ["licensed under the Open Government", "Licence v3.0 except where"],
    ]);
    expect(identify(extraction)).toMatchObject({
      licence: "OGL-3.0",
      url: null,
      version: null,
      supersedes: null,
    });
  });
});

describe.skipIf(!hasShared)(
  "identifyDocument on real documents (skipped without ../shared)",
  () => {
    it.each([
      [
        "Childrens_Homes_England_Regulations_2015_SI_2015_541_revised_2024-05.pdf",
        "legislation",
        "SI 2015/541",
        "2024-05-21",
        /^The Children's Homes \(England\) Regulations 2015$/,
      ],
      [
        "Guide_to_Children_s_Home_Standards_inc_quality_standards_Version__1.17_FINAL.pdf",
        "statutory-guidance",
        "1.17",
        "2015-04",
        /^Guide to the Children’s Homes Regulations including/,
      ],
      ["Ofsted_SCCIF_childrens_homes.txt", "inspection", "as at 2026-06-29", "2026-06-29", /SCCIF/],
      [
        "GOVUK_Childrens_homes_recruiting_staff.pdf",
        "inspection",
        null,
        "2023-06-15",
        /recruiting staff$/,
      ],
      [
        "Ofsted_Largest_national_providers_March_2024.pdf",
        "other",
        null,
        "2024-10-09",
        /^Largest national providers/,
      ],
      ["Ofsted_report_2647163_a.pdf", "other", null, "2024-07-12", /^Ofsted report 2647163 a$/],
    ])(
      "%s",
      async (file, authority, version, date, title) => {
        const path = sharedPath("guidance", file);
        const hash = createHash("sha256").update(readFileSync(path)).digest("hex");
        const extraction = await extractOnce(path);
        expect(identifyDocument(source(file), hash, extraction)).toMatchObject({
          authority,
          version,
          date,
          title: expect.stringMatching(title),
        });
      },
      20_000,
    );
  },
);
