import { describe, expect, it } from "vitest";
import { paragraph } from "../../extract/word/make-docx.ts";
import { check, checkBody } from "./check-written.ts";

describe("what is still to be filled in", () => {
  it.each([
    ["The number is TBC.", "TBC"],
    ["Call XX at night.", "XX"],
    ["The number is to be confirmed.", "to be confirmed"],
    ["Write to [Company Name].", "[Company Name]"],
    ["Write to [insert e-mail address] at once.", "[insert e-mail address]"],
    ["The nurse can be reached at ____ on weekdays.", "nurse can be reached at ____"],
    ["Write to manager@ for a form.", "manager@"],
    ["Write to office@______.", "office@______."],
    ["Ring «Telephone».", "«Telephone»"],
    ["The home is called &lt;home name&gt;.", "<home name>"],
  ])("%s", async (text, blank) => {
    expect(await check(text)).toContain(`left-blank: ${blank}`);
  });

  it("is told once, with how often it stands there", async () => {
    const findings = await checkBody(paragraph("[name] and [name]") + paragraph("[Name]"));
    expect(findings.map(({ message }) => message)).toEqual([
      "“[name]” is still to be filled in, and so are 2 more like it.",
    ]);
  });

  it.each([
    "Signed: ____________ Date: ____________",
    "The decision is written down. Name: ______ Signature: ______",
    "Write to office@gullrock.example or ring 0300 000 0000.",
    "He said: “I saw [the keeper] there”, and [sic] was added.",
    "A size XXL coat, and an AXXA battery.",
    "As [regulation 3] has it.",
    "The date is to be confirmed by the social worker.",
  ])("is not: %s", async (text) => {
    expect(await check(text)).toEqual([]);
  });

  const row = (...cells: string[]): string =>
    `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join("")}</w:tr>`;
  const blanksIn = async (...rows: string[]): Promise<unknown[]> =>
    (await checkBody(`<w:tbl>${rows.join("")}</w:tbl>`)).map(({ reference }) => reference);

  it("is an empty cell beside a label that promises a value, where others have one", async () => {
    expect(
      await blanksIn(row("Version", "3"), row("Approved by", ""), row("Owner", "The keeper")),
    ).toEqual(["Approved by"]);
    expect(await blanksIn(row("Version", "3"), row("Lamp lead", "Not yet assigned"))).toEqual([
      "Not yet assigned",
    ]);
    expect(await blanksIn(row("Responsible individual", "To be appointed"))).toEqual([
      "To be appointed",
    ]);
  });

  it("is no empty cell of a form, and no sentence on what is not yet settled", async () => {
    expect(await blanksIn(row("Name of child", ""), row("Date", ""), row("Version", "3"))).toEqual(
      [],
    );
    expect(await blanksIn(row("Approved by", ""), row("Telephone", ""))).toEqual([]);
    expect(
      await check("A child who has not yet been assigned a keeper is told who will be."),
    ).toEqual([]);
    expect(await check("The date of the visit is still to be agreed with the harbour.")).toEqual(
      [],
    );
  });

  it("is not a form to write on by hand", async () => {
    expect(await check("# Appendix 1: Form", "Name: ________", "Born on: ________")).toEqual([]);
  });
});

describe("what templates and machines leave behind", () => {
  it.each([
    "Is there anything else you would like me to add here?",
    "I've expanded the section on storms as you asked.",
    "Note to user: amend this section to reflect your own arrangements.",
    "Please note that this is a general template and should be reviewed by a legal professional.",
    "Your text goes here.",
    "Staff bring a torch. Delete this paragraph if there is no tower.",
  ])("is told of once: %s", async (text) => {
    expect(await check(text)).toEqual([expect.stringMatching(/^template-remains: /)]);
  });

  it.each([
    "I tell the keeper if I have added a drawing to my folder.",
    "Would you like to come in? Let us know what you need.",
    "Only the manager may amend this policy; nobody is to remove this page from the book.",
    "The template for letters is in the office, and a standard form is used.",
    "Children ask: do you want to help me light the lamp?",
    "If you want me to come with you, say so. I can write down what you tell me.",
  ])("is not: %s", async (text) => {
    expect(await check(text)).toEqual([]);
  });

  it("is told as it is written", async () => {
    expect(await check("I hope this helps! Let me know if you’d like more.")).toEqual([
      "template-remains: I hope this helps",
      "template-remains: Let me know if you’d like",
    ]);
    expect(await check("We hope that this policy helps.")).toEqual([]);
  });
});

describe("the next review", () => {
  it.each([
    ["Next review: May 2031", "May 2031"],
    ["Review Date: June 2029 Next Review Date: 14 June 2031", "14 June 2031"],
    ["This policy is due for review by 1 March 2030.", "1 March 2030"],
    ["Lamp policy | Version 3 | Next scheduled review: 14/03/2031", "14/03/2031"],
    ["It is to be looked at again by May 2031.", "May 2031"],
  ])("is overdue: %s", async (text, date) => {
    expect(await check(text)).toEqual([`review-overdue: ${date}`]);
  });

  it.each([
    "Next review: June 2031",
    "Next review: 15 June 2031",
    "To be looked at again by 1 July 2031",
    "Last review: May 2029. Next review: 2032-05-01",
    "Reviewed in May 2029",
    "The last review was due for review in May 2029",
  ])("is not: %s", async (text) => {
    expect(await check(text)).toEqual([]);
  });

  it("counts as last announced", async () => {
    expect(await check("Next review: May 2030", "Next review: May 2032")).toEqual([]);
  });
});

describe("appendices", () => {
  const appendices = [
    "# Appendix 1: Menu",
    "Soup on Monday.",
    "# Appendix 2: Missing keepers protocol",
    "Look in the harbour.",
  ];

  it("are told of where they are something else", async () => {
    const told = await check("Appendix 1 has the missing keepers protocol.", ...appendices);
    expect(told).toEqual(["appendix-differs: Appendix 1"]);
    expect(await check("Appendix 1 explains fog horns.", ...appendices)).toEqual(told);
    expect(await check("Fog horns: see Appendix 5.", ...appendices)).toEqual([
      "appendix-differs: Appendix 5",
    ]);
  });

  it("are let be where they are what is said, in contents, and where there are none", async () => {
    const contents = ["Appendix 1: Menu", "Appendix 2: Missing keepers protocol"];
    expect(await check(...contents, "The menu is in Appendix 1.", ...appendices)).toEqual([]);
    expect(await check("Soup is in Appendix 1 on Mondays.", ...appendices)).toEqual([]);
    expect(await check("Appendix 1 is copied for each keeper.", ...appendices)).toEqual([]);
    expect(await check("Appendix 3 explains fog horns.")).toEqual([]);
  });
});
