// The parts of showing that stand on their own: naming a document, its contents, what a mention looks like.
import { describe, expect, it } from "vitest";
import { CharmError } from "../../src/errors.ts";
import { findDocument } from "../../src/show/find-document.ts";
import { showOutline } from "../../src/use-cases/show-outline.ts";
import { guide, regulations } from "./show-made-up.ts";
import { createMemoryLibrary } from "./show-memory-library.ts";

describe("findDocument", () => {
  const documents = [
    { short: "Guide", title: "Guide to lamps", file: "law/Guide_v2.pdf" },
    { short: "Guide digest", title: "Digest of the Guide", file: "Digest.pdf" },
    { short: "Plan", title: "Gull Rock: business plan", file: "plan.docx" },
  ];

  it.each([
    ["Guide", "law/Guide_v2.pdf"],
    ["the guide", "law/Guide_v2.pdf"],
    ["guide_v2", "law/Guide_v2.pdf"],
    ["Guide_v2.pdf", "law/Guide_v2.pdf"],
    ["law/Guide_v2.pdf", "law/Guide_v2.pdf"],
    ["digest of", "Digest.pdf"],
    ["gull rock", "plan.docx"],
  ])("%s is %s", (name, file) => {
    expect(findDocument(documents, name).file).toBe(file);
  });

  function failOf(name: string): CharmError {
    try {
      findDocument(documents, name);
    } catch (error) {
      if (error instanceof CharmError) return error;
    }
    throw new Error("a CharmError was expected");
  }

  it("lists what there is when nothing or too much fits", () => {
    expect(failOf("policy")).toMatchObject({ code: "document-unknown" });
    expect(failOf("policy").hint).toContain("Plan: plan.docx");
    expect(failOf("…").code).toBe("document-unknown");
    expect(failOf("policy").hint).not.toContain("Did you mean");
    expect(failOf("gui")).toMatchObject({ code: "document-ambiguous" });
    expect(failOf("gui").hint).not.toContain("plan.docx");
  });
});

describe("findDocument, of a name with a slip of the pen", () => {
  it.each(["Guied", "Regulatons", "Regulations.pfd"])("%s: asks which was meant", (name) => {
    const documents = [
      { file: "law/Regulations.pdf", short: "Lighthouse Regulations", title: "The Regulations" },
      { file: "Regulations.pdf", short: "Regulations", title: "Regulations of 2015" },
      { file: "Guide.pdf", short: "Guide", title: "A guide" },
    ];
    const short = name === "Guied" ? "Guide" : "Regulations";
    expect(() => findDocument(documents, name)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining(`Did you mean ${short}?`) }),
    );
  });
});

describe("showOutline", () => {
  const library = createMemoryLibrary([guide, regulations]);
  const linesOf = async (name: string) =>
    (await showOutline(name, library)).outline.map(
      ({ depth, locator, title, page, paragraphs }) => [
        depth,
        locator,
        title,
        page,
        paragraphs && `${paragraphs.from}–${paragraphs.to}`,
      ],
    );

  it("lists titled provisions by depth, with their pages", async () => {
    expect(await linesOf("Regulations")).toEqual([
      [0, "Part 1", "Keepers", 1, null],
      [1, "3", "The safe harbour standard", 2, null],
      [1, "4", "The calm seas standard", 2, null],
      [1, "5", "The log", 3, null],
      [0, "Schedule 1", "Contents of the log", 8, "Schedule 1 para 1–Schedule 1 para 2"],
    ]);
  });

  it("tells the numbers of paragraphs under a heading, and boxes that quote the law", async () => {
    expect(await linesOf("Guide")).toEqual([
      [0, null, "The log", 5, "5.1–5.3"],
      [1, null, "quoted: regulation 5", 5, null],
      [0, "Annex A", "Annex A – Birds", 9, "Annex A 5.1–Annex A 5.1"],
    ]);
  });
});
