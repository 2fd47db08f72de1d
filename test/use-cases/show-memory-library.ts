// A library held in memory, for tests that look things up and need no vectors.
import type { Passage } from "../../src/chunk/passage.ts";
import type { DocumentInfo } from "../../src/document.ts";
import type { Hit, Library } from "../../src/library/library.ts";
import type { Structure } from "../../src/structure/provision.ts";

export interface HeldDocument {
  readonly info: DocumentInfo;
  readonly structure: Structure;
  readonly passages: readonly Passage[];
}

/** What showing uses; all else fails when it is called. */
export function createMemoryLibrary(
  held: readonly HeldDocument[],
): Library & { readonly searches: string[] } {
  const searches: string[] = [];
  const passages = held.flatMap((one) => one.passages);
  const indexed = passages.map(({ id, documentId, text }) => ({
    id,
    documentId,
    words: new Set(splitWords(text)),
  }));
  const known = {
    searches,
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
    searchText: async (query: string, k: number): Promise<readonly Hit[]> => {
      searches.push(query);
      const wanted = splitWords(query);
      return indexed
        .map(({ id, documentId, words }) => ({
          id,
          documentId,
          score: wanted.filter((word) => words.has(word)).length,
        }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, k);
    },
    passages: async (ids: readonly string[]) =>
      ids.flatMap((id) => passages.find((passage) => passage.id === id) ?? []),
    provisions: async (documentId: string, ordinals?: readonly number[]) => {
      const own = held.find(({ info }) => info.id === documentId)?.structure.provisions ?? [];
      return ordinals === undefined ? own : own.filter((one) => ordinals.includes(one.ordinal));
    },
  };
  return known as unknown as Library & { readonly searches: string[] };
}

/** As full text cuts them, plurals folded. */
function splitWords(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => word.replace(/s$/, ""));
}
