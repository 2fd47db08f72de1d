// The Regulations and the Guide themselves: every valid target is found on its page, and none is invented.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Provision } from "../../src/structure/provision.ts";
import { readStructure } from "../../src/structure/structure.ts";
import { extractOnce } from "../support/extract-once.ts";
import { hasShared, sharedPath, withoutShared } from "../support/shared-folder.ts";

const regulations = "Childrens_Homes_England_Regulations_2015_SI_2015_541_revised_2024-05.pdf";
const guide = "Guide_to_Children_s_Home_Standards_inc_quality_standards_Version__1.17_FINAL.pdf";

const read = async (file: string): Promise<Map<string, Provision>> => {
  const { provisions } = readStructure(await extractOnce(sharedPath("guidance", file)));
  return new Map(provisions.map((provision) => [provision.address, provision]));
};
const index = (file: string) =>
  JSON.parse(readFileSync(sharedPath("domain", file), "utf8")) as Record<string, unknown>;

describe.skipIf(!hasShared)(`the 2015 Regulations${withoutShared}`, () => {
  let provisions: Map<string, Provision>;
  const addressOf = (ref: string): string => {
    const labels = (text: string) => [...text.matchAll(/\((\w+)\)/g)].map((match) => match[1]);
    const schedule = /^Sch (\d+)(?: para (\w+))?(.*)$/.exec(ref);
    if (schedule) {
      const [, number, paragraph, rest = ""] = schedule;
      return ["sch", number, ...(paragraph ? ["para", paragraph] : []), ...labels(rest)].join("/");
    }
    const [, number, rest = ""] = /^(\d+)(.*)$/.exec(ref) ?? [];
    return ["reg", number, ...labels(rest)].join("/");
  };
  const units = !hasShared
    ? []
    : (index("regs_index.json")["units"] as { ref: string; pdf_page: number }[]);

  beforeAll(async () => {
    provisions = await read(regulations);
  });

  it("finds all 869 units on their pages", () => {
    const wrong = units.filter(
      (unit) => provisions.get(addressOf(unit.ref))?.page !== unit.pdf_page,
    );
    expect(wrong.map((unit) => unit.ref)).toEqual([]);
    expect(units).toHaveLength(869);
  });

  it("finds no others", () => {
    const valid = new Set(units.map((unit) => addressOf(unit.ref)));
    const others = [...provisions.keys()].filter(
      (address) => /^(?:reg|sch)\//.test(address) && !valid.has(address),
    );
    // Definitions are addressed by their term, and divisions by number.
    expect(others.filter((address) => !/\/def\/|\/(?:part|head)\//.test(address))).toEqual([]);
  });

  it.each(["26(4)(a)", "28(5)", "28(2)(d)", "58", "4(1)"])("does not invent %s", (ref) => {
    expect(provisions.has(addressOf(ref))).toBe(false);
  });

  it("finds numerals that stand under a paragraph without letters", () => {
    expect(provisions.get("reg/26/4/i")?.locator).toBe("26(4)(i)");
  });

  it("marks what is no longer law, and says why", () => {
    expect(provisions.get("reg/3/1A")).toMatchObject({ standing: "omitted", page: 6 });
    for (const label of ["1A", "1B", "1C", "1D"]) {
      const provision = provisions.get(`reg/22/${label}`);
      expect(provision?.standing).toBe("temporary");
      expect(provision?.notes.join(" ")).toContain("2020/909");
    }
    const both = provisions.get("reg/22/1")?.content[0];
    expect(both && "text" in both ? both.text : "").toMatch(
      /^The registered person Subject to paragraph \(1A\) the registered person must/,
    );
  });

  it("keeps what follows a nested list with the paragraph it belongs to", () => {
    const endsInText = ["reg/51/1", "reg/43/3/g"].filter((address) => {
      const last = provisions.get(address)?.content.at(-1);
      return last !== undefined && "text" in last;
    });
    expect(endsInText).toHaveLength(2);
  });

  it("keeps the running header out of regulation 40(4)", () => {
    const text = [...provisions.values()]
      .filter((provision) => provision.address.startsWith("reg/40/4"))
      .flatMap((provision) => provision.content.map((item) => ("text" in item ? item.text : "")))
      .join(" ");
    expect(text).not.toMatch(/Document Generated|Changes to legislation|PART 5/i);
  });
});

describe.skipIf(!hasShared)(`the Guide${withoutShared}`, () => {
  let provisions: Map<string, Provision>;
  beforeAll(async () => {
    provisions = await read(guide);
  });

  it("finds all 376 paragraphs on their pages, and no others", () => {
    const rows = !hasShared
      ? []
      : readFileSync(sharedPath("eval", "paragraph_to_page.tsv"), "utf8")
          .trim()
          .split("\n")
          .map((row) => row.split("\t"))
          .filter(([file]) => file === guide);
    const pages = new Map(
      rows.map(([, part = "", number = "", page]) => [
        part.startsWith("Annex")
          ? `${part.toLowerCase().replace(" ", "-")}/${number}`
          : `para/${number}`,
        Number(page),
      ]),
    );
    expect(pages.size).toBe(376);
    const found = [...provisions.values()].filter((p) => /^(?:para|annex-\w)\//.test(p.address));
    expect(new Map(found.map((p) => [p.address, p.page]))).toEqual(pages);
    expect(provisions.has("para/14.1")).toBe(false);
  });

  it("finds the boxed regulations, each in its place", () => {
    const quoted = [...provisions.values()].filter((p) => p.kind === "quotation");
    expect(quoted.map((p) => [p.quotes, p.page])).toEqual([
      ["reg/5", 10],
      ["reg/6", 13],
      ["reg/7", 20],
      ["reg/8", 25],
      ["reg/9", 30],
      ["reg/10", 32],
      ["reg/11", 37],
      ["reg/12", 41],
      ["reg/13", 51],
      ["reg/14", 55],
    ]);
  });

  it("reads the tables of Annex A under their headings", () => {
    const headings = [...provisions.values()].filter((p) => p.title?.endsWith("Qualifications"));
    expect(headings.map((p) => [p.title, p.page])).toEqual([
      ["Manager Qualifications", 68],
      ["Staff Qualifications", 71],
    ]);
    for (const heading of headings) {
      expect(
        heading.content.filter((item) => "kind" in item && item.kind === "row").length,
      ).toBeGreaterThan(1);
    }
  });

  it("lifts every footnote and links it to its mark", () => {
    const notes = [...provisions.values()].filter((p) => p.kind === "footnote");
    const labels = new Set(notes.map((p) => Number(p.locator?.replace("footnote ", ""))));
    expect([...labels].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 34 }, (_, i) => i + 1),
    );
  });
});
