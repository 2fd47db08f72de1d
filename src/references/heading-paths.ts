// Reads headings of a document without numbers, cited one inside the other: "SCCIF, Effectiveness of leaders, Good".
import { slugify } from "../place/address.ts";
import { type MentionSpan, type ProvisionRead, readAs, type Scan } from "./scan.ts";
import { isCapitalised, isMark, type Tokens } from "./tokens.ts";
import { targetAt } from "./reference.ts";
import type { Read } from "./number-paths.ts";

/** Longest heading, in words, and deepest nesting cited. */
const maxWords = 12;
const maxDepth = 4;

/**
 * Headings after the name of a guidance document, each capitalised, joined by commas, colons or "›". Only read where
 * nothing else follows, up to the end of the text or of the bracket: elsewhere it would swallow the sentence.
 */
export function readHeadings(scan: Scan, span: MentionSpan): ProvisionRead | null {
  const { tokens } = scan;
  if (span.mention.instrument !== null || span.mention.kind === "file") return null;
  const slugs: string[] = [];
  let next = span.to;
  while (slugs.length < maxDepth && isMark(tokens[next], ",", ":", ">", "›", "-")) {
    const heading = readHeading(tokens, next + 1);
    if (heading === null) return null;
    slugs.push(heading.value);
    next = heading.next;
  }
  const end = tokens[next];
  const closes = end === undefined || isMark(end, ")", "]") || end.gap > 1;
  if (slugs.length === 0 || !closes) return null;
  return readAs([targetAt(`head/${slugs.join("/")}`)], next);
}

/** The slug of a heading. */
function readHeading(tokens: Tokens, at: number): Read<string> | null {
  if (!isCapitalised(tokens[at]) || (tokens[at]?.gap ?? 3) > 1) return null;
  const words: string[] = [];
  let next = at;
  while (words.length <= maxWords) {
    const token = tokens[next];
    if (token === undefined || token.type !== "word" || token.gap > 1) break;
    words.push(token.text);
    next += 1;
  }
  return words.length > maxWords ? null : { value: slugify(words.join(" ")), next };
}
