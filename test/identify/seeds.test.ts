// The project's five founding texts, which nobody described in a sources.yaml: what each of them is taken for.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SourceFile } from "../../src/discover/source-file.ts";
import { extract } from "../../src/extract/extract.ts";
import { identifyDocument } from "../../src/identify/identify-document.ts";
import { assessTrust } from "../../src/trust/assess-trust.ts";
import { hasShared, sharedPath } from "../support/shared-folder.ts";

const folder = sharedPath("seeds");
const files = hasShared ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];

describe.skipIf(files.length === 0)("the seed texts (skipped without ../shared)", () => {
  it.each([
    ["000", "voluntary"],
    ["001", "voluntary"],
    ["002", "other"],
    ["003", "voluntary"],
    ["004", "untrusted"],
  ])("takes %s for %s", async (number, authority) => {
    const name = files.find((file) => file.startsWith(number)) ?? "";
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const file: SourceFile = {
      file: name,
      path: name,
      bytes: bytes.length,
      modified: 0,
      declared: {},
    };
    const extraction = await extract(file, bytes);
    const { untrusted } = assessTrust(extraction);
    const identified = identifyDocument(file, "0".repeat(64), extraction).authority;
    expect(untrusted ? "untrusted" : identified).toBe(authority);
  });
});
