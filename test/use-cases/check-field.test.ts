// Tables of the field against the texts that they speak of: the project's digests, and the official ones where they are.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readFieldTable } from "../../src/field/read-field.ts";
import type { Library } from "../../src/library/library.ts";
import type { Provision } from "../../src/structure/provision.ts";
import { findUnborne } from "../../src/use-cases/check-field.ts";
import { readSources } from "../../src/discover/read-sources.ts";
import { readHeldDocuments } from "../support/held-law.ts";
import { root } from "../support/project.ts";
import { hasShared, withoutShared } from "../support/shared-folder.ts";
import { prepareDocument, readFileBytes } from "../../src/use-cases/prepare-document.ts";
import { createMemoryLibrary, type HeldDocument } from "./show-memory-library.ts";

const limits = { most: 200, fewest: 30, count: (text: string) => text.split(/\s+/).length };

async function readDigests(): Promise<Library> {
  const folder = join(root, "corpus");
  const entries = await readSources(readFileSync(join(folder, "sources.yaml"), "utf8"), "s");
  const held: HeldDocument[] = [];
  for (const { file, declared } of entries) {
    const source = { file, path: join(folder, file), declared, bytes: 0, modified: 0 };
    const { passages, ...rest } = await prepareDocument(
      source,
      await readFileBytes(source),
      limits,
    );
    held.push({ ...rest, passages: passages.map(({ passage }) => passage) });
  }
  return createMemoryLibrary(held);
}

/** The same library with other words in all of its texts. */
function reworded(library: Library, change: (text: string) => string): Library {
  const provisions = async (documentId: string) =>
    (await library.provisions(documentId)).map((one): Provision => ({
      ...one,
      content: one.content.map((item) =>
        "text" in item ? { ...item, text: change(item.text) } : item,
      ),
    }));
  return { ...library, documents: library.documents, provisions };
}

describe("the tables of field/ against the digests", () => {
  let library: Library;
  beforeAll(async () => {
    library = await readDigests();
  });

  it("are borne out", async () => {
    expect(await findUnborne(library)).toEqual([]);
  });

  it("are told where the text says something else", async () => {
    const told = await findUnborne(
      reworded(library, (text) => text.replaceAll("within 24 hours", "within 2 days")),
    );
    expect(told).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /differences\.json\): Guide digest does not say, .* “How soon a serious event/,
        ),
      ]),
    );
  });

  it("are told where a provision that they lead to is gone", async () => {
    const without: Library = {
      ...library,
      documents: library.documents,
      provisions: async (id: string) =>
        (await library.provisions(id)).filter(({ address }) => !address.startsWith("reg/44")),
    };
    expect(await findUnborne(without)).toEqual([
      expect.stringMatching(/^The table of customs .* has no reg\/44, which the row reg\/33 /),
    ]);
  });

  it("say nothing of texts that the library does not hold", async () => {
    expect(await findUnborne({ ...library, documents: [] })).toEqual([]);
  });
});

describe.skipIf(!hasShared)(
  `the tables of field/ against the official texts${withoutShared}`,
  () => {
    it("are borne out, measure by measure too", async () => {
      const { library, texts } = await readHeldDocuments();
      expect(await findUnborne(library)).toEqual([]);
      const law = (texts[0] ?? "").toLowerCase().replaceAll(/\s+/g, " ");
      const { rows } = readFieldTable<{ rows: readonly { law: string }[] }>("measures");
      expect(rows.filter((row) => !law.includes(row.law))).toEqual([]);
    });

    it("know the editions by their bytes", async () => {
      const { library } = await readHeldDocuments();
      const { documents } = readFieldTable<{
        documents: readonly { editions: readonly { sha256: string }[] }[];
      }>("catalogue");
      const known = new Set(
        documents.flatMap(({ editions }) => editions.map(({ sha256 }) => sha256)),
      );
      expect(library.documents.filter(({ sha256 }) => !known.has(sha256))).toEqual([]);
    });
  },
);
