// Reads Markdown as `marked` does, in time by its length: marks that are opened and never closed are told at once.
import { Lexer, Tokenizer, type MarkedOptions, type Token, type Tokens } from "marked";
import { CharmError } from "../errors.ts";

/** What begins a piece of HTML, and what must follow somewhere behind for it to be one. */
const pairs = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

/** Looks for the end of a comment once a paragraph, not again at each mark that could begin one. */
export class LinearTokenizer extends Tokenizer {
  /** How much of the paragraph there must be left, in characters, for the end of each of `pairs` to be in it. */
  private least: readonly number[] = [];

  /** @param src a paragraph, of which `tag` is then asked about ever shorter ends */
  within<T>(src: string, work: () => T): T {
    const outer = this.least;
    this.least = pairs.map(([, end]) => {
      const last = src.lastIndexOf(end);
      return last === -1 ? Infinity : src.length - last;
    });
    try {
      return work();
    } finally {
      this.least = outer;
    }
  }

  override tag(src: string): Tokens.Tag | undefined {
    const at = pairs.findIndex(([start]) => src.startsWith(start));
    if (at !== -1 && src.length < (this.least[at] ?? 0)) return undefined;
    return super.tag(src);
  }
}

/** Characters of a paragraph that expressions may be too much for. */
const longParagraph = 1_000_000;

function hasLongParagraph(text: string): boolean {
  return text.split(/\n\s*\n/).some((paragraph) => paragraph.length > longParagraph);
}

export class LinearLexer extends Lexer {
  private readonly reader: LinearTokenizer;

  constructor(reader = new LinearTokenizer(), options: MarkedOptions = {}) {
    super({ gfm: true, ...options, tokenizer: reader });
    this.reader = reader;
  }

  /** @throws CharmError `unreadable` for a paragraph of more characters than its expressions can take, some millions */
  override lex(src: string): ReturnType<Lexer["lex"]> {
    try {
      return super.lex(src);
    } catch (cause) {
      // Lists in lists without end throw the same.
      if (!(cause instanceof RangeError) || !hasLongParagraph(src)) throw cause;
      throw new CharmError(
        "unreadable",
        "A paragraph of the text is millions of characters long.",
        {
          hint: "Part it into paragraphs, with an empty line between them.",
          cause,
        },
      );
    }
  }

  override inlineTokens(src: string, tokens?: Token[]): Token[] {
    return this.reader.within(src, () => super.inlineTokens(src, tokens));
  }
}
