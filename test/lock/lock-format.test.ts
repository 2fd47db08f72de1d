// The file of a lock: what is written is read again, one line an entry, and what is no lock is told with its lines.
import { describe, expect, it } from "vitest";
import { readLock } from "../../src/lock/read-lock.ts";
import { writeLock } from "../../src/lock/write-lock.ts";
import type { Lock } from "../../src/lock/lock.ts";
import { lockedDocument, makeCitation, makeReport } from "./made-up-lock.ts";

const rest = {
  by: "check",
  document: lockedDocument,
  address: "para/9.30",
  locator: "9.30",
  page: 3,
  text: "Keepers should write it down.",
  sections: [{ section: "Records “old”", page: 2 }],
};
const lock: Lock = {
  reports: [
    makeReport("a b 001.001 c.md", [makeCitation({ text: "Keepers should write it down." })]),
    makeReport("a.md", [
      makeCitation({ text: "Keepers should write it down.", quotes: [[0, 7]] }),
      makeCitation({ source: 2, address: null, locator: null, text: "No number at all." }),
    ]),
  ],
  policies: [{ file: "Missing.docx", sha256: "11", text: "22", rests: [rest] }],
};
const text = writeLock(lock);
const lines = text.split("\n");

/** @returns code and message of what is thrown */
function refusalOf(broken: string): string {
  try {
    readLock(broken, "reports/charm.lock.json");
    return "read";
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
}

describe("the file of a lock", () => {
  it("is read as it was written, whatever the names of reports hold", () => {
    expect(readLock(text, "lock")).toEqual(lock);
    expect(writeLock(readLock(text, "lock"))).toBe(text);
  });

  it("does not depend on the order of what it holds", () => {
    const turned = { ...lock, reports: lock.reports.toReversed() };
    expect(writeLock(turned)).toBe(text);
  });

  it("has one line an entry, each with a comma at its end, sorted, and a text once", () => {
    const entries = lines.slice(2, -3);
    expect(entries.every((line) => /^".*,$/.test(line))).toBe(true);
    expect(entries.toSorted()).toEqual(entries);
    expect(entries.filter((line) => line.includes("Keepers should"))).toHaveLength(1);
  });

  it("takes entries of two branches without touching each other's lines", () => {
    const one = writeLock({ reports: lock.reports.slice(0, 1), policies: [] }).split("\n");
    const other = writeLock({ reports: lock.reports.slice(1), policies: [] }).split("\n");
    const middle = [...new Set([...one.slice(2, -3), ...other.slice(2, -3)])].toSorted();
    const merged = [...one.slice(0, 2), ...middle, ...one.slice(-3)].join("\n");
    expect(readLock(merged, "lock").reports).toEqual(lock.reports);
  });

  it("with marks of git is refused with their lines", () => {
    const marked = [
      ...lines.slice(0, 3),
      "<<<<<<< HEAD",
      ...lines.slice(3, 4),
      "=======",
      ">>>>>>> b",
      ...lines.slice(4),
    ];
    expect(refusalOf(marked.join("\n"))).toBe(
      "lock-conflict: reports/charm.lock.json holds conflict marks of git, in lines 4, 6, 7.",
    );
  });

  it("of a newer charm is left alone", () => {
    expect(refusalOf(text.replace('"charm.lock": 1', '"charm.lock": 2'))).toMatch(/^lock-newer: /);
  });

  it("with two lines for one report names both; the same line twice is none the worse", () => {
    const at = lines.findIndex((line) => line.startsWith('"report a.md"'));
    const other = (lines[at] ?? "").replace("How often", "How rarely");
    const twice = [...lines.slice(0, at), other, ...lines.slice(at)].join("\n");
    expect(refusalOf(twice)).toContain(`in lines ${at + 1} and ${at + 2}`);
    const same = [...lines.slice(0, at), lines[at], ...lines.slice(at)].join("\n");
    expect(refusalOf(same)).toBe("read");
  });

  it.each([
    ["nothing", ""],
    ["an array", "[]"],
    ["other JSON", '{"name": "charm"}'],
    ["a citation whose text is gone", text.replace(/^"text .*\n/m, "")],
    ["a citation whose report is gone", text.replace(/^"report a\.md.*\n/m, "")],
    ["a report that is no object", text.replace(/^("report a\.md": ).*$/m, "$11,")],
  ])("that is %s is refused", (_, broken) => {
    expect(refusalOf(broken)).toMatch(/^lock-invalid: reports\/charm\.lock\.json/);
  });
});
