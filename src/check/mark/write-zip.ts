// Takes the entries of a zip file, some of them with new contents; gives the bytes of the file that holds them all.
import { crc32, deflateRawSync } from "node:zlib";
import { unpackEntry, type ZipEntry } from "../../extract/office/read-zip.ts";

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
  const put = (name: string, content: Uint8Array, packed: Uint8Array, deflated: boolean): void => {
    const head = fieldsOf(content, packed, deflated, Buffer.byteLength(name));
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
    if (content === undefined) put(entry.name, unpackEntry(entry), entry.packed, entry.deflated);
    else put(entry.name, content, deflateRawSync(content), true);
  }
  for (const name of added) {
    const content = changed.get(name) ?? new Uint8Array();
    put(name, content, deflateRawSync(content), true);
  }
  const list = Buffer.concat(directory);
  const count = uint16(locals.length);
  const end = [uint32(endSignature), uint32(0), count, count, uint32(list.length), uint32(offset)];
  return new Uint8Array(Buffer.concat([...locals, list, ...end, uint16(0)]));
}

/** What an entry's two heads have in common, from the version needed to the length of extra fields. */
function fieldsOf(
  content: Uint8Array,
  packed: Uint8Array,
  deflated: boolean,
  nameLength: number,
): Buffer {
  return Buffer.concat([
    uint16(20),
    uint16(utf8Flag),
    uint16(deflated ? 8 : 0),
    uint16(0),
    uint16(firstDay),
    uint32(crc32(content)),
    uint32(packed.length),
    uint32(content.length),
    uint16(nameLength),
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
