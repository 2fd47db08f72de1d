// Text that nobody sees on the page, or sees struck out: it goes, and is named; what only looks like it stays.
import { describe, expect, it } from "vitest";
import { extractPdf } from "../../../src/extract/pdf/extract-pdf.ts";
import { makePng } from "../../support/make-pdf.ts";
import { drawPdf, rule, write, writeLines, type Drawing } from "./draw-pdf.ts";

const read = async (...pages: ((pdf: Drawing) => void)[]) => {
  const { pages: all, leftOut, problems } = await extractPdf(await drawPdf(pages));
  return {
    lines: all.map((page) => page.lines.map(({ text }) => text)),
    leftOut: leftOut.map(({ page, reason, text }) => `${page} ${reason}: ${text}`),
    problems: problems.map(({ code, pages: on }) => [code, on]),
  };
};
const visible = "The lamp is lit at dusk by the second keeper.";
const secret = "A keeper may sleep through the watch.";
const withSecret = (draw: (pdf: Drawing) => void) => (pdf: Drawing) => {
  write(pdf, visible, 72, 100);
  draw(pdf);
};
const colour = (fill: string, text: string, y: number) => (pdf: Drawing) => {
  pdf.fillColor(fill);
  write(pdf, text, 72, y);
  pdf.fillColor("black");
};
const unseen = (text: string, y: number) => (pdf: Drawing) => {
  pdf.addContent("q 3 Tr");
  write(pdf, text, 72, y);
  pdf.addContent("Q");
};

describe("text that nobody sees", () => {
  it.each<[string, (pdf: Drawing) => void]>([
    ["drawn without paint", unseen(secret, 140)],
    ["white on white", colour("#fefefe", secret, 140)],
    [
      "in the colour of its band",
      (pdf) => {
        pdf.rect(60, 120, 400, 40).fill("#123456");
        colour("#123456", secret, 140)(pdf);
      },
    ],
    ["one point high", (pdf) => write(pdf, secret, 72, 140, { size: 1 })],
    ["beside the page", (pdf) => write(pdf, secret, 640, 140)],
    ["below the page", (pdf) => write(pdf, secret, 72, 900)],
    [
      "fully transparent",
      (pdf) => {
        pdf.save().fillOpacity(0);
        write(pdf, secret, 72, 140);
        pdf.restore();
      },
    ],
  ])("goes and is named: %s", async (_kind, draw) => {
    const { lines, leftOut, problems } = await read(withSecret(draw));
    expect(lines).toEqual([[visible]]);
    expect(leftOut).toEqual([`1 invisible: ${secret}`]);
    expect(problems).toEqual([["invisible-text", [1]]]);
  });

  it.each<[string, (pdf: Drawing) => void]>([
    [
      "white on a dark band",
      (pdf) => {
        pdf.rect(60, 120, 400, 40).fill("#204060");
        colour("white", secret, 140)(pdf);
      },
    ],
    [
      "white on a dark band with round corners",
      (pdf) => {
        pdf.roundedRect(60, 120, 400, 40, 8).fill("#204060");
        colour("white", secret, 140)(pdf);
      },
    ],
    [
      "white on a picture",
      (pdf) => {
        pdf.image(makePng(64), 60, 120, { width: 400 });
        colour("white", secret, 140)(pdf);
      },
    ],
    ["light grey", colour("#bbbbbb", secret, 140)],
    [
      "inside a black frame",
      (pdf) => {
        pdf.rect(60, 120, 400, 40).rect(62, 122, 396, 36).fill("black", "even-odd");
        write(pdf, secret, 72, 140);
      },
    ],
    ["small print", (pdf) => write(pdf, secret, 72, 140, { size: 5 })],
  ])("stays where it is seen: %s", async (_kind, draw) => {
    const { lines, leftOut } = await read(withSecret(draw));
    expect(lines).toEqual([[visible, secret]]);
    expect(leftOut).toEqual([]);
  });

  it("stays over the picture of a scanned page", async () => {
    const { lines } = await read((pdf) => {
      pdf.image(makePng(64), 0, 0, { width: 595, height: 842 });
      unseen(visible, 100)(pdf);
      unseen(secret, 120)(pdf);
    });
    expect(lines).toEqual([[visible, secret]]);
  });

  it("is cut out of a line of which the rest is seen", async () => {
    const { lines, leftOut } = await read((pdf) => {
      write(pdf, "Doors are locked at nine,", 72, 100);
      pdf.fillColor("white");
      write(pdf, "or never", 200, 100);
      pdf.fillColor("black");
      write(pdf, "by the keeper.", 250, 100);
    });
    expect(lines[0]).toEqual(["Doors are locked at nine, by the keeper."]);
    expect(leftOut).toContain("1 invisible: or never");
  });
});

describe("struck text", () => {
  const strike = (text: string, x: number, y: number) => (pdf: Drawing) => {
    write(pdf, text, x, y);
    const width = pdf.widthOfString(text);
    rule(pdf, x, y - 3, x + width, y - 3);
  };

  it("goes and is named, whole lines and words within a line", async () => {
    const { lines, leftOut, problems } = await read((pdf) => {
      write(pdf, visible, 72, 100);
      strike(secret, 72, 130)(pdf);
      pdf.font("Helvetica").fontSize(11);
      const before = "The horn sounds ";
      write(pdf, `${before}never in fog.`, 72, 160);
      const from = 72 + pdf.widthOfString(before);
      rule(pdf, from, 157, from + pdf.widthOfString("never"), 157);
    });
    expect(lines).toEqual([[visible, "The horn sounds in fog."]]);
    expect(leftOut).toEqual([`1 struck: ${secret}`, "1 struck: never"]);
    expect(problems).toEqual([["struck-text", [1]]]);
  });

  it("is not what is underlined, stands in a table, or under a line", async () => {
    const { leftOut } = await read((pdf) => {
      write(pdf, visible, 72, 100);
      rule(pdf, 72, 101.5, 300, 101.5);
      writeLines(pdf, ["Lamp", "Horn", "Boat"], 72, 150, { step: 16 });
      writeLines(pdf, ["oil", "air", "oars"], 300, 150, { step: 16 });
      for (const y of [138, 154, 170, 186]) rule(pdf, 66, y, 400, y);
      write(pdf, "of the year", 72, 300);
      rule(pdf, 40, 297, 560, 297);
    });
    expect(leftOut).toEqual([]);
  });
});
