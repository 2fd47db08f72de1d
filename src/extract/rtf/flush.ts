// Takes the bytes and characters that a reader of rich text has gathered; gives them to the paragraph that they belong to.
import { leaveOut } from "../losses.ts";
import { addText } from "../flow/paragraph.ts";
import { codePageOf, decodeBytes, symbolCharset } from "./code-pages.ts";
import type { Group, Reader } from "./reader.ts";

/** Characters of fonts of pictures, such as Wingdings, are kept apart from letters as Word keeps them. */
const symbolBase = 0xf000;

function fontOf(reader: Reader, group: Group): ReturnType<Reader["fonts"]["get"]> {
  return reader.fonts.get(group.font < 0 ? reader.defaultFont : group.font);
}

/** Makes characters of the bytes: a character may have two of them. */
export function decodePending(reader: Reader, group: Group): void {
  if (reader.bytes.length === 0) return;
  const bytes = Uint8Array.from(reader.bytes);
  reader.bytes = [];
  const font = fontOf(reader, group);
  if (font?.charset === symbolCharset) {
    reader.characters += [...bytes]
      .map((byte) => String.fromCharCode(byte > 0x20 ? symbolBase + byte : byte))
      .join("");
    return;
  }
  const page = font?.codePage ?? codePageOf(font?.charset ?? 1) ?? reader.codePage;
  reader.characters += decodeBytes(bytes, page);
}

/** Gives what has been gathered to where the group's text goes. */
export function flush(reader: Reader, group: Group): void {
  decodePending(reader, group);
  // The first half of a character of two waits for the other.
  const half = /[\uD800-\uDBFF]$/.exec(reader.characters)?.[0] ?? "";
  const text = reader.characters.slice(0, reader.characters.length - half.length);
  reader.characters = half;
  if (text === "") return;
  switch (group.destination) {
    case "text":
      return addWords(text, reader, group);
    case "number":
      group.sink.number = (group.sink.number ?? "") + text;
      if (fontOf(reader, group)?.charset === symbolCharset) group.sink.numberIsSymbol = true;
      return;
    case "styles":
      if (group.definition) group.definition.name += text;
      return;
    case "title":
    case "author":
      reader.info[group.destination] += text;
      return;
    case "instruction":
      group.field.instruction += text;
      return;
    default:
  }
}

function addWords(text: string, reader: Reader, group: Group): void {
  const reason = group.deleted
    ? "deleted"
    : group.hidden
      ? "hidden"
      : group.struck
        ? "struck"
        : undefined;
  if (reason) leaveOut(reader.losses, reason, text, { joins: true });
  else {
    addText(group.sink.paragraph, text, group);
    if (text.trim() !== "") reader.losses.isOpen = false;
  }
}
