// What checking a report needs of a library: its documents, their texts where they are cited, and how references resolve.
import type { Passage } from "../chunk/passage.ts";
import type { DocumentInfo } from "../document.ts";
import type { Provision } from "../structure/provision.ts";
import type { ReferenceView } from "../verify/statement.ts";

/** A document with its texts at hand. */
export interface LoadedDocument {
  readonly info: DocumentInfo;
  /** In order of ordinal, none left out. */
  readonly provisions: readonly Provision[];
  /** In order of the text. */
  readonly passages: readonly Passage[];
}

/** Titles of regulations, sections and headings of law and guidance: what a report may say nobody asks for. */
export interface TitledPlace {
  readonly short: string;
  readonly locator: string | null;
  readonly title: string;
}

export interface ReportLibrary {
  readonly documents: readonly DocumentInfo[];
  readonly view: ReferenceView;
  /** Null when the library does not hold the document, or its texts were not loaded. */
  readonly load: (documentId: string) => LoadedDocument | null;
  readonly rarity: (stem: string) => number;
  readonly titles: readonly TitledPlace[];
}
