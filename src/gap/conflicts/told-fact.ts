// One thing that a document tells of its home, such that another document could tell it otherwise.
import type { OwnUnit } from "../own-unit.ts";

/** What is told: two facts of one key with values apart contradict each other. */
export interface ToldFact {
  readonly kind:
    | "ages"
    | "capacity"
    | "supervision"
    | "devices"
    | "addressee"
    | "name"
    | "time-limit";
  /** What it is told of, within its kind: "registered manager". */
  readonly key: string;
  /** In words: "Who the registered manager is". */
  readonly about: string;
  /** As it is compared. */
  readonly value: string;
  /** As a reader is told: "11 to 18 years". */
  readonly says: string;
  /** More often than told, or as often, fits it as well. */
  readonly atLeast?: true;
  /** Null for what home.yaml says. */
  readonly unit: OwnUnit | null;
}

/** Number words up to twenty, as they count children. */
const numbers =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );

/** A figure or a number word of a pattern. */
export const figure = `\\d{1,2}|${numbers.join("|")}`;

export function valueOf(words: string): number {
  const at = numbers.indexOf(words.toLowerCase());
  return at >= 0 ? at + 1 : Number(words);
}

/** A unit with the words it is to be read with. */
export function readWhole({ section, lead, text, kind }: OwnUnit): string {
  return kind === "running" ? text : [section ?? "", lead, text].join(". ");
}
