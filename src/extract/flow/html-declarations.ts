// Takes the declarations of a web page's style; gives each property with its value, as a browser takes them apart.

export interface Declaration {
  /** In small letters. */
  readonly name: string;
  /** In small letters. */
  readonly value: string;
  readonly important: boolean;
}

/** `color: red; top: 0` → color, top. Names that stand for several properties come as the ones that matter here. */
export function readDeclarations(text: string): Declaration[] {
  return splitAt(withoutComments(text), ";").flatMap((declaration): Declaration[] => {
    const at = declaration.indexOf(":");
    if (at < 0) return [];
    const name = unescape(declaration.slice(0, at)).trim().toLowerCase();
    const raw = unescape(declaration.slice(at + 1));
    const value = raw
      .replace(/!\s*important\s*$/i, "")
      .trim()
      .toLowerCase();
    const important = /!\s*important\s*$/i.test(raw);
    return expand(name, value).map(([own, part]) => ({ name: own, value: part, important }));
  });
}

/** A comment parts what stands around it, and is nothing else. */
export function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, " ");
}

/** Splits at a sign outside strings and brackets. */
export function splitAt(text: string, sign: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "\\") at += 1;
    else if (char === '"' || char === "'") at = endOfString(text, at);
    else if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) depth = Math.max(0, depth - 1);
    else if (char === sign && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** Where a string that begins at a place ends. */
export function endOfString(text: string, from: number): number {
  const quote = text.charAt(from);
  for (let at = from + 1; at < text.length; at += 1) {
    if (text.charAt(at) === "\\") at += 1;
    else if (text.charAt(at) === quote || text.charAt(at) === "\n") return at;
  }
  return text.length;
}

/** Letters may be written by their codes: `d\69splay`. */
function unescape(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|([^\n]))/gi, (_, code?: string, char?: string) => {
    if (code === undefined) return char ?? "";
    const point = Number.parseInt(code, 16);
    return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : "\uFFFD";
  });
}

const sizeInFont = /^(?:\d*\.?\d+(?:[a-z]+|%)|0|(?:calc|min|max|clamp)\(.*\))$/;
const listTypes = /^(?:inside|outside)$/;

function expand(name: string, value: string): [string, string][] {
  const words = splitAt(value, " ").filter((word) => word !== "");
  switch (name) {
    case "font": {
      const size = words.map((word) => splitAt(word, "/")[0] ?? "").find((w) => sizeInFont.test(w));
      return size === undefined ? [] : [["font-size", size]];
    }
    case "list-style": {
      const type = words.filter((word) => !listTypes.test(word));
      return [["list-style-type", type.join(" ") || "disc"]];
    }
    case "list-style-image":
      return value === "none" ? [] : [["list-style-type", value]];
    case "inset":
    case "margin": {
      const [top = "", right = top, bottom = top, left = right] = words;
      const sides = { top, right, bottom, left };
      const prefix = name === "margin" ? "margin-" : "";
      return Object.entries(sides).map(([side, length]) => [`${prefix}${side}`, length]);
    }
    default:
      return [[name, value]];
  }
}
