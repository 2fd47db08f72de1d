// Takes a query in one wording; gives the passages that its words and its meaning find, in the documents it is about first.
import type { SearchFilter } from "../library/library.ts";
import type { ReferenceReader } from "../references/reader.ts";
import type { Evidence } from "./evidence.ts";
import type { EvidenceDeps } from "./evidence-deps.ts";
import { findNamedDocuments } from "./find-documents.ts";
import { byScore } from "./merge-evidence.ts";
import { retrieve } from "./retrieve.ts";

/** At most `k`, best first. */
export async function rankQuery(
  query: string,
  { library, embedder, names }: Pick<EvidenceDeps, "library" | "embedder" | "names">,
  references: ReferenceReader,
  { k, filter }: { readonly k: number; readonly filter: SearchFilter },
): Promise<Evidence[]> {
  const options = { k, filter, named: findNamedDocuments(query, references) };
  const said = await (await names?.())?.read(query);
  if (said === undefined) return retrieve(library, embedder, query, options);
  const { near, rest } = said;
  const foremost = said.foremost.filter((id) => filter.documentIds?.includes(id) ?? true);
  const [all, narrowed] = await Promise.all([
    retrieve(library, embedder, query, { ...options, near }),
    foremost.length === 0
      ? []
      : retrieve(library, embedder, rest, {
          ...options,
          near,
          filter: { ...filter, documentIds: foremost },
        }),
  ]);
  const others = all.filter(({ document }) => !foremost.includes(document.id));
  return [...narrowed, ...others].sort(byScore).slice(0, k);
}
