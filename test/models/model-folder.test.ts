import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { builtInModels } from "../../src/models/built-in-models.ts";
import { findModelFolder, openModelFolder } from "../../src/models/model-folder.ts";

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

test("the fingerprint of files follows their sums and nothing else in the list", async () => {
  const fingerprintOf = async (names: string[]) => (await openModelFolder(folder)).fingerprintOf(names);
  const one = await fingerprintOf(["a.txt"]);
  expect(one).toMatch(/^[0-9a-f]{12}$/);
  writeSums({ "b.txt": "beta", "a.txt": "alpha" });
  expect(await fingerprintOf(["a.txt"])).toBe(one);
  expect(await fingerprintOf(["a.txt", "b.txt"])).not.toBe(one);
  writeSums({ "a.txt": "alphb" });
  expect(await fingerprintOf(["a.txt"])).not.toBe(one);
});

test.each(builtInModels)("the files of %s are those of its list, and its README gives the same sums", (name) => {
  const released = findModelFolder(name);
  const lines = readFileSync(join(released, "SHA256SUMS"), "utf8").trim().split("\n");
  expect(lines).toHaveLength(5);
  for (const line of lines) {
    const [, file = ""] = line.split("  ");
    const bytes = readFileSync(join(released, file));
    expect(`${createHash("sha256").update(bytes).digest("hex")}  ${file}`).toBe(line);
  }
  const readme = readFileSync(join(released, "README.md"), "utf8");
  for (const line of lines) {
    const [sum = "", file = ""] = line.split("  ");
    expect(readme).toContain(`| \`${file}\` | \`${sum}\` |`);
  }
});
