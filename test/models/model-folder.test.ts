import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { openModelFolder } from "../../src/models/model-folder.ts";
import { modelFolder } from "./model-copy.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "charm-model-"));
  writeFileSync(join(folder, "a.txt"), "alpha");
  writeSums({ "a.txt": "alpha" });
});

afterEach(() => rmSync(folder, { recursive: true }));

function writeSums(contents: Record<string, string>): void {
  const lines = Object.entries(contents).map(
    ([name, text]) => `${createHash("sha256").update(text).digest("hex")}  ${name}\n`,
  );
  writeFileSync(join(folder, "SHA256SUMS"), lines.join(""));
}

test("reads a file whose sum is as listed, in both ways", async () => {
  const opened = await openModelFolder(folder);
  expect(opened.readText("a.txt")).toBe("alpha");
  expect(Buffer.from(await opened.readBytes("a.txt")).toString()).toBe("alpha");
});

test("refuses a file that was changed, in both ways", async () => {
  writeFileSync(join(folder, "a.txt"), "alphb");
  const opened = await openModelFolder(folder);
  const refusal = { code: "model-damaged", message: expect.stringContaining("a.txt") };
  expect(() => opened.readText("a.txt")).toThrow(expect.objectContaining(refusal));
  await expect(opened.readBytes("a.txt")).rejects.toMatchObject({
    ...refusal,
    hint: expect.any(String),
  });
});

test("refuses a file the list does not name", async () => {
  writeFileSync(join(folder, "b.txt"), "beta");
  const opened = await openModelFolder(folder);
  expect(() => opened.readText("b.txt")).toThrow(
    expect.objectContaining({ code: "model-damaged" }),
  );
});

test("says which file or folder is missing", async () => {
  const opened = await openModelFolder(folder);
  rmSync(join(folder, "a.txt"));
  const missing = { code: "model-missing", message: expect.stringContaining("a.txt") };
  expect(() => opened.readText("a.txt")).toThrow(expect.objectContaining(missing));
  await expect(opened.readBytes("a.txt")).rejects.toMatchObject(missing);
  await expect(openModelFolder(join(folder, "none"))).rejects.toMatchObject({
    code: "model-missing",
  });
});

test("the fingerprint follows the sums and not the order of the list", async () => {
  const { fingerprint } = await openModelFolder(folder);
  expect(fingerprint).toMatch(/^[0-9a-f]{12}$/);
  writeSums({ "a.txt": "alpha", "b.txt": "beta" });
  const both = await openModelFolder(folder);
  writeSums({ "b.txt": "beta", "a.txt": "alpha" });
  expect((await openModelFolder(folder)).fingerprint).toBe(both.fingerprint);
  expect(both.fingerprint).not.toBe(fingerprint);
});

test("the released model's files are those of its list, and its README gives the same sums", async () => {
  const readme = readFileSync(join(modelFolder, "README.md"), "utf8");
  const lines = readFileSync(join(modelFolder, "SHA256SUMS"), "utf8").trim().split("\n");
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    const [sum = "", name = ""] = line.split("  ");
    const bytes = readFileSync(join(modelFolder, name));
    expect(`${createHash("sha256").update(bytes).digest("hex")}  ${name}`).toBe(line);
    expect(readme).toContain(`| \`${name}\` | \`${sum}\` |`);
  }
});
