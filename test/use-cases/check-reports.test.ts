import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkReports, readReportFile } from "../../src/use-cases/check-reports.ts";
import { fixReports } from "../../src/use-cases/fix-reports.ts";
import { readChecked } from "../../src/use-cases/read-checked.ts";
import { guide, regulations } from "./show-made-up.ts";
import { createMemoryLibrary } from "./show-memory-library.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-check-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("reads a report, without a byte order mark", async () => {
  const path = join(folder, "report.md");
  await writeFile(path, "\uFEFF# Report\n");
  expect(await readReportFile(path)).toBe("# Report\n");
});

it("names a report that is missing, a folder, or no text", async () => {
  const missing = join(folder, "none.md");
  await expect(readReportFile(missing)).rejects.toMatchObject({
    code: "report-missing",
    exitCode: 2,
  });
  await expect(readReportFile(missing)).rejects.toThrow(missing);
  await expect(readReportFile(folder)).rejects.toMatchObject({ code: "report-unreadable" });
  const binary = join(folder, "report.pdf");
  await writeFile(binary, new Uint8Array([37, 80, 68, 70, 0, 1]));
  await expect(readReportFile(binary)).rejects.toMatchObject({ code: "report-unreadable" });
});

it("mends no file that is not in UTF-8, and leaves its bytes", async () => {
  const path = join(folder, "latin.md");
  const bytes = Buffer.from("# Caf\u00E9\n", "latin1");
  await writeFile(path, bytes);
  const deps = { library: createMemoryLibrary([regulations, guide]), today: "2031-01-01" };
  await expect(fixReports([path], deps)).rejects.toMatchObject({
    code: "report-unreadable",
    message: expect.stringContaining("not in UTF-8") as string,
  });
  expect(await readFile(path)).toEqual(bytes);
});

describe("a file that brings out a fault", () => {
  // Reports are checked against passages, which this library fails to give; policies are not.
  const library = {
    ...createMemoryLibrary([regulations, guide]),
    passagesOf: async () => Promise.reject(new Error("no passages here")),
  };
  const deps = { library, today: "2031-01-01" };
  const write = async (): Promise<string> => {
    const inside = join(folder, "mixed");
    await mkdir(inside, { recursive: true });
    const report = "Staff must close the shutters. [1]\n\n## Sources\n\n- [1] Guide.pdf, page 3\n";
    await writeFile(join(inside, "a.md"), report);
    await writeFile(join(inside, "b.md"), "# Storm policy\n\nThe cook is [name of cook].\n");
    return inside;
  };

  it("is told of in its folder, and the others are checked", async () => {
    const [first, second] = await checkReports([await write()], deps);
    expect(first?.findings.map(({ code }) => code)).toEqual(["file-not-read"]);
    expect(first?.findings[0]?.message).toContain("a.md cannot be checked.");
    expect(second?.findings.map(({ code }) => code)).toContain("left-blank");
  });

  it("is named where it was given itself", async () => {
    const path = join(await write(), "a.md");
    await expect(checkReports([path], deps)).rejects.toMatchObject({ code: "report-unreadable" });
    await expect(checkReports([path], deps)).rejects.toThrow(path);
  });

  it("as by being gone is named", async () => {
    const gone = join(folder, "gone.md");
    await expect(readChecked(gone)).rejects.toMatchObject({ code: "report-unreadable" });
    await expect(readChecked(gone)).rejects.toThrow(gone);
  });

  it("as by holding nothing is named", async () => {
    const path = join(folder, "empty.md");
    await writeFile(path, "");
    await expect(checkReports([path], deps, "policy")).rejects.toThrow(`${path} cannot be checked`);
  });
});
