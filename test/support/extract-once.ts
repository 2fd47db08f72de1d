// Official documents that several test files read: each is extracted once in a run.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { extract } from "../../src/extract/extract.ts";
import type { Extraction } from "../../src/extract/page.ts";
import { makeOnce } from "./make-once.ts";

/** @param path of a file whose name no other such file has */
export function extractOnce(path: string): Promise<Extraction> {
  const file = basename(path);
  return makeOnce(`extraction-${file}`, async () =>
    extract({ file }, new Uint8Array(await readFile(path))),
  );
}
