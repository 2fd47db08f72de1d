// Whether the packages for OCR are there, and what is said where they are not.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { CharmError } from "../../../../src/errors.ts";
import { findOcrPackages } from "../../../../src/extract/pdf/ocr/find-packages.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-ocr-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function install(name: string, version: string): Promise<void> {
  const at = join(folder, "node_modules", name);
  await mkdir(at, { recursive: true });
  await writeFile(join(at, "package.json"), JSON.stringify({ name, version }));
}

function find(from: string, canDraw = true) {
  const module = pathToFileURL(join(folder, from)).href;
  try {
    return findOcrPackages(module, () => canDraw);
  } catch (error) {
    return error;
  }
}

it("names them with their versions, and where the language data is", async () => {
  await install("tesseract.js", "7.0.0");
  await install("@tesseract.js-data/eng", "1.0.0");
  expect(find("node_modules/charm/dist/a.js")).toEqual({
    id: "tesseract.js 7.0.0, @tesseract.js-data/eng 1.0.0",
    data: join(folder, "node_modules/@tesseract.js-data/eng/4.0.0_best_int"),
  });
});

it("refuses as wrong configuration, naming both and the command that installs them", () => {
  const error = find("node_modules/charm/dist/a.js");
  expect(error).toBeInstanceOf(CharmError);
  expect(error).toMatchObject({ code: "ocr-not-installed", exitCode: 2 });
  const { message, hint } = error as CharmError;
  expect(message).toContain("tesseract.js and @tesseract.js-data/eng are not installed");
  expect(hint).toContain("npm install tesseract.js@7 @tesseract.js-data/eng@1");
});

it("names what is missing alone, and how it is installed in charm's own folder", async () => {
  await install("tesseract.js", "7.0.0");
  const { message, hint } = find("dist/a.js", false) as CharmError;
  expect(message).toContain("@tesseract.js-data/eng and @napi-rs/canvas are not installed");
  expect(hint).toContain("npm install --save-dev @tesseract.js-data/eng@1 @napi-rs/canvas@0.1");
  expect(hint).not.toContain(" tesseract.js@7");
});
