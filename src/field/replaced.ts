// Reads field/replaced.json: bodies, laws, editions, plans and practices that others have taken the place of.
// It says what a name stands for, with a source and a date for each row; never what the law requires.
import { readFieldTable } from "./read-field.ts";

export interface Replaced {
  /** The names it goes by; letters of either case, plural endings, apostrophes and brackets around a year are folded. */
  readonly names: readonly string[];
  /** Abbreviations and titles that are words of everyday use, compared letter by letter. */
  readonly short?: readonly string[];
  /** What has its place. */
  readonly now: string;
  /** ISO date, or its leading part, from which the other has its place. */
  readonly since: string;
  /** Where that is laid down, and the ISO date of that, or its leading part. */
  readonly source: string;
  readonly sourceDate: string;
  /** Words by which a sentence shows that it knows what is there now. */
  readonly knows?: readonly string[];
  /** Words beside which the name stands for something else, which is still there. */
  readonly unless?: readonly string[];
  /** How guidance that still has the name is told from guidance that has the new one; absent where it is not looked for. */
  readonly guidance?: GuidanceTerm;
}

export interface GuidanceTerm {
  /** As a reader would call it, and what is there now. */
  readonly name: string;
  readonly now: string;
  /** Regular expression of other words for it. */
  readonly also?: string;
  /** Regular expression of a sentence that tells of what is there now, and what to search for to find one. */
  readonly telling: string;
  readonly query: string;
}

export interface ReplacedTerm extends Replaced {
  /** Finds its names in a text. */
  readonly pattern: RegExp;
}

/** Every row, with what finds it in a text. */
export const replaced: readonly ReplacedTerm[] = readFieldTable<readonly Replaced[]>(
  "replaced",
  [],
).map((row) => ({ ...row, pattern: patternOf(row) }));

function patternOf({ names, short = [] }: Replaced): RegExp {
  // Of two names that begin alike the longer one is meant.
  const sorted = [...names.map(toPattern), ...short].toSorted((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sorted.join("|")})(?![\\p{L}\\p{N}])`, "gu");
}

function toPattern(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => {
      const bare = word.replace(/['’]s$|,$/, "");
      // The year of an edition may stand in brackets or behind a comma.
      if (/^\d{4}$/.test(bare)) return `\\(?${bare}\\)?`;
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
