// Takes a rich text as a string with a character for each byte; gives its tokens.

export type Token =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  /** `\b0` is the word `b` with the parameter 0. */
  | { readonly kind: "word"; readonly name: string; readonly parameter: number | undefined }
  /** `\~` is the symbol `~`. */
  | { readonly kind: "symbol"; readonly char: string }
  /** Characters that stand for bytes, those written as `\'e9` too. */
  | { readonly kind: "bytes"; readonly text: string };

/** What follows `\bin` is a picture's bytes, as many as it says, and no text. */
export function* readTokens(source: string): Generator<Token> {
  const pattern =
    /([{}])|\\([a-z]+)(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([\s\S])|[\r\n\0]+|([^\\{}\r\n\0]+)/giy;
  for (let found = pattern.exec(source); found; found = pattern.exec(source)) {
    const [, brace, name, parameter, hex, char, text] = found;
    if (brace) yield { kind: brace === "{" ? "open" : "close" };
    else if (name) {
      const value = parameter === undefined ? undefined : Number(parameter);
      if (name === "bin" && value !== undefined && value > 0) pattern.lastIndex += value;
      yield { kind: "word", name, parameter: value };
    } else if (hex) yield { kind: "bytes", text: String.fromCharCode(Number.parseInt(hex, 16)) };
    else if (char) yield { kind: "symbol", char };
    else if (text) yield { kind: "bytes", text };
  }
}
