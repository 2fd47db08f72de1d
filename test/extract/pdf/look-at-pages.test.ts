// Quotes are marked where they are printed, whatever way the page is laid out, and nowhere where that is not certain.
import Pdf from "pdfkit";
import { describe, expect, it } from "vitest";
import { canDrawPages, lookGuarded } from "../../../src/extract/pdf/guarded-look.ts";
import { lookAtPages, type SeenPage } from "../../../src/extract/pdf/look-at-pages.ts";
import { makePdf } from "../../support/make-pdf.ts";

type Draw = (doc: InstanceType<typeof Pdf>) => void;

async function draw(work: Draw, options: object = {}): Promise<Buffer> {
  const doc = new Pdf({ size: [400, 600], margin: 40, ...options });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on("end", resolve));
  work(doc.fontSize(12));
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

async function look(bytes: Uint8Array, page: number, ...quotes: string[]): Promise<SeenPage> {
  const seen: SeenPage[] = [];
  for await (const one of lookAtPages(bytes, [{ page, quotes }], null)) seen.push(one);
  return seen[0] ?? { page, rects: [], picture: null };
}

const text = "Staff at Larch End keep a record of each visit.";

describe("placing quotes", () => {
  it("marks the words and no others", async () => {
    const bytes = await draw((doc) => {
      doc.text("Staff at Larch End", 40, 100, { continued: false }).text("keep a record.", 40, 200);
    });
    const { rects } = await look(bytes, 1, "keep a record");
    expect(rects[0]).toHaveLength(1);
    const [rect] = rects[0] ?? [];
    expect(rect?.x).toBeCloseTo(0.1, 2);
    expect(rect?.y).toBeCloseTo(200 / 600, 2);
    expect(rect?.width).toBeGreaterThan(0.15);
    expect(rect?.width).toBeLessThan(0.22);
  });

  it("marks nothing that stands twice, nowhere, or within a word", async () => {
    const bytes = await draw((doc) => {
      doc.text("the home the home recordings", 40, 100);
    });
    const { rects } = await look(bytes, 1, "the home", "the house", "record", "cording");
    expect(rects).toEqual([[], [], [], []]);
  });

  it("follows hyphenated line ends and columns", async () => {
    const bytes = await draw((doc) => {
      doc.text("Staff keep a re-", 40, 100).text("cord of visits.", 40, 115);
      doc.text("Managers read", 220, 100).text("what they wrote.", 220, 115);
    });
    const { rects } = await look(
      bytes,
      1,
      "keep a record of visits",
      "Managers read what they wrote",
    );
    expect(rects.map((one) => one.length)).toEqual([2, 2]);
    for (const rect of rects[0] ?? []) expect(rect.x + rect.width).toBeLessThan(0.5);
    for (const rect of rects[1] ?? []) expect(rect.x).toBeGreaterThan(0.5);
  });

  it("leaves out the number of a note that stands among the words", async () => {
    const bytes = await draw((doc) => {
      doc.text("Under the Order", 40, 100).fontSize(7).text("M30", 130, 98);
      doc.fontSize(12).text("visits are noted.", 148, 100);
    });
    const { rects } = await look(bytes, 1, "Under the Order visits are noted", "Order M30 visits");
    expect(rects.map((one) => one.length > 0)).toEqual([true, true]);
  });

  it("finds words with ligatures by their letters", async () => {
    const bytes = await draw((doc) => {
      doc.text("The office files its findings.", 40, 100);
    });
    const { rects } = await look(bytes, 1, "The oﬃce ﬁles its findings");
    expect(rects[0]).toHaveLength(1);
  });

  it("marks the part of a quote that stands on its page, where the rest is sure on the next", async () => {
    const bytes = await draw((doc) => {
      doc.text("At Larch End each visit is noted", 40, 500);
      doc.addPage().text("in the book that lies by the door.", 40, 60);
    });
    const whole = "At Larch End each visit is noted in the book that lies by the door";
    const { rects } = await look(
      bytes,
      1,
      whole,
      "each visit is noted in the book that hangs by it",
    );
    expect(rects.map((one) => one.length)).toEqual([1, 0]);
  });

  it.each([
    [90, [0.881, 0.1, 0.021, 0.598]],
    [180, [0.302, 0.881, 0.598, 0.021]],
    [270, [0.098, 0.302, 0.021, 0.598]],
  ])("turns with a page turned by %i", async (degrees, expected) => {
    const bytes = await draw((doc) => {
      (doc.page.dictionary as { data: Record<string, unknown> }).data["Rotate"] = degrees;
      doc.text(text, 40, 60);
    });
    const { rects } = await look(bytes, 1, text);
    const places = rects.flat().map(({ x, y, width, height }) => [x, y, width, height]);
    expect(places.map((one) => one.map((share) => Math.round(share * 1000) / 1000))).toEqual([
      expected,
    ]);
  });

  it("marks within what is shown of a cropped page, and nothing beside it", async () => {
    const bytes = await draw((doc) => {
      (doc.page.dictionary as { data: Record<string, unknown> }).data["CropBox"] = [
        0, 300, 400, 600,
      ];
      doc.text(text, 40, 150).text("Cut away below the edge.", 40, 500);
    });
    const { rects } = await look(bytes, 1, text, "Cut away below the edge");
    expect(rects[0]?.[0]?.y).toBeCloseTo(0.5, 1);
    expect(rects[1]).toEqual([]);
  });
});

describe("looking in a thread of its own", () => {
  const limits = { type: "image/webp", side: 1300, bytes: 100_000 } as const;
  const wanted = [{ page: 1, quotes: [text] }];
  const { signal } = new AbortController();

  it.skipIf(!canDrawPages())(
    "draws the same page to the same bytes, within the size asked",
    async () => {
      const bytes = await makePdf({ pages: [[text]] });
      const [first] = await lookGuarded({ bytes, wanted, limits }, signal);
      const [second] = await lookGuarded({ bytes, wanted, limits }, signal);
      expect(first?.rects[0]).toHaveLength(1);
      expect(first?.picture?.height).toBe(1300);
      expect(first?.picture?.bytes.length).toBeLessThan(100_000);
      expect(second).toEqual(first);
    },
  );

  it("gives nothing of what cannot be opened, and of pages that are not there", async () => {
    const locked = await makePdf({ pages: [[text]], password: "larch" });
    const broken = new TextEncoder().encode("%PDF-1.7\nnothing");
    for (const bytes of [locked, broken])
      expect(await lookGuarded({ bytes, wanted, limits }, signal)).toEqual([]);
    const bytes = await makePdf({ pages: [[text]] });
    const seen = await lookGuarded(
      { bytes, wanted: [{ page: 9, quotes: [text] }], limits },
      signal,
    );
    expect(seen).toEqual([{ page: 9, rects: [[]], picture: null }]);
  });

  it("bounds the picture of a huge page", async () => {
    const bytes = await draw((doc) => doc.text(text, 40, 60), { size: [14_000, 14_000] });
    const [seen] = await lookGuarded({ bytes, wanted, limits }, signal);
    expect(seen?.rects[0]).toHaveLength(1);
    expect(seen?.picture?.width ?? 0).toBeLessThanOrEqual(1300);
  });
});
