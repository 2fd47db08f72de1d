// Short names of the texts of the field, where no sources.yaml gives them.
import { describe, expect, it } from "vitest";
import type { DocumentInfo } from "../../src/document.ts";
import { citeByShort } from "../../src/library/cited-short.ts";
import { describeDocument } from "../support/made-up-evidence.ts";

const shorts = (...documents: Partial<DocumentInfo>[]) =>
  citeByShort(
    documents.map((facts, i) =>
      describeDocument({ short: "as it is", url: null, ...facts, id: `d${i}`, file: `${i}.pdf` }),
    ),
  ).map(({ short }) => short);

const regulations = {
  title: "The Children’s Homes (England) Regulations 2015",
  authority: "legislation",
} as const;
const working = {
  title: "Working together to safeguard children 2023: statutory guidance",
  authority: "statutory-guidance",
} as const;

describe("citeByShort", () => {
  it("names what it knows by title and authority", () => {
    expect(
      shorts(
        regulations,
        {
          title: "Guide to the Children’s Homes Regulations including the quality standards",
          authority: "statutory-guidance",
        },
        working,
        {
          title: "Social care common inspection framework (SCCIF): children's homes",
          authority: "inspection",
        },
      ),
    ).toEqual(["Regulations", "Guide", "Working Together", "SCCIF"]);
  });

  it("leaves what sources.yaml names, what others issued, and other texts", () => {
    expect(shorts({ ...regulations, shortDeclared: true, short: "CHR" })).toEqual(["CHR"]);
    expect(shorts({ ...working, authority: "other" })).toEqual(["as it is"]);
    expect(shorts({ ...working, authority: "own" })).toEqual(["as it is"]);
    expect(
      shorts(
        { title: "Working together in our home", authority: "statutory-guidance" },
        { title: "Fostering Services (England) Regulations 2011", authority: "legislation" },
        {
          title: "Social care common inspection framework (SCCIF): independent fostering agencies",
          authority: "inspection",
        },
      ),
    ).toEqual(["as it is", "as it is", "as it is"]);
  });

  it("gives no name that another document goes by, nor one to editions of one text", () => {
    expect(shorts(regulations, { title: "Regulations", authority: "own" })).toEqual([
      "as it is",
      "as it is",
    ]);
    expect(
      shorts(working, { ...working, title: "Working together to safeguard children 2018" }),
    ).toEqual(["as it is", "as it is"]);
  });
});
