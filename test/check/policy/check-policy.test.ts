import { describe, expect, it } from "vitest";
import { paragraph } from "../../extract/word/make-docx.ts";
import { check, checkBody } from "./check-written.ts";

const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;

describe("what is the provider's own", () => {
  it("is no finding: rules, figures, numbers of sections", async () => {
    expect(
      await check(
        "# 1. Our rules",
        "Staff must tell the manager within 28 days. Children get £65 a month, and 2.5% more each year.",
        "See section 3.1, paragraph 7 and page 12; Part 2 and Schedule 9 of this policy say more.",
        "- 3.1 Our stakeholders",
        "The drill log is kept for 15 years (form 13.1(g), version 4.2).",
        "“We keep the lamp burning for you” is our motto.",
      ),
    ).toEqual([]);
  });
});

describe("references", () => {
  it("are looked up wherever they stand, each time", async () => {
    const body = [
      paragraph("Keepers (Regulation 3.9)", { style: "heading1" }),
      paragraph("Fitness of keepers – Regulation 3.9", { bold: true }),
      paragraph("The log is sent under Regulation 3.9."),
      `<w:tbl><w:tr>${cell("Matter")}${cell("Law")}</w:tr><w:tr>${cell("Keepers")}${cell("Regulation 3.9")}</w:tr></w:tbl>`,
    ].join("");
    const findings = await checkBody(body);
    expect(findings.map(({ code }) => code)).toEqual(Array(4).fill("reference-missing"));
    expect(findings.map(({ section }) => section)).toEqual([
      "Keepers (Regulation 3.9)",
      "Fitness of keepers – Regulation 3.9",
      "Fitness of keepers – Regulation 3.9",
      "Fitness of keepers – Regulation 3.9",
    ]);
    expect(findings[0]).toMatchObject({ severity: "error", page: null });
    expect(findings[0]?.message).toContain("3(3)");
  });

  it("name the paragraph of the Guide that a regulation's number may be", async () => {
    const [finding] = await checkBody(paragraph("We do so (Regulation 2.1)."));
    expect(finding?.message).toContain("Paragraph 2.1 of the Guide may be meant: “");
  });

  it("to text out of force are told of", async () => {
    expect(await check("We light candles under Regulation 4(4).")).toEqual([
      "expired-text-cited: Regulation 4(4)",
    ]);
  });

  it("are let be where other regulations are named beside them", async () => {
    expect(await check("The Harbour Fees Regulations 1999 (Regulation 77) set the fee.")).toEqual(
      [],
    );
  });

  it.each([
    ["Equalities Act 2010", "Equality Act 2010"],
    ["Children and Family Act 2014", "Children and Families Act 2014"],
    ["Mental Capacity Act 2007", "Mental Capacity Act 2005"],
    ["Regulatory Reform (Fire Safety) Order 2006", "Regulatory Reform (Fire Safety) Order 2005"],
    ["Care Standards Act 2002", "Care Standards Act 2000"],
  ])("name no Act that there is: %s", async (written, right) => {
    const [finding, ...more] = await checkBody(paragraph(`We work to the ${written}.`));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: "name-misspelt", reference: written });
    expect(finding?.message).toContain(right);
  });

  it.each([
    "Children Act 1948",
    "Equality Act 2006",
    "Mental Capacity Act (Northern Ireland) 2016",
    "Data Protection (Charges) Act 2019",
    "Children Act 2011",
  ])("are let be where there is such an Act, or several come near: %s", async (name) => {
    expect(await check(`Before our time there was the ${name}.`)).toEqual([]);
  });

  it("in “of it” are to the document that the sentence names", async () => {
    expect(await check("The Guide says so in paragraph 2.1, and paragraph 2.9 of it too.")).toEqual(
      ["reference-missing: paragraph 2.9"],
    );
    expect(await check("Our handbook says so, and paragraph 2.9 of it too.")).toEqual([]);
  });

  it("in a name that is nearly right are read, with a note", async () => {
    expect(
      await check("We work to the Care Standard Act 2000 and the Children's Act 2004."),
    ).toEqual(["name-misspelt: Care Standard Act 2000", "name-misspelt: Children's Act 2004"]);
    expect(await check("We work to the Care Standards Act 2000 and the Music Act 2004.")).toEqual(
      [],
    );
  });
});

describe("the matter of a reference", () => {
  it.each([
    ["a heading", "# Storm drills (Regulation 3)"],
    ["a label", "Reg 3 – storm drills"],
    ["a bracket", "# What we do by law (Regulation 3 – storm drills)"],
    ["a range", "# Visits (Regulations 3-4)"],
  ])("is told where it is another: %s", async (_name, line) => {
    expect(await check(line)).toEqual([expect.stringMatching(/^another-matter: /)]);
  });

  it("says what the provision is about, and which one is meant", async () => {
    const [finding] = await checkBody(paragraph("Visits (Regulation 4)", { style: "heading1" }));
    expect(finding?.message).toBe(
      "Regulation 4 is about something else: “Storm drill policies and logs”. On “Visits” see regulation 5 (Visits).",
    );
  });

  it("is let be where it fits, where one of several does, and where nothing is near", async () => {
    expect(
      await check(
        "# Storm drills (Regulation 4)",
        "# Visits (Regulations 3-5)",
        "# Gardening (Regulation 4)",
        "Visits are told of in the logs of Regulation 4.",
        "# Law",
        "Regulation 4",
      ),
    ).toEqual([]);
  });
});

describe("the matter of a sentence", () => {
  it.each([
    "Storm drills take place monthly because regulation 5 demands it.",
    "The lens is polished weekly, and how storm drills are run is governed by regulation 5.",
    "Holding storm drills in winter, which regulation 5 asks for, is up to the deputy.",
  ])("is that of the clause with the reference: %s", async (text) => {
    expect(await check(text)).toEqual(["another-matter: regulation 5"]);
  });

  it.each([
    "Before each visit a storm drill is held, as regulation 5 says.",
    "Storm drills are held monthly, as regulation 4 says, and visits are made at night.",
    "The lens is polished weekly, as regulation 5 says.",
  ])("is let be where what is named is near to any of it: %s", async (text) => {
    expect(await check(text)).toEqual([]);
  });
});

describe("copies of law and guidance", () => {
  const log =
    "within 36 hours of a wreck, a log of the wreck is made which states the names of the boats;";
  const sent = "within 5 days of the wreck, the log is sent to the placing authority in writing.";

  it("are no finding word for word", async () => {
    expect(await check("We see to it that:", `- (a) ${log}`, `- (b) ${sent}`)).toEqual([]);
  });

  it("are told of with every change in them, and the words of the law", async () => {
    const findings = await checkBody(
      [
        paragraph("We see to it that:"),
        paragraph(log.replace("the names of the boats", "if asked the names of the boats"), {
          list: 1,
        }),
        paragraph(sent.replace("placing authority", "home authority"), { list: 1 }),
      ].join(""),
    );
    expect(findings.map(({ code }) => code)).toEqual(["copy-changed"]);
    const [{ message = "", place } = {}] = findings;
    expect(message).toContain("“if asked” added");
    expect(message).toContain("“the home authority” where the law has “the placing authority”");
    expect(message).toContain(`4(2)(b) says “${sent}”`);
    expect(place).toMatchObject({ locator: "4(2)(a)", page: 4 });
  });

  it("are told of where only their end is another, and where the law has more to say", async () => {
    const [finding] = await checkBody(
      paragraph(sent.replace("in writing", "by the tide after next")),
    );
    expect(finding?.message).toContain("“by the tide after next” where the law has “in writing”");
    const [added] = await checkBody(paragraph(sent.replace(".", " and by telephone.")));
    expect(added?.message).toContain("“and by telephone” added");
    expect(await check(sent.replace(".", " (Regulation 4(2)(b))."))).toEqual([]);
  });

  it("are no finding where the place that they are from stands between them", async () => {
    const text = `${log.replace(";", " (Reg. 4(2)(a)).")} W${sent.slice(1)}`;
    expect(await check(text.replace("within 36", "Within 36"))).toEqual([]);
  });

  it("are told of where a figure is another at their beginning", async () => {
    const [finding] = await checkBody(paragraph(`We see to it that ${log.replace("36", "48")}`));
    expect(finding?.code).toBe("copy-changed");
    expect(finding?.message).toContain("“within 48 hours” where the law has “within 36 hours”");
  });

  it("are noted where nothing that binds or says who was left out", async () => {
    const severities = async (text: string) =>
      (await checkBody(paragraph(text))).map(({ severity }) => severity);
    expect(await severities(log.replace(" of the wreck is", " is"))).toEqual(["note"]);
    expect(
      await severities(log.replace("a log of the wreck is made which", "a log may state which")),
    ).toEqual(["warning"]);
  });

  it("are let be where they leave words out openly, and where the words are the home's own", async () => {
    expect(await check(log.replace("a log of the wreck", "a log … of the wreck"))).toEqual([]);
    expect(await check("We write down each wreck in the log and name the boats.")).toEqual([]);
  });

  it("are let be where a note at the foot, or a label, comes between them", async () => {
    const labelled = ["We see to it that:", `- (i) ${log}`, `- (ii) ${sent}`];
    expect(await check(...labelled)).toEqual([]);
    expect(await check("We see to it that:", `- within ${log.slice(7)}`, `- 2. ${sent}`)).toEqual(
      [],
    );
  });

  it("are let be where the place is one that they speak of themselves", async () => {
    const guide =
      "The log required by regulation 4(2) should be written in ink and read aloud to new staff.";
    expect(await check(guide)).toEqual([]);
    expect(await check("# Our keepers (Regulation 3)", guide)).toEqual([
      "words-of-another-place: Regulation 3",
    ]);
  });

  it("are told of under the name of another place", async () => {
    expect(await check("# Our keepers (Regulation 3)", sent)).toEqual([
      "words-of-another-place: Regulation 3",
    ]);
    expect(await check("# Our drills (Regulation 4)", sent)).toEqual([]);
  });
});

describe("quotations", () => {
  it("are looked for in the document or place that is named", async () => {
    expect(
      await check(
        "The Guide says “Every lamp is painted green at night”.",
        "As Regulation 5(1) has it, “visit the lamp house at least once each month”.",
      ),
    ).toEqual(["quote-not-on-page: Every lamp is painted green at night"]);
  });

  it("that stand elsewhere are told with that place", async () => {
    const [finding] = await checkBody(
      paragraph("Regulation 3(1) says “visit the lamp house at least once each month”."),
    );
    expect(finding?.message).toContain("5(1)");
  });
});

describe("what is no longer there", () => {
  it("is told once, with what took its place and since when", async () => {
    const findings = await checkBody(
      paragraph("The Local Safeguarding Children’s Boards decide.") +
        paragraph("The Local Safeguarding Children Board (LSCB) is told. CRB checks are made."),
    );
    expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      "warning: “Local Safeguarding Children’s Boards” is out of date. Since 29 June 2018: the safeguarding partners (Children and Social Work Act 2017, sections 16 to 30; SI 2018/497).",
      "warning: “CRB” is out of date. Since 1 December 2012: the Disclosure and Barring Service (DBS) (Protection of Freedoms Act 2012, sections 87 and 88; SI 2012/3006).",
    ]);
  });

  it("is let be where the text knows of it, and in other words", async () => {
    expect(await check("Ofsted inspects us. The NCSC handbook is in the office.")).toEqual([
      "replaced-named: NCSC",
    ]);
    expect(
      await check("The safeguarding partners (formerly the LSCB) are told.", "The board is told."),
    ).toEqual([]);
  });
});
