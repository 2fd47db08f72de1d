// Every place of the real documents that charm prints is read back, with what sources.yaml says of them and without.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { discoverCorpus } from "../../src/discover/discover-corpus.ts";
import type { SourceFile } from "../../src/discover/source-file.ts";
import { extract } from "../../src/extract/extract.ts";
import { identifyDocument } from "../../src/identify/identify-document.ts";
import { nameApart } from "../../src/library/name-apart.ts";
import {
  toReferenceDocument,
  type LibraryProvision,
} from "../../src/references/reference-library.ts";
import { readStructure } from "../../src/structure/structure.ts";
import { findLost, type Lost } from "../support/find-lost.ts";
import { root } from "../support/project.ts";
import { hasShared, sharedPath, withoutShared } from "../support/shared-folder.ts";

async function readDocument(file: SourceFile) {
  const extraction = await extract(file, new Uint8Array(readFileSync(file.path)));
  const identify = (known: SourceFile) =>
    identifyDocument(known, file.file.padEnd(64, "0"), extraction);
  return {
    declared: identify(file),
    bare: identify({ ...file, declared: {} }),
    structure: readStructure(extraction),
  };
}

/** Under names from sources.yaml and under those that charm makes; the number of documents, to see that there were some. */
async function findAllLost(folder: string): Promise<{ documents: number; lost: Lost[] }> {
  const { files } = await discoverCorpus(folder);
  const read = [];
  for (const file of files) read.push(await readDocument(file));
  const lost: Lost[] = [];
  for (const how of ["declared", "bare"] as const) {
    const infos = nameApart(read.map((each) => each[how]));
    const held = read.map(({ structure }, i) => ({
      info: infos[i] as (typeof infos)[0],
      structure,
    }));
    const documents = held.map(({ info, structure }) => toReferenceDocument(info, structure.kind));
    const rows = held.flatMap(({ info, structure }) =>
      structure.provisions.map((provision): LibraryProvision => ({
        ...provision,
        documentId: info.id,
      })),
    );
    lost.push(...findLost(documents, rows));
  }
  return { documents: read.length, lost };
}

describe("places of the documents", () => {
  it("that come with charm", async () => {
    expect(await findAllLost(join(root, "corpus"))).toEqual({ documents: 3, lost: [] });
  }, 120_000);

  it.skipIf(!hasShared)(
    `of the law and guidance of the field${withoutShared}`,
    async () => {
      const { documents, lost } = await findAllLost(sharedPath("guidance"));
      expect(documents).toBeGreaterThan(10);
      expect(lost).toEqual([]);
    },
    300_000,
  );
});
