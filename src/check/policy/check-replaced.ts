// Takes the pieces of a policy; tells of bodies, laws and terms in them that others have taken the place of.
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { replaced, type Replaced } from "../../field/replaced.ts";
import { findSentences } from "../../text/sentences.ts";
import type { Piece } from "./policy.ts";

interface Term extends Replaced {
  readonly pattern: RegExp;
}

const terms: readonly Term[] = replaced.map((row) => ({
  ...row,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${row.names.map(toPattern).join("|")})(?![\\p{L}\\p{N}])`,
    "u",
  ),
}));

/** An abbreviation stands in capitals; other names with or without commas, apostrophes and plural endings, in any letters. */
function toPattern(name: string): string {
  if (/^\p{Lu}{2,}s?$|^\p{Lu}\p{Ll}\p{Lu}{2}$/u.test(name)) return name;
  return name
    .split(/\s+/)
    .map((word) => {
      const bare = word.replace(/['’]s$|,$/, "");
      const letters = [...bare].map((letter) => anyCase(letter)).join("");
      return `${letters}(?:['’]?s['’]?)?,?`;
    })
    .join("\\s+");
}

function anyCase(letter: string): string {
  if (/[()]/.test(letter)) return `\\${letter}`;
  const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
  return lower === upper ? letter : `[${lower}${upper}]`;
}

/** The first use of each, once; what says itself what has taken the place knows of it. @returns by index of the piece */
export function checkReplaced(
  pieces: readonly Piece[],
): { readonly piece: number; readonly finding: Finding }[] {
  return terms.flatMap((term) => {
    const uses = pieces.map(({ text }) => findUse(text, term));
    const at = uses.findIndex((use) => use !== null);
    const words = uses[at]?.[0].replace(/,$/, "");
    if (words === undefined) return [];
    const args = { variant: "term", term: words, since: term.since, now: term.now } as const;
    return [{ piece: at, finding: makeFinding("replaced-named", args, { reference: words }) }];
  });
}

function findUse(text: string, term: Term): RegExpExecArray | null {
  const found = term.pattern.exec(text);
  if (found === null) return null;
  const at = found.index;
  const sentence = findSentences(text).find(({ start, end }) => start <= at && at < end);
  const around = sentence === undefined ? text : text.slice(sentence.start, sentence.end);
  return knowsOf(around, term) ? null : found;
}

/** "the safeguarding partners (formerly the LSCB)". */
function knowsOf(text: string, { now }: Replaced): boolean {
  const bare = now.replace(/^the /, "").replace(/ \(.*| of the .*|, for .*/, "");
  return text.toLowerCase().includes(bare.toLowerCase().replace(/s$/, ""));
}
