// Takes the entries of a zip file, some of them with new contents; gives the bytes of the file that holds them all.
import { crc32, deflateRawSync } from "node:zlib";
import type { ZipEntry } from "../extract/office/read-zip.ts";

/** Signatures and sizes of the zip format (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). */
const localSignature = 0x04034b50;
const directorySignature = 0x02014b50;
const endSignature = 0x06054b50;
/** 1 January 1980, the first day there is: the same file comes out whenever it is written. */
const firstDay = 0x21;
/** Names are in UTF-8. */
const utf8Flag = 0x800;

/**
 * Entries keep their order, and those without new contents their packed bytes; new names come last.
 * @param changed contents by name of the part
 */
export function writeZip(
  entries: readonly ZipEntry[],
  changed: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const held = new Set(entries.map(({ name }) => name));
  const added = [...changed].filter(([name]) => !held.has(name)).map(([name]) => name);
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const put = (entry: PackedPart): void => {
    const { name, packed } = entry;
    const head = fieldsOf(entry);
    const local = Buffer.concat([uint32(localSignature), head, Buffer.from(name), packed]);
    const central = Buffer.concat([
      uint32(directorySignature),
      uint16(20),
      head,
      Buffer.alloc(10),
      uint32(offset),
      Buffer.from(name),
    ]);
    locals.push(local);
    directory.push(central);
    offset += local.length;
  };
  for (const entry of entries) {
    const content = changed.get(entry.name);
    // Parts that stay as they are, pictures among them, are not unpacked for what their entries say already.
    put(content === undefined ? entry : packPart(entry.name, content));
  }
  for (const name of added) put(packPart(name, changed.get(name) ?? new Uint8Array()));
  const list = Buffer.concat(directory);
  const count = uint16(locals.length);
  const end = [uint32(endSignature), uint32(0), count, count, uint32(list.length), uint32(offset)];
  return new Uint8Array(Buffer.concat([...locals, list, ...end, uint16(0)]));
}

type PackedPart = Pick<ZipEntry, "name" | "size" | "packed" | "deflated" | "checksum">;

function packPart(name: string, content: Uint8Array): PackedPart {
  const packed = deflateRawSync(content);
  return { name, size: content.length, packed, deflated: true, checksum: crc32(content) };
}

/** What an entry's two heads have in common, from the version needed to the length of extra fields. */
function fieldsOf({ name, size, packed, deflated, checksum }: PackedPart): Buffer {
  return Buffer.concat([
    uint16(20),
    uint16(utf8Flag),
    uint16(deflated ? 8 : 0),
    uint16(0),
    uint16(firstDay),
    uint32(checksum),
    uint32(packed.length),
    uint32(size),
    uint16(Buffer.byteLength(name)),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
