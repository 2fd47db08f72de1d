// Takes the bytes of a rich text; gives its paragraphs, list items, table rows and headings.
import { CharmError } from "../../errors.ts";
import { tidyText } from "../../text/clean-text.ts";
import { flowExtraction } from "../flow/flow-page.ts";
import { tellLosses } from "../losses.ts";
import type { FlowExtraction } from "../page.ts";
import { flush } from "./flush.ts";
import { enterGroup } from "./groups.ts";
import { openGroup, openReader, type Group, type Reader } from "./reader.ts";
import { closeSink } from "./sink.ts";
import { readTokens, type Token } from "./tokens.ts";
import { addCharacters, applyWord } from "./words.ts";

/** Deeper than any program nests groups. */
const deepest = 1000;

/**
 * Read here, by the Rich Text Format Specification 1.9.1: of the npm packages, rtf-parser has not been kept, rtf.js draws
 * pages in a browser, and rtf-stream-parser takes mail apart; none knows tables, notes, or hidden and deleted text.
 * Pictures and objects are passed over, and never opened.
 * @throws CharmError `unreadable` or `no-text`
 */
export function extractRtf(bytes: Uint8Array): FlowExtraction {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const source = file.slice(Math.max(0, file.indexOf("{")));
  // Some programs put the mark of UTF-8 before it.
  if (!/^(?:ï»¿)?\s*\{\\rtf/.test(file))
    throw damaged("It is no rich text (.rtf), whatever its name says.");
  const reader = openReader();
  const body = openGroup(reader.losses.repeats);
  reader.groups.push(body);
  let hasEnded = false;
  let hasMore = false;
  for (const token of readTokens(source)) {
    if (hasEnded) {
      hasMore = token.kind === "bytes" && token.text.trim() !== "";
      if (hasMore) break;
      continue;
    }
    take(reader, token);
    if (reader.groups.length > deepest) throw damaged("Its groups nest too deep.");
    hasEnded = token.kind === "close" && reader.groups.length === 1;
  }
  if (hasMore) {
    const message =
      "It goes on after its end; what stands there is not read, as word processors do not.";
    reader.losses.problems.push({ code: "text-after-end", pages: [], message });
  }
  // Programs are forgiving about the last brace, and about no other.
  while (reader.groups.length === 2) closeGroup(reader);
  if (reader.groups.length > 1) throw damaged("It is cut short: its end is missing.");
  const texts = closeSink(body.sink);
  return flowExtraction(texts, readInfo(reader), {
    footnotes: reader.footnotes,
    running: [...reader.running],
    ...tellLosses(reader.losses),
  });
}

function damaged(message: string): CharmError {
  return new CharmError("unreadable", message, {
    hint: "Open it in a word processor and save it again as .rtf, or as .docx.",
  });
}

function take(reader: Reader, token: Token): void {
  const group = reader.groups.at(-1) as Group;
  if (token.kind === "open") return beginGroup(reader, group);
  if (token.kind === "close") return closeGroup(reader);
  if (group.destination === "skip") return;
  if (token.kind === "symbol" && token.char === "*" && group.fresh) {
    group.starred = true;
    return;
  }
  const isFirst = group.fresh;
  group.fresh = false;
  if (token.kind === "word") {
    if (isFirst && enterGroup(reader, group, token.name, group.starred)) return;
    return applyWord(reader, group, token.name, token.parameter);
  }
  if (token.kind === "bytes") return addBytes(reader, token.text);
  if (token.kind === "symbol") takeSymbol(reader, group, token.char);
}

function beginGroup(reader: Reader, around: Group): void {
  flush(reader, around);
  reader.passOver = 0;
  around.fresh = false;
  const group = openGroup(around);
  if (group.destination === "styles" && !around.definition) {
    const definition = { number: 0, isParagraph: true, base: undefined, outline: undefined };
    group.definition = { ...definition, name: "" };
    const { definition: own } = group;
    group.end = () => {
      (own.isParagraph ? reader.styles : reader.characterStyles).set(own.number, own);
    };
  }
  reader.groups.push(group);
}

function closeGroup(reader: Reader): void {
  const group = reader.groups.at(-1) as Group;
  if (reader.groups.length === 1) return;
  flush(reader, group);
  reader.passOver = 0;
  reader.groups.pop();
  group.end?.();
}

function addBytes(reader: Reader, text: string): void {
  const from = Math.min(reader.passOver, text.length);
  reader.passOver -= from;
  for (let at = from; at < text.length; at += 1) reader.bytes.push(text.charCodeAt(at));
}

function takeSymbol(reader: Reader, group: Group, char: string): void {
  if (reader.passOver > 0) {
    reader.passOver -= 1;
    return;
  }
  if (char === "~") addCharacters(reader, group, " ");
  else if (char === "_") addCharacters(reader, group, "\u2011");
  else if (char === "\n" || char === "\r") applyWord(reader, group, "par", undefined);
  else if ("\\{}".includes(char)) addCharacters(reader, group, char);
}

function readInfo({ info }: Reader): FlowExtraction["info"] {
  const [year, month, day] = info.created;
  const digits = (value: number, count: number) => String(value).padStart(count, "0");
  const created = year > 1900 && year < 10_000 && month > 0 && month < 13 && day > 0 && day < 32;
  return {
    title: tidyText(info.title) || null,
    author: tidyText(info.author) || null,
    producer: null,
    created: created ? `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` : null,
  };
}
