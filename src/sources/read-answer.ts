// Takes the answer of a publisher, and what is kept of its file; gives all its bytes, or those after what is kept.
import type { FileMark, PartialBytes, PartialFile } from "./partial-file.ts";
import { refused, tooLarge, unreachable } from "./web-faults.ts";

export interface WebAnswer {
  /** Where it came from, by its public address. */
  readonly url: string;
  /** Media type without parameters, in lower case; empty where none is said. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Reading {
  /** Where the answer came from. */
  readonly url: string;
  readonly response: Response;
  /** Bytes of the whole file that are taken at most. */
  readonly most: number;
  /** Takes what comes of a file; null to keep nothing. */
  readonly partial: PartialFile | null;
}

/** @throws CharmError `source-refused`, `source-unreachable`, `source-too-large` */
export async function readAnswer(reading: Reading): Promise<WebAnswer> {
  const { url, response, most, partial } = reading;
  const { status, headers } = response;
  if (status !== 200) {
    await response.body?.cancel();
    if (status >= 500) throw unreachable(url, `it answers ${status}`);
    throw refused(url, `it answers ${status}`);
  }
  const coding = codingOf(headers);
  if (coding !== null) {
    await response.body?.cancel();
    throw refused(url, `it comes packed (${coding}), which was not asked for`);
  }
  const said = lengthOf(headers);
  if (said !== null && said > most) {
    await response.body?.cancel();
    throw tooLarge(url, most);
  }
  const mark = partial === null ? null : markOf(url, headers);
  if (mark === null) await partial?.drop();
  else await partial?.begin(mark);
  const bytes = await readWithin(reading, []);
  if (said !== null && said !== bytes.length)
    throw refused(url, `it ends after ${bytes.length} of ${said} bytes`);
  await partial?.drop();
  return { url, type: typeOf(headers), bytes };
}

/**
 * The rest of a file, where the answer is that and nothing else: of the same file by its mark, from where the kept
 * bytes end to its own end. Null where it is anything else, such as a range of another length: then the file is to be
 * asked for from its beginning.
 * @throws CharmError `source-refused`, `source-too-large`
 */
export async function readRest(reading: Reading, found: PartialBytes): Promise<WebAnswer | null> {
  const { url, response, partial } = reading;
  if (!goesOn(reading, found)) {
    await response.body?.cancel();
    await partial?.drop();
    return null;
  }
  await partial?.goOn();
  const bytes = await readWithin(reading, [found.bytes]);
  await partial?.drop();
  // A range that ends early, or goes on beyond its end, is no range of this file.
  if (bytes.length !== found.length) return null;
  return { url, type: found.type, bytes };
}

function goesOn({ url, response, most }: Reading, found: PartialBytes): boolean {
  const { status, headers } = response;
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers.get("content-range")?.trim() ?? "");
  if (status !== 206 || range === null || codingOf(headers) !== null) return false;
  const [start, last, whole] = range.slice(1).map(Number);
  const said = lengthOf(headers);
  const type = typeOf(headers);
  return (
    url === found.from &&
    headers.get(found.by)?.trim() === found.validator &&
    (type === "" || type === found.type) &&
    start === found.bytes.length &&
    whole === found.length &&
    last === found.length - 1 &&
    found.length <= most &&
    (said === null || said === found.length - found.bytes.length)
  );
}

/** Null where the bytes of this answer cannot be told from those of a later one; and for a page instead of a file. */
function markOf(from: string, headers: Headers): FileMark | null {
  const length = lengthOf(headers);
  const type = typeOf(headers);
  if (length === null || length === 0 || !isFileType(type)) return null;
  if (headers.get("accept-ranges")?.trim().toLowerCase() === "none") return null;
  const etag = headers.get("etag")?.trim();
  // A weak one stands for texts that mean the same, and a date is not to be sent where there is any (RFC 9110, 13.1.5).
  if (etag !== undefined)
    return etag.startsWith("W/") ? null : { from, by: "etag", validator: etag, length, type };
  const modified = headers.get("last-modified")?.trim() ?? "";
  // What changed within the minute may change again, and show the same time (RFC 9110, 8.8.2.2).
  const age = Date.parse(headers.get("date") ?? "") - Date.parse(modified);
  if (!(age >= 60_000)) return null;
  return { from, by: "last-modified", validator: modified, length, type };
}

export function isFileType(type: string): boolean {
  return type === "" || type === "application/pdf" || type === "application/octet-stream";
}

async function readWithin(
  { url, response: { body }, most, partial }: Reading,
  before: readonly Uint8Array[],
): Promise<Uint8Array> {
  const chunks = [...before];
  let size = before.reduce((sum, { length }) => sum + length, 0);
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > most) {
      await partial?.drop();
      throw tooLarge(url, most);
    }
    chunks.push(chunk);
    await partial?.append(chunk);
  }
  return Buffer.concat(chunks);
}

function lengthOf(headers: Headers): number | null {
  const said = headers.get("content-length")?.trim() ?? "";
  return /^\d{1,15}$/.test(said) ? Number(said) : null;
}

function codingOf(headers: Headers): string | null {
  const coding = headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  return coding === "identity" || coding === "" ? null : coding;
}

function typeOf(headers: Headers): string {
  const [type = ""] = (headers.get("content-type") ?? "").split(";");
  return type.trim().toLowerCase();
}
