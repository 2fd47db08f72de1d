// Takes the lines of revised legislation; gives them without amendment brackets, and says which brackets are open.
import type { Line, Mark } from "../extract/page.ts";

/** `[F9made]`: a bracket opened by an amendment mark, still open at the end of the lines seen so far. */
export interface OpenBracket {
  readonly label: string;
  /** It opened at the very start of a line, so whole provisions may stand inside it. */
  readonly atStart: boolean;
}

export interface BracketReader {
  /** Cleans one line; marks stay where brackets stood, for quotes are split there. */
  read(line: Line): { line: Line; open: readonly OpenBracket[] };
}

/** Follows brackets over line and page ends; ordinary brackets, which no mark opened, are left in the text. */
export function createBracketReader(): BracketReader {
  const stack: (OpenBracket | null)[] = [];
  return {
    read: (line) => {
      let text = "";
      const marks: Mark[] = [];
      const openAtStart: OpenBracket[] = stack.filter((bracket) => bracket !== null);
      const pending = [...line.marks];
      for (let i = 0; i <= line.text.length; i += 1) {
        while (pending[0] && pending[0].at <= i) {
          const mark = pending.shift();
          if (mark) marks.push({ ...mark, at: text.length });
        }
        const char = line.text[i];
        if (char === undefined) break;
        if (char === "[") {
          const mark = line.marks.find((m) => m.kind === "amendment" && m.at === i + 1);
          const bracket = mark ? { label: mark.label, atStart: text.trim() === "" } : null;
          stack.push(bracket);
          if (bracket) {
            if (bracket.atStart) openAtStart.push(bracket);
            // Two wordings of one place may be printed without a space between them.
            if (/\p{L}$/u.test(text) && line.text[i - 1] === "]") text += " ";
            marks.push({ at: text.length, label: "[", kind: "amendment" });
            continue;
          }
        } else if (char === "]" && stack.length > 0 && stack.pop() !== null) {
          marks.push({ at: text.length, label: "]", kind: "amendment" });
          continue;
        }
        text += char;
      }
      const { trimmed, moved } = trimStart(text, marks);
      return { line: { ...line, text: trimmed, marks: moved }, open: openAtStart };
    },
  };
}

function trimStart(text: string, marks: readonly Mark[]): { trimmed: string; moved: Mark[] } {
  const cut = text.length - text.trimStart().length;
  const trimmed = text.trim();
  return {
    trimmed,
    moved: marks.map((mark) => ({
      ...mark,
      at: Math.min(Math.max(mark.at - cut, 0), trimmed.length),
    })),
  };
}

/** "( a )" → "(a)", as repealed and inserted items are printed. */
export function tightenLabel(line: Line): Line {
  const match = /^\[?\(\s+(\w+)\s+\)/.exec(line.text);
  if (!match?.[1]) return line;
  const label = match[0].replaceAll(" ", "");
  const cut = match[0].length - label.length;
  return {
    ...line,
    text: label + line.text.slice(match[0].length),
    marks: line.marks.map((mark) =>
      mark.at < match[0].length ? mark : { ...mark, at: mark.at - cut },
    ),
  };
}

/** The dotted line that stands where text was omitted. */
export function isOmission(text: string): boolean {
  return /^[\s.…]*$/.test(text) && /\.\s*\.\s*\.|…/.test(text);
}
