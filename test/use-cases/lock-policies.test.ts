// What policies and matrices are noted to rest on.
import { describe, expect, it } from "vitest";
import type { Policy } from "../../src/check/policy/policy.ts";
import type { GapMatrix, GapRow } from "../../src/gap/matrix.ts";
import { createReader } from "../../src/references/reader.ts";
import { createReferenceLibrary } from "../support/structure-library.ts";
import { citeRows, lockPolicy, matrixOf } from "../../src/use-cases/lock-policies.ts";
import { createJudge } from "../../src/use-cases/status.ts";
import { makeInfo, makeLibrary, makeProvisions } from "../lock/made-up-lock.ts";

const info = makeInfo();
const provisions = makeProvisions([
  { number: "1.1", text: "The keeper should light the great lamp at dusk each day.", page: 1 },
  { number: "1.2", text: "The mate should count all barrels of oil on Mondays.", page: 2 },
]);
const structure = { kind: "numbered", provisions } as const;
const references = createReader(createReferenceLibrary([{ info, structure }]));
const library = makeLibrary([{ info, provisions }]);
const deps = { library, references, judge: createJudge(library) };

const policy: Policy = {
  title: "Lamps",
  pieces: [
    { kind: "heading", text: "Lighting", headings: [], page: 2, line: null },
    {
      kind: "text",
      text: "We do what Keeping 1.1 and Keeping 9.9 say, and Keeping 1.1 again.",
      headings: ["Lighting"],
      page: 2,
      line: null,
    },
  ],
};

const place = (file: string) => ({ file, section: "Oil", page: 4, quote: "We count." });
const row = (locator: string, evidence: GapRow["evidence"]) =>
  ({ document: "Keeping", locator, page: 1, evidence }) as unknown as GapRow;
const matrix = {
  rows: [
    row("1.1", []),
    row("1.2", [place("a.docx"), place("b.docx")]),
    { ...row("1.1", [place("a.docx")]), document: "A text that is not held" },
  ],
  summary: { set: "oil" },
} as unknown as GapMatrix;

describe("a policy", () => {
  it("rests on what it refers to, each place once, by section and page", async () => {
    const { rests } = await lockPolicy("p.docx", "00", { policy, matrix: null }, deps);
    expect(rests).toMatchObject([
      {
        by: "check",
        address: "para/1.1",
        locator: "1.1",
        page: 1,
        sections: [{ section: "Lighting", page: 2 }],
      },
    ]);
  });

  it("rests on the requirements that a matrix finds met in it, and in no other file", async () => {
    const own = matrixOf(matrix, "a.docx");
    const { rests } = await lockPolicy("a.docx", "00", { policy, matrix: own }, deps);
    expect(rests).toMatchObject([
      { by: "oil", address: "para/1.2", sections: [{ section: "Oil", page: 4 }] },
    ]);
  });
});

describe("a matrix", () => {
  it("rests on all its rows that the library holds, met or not", async () => {
    const citations = await citeRows(matrix, deps);
    expect(citations.map(({ source, address }) => [source, address])).toEqual([
      [1, "para/1.1"],
      [2, "para/1.2"],
    ]);
  });
});
