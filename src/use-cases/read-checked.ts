// Takes the path of a file of any kind that is read; gives it as reports and policies are read from it.
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { CharmError } from "../errors.ts";
import type { Problem } from "../document.ts";
import { extract } from "../extract/extract.ts";
import { adviceFor, readerOf } from "../extract/kinds.ts";
import { decodeText } from "../extract/flow/decode-text.ts";
import { readStructure } from "../structure/structure.ts";
import { readDocument, withLines } from "../check/read-document.ts";
import type { Piece, Policy } from "../check/policy/policy.ts";
import { writePieces } from "../check/write-markdown.ts";

export interface CheckedFile {
  /** What reports are read from; of a file that is no text, made of its pieces. */
  readonly markdown: string;
  /** Read when it is asked for. @throws CharmError as extraction does */
  readonly policy: () => Promise<Policy>;
  /** Of each line of `markdown` its piece; null for text files, whose lines are their own. */
  readonly pieces: readonly Piece[] | null;
  /** What was not read of it, or read as if something were done. */
  readonly problems: readonly Problem[];
}

/** Documents beyond this size, in bytes, are none that anybody checks. */
const largest = 200_000_000;

const plainKinds = new Set([".md", ".markdown", ".txt", ".text"]);

/** @throws CharmError `report-unreadable`, and as extraction does, in words that begin with the file's name */
export async function readChecked(path: string, signal?: AbortSignal): Promise<CheckedFile> {
  const extension = extname(path).toLowerCase();
  const file = basename(path);
  const bytes = await readBytes(path);
  const options = signal === undefined ? {} : { signal };
  // A report without the name of any kind is read as text, as it was written.
  const read = readerOf(extension) === null ? `${file}.md` : file;
  if (readerOf(extension) === null && bytes.includes(0))
    throw new CharmError("report-unreadable", `${path} is of a kind that is not read.`, {
      hint: adviceFor(extension),
    });
  const isText = plainKinds.has(extname(read).toLowerCase());
  try {
    if (isText) {
      const markdown = decodeText(bytes);
      const policy = async (): Promise<Policy> => {
        const extraction = await extract({ file: read }, bytes, options);
        return withLines(readDocument(readStructure(extraction)), markdown);
      };
      return { markdown, policy, pieces: null, problems: [] };
    }
    const extraction = await extract({ file: read }, bytes, options);
    const policy = readDocument(readStructure(extraction), extraction.running);
    const { markdown, pieces } = writePieces(policy.pieces);
    return { markdown, policy: async () => policy, pieces, problems: extraction.problems };
  } catch (cause) {
    if (!(cause instanceof CharmError)) throw cause;
    throw new CharmError("report-unreadable", `${path} cannot be checked. ${cause.message}`, {
      hint: cause.hint ?? "Open it and save it again.",
      cause,
    });
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  const size = (await stat(path)).size;
  if (size > largest)
    throw new CharmError("report-unreadable", `${path} is too large to be checked.`, {
      hint: "Give the document itself, without the pictures and files in it.",
    });
  return new Uint8Array(await readFile(path));
}
