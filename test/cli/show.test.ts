import { Chalk } from "chalk";
import { describe, expect, it } from "vitest";
import { renderOutline } from "../../src/cli/render-outline.ts";
import { renderShown } from "../../src/cli/render-shown.ts";
import type { ShownOutline, ShownReference, ShownTarget } from "../../src/show/shown.ts";
import { runCli } from "./run-cli.ts";

const line = { depth: 0, label: "", kind: "text", page: 3, standing: "current" } as const;

const target: ShownTarget = {
  file: "Rules.pdf",
  document: "House rules",
  short: "Rules",
  version: "2",
  date: "2030-01",
  authority: "own",
  locator: "2(1)",
  name: "regulation 2(1)",
  title: null,
  trail: ["Visits", "The book"],
  leadIns: [],
  page: 3,
  pageEnd: 4,
  lines: [
    { ...line, text: "A visitor signs—" },
    { ...line, depth: 1, label: "(a)", text: "the book, which stands by the door of the house;" },
    { ...line, depth: 1, label: "(b)", text: "the list", kind: "bullet" },
    { ...line, text: "on the day." },
  ],
  footnotes: [{ label: "7", text: "A pen is there.", page: 3 }],
  standing: "current",
  dead: [],
  annotations: ["Words in reg. 2(1) inserted (1.1.2031)"],
  taken: true,
  mentions: {
    listed: [
      {
        file: "Plan.pdf",
        short: "Plan",
        locator: "3.4",
        page: 9,
        section: "Doors",
        surface: "regulation 2(1)",
        kind: "exact",
      },
      {
        file: "n.md",
        short: "Notes",
        locator: null,
        page: null,
        section: "Pens",
        surface: "reg 2",
        kind: "whole",
      },
      {
        file: "Plan.pdf",
        short: "Plan",
        locator: null,
        page: 8,
        section: null,
        surface: null,
        kind: "quoted",
      },
    ],
    count: 1203,
  },
};

const found: ShownReference = {
  reference: "reg 2(1)",
  status: "found",
  targets: [target],
  nearest: null,
  notes: [],
};

const missing: ShownReference = {
  reference: "reg 9\u001B[2J",
  status: "missing",
  targets: [],
  nearest: { file: "Rules.pdf", short: "Rules", locator: "8", page: 5, pageEnd: 5 },
  notes: [
    { code: "series-ends", severity: "error", message: "There is no regulation 9." },
    { code: "read-in", severity: "note", message: "Read in the Rules." },
  ],
};

const outline: ShownOutline = {
  file: "Rules.pdf",
  document: "House rules",
  short: "Rules",
  version: "2 of 2030-01",
  date: "2030-01",
  authority: "own",
  pages: 12,
  outline: [
    {
      depth: 0,
      kind: "part",
      locator: "Part 1",
      title: "Visits",
      page: 2,
      pageEnd: 4,
      paragraphs: null,
      standing: "current",
    },
    {
      depth: 1,
      kind: "heading",
      locator: null,
      title: "The book by the door, and what is to be written in it by whom",
      page: 3,
      pageEnd: 3,
      paragraphs: { from: "2.1", to: "2.9" },
      standing: "current",
    },
    {
      depth: 1,
      kind: "regulation",
      locator: "7",
      title: "Lamps",
      page: null,
      pageEnd: null,
      paragraphs: null,
      standing: "temporary",
    },
  ],
};

describe("charm show", () => {
  it("prints the contract with --json, text joined line by line", async () => {
    let asked: readonly string[] = [];
    const show = async (references: readonly string[]) => {
      asked = references;
      return [found];
    };
    const { stdout, code } = await runCli(["show", "reg 2(1)", "--json"], { services: { show } });
    const [entry] = JSON.parse(stdout) as Record<string, unknown>[];
    expect(asked).toEqual(["reg 2(1)"]);
    expect(code).toBe(0);
    expect(entry).toMatchObject({
      reference: "reg 2(1)",
      status: "found",
      note: null,
      nearest: null,
      targets: [
        {
          file: "Rules.pdf",
          locator: "2(1)",
          page: 3,
          pageEnd: 4,
          text: "A visitor signs—\n(a) the book, which stands by the door of the house;\n(b) • the list\non the day.",
          mentionCount: 1203,
        },
      ],
    });
  });

  it("ends with 3 when any reference leads nowhere, having printed all", async () => {
    const show = async () => [found, missing];
    const result = await runCli(["show", "reg 2(1)", "reg 9", "--json"], { services: { show } });
    expect(result.code).toBe(3);
    const [, entry] = JSON.parse(result.stdout) as Record<string, unknown>[];
    expect(entry).toMatchObject({
      status: "missing",
      note: "There is no regulation 9. Read in the Rules.",
    });
  });

  it.each(["ambiguous", "external"] as const)("ends with 0 when one is %s", async (status) => {
    const show = async () => [{ ...found, status }];
    expect((await runCli(["show", "reg 2(1)"], { services: { show } })).code).toBe(0);
  });

  it("with --tree asks for an outline and prints it", async () => {
    const services = { outline: async () => outline };
    const json = await runCli(["show", "--tree", "Rules", "--json"], { services });
    expect(JSON.parse(json.stdout)).toEqual(outline);
    expect((await runCli(["show", "--tree", "Rules"], { services })).stdout).toContain("Visits");
  });
});

describe("what is read on a terminal", () => {
  const options = { width: 60, style: new Chalk({ level: 0 }) };

  it("of a provision: its place, text, notes and mentions", () => {
    expect(renderShown([found, missing], options)).toMatchInlineSnapshot(`
      "reg 2(1)

        Rules, regulation 2(1), pp. 3–4
        House rules, version 2, as at 2030-01
        Rules.pdf
        Visits › The book

          A visitor signs—
            (a) the book, which stands by the door of the house;
            (b) • the list
          on the day.

          7. A pen is there.

        Words in reg. 2(1) inserted (1.1.2031)

        Mentioned in
          Plan 3.4, p. 9: “regulation 2(1)”
          Notes “Pens”: “reg 2”
          Plan p. 8: reproduced in a box
          and 1,200 more

      reg 9  not found
        There is no regulation 9.
        Read in the Rules.
        Nearest: Rules 8, p. 5
      "
    `);
  });

  it("of an item of a list: what it hangs from, above it", () => {
    const item = { ...line, depth: 1, label: "(b)", text: "the list" };
    const shown = { ...target, leadIns: ["A visitor signs—"], lines: [item] };
    const text = renderShown([{ ...found, targets: [shown] }], options);
    expect(text).toContain("\n\n    A visitor signs—\n    (b) the list\n\n");
  });

  it("of an ambiguous reference: which reading was taken", () => {
    const text = renderShown(
      [
        {
          ...found,
          status: "ambiguous",
          targets: [
            { ...target, mentions: { listed: [], count: 0 } },
            { ...target, taken: false, mentions: null, standing: "temporary" },
          ],
        },
      ],
      options,
    );
    expect(text).toMatch(/^reg 2\(1\) {2}ambiguous\n/);
    expect(text).toContain("Rules, regulation 2(1), pp. 3–4  (taken)\n");
    expect(text).toContain("Rules, regulation 2(1), pp. 3–4  (or)  temporary\n");
    expect(text.match(/Mentioned nowhere else in the library\./g)).toHaveLength(1);
  });

  it("of a document: its contents with pages", () => {
    expect(renderOutline(outline, options)).toMatchInlineSnapshot(`
      "House rules, 2 of 2030-01
      Rules.pdf, 12 pages

      Part 1 Visits                                        pp. 2–4
        The book by the door, and what is to be written
        in it by whom (2.1 to 2.9)                            p. 3
        7 Lamps (temporary)
      "
    `);
    expect(renderOutline({ ...outline, outline: [] }, options)).toContain("It has no headings.");
  });
});
