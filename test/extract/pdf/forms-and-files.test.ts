// What a PDF holds besides the text of its pages: values of its form, comments, files inside it.
import { describe, expect, it } from "vitest";
import { extractPdf } from "../../../src/extract/pdf/extract-pdf.ts";
import { readAnnotations } from "../../../src/extract/pdf/annotations.ts";
import { addFormValues } from "../../../src/extract/pdf/form-values.ts";
import { drawPdf, write, writeLines, type Drawing } from "./draw-pdf.ts";

const read = async (...pages: ((pdf: Drawing) => void)[]) => {
  const extraction = await extractPdf(await drawPdf(pages));
  return {
    lines: extraction.pages.flatMap((page) => page.lines.map(({ text }) => text)),
    leftOut: extraction.leftOut.map(({ reason, text }) => `${reason}: ${text}`),
    problems: extraction.problems,
  };
};
const form = (draw: (pdf: Drawing) => void) => (pdf: Drawing) => {
  pdf.font("Helvetica");
  pdf.initForm();
  write(pdf, "The keeper fills this in before the watch begins, and signs it.", 72, 80);
  draw(pdf);
};

describe("form values", () => {
  it("stand behind the label before them, or above them", async () => {
    const { lines } = await read(
      form((pdf) => {
        write(pdf, "Name of the keeper", 72, 120);
        pdf.formText("a", 220, 106, 200, 20, { value: "Grace Darling" });
        write(pdf, "Oil left (gallons):", 72, 160);
        pdf.formText("b", 220, 146, 80, 20, { value: "14" });
        write(pdf, "What happened", 72, 200);
        pdf.formText("c", 72, 206, 400, 60, { value: "A wreck\nat dawn", multiline: true });
        write(pdf, "Left empty:", 72, 360);
        pdf.formText("e", 220, 346, 200, 20, { value: "" });
      }),
    );
    expect(lines.slice(1)).toEqual([
      "Name of the keeper: Grace Darling",
      "Oil left (gallons): 14",
      "What happened: A wreck at dawn",
      "Left empty:",
    ]);
  });

  it("have their tip for a label where nothing is printed beside them", () => {
    const field = {
      kind: "value",
      value: "Fog",
      tip: "Weather",
      rect: [72, 500, 200, 520],
    } as const;
    const [run] = addFormValues([], [field], [1, 0, 0, -1, 0, 842]);
    expect(run?.text).toBe("Weather: Fog");
  });

  it("go into the sentence that they stand in", async () => {
    const { lines } = await read(
      form((pdf) => {
        write(pdf, "The lamp is lit by", 72, 120);
        pdf.formText("a", 170, 106, 90, 20, { value: "the mate" });
        write(pdf, "every night.", 265, 120);
      }),
    );
    expect(lines[1]).toBe("The lamp is lit by the mate every night.");
  });

  it("stand side by side as their labels do", async () => {
    const { lines } = await read(
      form((pdf) => {
        write(pdf, "Date", 72, 120);
        pdf.formText("a", 110, 106, 80, 20, { value: "4 May" });
        write(pdf, "Watch", 240, 120);
        pdf.formText("b", 290, 106, 80, 20, { value: "Second" });
      }),
    );
    expect(lines.slice(1).join(" | ")).toBe("Date: 4 May | Watch: Second");
  });

  it("say of boxes whether they are ticked, and of lists what is chosen", async () => {
    const { lines } = await read(
      form((pdf) => {
        pdf.formCheckbox("a", 72, 110, 12, 12, { value: true } as never);
        write(pdf, "The horn was tried", 92, 120);
        pdf.formCheckbox("b", 72, 140, 12, 12, {} as never);
        write(pdf, "The boat was tried", 92, 150);
        write(pdf, "Wind from", 72, 190);
        pdf.formCombo("c", 220, 176, 100, 20, { select: ["North", "West"], value: "West" });
      }),
    );
    expect(lines.slice(1)).toContain("☐ The boat was tried");
    expect(lines.slice(1)).toContain("Wind from: West");
  });
});

describe("form values that nobody sees", () => {
  const page = [0, 0, 595, 842];
  const field = {
    subtype: "Widget",
    fieldType: "Tx",
    fieldValue: "The lamp is out",
    rect: [72, 500, 300, 520],
    annotationFlags: 4,
    defaultAppearanceData: { fontSize: 0, fontColor: [0, 0, 0] },
  };
  const valuesOf = (more: object) => {
    const { fields, unseen } = readAnnotations([{ ...field, ...more }], page);
    return { shown: fields.map(({ value }) => value), unseen };
  };

  it.each([
    ["without a size", { rect: [0, 0, 0, 0] }],
    ["without height", { rect: [72, 500, 300, 500.2] }],
    ["beside the page", { rect: [5000, 5000, 5200, 5020] }],
    ["at the page's edge", { rect: [-200, 500, 0, 520] }],
    ["in white", { defaultAppearanceData: { fontSize: 9, fontColor: [255, 255, 255] } }],
    [
      "in the colour of the field",
      {
        backgroundColor: [0, 0, 90],
        defaultAppearanceData: { fontSize: 9, fontColor: [0, 0, 94] },
      },
    ],
    ["of a point", { defaultAppearanceData: { fontSize: 0.5, fontColor: [0, 0, 0] } }],
    ["hidden", { annotationFlags: 2 }],
    ["not for screens", { annotationFlags: 32 | 4 }],
  ])("are left out %s", (_, more) => {
    expect(valuesOf(more)).toEqual({ shown: [], unseen: ["The lamp is out"] });
  });

  it("give way to what the field shows", () => {
    const other = { textContent: ["The lamp", "is lit"] };
    expect(valuesOf(other)).toEqual({ shown: ["The lamp is lit"], unseen: ["The lamp is out"] });
    const same = { textContent: ["T h e lamp", "is out"] };
    expect(valuesOf(same)).toEqual({ shown: ["The lamp is out"], unseen: [] });
  });

  it.each([
    [
      "in white on a dark field",
      {
        backgroundColor: [0, 0, 90],
        defaultAppearanceData: { fontSize: 9, fontColor: [255, 255, 255] },
      },
    ],
    ["half on the page", { rect: [-20, 500, 200, 520] }],
    ["in type made to fit", {}],
  ])("are none %s", (_, more) => {
    expect(valuesOf(more)).toEqual({ shown: ["The lamp is out"], unseen: [] });
  });

  it("are told of a file", async () => {
    const { lines, leftOut, problems } = await read(
      form((pdf) => {
        write(pdf, "Name of the keeper", 72, 120);
        pdf.formText("a", 220, 2000, 200, 20, { value: "Grace Darling" });
      }),
    );
    expect(lines.join()).not.toContain("Grace");
    expect(leftOut).toEqual(["invisible: Grace Darling"]);
    expect(problems.map(({ code }) => code)).toEqual(["invisible-text"]);
  });
});

describe("comments", () => {
  it("are no text, and are reported with their words", async () => {
    const { lines, leftOut, problems } = await read((pdf) => {
      write(pdf, "The lamp is lit at dusk by the second keeper.", 72, 100);
      pdf.note(300, 90, 20, 20, "Is this still so?");
    });
    expect(lines).toHaveLength(1);
    expect(leftOut).toEqual(["comment: Is this still so?"]);
    expect(problems).toMatchObject([{ code: "comment-not-read", pages: [1] }]);
    expect(problems[0]?.message).toContain("Is this still so?");
  });

  it("may strike words out", async () => {
    const { lines, leftOut } = await read((pdf) => {
      write(pdf, "The lamp is lit at dusk by the second keeper.", 72, 100);
      write(pdf, "The horn rusts.", 72, 130);
      pdf.strike(72, 121, 77, 12);
    });
    expect(lines).toEqual(["The lamp is lit at dusk by the second keeper."]);
    expect(leftOut).toContain("struck: The horn rusts.");
  });
});

describe("files inside a PDF", () => {
  const attach = (pdf: Drawing) => {
    pdf.file(Buffer.from("Oil is bought in May."), { name: "Oil.txt" });
    pdf.file(Buffer.from("%PDF"), { name: "Boats.pdf" });
  };
  const notice = [
    "For the best view of this package, open it in",
    "Adobe Acrobat or Adobe Reader.",
  ];

  it("are named where the pages are but a cover", async () => {
    const cover = read((pdf) => {
      attach(pdf);
      writeLines(pdf, notice, 72, 100);
    });
    await expect(cover).rejects.toMatchObject({ code: "no-text" });
    await expect(cover).rejects.toThrow(/“Boats\.pdf”, “Oil\.txt”.*Save them/);
  });

  it("are a problem where the pages have text, which stays", async () => {
    const { lines, leftOut, problems } = await read((pdf) => {
      attach(pdf);
      writeLines(pdf, notice, 72, 100);
      write(pdf, "The lamp is lit at dusk by the second keeper.", 72, 180);
    });
    expect(lines).toEqual(["The lamp is lit at dusk by the second keeper."]);
    expect(leftOut).toHaveLength(2);
    expect(problems.map(({ code }) => code)).toEqual(["attached-files"]);
  });

  it("are no reason to leave out who speaks of such programs otherwise", async () => {
    const { lines } = await read((pdf) => writeLines(pdf, notice, 72, 100));
    expect(lines).toEqual(notice);
  });
});
