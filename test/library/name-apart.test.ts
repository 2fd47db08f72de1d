// Short names by which documents of one name are told apart.
import { describe, expect, it } from "vitest";
import type { DocumentInfo } from "../../src/document.ts";
import { nameApart } from "../../src/library/name-apart.ts";
import { describeDocument } from "../support/made-up-evidence.ts";

const names = (...documents: Partial<DocumentInfo>[]) =>
  nameApart(documents.map((facts, i) => describeDocument({ ...facts, id: `d${i}` }))).map(
    ({ short }) => short,
  );

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

  it("names editions by their version, or else their date", () => {
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
    ).toEqual(["Lamps (2030-01)", "Lamps (2031-01)"]);
  });

  it("names the policies of two homes by their files", () => {
    const policy = {
      short: "Policy Statement",
      title: "Policy Statement",
      version: null,
      date: null,
    };
    expect(
      names(
        { ...policy, file: "acton/fire_policy.docx" },
        { ...policy, file: "barnet/fire_policy.docx" },
      ),
    ).toEqual(["Policy Statement (acton/fire policy)", "Policy Statement (barnet/fire policy)"]);
  });
});
