import { describe, expect, it } from "vitest";
import type { Change } from "../../src/compare/change.ts";
import { compareEditions } from "../../src/compare/compare-editions.ts";
import { extract } from "../../src/extract/extract.ts";
import { readStructure } from "../../src/structure/structure.ts";
import { policy, readPolicy, seededEdits } from "./made-up-policy.ts";

function tell({ kind, old, new: now, marks }: Change) {
  return {
    kind,
    locator: (old ?? now)?.locator,
    marks: [...new Set(marks.map((one) => one.kind))],
  };
}

describe("two editions of a Word policy", () => {
  it.each(seededEdits)("$name", async ({ edit, kind, locator, marks = [] }) => {
    const changes = compareEditions(await readPolicy(policy), await readPolicy(edit(policy)));
    expect(changes.map(tell)).toEqual([{ kind, locator, marks }]);
  });

  it("finds no change where the same words are printed otherwise", async () => {
    expect(compareEditions(await readPolicy(policy), await readPolicy(policy, true))).toEqual([]);
  });
});

const medicines = `# Medicines at Larch Cottage

## 1 Keeping medicines

1.1 All medicines must be kept in the locked cabinet and the key should stay with the shift leader.

1.2 The cabinet must be opened in the presence of two members of staff. At least 2 signatures are needed. Nobody eats in that room.

1.3 The registered manager must tell the pharmacist without delay when a dose is lost.

## 2 Giving medicines

2.1 The person who gives the medicine must check:

- the name of the child;
- the dose;
- the time of the last dose;
- the date on the label.

2.2 A refusal is written on the chart and told to the doctor within two days.

2.3 Remedies from a shop may be given once the doctor has agreed in writing.

## 3 Checks

The stock is counted every six months by the deputy manager.

Charts are kept for 15 years after the last entry.
`;

/** Each change in one line: kind, places, marks, numbers moved on. */
async function compareWith(...swaps: readonly (readonly [string | RegExp, string])[]) {
  const read = async (text: string) =>
    readStructure(await extract({ file: "medicines.md" }, new TextEncoder().encode(text)));
  const edited = swaps.reduce((text, [from, to]) => {
    const next = text.replace(from, to);
    if (next === text) throw new Error(`no ${from}`);
    return next;
  }, medicines);
  const [old, now] = [await read(medicines), await read(edited)];
  return compareEditions(old.provisions, now.provisions).map((change) => {
    const places = [change.old, change.new].map((place) => place?.locator ?? "-").join(" ");
    const marks = change.marks.map((one) => `${one.kind} ${one.old} > ${one.new}`);
    const shifts = change.shifts.map((one) => `${one.old} > ${one.new}`);
    return [change.kind, places, ...marks, ...shifts].join(", ");
  });
}

describe("what is marked", () => {
  it.each([
    [
      "duties that changed places",
      [
        "must be kept in the locked cabinet and the key should",
        "should be kept in the locked cabinet and the key must",
      ],
      "reworded, 1.1 1.1, force must > should, force should > must",
    ],
    [
      "a duty turned round",
      ["must be opened", "must not be opened"],
      "reworded, 1.2 1.2, force must > must not",
    ],
    [
      "leave that became a duty",
      ["may be given", "must be given"],
      "reworded, 2.3 2.3, force may > must",
    ],
    [
      "a time in words",
      ["without delay", "within 24 hours"],
      "reworded, 1.3 1.3, time without delay > 24 hours",
    ],
    ["a bound", ["At least 2", "At most 2"], "reworded, 1.2 1.2, number At least 2 > At most 2"],
    [
      "who does it",
      ["registered manager must", "responsible individual must"],
      "reworded, 1.3 1.3, who registered manager > responsible individual",
    ],
    ["nothing where an amount stays", ["every six months", "every 6 months"], "reworded, 3 3"],
    ["nothing where a sentence goes", [" Nobody eats in that room.", ""], "reworded, 1.2 1.2"],
  ] as const)("%s", async (_name, swap, expected) => {
    expect(await compareWith(swap)).toEqual([expected]);
  });
});

describe("places", () => {
  it("does not mind where a paragraph is parted, or capitals and quotation marks", async () => {
    expect(
      await compareWith(
        ["needed. Nobody", "needed.\n\nNobody"],
        ["All medicines", "“All Medicines”"],
      ),
    ).toEqual([]);
  });

  it("knows paragraphs whose numbers were exchanged", async () => {
    expect(await compareWith([/2\.2 (.*)\n\n2\.3 (.*)/, "2.2 $2\n\n2.3 $1"])).toEqual([
      "renumbered, 2.3 2.2",
      "renumbered, 2.2 2.3",
    ]);
  });

  it("tells of a new section once, with those numbered on behind it", async () => {
    expect(
      await compareWith(
        ["## 3 Checks", "## 4 Checks"],
        [/2\.(\d) /, "3.$1 "],
        [/2\.(\d) (?=A)/, "3.$1 "],
        [/2\.(\d) (?=R)/, "3.$1 "],
        ["## 2 Giving", "## 2 Ordering\n\nThe deputy orders from the same chemist.\n\n## 3 Giving"],
      ),
    ).toEqual(["added, - 2, 2 > 3, 3 > 4"]);
  });

  it("finds a paragraph without a number under another heading, and an item in another order", async () => {
    const charts = "Charts are kept for 15 years after the last entry.\n";
    expect(
      await compareWith([`\n${charts}`, ""], ["## 2 Giving", `${charts}\n## 2 Giving`]),
    ).toEqual([expect.stringMatching(/^moved, 3 /)]);
    expect(await compareWith([/(- the dose;\n)(- the time.*\n)/, "$2$1"])).toEqual([
      "moved, 2.1 2.1",
    ]);
  });

  it("takes a heading over paragraphs that stay for a heading that was added", async () => {
    expect(await compareWith(["Charts are", "## 4 Records\n\nCharts are"])).toEqual(["added, - 4"]);
  });

  it("tells of a heading with other words as reworded", async () => {
    expect(await compareWith(["2 Giving medicines", "2 How doses are given"])).toEqual([
      "reworded, 2 2",
    ]);
  });
});
