// Takes the bytes of a zip file; gives its entries, and the bytes of one of them without ever unpacking too much.
import { crc32, inflateRawSync } from "node:zlib";
import { CharmError } from "../../errors.ts";
import type { OfficeKind } from "./office-kind.ts";

export interface ZipEntry {
  readonly name: string;
  /** Unpacked size as the directory declares it; `unpackEntry` holds it to that. */
  readonly size: number;
  readonly packed: Uint8Array;
  readonly deflated: boolean;
  readonly encrypted: boolean;
  /** CRC-32 of what it unpacks to. */
  readonly checksum: number;
}

/** Signatures, sizes and offsets of the zip format (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). */
const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
const longestComment = 0xffff;

/** @throws CharmError `unreadable` when the bytes are no zip file, or a damaged one */
export function readZip(bytes: Uint8Array, kind: OfficeKind): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    if (end < 0) throw damaged(kind);
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    // Where the numbers do not fit, a larger directory (zip64) stands elsewhere; no document needs one.
    if (count === 0xffff || at === 0xffffffff) throw damaged(kind);
    const entries: ZipEntry[] = [];
    for (let i = 0; i < count; i += 1) {
      if (view.getUint32(at, true) !== directorySignature) throw damaged(kind);
      entries.push(readEntry(bytes, view, at, kind));
      at +=
        46 +
        view.getUint16(at + 28, true) +
        view.getUint16(at + 30, true) +
        view.getUint16(at + 32, true);
    }
    return entries;
  } catch (cause) {
    // Offsets beyond the end of the file.
    throw cause instanceof RangeError ? damaged(kind, cause) : cause;
  }
}

/** An entry that cannot be unpacked, to be told of with its name. */
export class ZipFault extends Error {}

/** @throws ZipFault when the entry is damaged, or holds more than it declares (as zip bombs do) */
export function unpackEntry(entry: ZipEntry): Uint8Array {
  const bytes = inflate(entry);
  if (crc32(bytes) !== entry.checksum)
    throw new ZipFault("its bytes are not those that were packed");
  return bytes;
}

function inflate(entry: ZipEntry): Uint8Array {
  if (!entry.deflated) return entry.packed;
  if (entry.size === 0) return new Uint8Array();
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: entry.size });
  } catch (cause) {
    throw new ZipFault("it does not unpack", { cause });
  }
}

/** Where the directory's end stands; -1 where there is none. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endSize - longestComment);
  for (let at = view.byteLength - endSize; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return -1;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, kind: OfficeKind): ZipEntry {
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw damaged(kind);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const name = new TextDecoder().decode(
    bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)),
  );
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== localSignature) throw damaged(kind);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedSize > bytes.length) throw damaged(kind);
  return {
    name,
    size: method === 0 ? packedSize : size,
    packed: bytes.subarray(start, start + packedSize),
    deflated: method === 8,
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    checksum: view.getUint32(at + 16, true),
  };
}

function damaged(kind: OfficeKind, cause?: unknown): CharmError {
  return new CharmError(
    "unreadable",
    `It is damaged, or no ${kind.name} (${kind.extension}) at all.`,
    {
      hint: `Open it in the program that made it and save it again as ${kind.extension}.`,
      cause,
    },
  );
}
