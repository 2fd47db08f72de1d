// Reads what stands behind a reference: the document it belongs to, a page, a topic, the provision's heading.
import { splitAddress } from "../place/address.ts";
import type { DocumentMention, Instrument, PageRange, Target } from "./reference.ts";
import { pageRangeOf } from "./pages.ts";
import type { Scan } from "./scan.ts";
import { isCapitalised, isMark, isWord, type Token, type Tokens } from "./tokens.ts";
import { type Read, readNumber } from "./number-paths.ts";
import { topicWording } from "./field-facts.ts";
import { headOf, remarkStarts, topicWords } from "./grammar-words.ts";
import { afterHead } from "./containers.ts";

const guidanceKeys = new Set(["para", "page", "annex", "fn", "standard", "standards"]);

/** Whether a kind of place can be in a kind of document; used where nothing like "of" joins the two. */
export function isCompatible(target: Target, mention: DocumentMention): boolean {
  const key = splitAddress(target.address)[0]?.key ?? "";
  if (target.relative === "this") return false;
  // What a document of the library is seen to have can be in it, whatever it is called.
  const seen = mention.held?.families ?? [];
  if (seen.includes(key) || (key === "s" && seen.includes("sec"))) return true;
  // Of a statutory instrument known by number alone one cannot say whether it is regulations, an order or rules.
  if (mention.instrument === null && mention.number !== null)
    return !guidanceKeys.has(key) && key !== "s";
  const kind: Instrument | "guidance" | null =
    mention.instrument ??
    (mention.kind === "name" || mention.kind === "definite" ? "guidance" : null);
  switch (key) {
    case "s":
      return kind === "act" || kind === "bill" || kind === null;
    case "clause":
      return kind === "bill";
    case "reg":
      return kind === "regulations" || kind === null;
    case "rule":
      return kind === "rules" || kind === null;
    case "art":
      return kind === "order" || kind === "convention" || kind === null;
    case "sch":
      return kind !== "guidance";
    default:
      return guidanceKeys.has(key) ? kind === "guidance" || kind === null : true;
  }
}

/** The document after a reference: "of the 1989 Act", "Children Act 1989", ", 1989 Act]", "(Children Act 1989)". */
export function readDocumentAfter(
  scan: Scan,
  at: number,
  target: Target,
): Read<DocumentMention> | null {
  const { tokens } = scan;
  if (target.relative === "this") return null;
  if (isWord(tokens[at], "of", "in", "to")) return joinedDocument(scan, at);
  const open = isMark(tokens[at], "(");
  const comma = isMark(tokens[at], ",");
  const span = scan.mentionAt(open || comma ? at + 1 : at);
  if (span === undefined || span.mention.kind === "url" || span.mention.kind === "file")
    return null;
  if (!isCompatible(target, span.mention) || (tokens[at]?.gap ?? 3) > 1) return null;
  const { mention, to } = span;
  if (open) return isMark(tokens[to], ")") ? { value: mention, next: to + 1 } : null;
  const definite = mention.kind === "definite" || mention.kind === "self";
  // "regulation 5, the Guide says": the comma may end a clause.
  if (comma && !endsClause(tokens[to])) return null;
  return definite && !comma ? null : { value: mention, next: to };
}

function joinedDocument(scan: Scan, at: number): Read<DocumentMention> | null {
  const { tokens } = scan;
  // "sections 9 and 10 of, and Schedule 2 to, the Act": the document is named once, after commas.
  const start = isMark(tokens[at + 1], ",") ? at + 2 : at + 1;
  // "of our business plan": of names only an article belongs to the mention.
  const whose = isWord(tokens[start], "our", "your", "their", "its", "my", "this");
  const span = scan.mentionAt(start) ?? (whose ? scan.mentionAt(start + 1) : undefined);
  if (span === undefined || span.mention.kind === "url") return null;
  return { value: span.mention, next: span.to };
}

function endsClause(token: Token | undefined): boolean {
  return token === undefined || token.gap === 3 || isMark(token, ")", "]", ".", ";", ",", "-");
}

/** A page after a place: "(page 53)", ", p.53", "on page 53". */
export function readPageAfter(scan: Scan, at: number): Read<PageRange> | null {
  const { tokens } = scan;
  const open = isMark(tokens[at], "(");
  let start = open || isMark(tokens[at], ",") ? at + 1 : at;
  if (isWord(tokens[start], "on", "at")) start += 1;
  if (headOf(tokens[start])?.key !== "page" || (tokens[start]?.gap ?? 3) > 2) return null;
  const first = readNumber(tokens, afterHead(tokens, start));
  if (first === null) return null;
  const dash = isMark(tokens[first.next], "-") || isWord(tokens[first.next], "to");
  const last = dash ? readNumber(tokens, first.next + 1) : null;
  let next = (last ?? first).next;
  if (open) {
    if (!isMark(tokens[next], ")")) return null;
    next += 1;
  } else if (startsParagraph(tokens, next)) {
    // "paragraph 10.8, page 53, paragraph 10.9": the page goes with what follows it.
    return null;
  }
  return { value: pageRangeOf(first.value, last?.value ?? null), next };
}

function startsParagraph(tokens: Tokens, at: number): boolean {
  return headOf(tokens[isMark(tokens[at], ",") ? at + 1 : at])?.key === "para";
}

/** Nouns right after a reference: "visit", "monitoring report", "DBS". */
export function readTopic(tokens: Tokens, at: number): string | null {
  const words: string[] = [];
  for (let index = at; index < at + 3; index++) {
    const token = tokens[index];
    if (token === undefined || token.type !== "word" || token.gap !== 1) break;
    const acronym = /^[A-Z]{2,6}$/.test(token.text) && topicWording[token.lower] !== undefined;
    if (!topicWords.has(token.lower) && !acronym) break;
    words.push(token.lower);
  }
  return words.length === 0 ? null : words.join(" ");
}

/** Longest heading read behind a reference, in words. */
const maxTitle = 16;

/** The provision's heading in brackets or after a dash: "(good governance)", "– Registered persons". */
export function readTitle(tokens: Tokens, at: number): string | null {
  const first = tokens[at];
  const open = isMark(first, "(");
  const dash = isMark(first, "-") && (first?.gap ?? 0) > 0;
  if (!open && !dash && !isMark(first, ":")) return null;
  // "regulation 44 – the independent person – must": after a dash only a capital or the end of the text shows a heading.
  const last = tokens.length - 1;
  if (dash && !isCapitalised(tokens[at + 1]) && last - at > maxTitle) return null;
  const words: string[] = [];
  for (let index = at + 1; index <= at + maxTitle * 2; index++) {
    const token = tokens[index];
    if (
      token === undefined ||
      token.gap > (open ? 2 : 1) ||
      isMark(token, ".", ";", ":", ")", "(", "]")
    ) {
      if (open && !isMark(token, ")")) return null;
      break;
    }
    if (token.type === "mark" && !isMark(token, ",", "-", "'", "’", "&")) return null;
    if (token.type === "number" || token.type === "dotted") return null;
    if (token.type === "word") words.push(token.text);
  }
  const [start] = words;
  if (start === undefined || words.length > maxTitle) return null;
  if (remarkStarts.has(start.toLowerCase())) return null;
  if (isMark(first, ":") && !isCapitalised(tokens[at + 1])) return null;
  return words.join(" ");
}
