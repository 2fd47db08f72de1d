// Takes a text with JSON somewhere in it; gives the values that begin in it, closed where they were cut off.

/** `whole` is false for a value that was cut off, and closed behind its last whole item. */
export interface FoundJson {
  readonly value: unknown;
  readonly whole: boolean;
}

/** Where an object or a list of objects may begin: braces in prose are followed by something else. */
const beginning = /\{\s*["“]|\[\s*\{/g;
/** A text that has more of them is no reply. */
const mostBeginnings = 40;

/** The outermost values in their order. What looks like one and is none is passed over. */
export function* findJson(text: string): Generator<FoundJson> {
  let behind = 0;
  let tried = 0;
  for (const { index } of text.matchAll(beginning)) {
    if (index < behind) continue;
    if ((tried += 1) > mostBeginnings) return;
    const scanned = scan(text, index);
    const value = scanned === null ? undefined : parse(scanned.json);
    if (scanned === null || value === undefined) continue;
    behind = scanned.end;
    yield { value, whole: scanned.whole };
  }
}

interface Scanned {
  readonly json: string;
  readonly end: number;
  readonly whole: boolean;
}

/** Null for what is no value, and for one without a whole item. */
function scan(text: string, start: number): Scanned | null {
  const open: string[] = [];
  let inString = false;
  /** Depth of the outermost list, whose items count; 0 before there is one. */
  let listDepth = 0;
  let safe: { readonly at: number; readonly closing: string } | null = null;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"') inString = false;
      else continue;
      if (inString) continue;
    } else if (character === '"') {
      inString = true;
      continue;
    } else if (character === "{" || character === "[") {
      open.push(character === "{" ? "}" : "]");
      if (character === "[" && listDepth === 0) listDepth = open.length;
      continue;
    } else if (character === "}" || character === "]") {
      if (open.pop() !== character) return null;
      if (open.length === 0) {
        return { json: text.slice(start, at + 1), end: at + 1, whole: true };
      }
    } else continue;
    // Behind an item of the list, or behind the list itself.
    const behindItem = open.length === listDepth && open.at(-1) === "]";
    const behindList = open.length === listDepth - 1 && character === "]";
    if (listDepth > 0 && (behindItem || behindList)) {
      safe = { at: at + 1, closing: open.toReversed().join("") };
    }
  }
  if (safe === null) return null;
  return { json: text.slice(start, safe.at) + safe.closing, end: text.length, whole: false };
}

/** Undefined for what is none, also when what models get wrong of JSON is put right. */
function parse(json: string): unknown {
  for (const write of [() => json, () => mend(json), () => mend(escapeMarks(json))]) {
    try {
      return JSON.parse(write());
    } catch {
      // The next may be read.
    }
  }
  return undefined;
}

/**
 * Commas before a closing bracket go, curly marks around names are made straight, and line breaks and backslashes inside
 * a string are written as JSON wants them.
 */
function mend(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])|[“”]/gs, (found) => {
    if (found === ",") return "";
    if (found.length === 1) return '"';
    // oxlint-disable-next-line no-control-regex -- control characters are what it takes out
    const inLine = found.replace(/[\u0000-\u001f]+/g, " ");
    return inLine.replace(/\\["\\/bfnrtu]|\\/g, (escape) => (escape.length > 1 ? escape : ""));
  });
}

/** A mark inside a string ends it only where something follows that may stand behind a string. */
function escapeMarks(json: string): string {
  let inString = false;
  return json.replace(/\\.|"/gs, (found, at: number) => {
    if (found !== '"') return found;
    const ends = /^\s*(?:[,:}\]]|$)/.test(json.slice(at + 1, at + 20));
    if (inString && !ends) return '\\"';
    inString = !inString;
    return found;
  });
}
