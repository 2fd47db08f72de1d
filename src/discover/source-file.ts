// A file found in the corpus, before it is read.
import type { Authority, DocumentInfo } from "../document.ts";
import type { ListedFile } from "./list-files.ts";

/** What of a document is a text that its owner may give. */
type DeclaredText = Exclude<
  keyof DocumentInfo,
  | "id"
  | "file"
  | "shortDeclared"
  | "shortShared"
  | "authority"
  | "sha256"
  | "pages"
  | "pageLabels"
  | "ocr"
>;

/** What `sources.yaml` says of one file; every field may be missing. */
export type DeclaredSource = { readonly [Field in DeclaredText]?: string } & {
  readonly authority?: Authority;
};

export interface SourceFile extends ListedFile {
  readonly declared: DeclaredSource;
  /** Name of the provider's home in whose folder it lies; left out where it lies in none. */
  readonly home?: string;
}
