// Takes the path of a file of any kind that is read; gives it as reports and policies are read from it.
import { stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { CharmError, messageOf } from "../errors.ts";
import type { Problem } from "../document.ts";
import { extract } from "../extract/extract.ts";
import type { Extraction } from "../extract/page.ts";
import { adviceFor, readerOf } from "../extract/kinds.ts";
import type { PdfReader } from "../extract/pdf/pdf-reader.ts";
import { decodeText } from "../extract/flow/decode-text.ts";
import { readStructure } from "../structure/structure.ts";
import { readDocument, withLines } from "../check/read-document.ts";
import type { Piece, Policy } from "../check/policy/policy.ts";
import { writePieces } from "../check/write-markdown.ts";
import { readFile } from "../files/read-file.ts";

export interface CheckedFile {
  /** What reports are read from; of a file that is no text, made of its pieces. */
  readonly markdown: string;
  /** Read when it is asked for. @throws CharmError as `readChecked` */
  readonly policy: () => Promise<ReadPolicy>;
  /** Of each line of `markdown` its piece; null for text files, whose lines are their own. */
  readonly pieces: readonly Piece[] | null;
  /** What of it is not in `markdown`, or is there as if something were done; text files are there as they are. */
  readonly problems: readonly Problem[];
}

export interface ReadPolicy extends Policy {
  /** What was not read of it, or read as if something were done. */
  readonly problems: readonly Problem[];
}

/** Documents beyond this size, in bytes, are none that anybody checks. */
const largest = 200_000_000;

const plainKinds = new Set([".md", ".markdown", ".txt", ".text"]);

export interface ReadMeans {
  readonly signal?: AbortSignal;
  /** Reads PDFs within limits of time and memory; without it, this thread does. */
  readonly reader?: PdfReader;
}

/** @throws CharmError `report-unreadable`, in words that begin with the path; the signal's reason when it is aborted */
export async function readChecked(path: string, means: ReadMeans = {}): Promise<CheckedFile> {
  const extension = extname(path).toLowerCase();
  const file = basename(path);
  const bytes = await readBytes(path);
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
      const policy = () =>
        readPolicyText(markdown, read, means).catch((cause: unknown) => {
          means.signal?.throwIfAborted();
          throw toUnreadable(path, cause);
        });
      return { markdown, policy, pieces: null, problems: [] };
    }
    const extraction = await extract({ file: read }, bytes, means);
    const { problems } = extraction;
    const policy = readDocument(readStructure(extraction), extraction.running);
    const { markdown, pieces } = writePieces(withLabels(policy.pieces, extraction));
    return { markdown, policy: async () => ({ ...policy, problems }), pieces, problems };
  } catch (cause) {
    means.signal?.throwIfAborted();
    throw toUnreadable(path, cause);
  }
}

/**
 * A text in Markdown as policies are read.
 * @param file how places name it
 */
export async function readPolicyText(
  markdown: string,
  file: string,
  means: ReadMeans = {},
): Promise<ReadPolicy> {
  const bytes = new TextEncoder().encode(markdown);
  const extraction = await extract({ file }, bytes, means);
  const policy = withLines(readDocument(readStructure(extraction)), markdown);
  return { ...policy, problems: extraction.problems };
}

/** The structure does not keep what is bold in a line; of reports, labels tell which document speaks. */
export function withLabels(pieces: readonly Piece[], extraction: Extraction): Piece[] {
  if (extraction.form === "printed") return [...pieces];
  const labels = new Map(
    extraction.pages.flatMap(({ lines }) =>
      lines.flatMap(({ text, labelled }): [string, number][] =>
        labelled === undefined ? [] : [[text, labelled]],
      ),
    ),
  );
  return pieces.map((piece) => {
    const labelled = labels.get(piece.text);
    return labelled === undefined ? piece : { ...piece, labelled };
  });
}

/** What went wrong with one file, a fault of charm's own too, in words that begin with its path. */
export function toUnreadable(path: string, cause: unknown): CharmError {
  if (cause instanceof CharmError && cause.code === "report-unreadable") return cause;
  const message = `${path} cannot be checked. ${messageOf(cause)}`;
  const given = cause instanceof CharmError ? cause.hint : null;
  const hint = given ?? "Open it and save it again; if that does not help, please report it.";
  return new CharmError("report-unreadable", message, { hint, cause });
}

async function readBytes(path: string): Promise<Uint8Array> {
  const unopened = (cause: unknown): never => {
    if (cause instanceof CharmError) throw cause;
    const hint = "Check that it is there and that you may read it.";
    throw new CharmError("report-unreadable", `${path} cannot be opened.`, { hint, cause });
  };
  const { size } = await stat(path).catch(unopened);
  if (size > largest)
    throw new CharmError("report-unreadable", `${path} is too large to be checked.`, {
      hint: "Give the document itself, without the pictures and files in it.",
    });
  return new Uint8Array(await readFile(path).catch(unopened));
}
