import { describe, expect, it } from "vitest";
import { findChanges, readLastGap } from "../../../src/gap/write/since.ts";
import { writeGap } from "../../../src/gap/write/write-gap.ts";
import { makeMatrix, makeRow } from "./made-matrix.ts";
import { readCsv } from "./read-csv.ts";

const before = makeMatrix([
  makeRow("same"),
  makeRow("better", { verdict: "not_found", evidence: [] }),
  makeRow("worse", { duty: "should" }),
  makeRow("gone", { locator: "40(1)", verdict: "partly", why: "advice" }),
]);
const now = makeMatrix([
  makeRow("worse", { duty: "should", verdict: "partly", why: "one-limb" }),
  makeRow("same", { missing: "another word", confidence: 0.3 }),
  makeRow("new", { verdict: "not_found", evidence: [] }),
  makeRow("better"),
]);
const json = JSON.stringify(before);
const changes = findChanges(readLastGap(json, "last.json"), now);

describe("what changed since an earlier run", () => {
  it("is each other verdict, what is new and what is gone, and nothing else", () => {
    expect(changes.rows.map(({ id, was, verdict }) => [id, was, verdict])).toEqual([
      ["worse", "met", "partly"],
      ["new", null, "not_found"],
      ["better", "not_found", "met"],
    ]);
    expect(changes.removed).toEqual([
      {
        id: "gone",
        document: "Regulations",
        locator: "40(1)",
        duty: "must",
        requirement: "The registered person must keep lamp gone.",
        was: "partly",
      },
    ]);
  });

  it("is shown with the old and the new verdict", async () => {
    const csv = String(await writeGap(now, "csv", { changes }));
    const [head = [], ...rows] = readCsv(csv.slice(1));
    expect(head.slice(3, 5)).toEqual(["Verdict last time", "Verdict"]);
    expect(rows.map((row) => row.slice(2, 6))).toEqual([
      ["must", "not in the last run", "not found", "0.90"],
      ["must", "not found", "met", "0.90"],
      ["should", "met", "partly met", "0.90"],
      ["must", "partly met", "no longer in the set", ""],
    ]);
    const markdown = String(await writeGap(now, "md", { changes }));
    expect(markdown).toContain(
      "Since the last run: 2 changed verdicts, 1 new requirement, 1 requirement no longer there. Only these are shown.",
    );
    expect(markdown).not.toContain("lamp same");
    expect(markdown).toContain("| partly met | no longer in the set |");
  });

  it("is rows with `was`, and `removed`, in JSON", async () => {
    const parsed = JSON.parse(String(await writeGap(now, "json", { changes })));
    expect(parsed).toEqual({ ...now, ...changes });
  });

  it("is nothing where the verdicts are the same, and that is said", async () => {
    const none = findChanges(readLastGap(`\ufeff${JSON.stringify(now)}`, "last.json"), now);
    expect(none).toEqual({ rows: [], removed: [] });
    const markdown = String(await writeGap(now, "md", { changes: none }));
    expect(markdown).toContain("Since the last run no verdict has changed.");
    expect(markdown).not.toContain("## Must");
  });

  it("is refused against another set, or what is no run", async () => {
    const other = { ...before, summary: { ...before.summary, set: "fire" } };
    expect(() => findChanges(readLastGap(JSON.stringify(other), "last.json"), now)).toThrow(
      expect.objectContaining({ code: "since-other-set" }),
    );
    const partial = String(await writeGap(now, "json", { changes }));
    expect(() => readLastGap(partial, "last.json")).toThrow(
      expect.objectContaining({
        code: "since-partial",
        message: expect.stringContaining("last.json"),
      }),
    );
  });

  it.each([
    "",
    "not JSON",
    "[]",
    "null",
    "{}",
    '{"rows":[],"summary":{}}',
    '{"rows":[1],"summary":{"set":"complaints"}}',
    JSON.stringify({ ...before, rows: [{ ...before.rows[0], verdict: "perhaps" }] }),
  ])("is refused of %j", (text) => {
    expect(() => readLastGap(text, "last.json")).toThrow(
      expect.objectContaining({ code: "since-unreadable" }),
    );
  });
});
