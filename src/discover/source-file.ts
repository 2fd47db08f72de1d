// A file found in the corpus, before it is read.
import type { Authority, DocumentInfo } from "../document.ts";
import type { ListedFile } from "./list-files.ts";

/** What of a document is a text that its owner may give. */
type DeclaredText = Exclude<
  keyof DocumentInfo,
  "id" | "file" | "shortDeclared" | "shortShared" | "authority" | "sha256" | "pages" | "pageLabels"
>;

/** What `sources.yaml` says of one file; every field may be missing. */
export type DeclaredSource = { readonly [Field in DeclaredText]?: string } & {
  readonly authority?: Authority;
};

export interface SourceFile extends ListedFile {
  readonly declared: DeclaredSource;
  /** It lies in the folder of one of the provider's homes; left out where it does not. */
  readonly inHome?: true;
}
