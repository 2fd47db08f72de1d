import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { examinePrograms } from "../../src/doctor/examine-programs.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-programs-"));
  await writeFile(join(folder, "soffice"), "#!/bin/sh\n");
  await chmod(join(folder, "soffice"), 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// On a machine that has LibreOffice where macOS and Windows install it, it is found without PATH.
describe.runIf(process.platform === "linux")("other programs", () => {
  it("are found by PATH, and not started", async () => {
    const { found } = await examinePrograms(["/nowhere", "", folder].join(delimiter));
    expect(found).toContain(join(folder, "soffice"));
  });

  it("may be missing", async () => {
    const { state, found } = await examinePrograms(undefined);
    expect([state, found]).toEqual(["ok", expect.stringContaining("writes no PDF")]);
  });
});
