// Short names by which documents of one name are told apart.
import { describe, expect, it } from "vitest";
import type { DocumentInfo } from "../../src/document.ts";
import { nameApart } from "../../src/library/name-apart.ts";
import { foldText } from "../../src/references/tokens.ts";
import { describeDocument } from "../support/made-up-evidence.ts";

const make = (...documents: Partial<DocumentInfo>[]) =>
  documents.map((facts, i) =>
    describeDocument({ ...facts, id: `d${i}`, file: facts.file ?? `${i}.pdf` }),
  );
const names = (...documents: Partial<DocumentInfo>[]) =>
  nameApart(make(...documents)).map(({ short }) => short);

const plain = { version: null, date: null };
const fire = { ...plain, short: "Fire policy", title: "Fire policy" };

describe("nameApart", () => {
  it("leaves names alone that no other document has", () => {
    expect(names({ short: "Guide" }, { short: "Plan" })).toEqual(["Guide", "Plan"]);
  });

  it("names volumes by their titles", () => {
    const short = "Harbour guidance";
    expect(
      names(
        { short, title: "Harbour guidance: volume 1" },
        { short: "harbour guidance", title: "Harbour guidance: volume 2" },
      ),
    ).toEqual(["Harbour guidance: volume 1", "Harbour guidance: volume 2"]);
  });

  it("names editions by their version, or else their year, or else their date", () => {
    const edition = { short: "Lamps", title: "Lamps" };
    expect(names({ ...edition, version: "2" }, { ...edition, version: "3" })).toEqual([
      "Lamps (2)",
      "Lamps (3)",
    ]);
    expect(
      names(
        { ...edition, version: "2", date: "2030-01" },
        { ...edition, version: "2", date: "2031-01" },
      ),
    ).toEqual(["Lamps (2030)", "Lamps (2031)"]);
    expect(
      names({ ...edition, ...plain, date: "2030-01" }, { ...edition, ...plain, date: "2030-02" }),
    ).toEqual(["Lamps (2030-01)", "Lamps (2030-02)"]);
  });

  it("names the policies of two homes by their homes, whatever their versions", () => {
    expect(
      names(
        { ...fire, version: "1", file: "own/Acton/fire_policy.docx" },
        { ...fire, version: "2", file: "own/Barnet/old/fire_policy.docx" },
      ),
    ).toEqual(["Fire policy (Acton)", "Fire policy (Barnet)"]);
  });

  it("names what only the files' names tell apart by those", () => {
    expect(
      names({ ...fire, file: "own/Night_one.docx" }, { ...fire, file: "own/Day.docx" }),
    ).toEqual(["Fire policy (Night one)", "Fire policy (Day)"]);
    expect(names({ ...fire, file: "own/Fire.docx" }, { ...fire, file: "own/Fire.pdf" })).toEqual([
      "Fire policy (own/Fire.docx)",
      "Fire policy (own/Fire.pdf)",
    ]);
  });

  it("lets a declared name be", () => {
    expect(
      names({ ...fire, file: "a/x.md" }, { ...fire, file: "b/x.md", shortDeclared: true }),
    ).toEqual(["Fire policy (a)", "Fire policy"]);
    expect(
      names(
        { ...fire, file: "a/x.md", shortDeclared: true },
        { ...fire, file: "b/x.md", shortDeclared: true },
      ),
    ).toEqual(["Fire policy (a)", "Fire policy (b)"]);
  });

  it("gives no name that another document has", () => {
    const given = names(
      { ...fire, file: "a/x.md" },
      { ...fire, file: "b/x.md" },
      { ...fire, short: "Fire policy (a)", file: "c/x.md" },
    );
    expect(given[2]).toBe("Fire policy (a)");
    expect(new Set(given).size).toBe(3);
  });

  it("gives every document a name of its own, in whatever order they come", () => {
    const documents = make(
      ...[
        "a/b.md",
        "a-b.md",
        "a/B.md",
        "a_b.md",
        "a b.md",
        "A/b.md",
        "c/d/e.md",
        "c/e.md",
        "e.md",
      ].map((file) => ({ ...fire, file })),
    );
    const nameOf = (list: DocumentInfo[]) =>
      Object.fromEntries(nameApart(list).map(({ file, short }) => [file, short]));
    const given = nameOf(documents);
    expect(new Set(Object.values(given).map(foldText)).size).toBe(documents.length);
    expect(nameOf(documents.toReversed())).toEqual(given);
  });
});
