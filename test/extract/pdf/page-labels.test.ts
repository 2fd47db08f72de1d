// Numbers of pages as the file gives them, and lists of what it holds, made as long as a file can make them.
import { describe, expect, it } from "vitest";
import { extractPdf } from "../../../src/extract/pdf/extract-pdf.ts";
import { drawPdf, write, type Drawing } from "./draw-pdf.ts";

interface Inner {
  readonly _root: { readonly data: Record<string, unknown> };
}

const lines = ["The lamp is lit at dusk.", "The horn is blown in fog.", "Oil is bought in May."];
const labelled = (...forms: readonly Record<string, unknown>[]) =>
  drawPdf(
    lines.map((text, at) => (pdf: Drawing) => {
      write(pdf, `${text} ${text}`, 72, 200);
      if (at > 0) return;
      const root = (pdf as unknown as Inner)._root.data;
      const labels = pdf.ref({ Nums: forms.flatMap((form, page) => [page, form]) });
      root["PageLabels"] = labels;
      labels.end(undefined);
    }),
  );
const read = async (...forms: readonly Record<string, unknown>[]) => {
  const { pages } = await extractPdf(await labelled(...forms));
  return pages.map((page) => [page.label ?? null, page.lines[0]?.text.slice(0, 8)]);
};

describe("labels of pages", () => {
  it("are taken as the file gives them", async () => {
    expect(await read({ S: "r", St: 4 }, { S: "D", P: new String("A-") })).toEqual([
      ["iv", "The lamp"],
      ["A-1", "The horn"],
      ["A-2", "Oil is b"],
    ]);
  });

  it("cost no page its text, however long or false they are", async () => {
    const long = { P: new String("A".repeat(100_000)), S: "r", St: 2_000_000 };
    expect(await read(long, { P: new String("a\n#b"), S: "D" }, { S: "A", St: 999_999 })).toEqual([
      [null, "The lamp"],
      ["a #b1", "The horn"],
      [null, "Oil is b"],
    ]);
    expect((await read({ S: "D", St: -5 })).map(([, text]) => text)).toEqual([
      "The lamp",
      "The horn",
      "Oil is b",
    ]);
  });
});

it("names some of hundreds of files inside a PDF, and counts the others", async () => {
  const bytes = await drawPdf([
    (pdf) => {
      for (let at = 0; at < 100; at += 1) pdf.file(Buffer.from("x"), { name: `Log ${at}.txt` });
      write(pdf, "The lamp is lit at dusk by the second keeper.", 72, 180);
    },
  ]);
  const { problems } = await extractPdf(bytes);
  expect(problems[0]?.message).toContain("and 80 more. Save them");
  expect(problems[0]?.message.length).toBeLessThan(500);
});
