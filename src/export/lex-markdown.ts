// Takes Markdown; gives its blocks, with nothing resolved yet: citations are text like any other.
import type { Token, Tokens } from "marked";
import { CharmError } from "../errors.ts";
import { LinearLexer, LinearTokenizer } from "../text/linear-lexer.ts";
import { sanitise } from "../text/sanitise.ts";
import type { Look, Run } from "./blocks.ts";

/** As `Block` of blocks.ts, of plain runs. */
export type RawBlock =
  | { readonly kind: "heading"; readonly level: number; readonly runs: readonly RawRun[] }
  | { readonly kind: "paragraph"; readonly runs: readonly RawRun[] }
  | {
      readonly kind: "list";
      readonly start: number | null;
      readonly items: readonly (readonly RawBlock[])[];
    }
  | {
      readonly kind: "table";
      readonly head: readonly (readonly RawRun[])[];
      readonly rows: readonly (readonly (readonly RawRun[])[])[];
    }
  | { readonly kind: "quote"; readonly blocks: readonly RawBlock[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "rule" };

/** `literal`: no citation may be read from it, whatever it looks like. */
export type RawRun =
  | (Extract<Run, { kind: "text" }> & { readonly literal: boolean })
  | Extract<Run, { kind: "break" }>;

const plain: Look = { strong: false, italic: false, struck: false, code: false };

/** "[1]: Guide, page 3" is a note that a reader is to see, and no address for links. */
class ShownDefinitions extends LinearTokenizer {
  override def(): undefined {
    return undefined;
  }
}

/** Half of a pair (a lone surrogate) is in no encoding; U+FFFE and U+FFFF are in no XML. */
const unwritable =
  /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text without what no file can hold. */
export function toWritable(text: string): string {
  return sanitise(text).replaceAll(unwritable, "\ufffd");
}

/**
 * Tags are text, but for line breaks and comments: what a document holds is shown and never obeyed.
 * @throws CharmError `export-too-deep`
 */
export function lexMarkdown(markdown: string): RawBlock[] {
  const text = toWritable(markdown);
  const lexer = new LinearLexer(new ShownDefinitions());
  let tokens: readonly Token[];
  try {
    tokens = lexer.lex(text);
  } catch (cause) {
    // The lexer calls itself for each list in a list.
    throw cause instanceof RangeError ? tooDeep(cause) : cause;
  }
  refuseDepth(tokens);
  return tokens.flatMap(toBlocks);
}

/** Lists and quotes in each other, beyond which no document goes and each writer would fail in its own way. */
const deepest = 100;

function refuseDepth(tokens: readonly Token[]): void {
  let level: readonly Token[] = tokens;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw tooDeep();
    level = level.flatMap((token) => {
      if (token.type === "list") return (token as Tokens.List).items.flatMap((item) => item.tokens);
      return token.type === "blockquote" ? (token as Tokens.Blockquote).tokens : [];
    });
  }
}

function tooDeep(cause?: unknown): CharmError {
  return new CharmError(
    "export-too-deep",
    `Lists or quotes stand in each other more than ${deepest} deep.`,
    { hint: "Take out the marks in front of the lines: >, - and spaces.", cause },
  );
}

function toBlocks(token: Token): RawBlock[] {
  switch (token.type) {
    case "heading": {
      const { depth, tokens } = token as Tokens.Heading;
      return [{ kind: "heading", level: depth, runs: toRuns(tokens, plain) }];
    }
    case "paragraph":
    case "text":
      return paragraph(toRuns((token as Tokens.Paragraph).tokens ?? [], plain, token.raw));
    case "list": {
      const { ordered, start, items } = token as Tokens.List;
      return [
        { kind: "list", start: ordered ? Number(start) || 1 : null, items: items.map(toItem) },
      ];
    }
    case "table": {
      const { header, rows } = token as Tokens.Table;
      const cell = ({ tokens }: Tokens.TableCell) => toRuns(tokens, plain);
      return [{ kind: "table", head: header.map(cell), rows: rows.map((row) => row.map(cell)) }];
    }
    case "blockquote":
      return [{ kind: "quote", blocks: (token as Tokens.Blockquote).tokens.flatMap(toBlocks) }];
    case "code":
      return [{ kind: "code", text: (token as Tokens.Code).text }];
    case "hr":
      return [{ kind: "rule" }];
    case "html":
      return paragraph(htmlRuns(token.raw.trimEnd(), plain));
    default:
      return [];
  }
}

function paragraph(runs: readonly RawRun[]): RawBlock[] {
  const isEmpty = runs.every((run) => run.kind === "break" || run.text.trim() === "");
  return isEmpty ? [] : [{ kind: "paragraph", runs }];
}

/** "[x]" of a task stands before its text as it was written. */
function toItem({ task, checked, tokens }: Tokens.ListItem): RawBlock[] {
  const blocks = tokens.filter(({ type }) => type !== "checkbox").flatMap(toBlocks);
  if (!task) return blocks;
  const box = { ...textRun(checked === true ? "☒ " : "☐ ", plain), literal: true };
  const [first, ...rest] = blocks;
  return first?.kind === "paragraph"
    ? [{ ...first, runs: [box, ...first.runs] }, ...rest]
    : [{ kind: "paragraph", runs: [box] }, ...blocks];
}

/** @param raw what stands there, where there are no tokens of it */
function toRuns(tokens: readonly Token[], look: Look, raw = ""): RawRun[] {
  if (tokens.length === 0 && raw !== "") return [textRun(raw.trim(), look)];
  return tokens.flatMap((token) => toRun(token, look));
}

function toRun(token: Token, look: Look): RawRun[] {
  switch (token.type) {
    case "strong":
      return toRuns((token as Tokens.Strong).tokens, { ...look, strong: true });
    case "em":
      return toRuns((token as Tokens.Em).tokens, { ...look, italic: true });
    case "del":
      return toRuns((token as Tokens.Del).tokens, { ...look, struck: true });
    case "codespan":
      return [
        { ...textRun((token as Tokens.Codespan).text, { ...look, code: true }), literal: true },
      ];
    case "br":
      return [{ kind: "break" }];
    case "escape":
      return [{ ...textRun((token as Tokens.Escape).text, look), literal: true }];
    case "link":
      return toLink(token as Tokens.Link, look);
    case "image": {
      const { text, href } = token as Tokens.Image;
      return [{ ...textRun(`[picture: ${text === "" ? href : text}]`, look), literal: true }];
    }
    case "html":
      return htmlRuns(token.raw, look);
    default: {
      const { tokens, raw } = token as Tokens.Text;
      return tokens === undefined ? [textRun(decode(raw), look)] : toRuns(tokens, look, raw);
    }
  }
}

/** Addresses that a click may follow; any other is text. */
const followed = /^(?:https?:\/\/|mailto:)/i;

function toLink({ href, tokens, text }: Tokens.Link, look: Look): RawRun[] {
  const words = toRuns(tokens, look, text);
  const said = words.map((run) => (run.kind === "text" ? run.text : " ")).join("");
  const behind = said === href || `mailto:${said}` === href ? [] : [textRun(` (${href})`, look)];
  if (!followed.test(href)) return [...words, ...behind].map(literally);
  return [...words, ...behind]
    .map(literally)
    .map((run, at) => (run.kind === "text" && at < words.length ? { ...run, href } : run));
}

function literally(run: RawRun): RawRun {
  return run.kind === "text" ? { ...run, literal: true } : run;
}

function htmlRuns(raw: string, look: Look): RawRun[] {
  const shown = raw.replaceAll(/<!--[\s\S]*?-->/g, "");
  return shown
    .split(/<br\s*\/?>/i)
    .flatMap((part, at): RawRun[] => [
      ...(at > 0 ? [{ kind: "break" } as const] : []),
      ...(part === "" ? [] : [{ ...textRun(part, look), literal: true }]),
    ]);
}

function textRun(text: string, look: Look): Extract<RawRun, { kind: "text" }> {
  return { kind: "text", text: text.replaceAll(/\s+/g, " "), look, href: null, literal: false };
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

/** Entities, which Markdown takes from HTML: those of numbers, and of the names that are in use. */
function decode(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
    (whole, decimal, hex, name) => {
      if (typeof name === "string") return named[name.toLowerCase()] ?? whole;
      const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
      const valid = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return valid ? toWritable(String.fromCodePoint(code)) : whole;
    },
  );
}
