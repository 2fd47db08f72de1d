// Takes the bytes and characters that a reader of rich text has gathered; gives them to the paragraph that they belong to.
import { leaveOut } from "../losses.ts";
import { addText } from "../flow/paragraph.ts";
import { codePageOf, decodeBytes, symbolCharset } from "./code-pages.ts";
import { isLost, white } from "../colour.ts";
import type { Group, Reader, StyleDefinition } from "./reader.ts";

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
    case "colours":
      return endColours(text, reader);
    case "propertyName":
      group.shape.property += text.trim();
      return;
    case "propertyValue":
      if (group.shape.property === "fHidden" && text.trim() !== "0") group.shape.unseen = true;
      return;
    case "instruction":
      group.field.instruction += text;
      return;
    default:
  }
}

/** Each ends with a semicolon; one of which nothing is said is the program's own choice. */
function endColours(text: string, reader: Reader): void {
  for (const _ of text.matchAll(/;/g)) {
    const { red, green, blue } = reader.mixing;
    const isSaid = red !== undefined || green !== undefined || blue !== undefined;
    reader.colours.push(isSaid ? [red ?? 0, green ?? 0, blue ?? 0] : null);
    reader.mixing = {};
  }
}

/** Letters of up to this size, in half points, are dots. */
const speck = 4;

/** Set as hidden, by itself or its styles; too small to be seen; or in the colour of what lies behind it. */
function isHidden(reader: Reader, group: Group): boolean {
  const styles = [
    ...chainOf(group.characterStyle, reader.characterStyles),
    ...chainOf(group.style, reader.styles),
  ];
  const first = <K extends "hidden" | "size" | "colour">(key: K) =>
    [group, ...styles].map((one) => one[key]).find((value) => value !== undefined);
  if (group.coded || first("hidden") === true) return true;
  const size = first("size");
  if (size !== undefined && size <= speck) return true;
  const colour = (at: number) => reader.colours[at] ?? null;
  const unknown = group.apart || (group.inTable && group.sink.form.painted);
  const painted = colour(group.marking) ?? colour(group.ground);
  return isLost(colour(first("colour") ?? 0), painted ?? (unknown ? null : white));
}

/** A style with those that it is based on; styles that are based on themselves end where they begin again. */
export function chainOf(
  number: number,
  styles: ReadonlyMap<number, StyleDefinition>,
): StyleDefinition[] {
  const line: StyleDefinition[] = [];
  let style = styles.get(number);
  while (style && !line.includes(style) && line.length < 50) {
    line.push(style);
    style = style.base === undefined ? undefined : styles.get(style.base);
  }
  return line;
}

function addWords(text: string, reader: Reader, group: Group): void {
  const reason = group.deleted
    ? "deleted"
    : isHidden(reader, group)
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
