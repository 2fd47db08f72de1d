// What the program needs of the library: an immutable snapshot to read, and a writer that commits file by file.
import type { Passage } from "../chunk/passage.ts";
import type { Authority, DocumentInfo, Problem } from "../document.ts";
import type { Mention } from "../references/mention.ts";
import type { LibraryProvision } from "../references/reference-library.ts";
import type { Provision, Structure } from "../structure/provision.ts";

/** Fixed when a library is made; a library is only ever read and written with the same values. */
export interface LibraryMetadata {
  /** Layout of the tables; raised whenever it changes. */
  readonly schemaVersion: number;
  /** `Embedder.id` of the model that made the vectors. */
  readonly embedderId: string;
  /** Length of a vector. */
  readonly dimensions: number;
  /** Length of a token's vector; 0 when the model gives none. */
  readonly tokenDimensions: number;
  /** Names how extraction, structure and chunking work; another value makes every document stale. */
  readonly chunking: string;
}

/** A row of the manifest: one file of the corpus as it was indexed. */
export interface LibraryDocument extends DocumentInfo {
  readonly kind: Structure["kind"];
  /** Size of the file in bytes and time of its last change in milliseconds since 1970: a cheap look for staleness. */
  readonly fileBytes: number;
  readonly modified: number;
  /** As `ListedFile.stamp`; left out where there was none. */
  readonly stamp?: string;
  /** Name of the provider's home in whose folder it lay; left out where it lay in none. */
  readonly home?: string;
  readonly passageCount: number;
  readonly provisionCount: number;
  readonly problems: readonly Problem[];
}

/** A passage found by a search. Hits come best first, equal scores in order of id. */
export interface Hit {
  readonly id: string;
  readonly documentId: string;
  /** BM25 (above 0, unbounded, 4 decimals) from full text and phrases; cosine similarity (-1 to 1, 6 decimals) from vectors. */
  readonly score: number;
}

/** Narrows a search; fields left out do not. In a finished library scores do not depend on it. */
export interface SearchFilter {
  readonly documentIds?: readonly string[];
  readonly authorities?: readonly Authority[];
}

/** Provisions of one document that stand together, by ordinal, both ends included. */
export interface ProvisionRange {
  readonly documentId: string;
  readonly from: number;
  readonly to: number;
}

/** A provision without its text: enough to resolve references and print an outline. */
export type OutlineRow = LibraryProvision;

/** A library as it stood when it was opened; later writes do not show in it. */
export interface Library {
  readonly metadata: LibraryMetadata;
  /** All documents in order of file name. */
  readonly documents: readonly LibraryDocument[];
  /**
   * False when a run was cut short: everything listed is searchable, but a writer's `finish()` is due
   * (until then full-text scores may differ from those of a finished library).
   */
  readonly finished: boolean;
  /** Hex digest over what is indexed and how, whatever the order of indexing. */
  readonly fingerprint: string;
  /** How many files of the corpus are not in it as they are now, where it is read all the same; left out where none. */
  readonly behind?: number;
  /** Every provision of every document without its text, by document file and ordinal; read once and kept. */
  outline(): Promise<readonly OutlineRow[]>;
  /** Best `k` passages by BM25 for any of the query's words. The query is plain text, never query syntax. */
  searchText(query: string, k: number, filter?: SearchFilter): Promise<readonly Hit[]>;
  /** Best `k` passages by BM25 for any of the phrases, written as `NewPassage.phrases` was. */
  searchPhrases(phrases: string, k: number, filter?: SearchFilter): Promise<readonly Hit[]>;
  /** Best `k` passages by cosine similarity, exact. */
  searchVector(vector: Float32Array, k: number, filter?: SearchFilter): Promise<readonly Hit[]>;
  /** Passages in the order of `ids`; an id that the library does not hold is an error. */
  passages(ids: readonly string[]): Promise<readonly Passage[]>;
  /**
   * Token vectors of passages in the order of `ids`, row after row of `metadata.tokenDimensions` signed bytes; empty
   * where the model gave none. An id that the library does not hold is an error.
   */
  tokenVectors(ids: readonly string[]): Promise<readonly Int8Array[]>;
  /** Passages of one document with ordinal from `from` to `to`, both included; fewer where it ends. */
  passagesOf(documentId: string, from?: number, to?: number): Promise<readonly Passage[]>;
  /** By id of document: short name, headings and text of its first passages, as full text sees them. */
  openings(): Promise<ReadonlyMap<string, string>>;
  /** Passages that hold text of any of the provisions, in order of id. */
  passagesHolding(ranges: readonly ProvisionRange[]): Promise<readonly Passage[]>;
  /** Where a provision, a part of it, or what it is part of is spoken of: by document file and place. */
  mentionsOf(documentId: string, address: string): Promise<readonly Mention[]>;
  /** What passages speak of, in order of their ids and of their words. */
  mentionsIn(passageIds: readonly string[]): Promise<readonly Mention[]>;
  /** Provisions of one document with their text, in order of ordinal; all without `ordinals`. */
  provisions(documentId: string, ordinals?: readonly number[]): Promise<readonly Provision[]>;
  /**
   * Starts to write: takes the lock, and clears what an earlier run left behind.
   * @throws CharmError `index-locked`, `index-read-only`
   */
  write(): Promise<LibraryWriter>;
  /**
   * The same snapshot as if it held these documents alone: no search, look-up or list gives anything of another, and the
   * fingerprint and short names are those of a library without them. It cannot be written to, and closes with this one.
   */
  within(documentIds: readonly string[]): Library;
  close(): void;
}

/** Reads what all passages speak of, in order of documents and of places in them. */
export type MentionSource = (
  library: Pick<Library, "documents" | "outline" | "passagesOf">,
) => AsyncIterable<readonly Mention[]>;

export interface NewPassage {
  readonly passage: Passage;
  /** What full text sees: short name, heading trail and text. */
  readonly indexed: string;
  /** What phrase search sees: joined words, separated by spaces and compared as they are. */
  readonly phrases: string;
  /** Of length 1, with as many numbers as the library's dimensions. */
  readonly vector: Float32Array;
  /** Row after row of the library's token dimensions, one row a token; may be empty. */
  readonly tokens: Int8Array;
}

/** By which a file that has not changed is known without reading it, and whose it is. */
export type FileLook = Pick<LibraryDocument, "fileBytes" | "modified" | "stamp" | "home">;

/** A document to be stored; `info.id` must be unlike that of any other file. */
export interface NewDocument extends FileLook, Pick<LibraryDocument, "kind" | "problems"> {
  readonly info: DocumentInfo;
  readonly passages: readonly NewPassage[];
  readonly provisions: readonly Provision[];
  /** Whether it takes the place of one with the same id, whose rows are others; else the rows in place are its own. */
  readonly anew?: boolean;
}

/**
 * Calls take turns, in the order they are made. Stopping at any point leaves a library that can be read, and
 * written again.
 */
export interface LibraryWriter {
  /** The manifest as it stands now, in order of file name; recovery may have dropped damaged documents. */
  readonly documents: readonly LibraryDocument[];
  /** Adds a document, or puts it in the place of the one with the same `file`, in one commit of the manifest. */
  put(document: NewDocument): Promise<void>;
  /** Notes a new look of a file that stays as it is, and problems if there are others; written with the next commit. */
  touch(file: string, look: FileLook, problems?: readonly Problem[]): void;
  /** Takes documents out, in one commit; files that are not held are passed over. */
  remove(files: readonly string[]): Promise<void>;
  /**
   * Clears replaced documents away, rebuilds the indexes and reads mentions anew if anything changed, releases the lock
   * and gives the library as it now stands.
   * @param mentions left out, the library knows of none
   */
  finish(mentions?: MentionSource): Promise<Library>;
  /** Waits for calls under way and releases the lock without finishing; what was put stays. Harmless after `finish()`. */
  close(): Promise<void>;
}
