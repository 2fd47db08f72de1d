// Documents first, then numbers by their grammar; in a document, its own numbers first.
import { describe, expect, it } from "vitest";
import { createOutlineLibrary } from "../../src/references/create-library.ts";
import { createReader } from "../../src/references/reader.ts";
import type { Reading } from "../../src/references/resolution.ts";
import { makeDocument, makeRows } from "./made-up-library.ts";

const own = { authority: "own", structureKind: "headed" } as const;
const documents = [
  makeDocument("law", "The Children's Homes (England) Regulations 2015", {
    short: "Regulations",
    version: "SI 2015/541",
  }),
  makeDocument("act", "Children Act 2004", { short: "Children Act 2004" }),
  makeDocument("guide", "Guide to the children's homes regulations", {
    short: "Guide",
    authority: "statutory-guidance",
    structureKind: "numbered",
  }),
  makeDocument("calm", "Calm Behaviour Policy", own),
  makeDocument("visits", "Night Visits", own),
  makeDocument("plan", "Gull House Business Plan 2026", own),
  makeDocument("fire-a", "Fire Policy", { ...own, short: "Fire Policy (a)" }),
  makeDocument("fire-b", "Fire Policy", { ...own, short: "Fire Policy (b)" }),
  makeDocument("keys-a", "Keys at Gull House", { ...own, shortShared: "Keys policy" }),
  makeDocument("keys-b", "Keys at Tern House", { ...own, shortShared: "Keys policy" }),
];
const rows = [
  ...makeRows("law", [["reg/5"], ["reg/12"], ["reg/13"], ["reg/13/1"], ["reg/15"]]),
  ...makeRows("act", [["s/1"], ["s/2"], ["s/47"]]),
  ...makeRows("guide", [["para/3.1"], ["para/3.3"], ["para/9.4"], ["para/15.5"]]),
  ...makeRows("calm", [["sec/3"], ["sec/3.1"], ["sec/3.2"], ["sec/4"], ["sec/4/a"]]),
  ...makeRows("plan", [
    ["sec/1"],
    ["sec/2"],
    ["sec/3"],
    ["sec/3.1"],
    ["head/appendix-2-records", { title: "Appendix 2 Records" }],
    ["sec/1~2", { under: "head/appendix-2-records" }],
    ["sec/2~2", { under: "head/appendix-2-records" }],
    ["head/appendix-3-plan", { title: "Appendix 3: Plan" }],
  ]),
  ...["visits", "fire-a", "fire-b", "keys-a", "keys-b"].flatMap((id) =>
    makeRows(id, [["sec/3"], ["sec/3.1"]]),
  ),
];
const reader = createReader(createOutlineLibrary(documents, rows));

function write({ document, instrument, address }: Reading): string {
  return `${document?.documentId ?? instrument?.key ?? "?"}:${address ?? ""}`;
}

/** "found plan:sec/1", several readings joined by a stroke, several places by a semicolon. */
function read(text: string, documentId: string | null = null): string {
  return reader
    .parse(text)
    .flatMap((reference) => reader.resolve(reference, [], { documentId, address: null }))
    .map(({ status, reading, alternatives }) => {
      const readings = reading === null ? [] : [reading, ...alternatives];
      return `${status} ${readings.map(write).join(" | ")}`.trim();
    })
    .join("; ");
}

const notesOn = (text: string) =>
  reader
    .parse(text)
    .flatMap((reference) =>
      reader.resolve(reference).flatMap(({ notes }) => notes.map(({ code }) => code)),
    );

describe("numbers behind the name of an own document", () => {
  it.each([
    ["See calm behaviour policy 3.2 first.", "found calm:sec/3.2"],
    ["as the behaviour policy 3.2.b says", "found calm:sec/3.2"],
    ["The Calm Policy, 3.1, is read daily.", "found calm:sec/3.1"],
    ["section 3.1 of our business plan", "found plan:sec/3.1"],
    ["calm behaviour policy 4.a", "found calm:sec/4/a"],
    ["calm behaviour policy 4(a)", "found calm:sec/4/a"],
    ["Any behaviour policy has rules.", ""],
    ["their night visits are logged", ""],
    ["See Night Visits, section 3.", "found visits:sec/3"],
    ["the behaviour policy 2026", "found calm:"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["Fire Policy 3.1", "ambiguous fire-a:sec/3.1 | fire-b:sec/3.1"],
    ["keys policy 3.1", "ambiguous keys-a:sec/3.1 | keys-b:sec/3.1"],
    ["Fire Policy (b) 3.1", "found fire-b:sec/3.1"],
  ])("of two that go by one name neither is guessed: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("a document's own numbers inside itself", () => {
  it.each([
    ["See 3.1.", "found plan:sec/3.1"],
    ["as 9.4 says", "not-a-reference"],
    ["paragraph 3.3", "missing plan:sec/3.3"],
    ["section 2", "found plan:sec/2"],
    ["section 47 enquiry", "external ca1989:s/47"],
    ["section 1 (Appendix 2)", "found plan:sec/1~2"],
    ["sections 1 and 2 of Appendix 2", "found plan:sec/1~2; found plan:sec/2~2"],
    ["Appendix 2, section 2", "found plan:sec/2~2"],
    ["Appendix 2, section 9", "missing ?:appendix-2/9"],
    ["section 4 (Appendix 3)", "found plan:head/appendix-3-plan"],
    ["page 90", "missing"],
    ["Guide 3.1", "found guide:para/3.1"],
    ["regulation 5", "found law:reg/5"],
  ])("%s", (text, expected) => {
    expect(read(text, "plan")).toBe(expected);
  });

  it("is looked for in the Guide from outside", () => {
    expect(read("3.1")).toBe("found guide:para/3.1");
  });
});

describe("names of Acts and regulations that are nearly right", () => {
  it.each([
    ["Children's Home Regulation 2015", "found law:"],
    ["regulation 12 of the Children Homes Regulations 2015", "found law:reg/12"],
    ["section 2 of the Children's Act 2004", "found act:s/2"],
    ["Care Standard Act 2000", "external csa2000:"],
    ["the Children and Young Person's Act 2008", "external cypa2008:"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(notesOn(text)).toContain("name-misspelt");
  });

  it.each(["Children Act 2004", "Family Act 2014", "Care Homes Regulations 2001"])(
    "%s is taken as it is",
    (text) => {
      expect(notesOn(text)).not.toContain("name-misspelt");
    },
  );
});

describe("numbers of regulations", () => {
  it("are read one by one in a list", () => {
    expect(read("regs 5, 12 and 13")).toBe("found law:reg/5; found law:reg/12; found law:reg/13");
  });

  it("written as the Guide's are missing, and the Guide's paragraph is named", () => {
    expect(read("(Regulations 15.5-15.8)")).toBe("missing law:reg/15/5");
    expect(notesOn("(Regulations 15.5-15.8)")).toContain("guide-paragraph");
    expect(notesOn("Regulation 15(5)")).not.toContain("guide-paragraph");
    expect(read("Reg 13.1(g)")).toBe("missing law:reg/13/1/g");
  });
});
