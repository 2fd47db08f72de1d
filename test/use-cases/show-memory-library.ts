// A library held in memory, for tests that look things up and need no vectors.
import type { Passage } from "../../src/chunk/passage.ts";
import type { DocumentInfo } from "../../src/document.ts";
import type { Library } from "../../src/library/library.ts";
import { once } from "../../src/once.ts";
import { isWithin } from "../../src/place/address.ts";
import type { Mention } from "../../src/references/mention.ts";
import type { Structure } from "../../src/structure/provision.ts";
import { readAllMentions } from "../../src/use-cases/read-all-mentions.ts";

export interface HeldDocument {
  readonly info: DocumentInfo;
  readonly structure: Structure;
  readonly passages: readonly Passage[];
}

/** What showing uses; all else fails when it is called. */
export function createMemoryLibrary(held: readonly HeldDocument[]): Library {
  const passages = held.flatMap((one) => one.passages);
  const known = {
    documents: held.map(({ info, structure, passages: own }) => ({
      ...info,
      kind: structure.kind,
      fileBytes: 1,
      modified: 1,
      passageCount: own.length,
      provisionCount: structure.provisions.length,
      problems: [],
    })),
    outline: async () =>
      held.flatMap(({ info, structure }) =>
        structure.provisions.map(({ content: _content, notes: _notes, ...row }) => ({
          ...row,
          documentId: info.id,
        })),
      ),
    passagesOf: async (documentId: string) =>
      passages.filter((passage) => passage.documentId === documentId),
    mentionsOf: async (documentId: string, address: string) =>
      (await readAll()).filter(
        ({ to }) =>
          to.documentId === documentId &&
          (isWithin(to.address, address) || isWithin(address, to.address)),
      ),
    passages: async (ids: readonly string[]) =>
      ids.flatMap((id) => passages.find((passage) => passage.id === id) ?? []),
    provisions: async (documentId: string, ordinals?: readonly number[]) => {
      const own = held.find(({ info }) => info.id === documentId)?.structure.provisions ?? [];
      return ordinals === undefined ? own : own.filter((one) => ordinals.includes(one.ordinal));
    },
  };
  const library = known as unknown as Library;
  const readAll = once(async () => {
    const mentions: Mention[] = [];
    for await (const read of readAllMentions(library)) mentions.push(...read);
    return mentions;
  });
  return library;
}
