import { describe, expect, it } from "vitest";
import { exportReport } from "../../src/export/export-report.ts";
import { extractDocx } from "../../src/extract/word/extract-docx.ts";
import { textParts } from "../support/text-parts.ts";
import { pairs, policy, sources } from "./redline-pairs.ts";
import { readParagraphs, settleChanges } from "./track-changes.ts";

const main = "word/document.xml";

async function write(markdown: string): Promise<Uint8Array> {
  return exportReport({ markdown, format: "docx" });
}

/** Both texts, and those that the redline settles to. */
async function compare(old: string, fresh: string) {
  const [before, after] = [await write(old), await write(fresh)];
  const redlined = await exportReport({
    markdown: fresh,
    format: "docx",
    redline: { name: "old.docx", bytes: before },
  });
  const parts = textParts(redlined);
  const xml = parts.get(main) ?? "";
  const read = (bytes: Uint8Array) => readParagraphs(textParts(bytes).get(main) ?? "");
  // It is still a Word file.
  extractDocx(redlined);
  return {
    xml,
    notes: parts.get("word/footnotes.xml") ?? "",
    old: read(before),
    fresh: read(after),
    refused: settleChanges(xml, "refuse"),
    accepted: settleChanges(xml, "accept"),
  };
}

describe("a redline", () => {
  it.each(pairs)(
    "of %s is the new text when accepted, the old when refused",
    async (_name, old, fresh) => {
      const made = await compare(old, fresh);
      expect(made.accepted).toEqual(made.fresh);
      expect(made.refused).toEqual(made.old);
    },
  );

  it("marks words and not paragraphs", async () => {
    const { xml } = await compare(policy, policy.replace("at once**", "within the hour**"));
    const [gone] = /<w:del .*?<\/w:del>/s.exec(xml) ?? [];
    expect(gone).toContain("at");
    expect(xml.match(/<w:delText/g)?.length).toBeLessThan(4);
    expect(xml).not.toMatch(/<w:del [^>]*>(?:(?!<\/w:del>).)*police/s);
  });

  it("has no change where nothing changed, and is the same each time", async () => {
    const before = await write(policy);
    const request = {
      markdown: policy,
      format: "docx",
      redline: { name: "o", bytes: before },
    } as const;
    const [one, two] = [await exportReport(request), await exportReport(request)];
    expect(textParts(one).get(main)).toBe(textParts(before).get(main));
    expect(one).toEqual(two);
  });

  it("shows the notes of what is gone", async () => {
    const { xml, notes } = await compare(policy + sources, policy);
    const id = /<w:del [^>]*>(?:(?!<\/w:del>).)*w:footnoteReference w:id="(\d+)"/s.exec(xml)?.[1];
    expect(id).toBeDefined();
    expect(notes).toMatch(new RegExp(`<w:footnote w:id="${id}">.*?page`, "s"));
  });

  it("is found quickly where 2,000 rows of a table changed", async () => {
    const table = (word: string) =>
      `# T\n\n| A | B |\n| --- | --- |\n${Array.from({ length: 2000 }, (_, i) => `| ${i} | ${i % 3 === 0 ? word : "same"} ${i} |`).join("\n")}`;
    const made = await compare(table("one"), table("two"));
    expect(made.accepted).toEqual(made.fresh);
    expect(made.refused).toEqual(made.old);
  }, 60_000);

  it("is refused against what is no Word file", async () => {
    const bytes = new TextEncoder().encode("not a zip");
    const request = {
      markdown: policy,
      format: "docx",
      redline: { name: "old.docx", bytes },
    } as const;
    await expect(exportReport(request)).rejects.toThrow(
      /^old\.docx cannot be used\. It is damaged/,
    );
  });
});
