// Takes one file of the corpus; gives everything of it that the library holds but the vectors.
import { hashOf } from "../text/hash-of.ts";
import { chunkDocument } from "../chunk/chunk.ts";
import type { ChunkLimits } from "../chunk/limits.ts";
import { indexedText } from "../chunk/indexed-text.ts";
import type { Passage } from "../chunk/passage.ts";
import type { SourceFile } from "../discover/source-file.ts";
import type { DocumentInfo, Problem } from "../document.ts";
import { CharmError } from "../errors.ts";
import { extract } from "../extract/extract.ts";
import type { ExtractOptions } from "../extract/pdf/extract-pdf.ts";
import type { Extraction } from "../extract/page.ts";
import { isEnglishPage } from "../identify/is-english.ts";
import { readFile } from "../files/read-file.ts";
import { identifyDocument } from "../identify/identify-document.ts";
import type { NewPassage } from "../library/library.ts";
import { collectLabels } from "../place/page-labels.ts";
import type { Structure } from "../structure/provision.ts";
import { pairStems } from "../text/search-stems.ts";
import { readStructure } from "../structure/structure.ts";
import { assessTrust } from "../trust/assess-trust.ts";

export interface FileBytes {
  readonly bytes: Uint8Array;
  /** Hex digest of the bytes. */
  readonly sha256: string;
}

export type PreparedPassage = Pick<NewPassage, "passage" | "indexed" | "phrases">;

export interface PreparedDocument {
  readonly info: DocumentInfo;
  readonly structure: Structure;
  readonly problems: readonly Problem[];
  readonly passages: readonly PreparedPassage[];
}

const setAside: Problem = {
  code: "untrusted",
  pages: [],
  message:
    "It looks scraped or pasted together, so no answer rests on it. To use it all the same, give it an authority in sources.yaml.",
};

const notNow = "It is no file any more but a folder, pipe, socket or device.";

/** @throws CharmError `unreadable` when the file cannot be read */
export async function readFileBytes(file: SourceFile): Promise<FileBytes> {
  try {
    const bytes = new Uint8Array(await readFile(file.path));
    return { bytes, sha256: hashOf(bytes) };
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    if (cause instanceof CharmError) {
      // It was a file when the folder was listed.
      const message = code === "file-too-large" ? "It is larger than is read." : notNow;
      throw new CharmError("unreadable", message, { hint: cause.hint ?? "", cause });
    }
    const gone = code === "ENOENT";
    throw new CharmError(
      "unreadable",
      gone ? "It was removed while indexing." : "It cannot be opened.",
      { hint: gone ? "Run charm index again." : "Check who may read it.", cause },
    );
  }
}

/**
 * @throws CharmError as extraction does, `no-text` when nothing is left to quote, and `unreadable` where charm itself
 *   fails at the file: one file must not end a run; the signal's reason when it is aborted
 */
export async function prepareDocument(
  file: SourceFile,
  content: FileBytes,
  limits: ChunkLimits,
  options: ExtractOptions = {},
): Promise<PreparedDocument> {
  try {
    return await prepare(file, content, limits, options);
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (cause instanceof CharmError) throw cause;
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new CharmError("unreadable", `charm failed at it (${said}).`, {
      hint: "Save it again as PDF or .docx, or split it; and please report it.",
      cause,
    });
  }
}

async function prepare(
  file: SourceFile,
  content: FileBytes,
  limits: ChunkLimits,
  options: ExtractOptions,
): Promise<PreparedDocument> {
  const extraction = await extract(file, content.bytes, options);
  options.signal?.throwIfAborted();
  const trust = assessTrust(extraction, file.declared);
  const identified = identifyDocument(file, content.sha256, extraction);
  const pageLabels = collectLabels(extraction.pages);
  const info: DocumentInfo = {
    ...identified,
    ...(trust.untrusted ? { authority: "untrusted" as const } : {}),
    ...(pageLabels === null ? {} : { pageLabels }),
  };
  const structure = readStructure(extraction);
  const passages = chunkDocument(info.id, structure, limits);
  if (passages.length === 0) {
    throw new CharmError("no-text", "It has no text to quote.", {
      hint: "Open it and see whether it holds more than pictures and headings.",
    });
  }
  return {
    info,
    structure,
    problems: [
      ...extraction.problems,
      ...(trust.untrusted ? [setAside] : []),
      ...trust.reasons,
      ...findForeign(extraction),
    ],
    passages: passages.map((passage) => preparePassage(info, passage)),
  };
}

/** charm compares by English words: what is in another language is kept, and will hardly be found. */
function findForeign({ pages, pageCount }: Extraction): Problem[] {
  const foreign = pages.filter(
    ({ lines }) => !isEnglishPage(lines.map(({ text }) => text).join(" ")),
  );
  if (foreign.length === 0) return [];
  const told = "charm finds by English words, and little of what it says will be found";
  const whole = foreign.length > pages.length / 2;
  const numbers = foreign.flatMap(({ number }) => number ?? []);
  return [
    whole || pageCount === null
      ? { code: "not-english", pages: [], message: `It is not in English: ${told}.` }
      : { code: "not-english", pages: numbers, message: `These pages are not in English: ${told}` },
  ];
}

function preparePassage(info: DocumentInfo, passage: Passage): PreparedPassage {
  const indexed = indexedText(info.short, passage);
  return { passage, indexed, phrases: pairStems(indexed).join(" ") };
}
