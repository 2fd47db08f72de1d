import { describe, expect, it } from "vitest";
import { joinTextLines } from "../../src/show/provision-lines.ts";
import type { ShownReference } from "../../src/show/shown.ts";
import { showReferences } from "../../src/use-cases/show-references.ts";
import { guide, regulations } from "./show-made-up.ts";
import { createMemoryLibrary } from "./show-memory-library.ts";

const library = createMemoryLibrary([guide, regulations]);

async function show(surface: string): Promise<ShownReference> {
  const [shown, ...more] = await showReferences([surface], { library });
  if (shown === undefined || more.length > 0) throw new Error("one entry was expected");
  return shown;
}

async function textOf(surface: string): Promise<string> {
  const { targets } = await show(surface);
  return joinTextLines(targets[0]?.lines ?? []);
}

const codes = ({ notes }: ShownReference) => notes.map(({ code }) => code);

describe("the text of a provision", () => {
  it("has its children with their labels, and what follows a list in its place", async () => {
    expect(await textOf("reg 5")).toBe(
      [
        "(1) A keeper must write in the log—",
        "(a) the weather;",
        "(b)(i) the ships, and",
        "(ii) the birds,",
        "before the lamp is lit.",
        "(2) No keeper may sleep.",
        "(4) Paragraph (1) applies by day, as does regulation 4.",
      ].join("\n"),
    );
  });

  it("leaves its own label out", async () => {
    expect(await textOf("reg 5(1)(b)")).toBe("(i) the ships, and\n(ii) the birds,");
    expect(await textOf("Guide 5.1")).toBe("Regulation 5(1)(b) means all birds.\n• gulls\n• terns");
  });

  it("numbers paragraphs of Schedules, and sets titles on lines of their own", async () => {
    expect(await textOf("Schedule 1")).toBe("1. The date.\n2. The tide.");
    expect(await textOf("Part 1")).toContain(
      "The calm seas standard\n4. A keeper must keep the sea calm.\nThe log\n5.—(1) A keeper",
    );
  });

  it("stands with its page, its document, and the headings around it", async () => {
    const { targets, status } = await show("reg 5(1)");
    expect(status).toBe("found");
    expect(targets).toMatchObject([
      {
        file: "law.pdf",
        short: "Regulations",
        locator: "5(1)",
        name: "regulation 5(1)",
        page: 3,
        pageEnd: 4,
        trail: ["Keepers", "The log"],
        taken: true,
      },
    ]);
  });

  it("has footnotes beside it", async () => {
    const { targets } = await show("Guide 5.2");
    expect(targets[0]?.footnotes).toEqual([
      { label: "3", text: "See also paragraph 5.1 of the Guide.", page: 6 },
    ]);
    expect(targets[0]?.lines.map(({ text }) => text)).toEqual([
      "The log in regulation 5 is kept for 5 years, and the calm seas standard is met by it.",
    ]);
  });

  it("of a page is what stands on it, begun elsewhere or not", async () => {
    expect(await textOf("page 6 of the Guide")).toBe(
      "met by it.\n5.3 Keepers also sing on 15 May.",
    );
    expect(await textOf("page 5 of the Guide")).toContain("the calm seas standard is");
    expect(await textOf("page 5 of the Guide")).not.toContain("met by it");
  });

  it("of a whole document is its contents", async () => {
    for (const name of ["the Regulations", "Regulations", "law.pdf"]) {
      const { status, targets } = await show(name);
      expect(status).toBe("found");
      expect(targets[0]).toMatchObject({ locator: null, page: 1, pageEnd: 12, mentions: null });
      expect(targets[0]?.lines.map(({ label, text }) => [label, text])).toContainEqual([
        "5",
        "The log",
      ]);
    }
  });
});

describe("where a provision is mentioned", () => {
  const mentionsOf = async (surface: string) =>
    (await show(surface)).targets[0]?.mentions?.listed.map(
      ({ short, locator, page, surface: words, kind }) => [short, locator, page, words, kind],
    );

  it("lists what speaks of it or a part of it, then boxes, then what it is part of", async () => {
    expect(await mentionsOf("reg 5(1)")).toEqual([
      ["Guide", "5.1", 5, "Regulation 5(1)(b)", "exact"],
      ["Guide", null, 5, null, "quoted"],
      ["Guide", "5.2", 5, "regulation 5", "whole"],
    ]);
  });

  it("knows standards by their names, and its own document as well", async () => {
    expect(await mentionsOf("reg 4")).toEqual([
      ["Guide", "5.2", 5, "the calm seas standard", "exact"],
      ["Regulations", "5(4)", 3, "regulation 4", "exact"],
    ]);
  });

  it("finds guidance by paragraph, and nothing that is only a number", async () => {
    expect(await mentionsOf("Guide 5.1")).toEqual([
      ["Guide", "footnote 3", 6, "paragraph 5.1 of the Guide", "exact"],
    ]);
    expect(await mentionsOf("Guide 5.3")).toEqual([]);
    expect(await mentionsOf("reg 5(4)")).not.toContainEqual(expect.arrayContaining(["5.3"]));
  });

  it("counts what it does not list", async () => {
    const many = Array.from({ length: 14 }, (_, i) => ({
      ...(guide.passages[0] as (typeof guide.passages)[0]),
      id: `guide:9${i}`,
      text: "See regulation 4.",
      spans: [
        {
          start: 0,
          end: 17,
          page: i + 1,
          provision: 3,
          locator: `9.${i}`,
          address: `para/9.${i}`,
          kind: "text" as const,
        },
      ],
    }));
    const crowded = createMemoryLibrary([{ ...guide, passages: many }, regulations]);
    const [shown] = await showReferences(["reg 4"], { library: crowded });
    expect(shown?.targets[0]?.mentions?.listed).toHaveLength(10);
    expect(shown?.targets[0]?.mentions?.count).toBe(15);
  });
});

describe("what is wrong with a reference", () => {
  it("that does not exist is told with what there is", async () => {
    const shown = await show("reg 5(9)");
    expect(shown).toMatchObject({
      status: "missing",
      targets: [],
      nearest: { file: "law.pdf", locator: "5(4)", page: 3 },
    });
    expect(shown.notes[0]?.message).toContain("from 5(1) to 5(4)");
  });

  it("that was omitted is told with the annotation", async () => {
    const shown = await show("reg 5(3)");
    expect(shown).toMatchObject({ status: "missing", nearest: null });
    expect(shown.notes.map(({ message }) => message)).toContain("Reg. 5(3) omitted (1.1.2032)");
  });

  it("that is temporary is shown with a warning, and so is what holds such text", async () => {
    const shown = await show("reg 5(2)");
    expect(shown).toMatchObject({ status: "found", targets: [{ standing: "temporary" }] });
    expect(codes(shown)).toContain("temporary");
    expect(codes(await show("reg 5"))).toEqual(["holds-temporary", "holds-omitted"]);
    expect(codes(await show("reg 5(1)"))).toEqual([]);
  });

  it("that may mean two things shows both, the one taken first", async () => {
    const shown = await show("paragraph 5.1");
    expect(shown.status).toBe("ambiguous");
    expect(shown.targets.map(({ locator, taken }) => [locator, taken])).toEqual([
      ["5.1", true],
      ["Annex A 5.1", false],
    ]);
    expect(codes(shown)).toContain("several-places");
  });

  it("to an instrument that is not held names it", async () => {
    const shown = await show("section 22G of the Children Act 1989");
    expect(shown).toMatchObject({ status: "external", targets: [] });
    expect(shown.notes[0]?.message).toContain("Children Act 1989");
  });

  it.each(["£10.13", "hello there", "12.03.2026"])("%s is none", async (surface) => {
    const shown = await show(surface);
    expect(shown).toMatchObject({ reference: surface, status: "missing", targets: [] });
    expect(codes(shown)).toEqual(["not-a-reference"]);
  });
});

describe("a reference with a slip of the pen", () => {
  it.each([
    ["shedule 1", "schedule 1"],
    ["Anex A", "annex A"],
    ["Guied", "Guide"],
  ])("%s: asks whether %s was meant", async (surface, meant) => {
    const shown = await show(surface);
    expect(shown.status).toBe("missing");
    expect(shown.notes.map(({ message }) => message).join()).toContain(`Did you mean “${meant}”?`);
  });

  it("is asked about where only its number was read, in another document", async () => {
    const info = { ...guide.info, id: "plan", file: "plan.pdf", title: "Harbour plan" };
    const plan = { ...guide, info: { ...info, short: "Harbour plan", authority: "own" as const } };
    const held = { library: createMemoryLibrary([guide, regulations, plan]) };
    const meant = (entry: ShownReference | undefined) =>
      entry?.notes.filter(({ code }) => code === "perhaps-meant").map(({ message }) => message);
    const all = await showReferences(["Harbour plam 5.1", "Harbour plan 5.1", "Gude 5.1"], held);
    expect(all.map(meant)).toEqual([["Did you mean “Harbour plan 5.1”?"], [], []]);
  });

  it("is not made of words that name nothing when mended either", async () => {
    const shown = await show("shedules of ships");
    expect(shown.notes.map(({ message }) => message).join()).not.toContain("Did you mean");
  });
});

describe("several references", () => {
  it("in one argument make one entry, with the worst status", async () => {
    const shown = await show("regs 4 and 9");
    expect(shown).toMatchObject({ status: "missing", targets: [{ locator: "4" }] });
  });

  it("in several arguments make an entry each, in order", async () => {
    const shown = await showReferences([" reg 5 ", "nonsense", "reg 4"], { library });
    expect(shown.map(({ reference, status }) => [reference, status])).toEqual([
      ["reg 5", "found"],
      ["nonsense", "missing"],
      ["reg 4", "found"],
    ]);
  });
});
