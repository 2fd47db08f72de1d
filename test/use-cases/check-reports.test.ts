import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readReportFile } from "../../src/use-cases/check-reports.ts";

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
