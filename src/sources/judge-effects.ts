// Takes the effects on a text of legislation, the text that is held and the day; gives what they say of it.
import type { HeldDocument } from "./find-held.ts";
import type { Effect, Effects } from "./legislation.ts";

/**
 * How an effect stands to the published text.
 * - `applied`: the text has it in
 * - `in-force`: it is law, and the text does not have it in
 * - `to-come`: in force on a later day; the text may have it in by then
 * - `undated`: no day is set
 * - `not-to-apply`: the publisher does not write it into the text
 */
export type Standing = "applied" | "in-force" | "to-come" | "undated" | "not-to-apply";

export interface JudgedEffects {
  readonly state: "newer" | "same" | "unknown" | "not-held";
  readonly change: null;
  readonly newest: null;
  readonly effects: readonly Effect[];
  /** One sentence, and one for each kind of effect that the published text does not have. */
  readonly message: string;
}

/** @param today ISO day */
export function standingOf({ applied, toApply, inForce }: Effect, today: string): Standing {
  if (applied) return "applied";
  if (!toApply) return "not-to-apply";
  if (inForce === null) return "undated";
  return inForce > today ? "to-come" : "in-force";
}

/**
 * No claim is made on the text: only what the publisher lists. What is in force and not in the published text makes no
 * newer edition: there is none to fetch.
 * @param today ISO day
 */
export function judgeEffects(
  { effects, isWhole }: Effects,
  held: HeldDocument | null,
  today: string,
): JudgedEffects {
  const date = held?.date ?? null;
  const of = (standing: Standing) =>
    effects.filter((effect) => standingOf(effect, today) === standing);
  const since = of("applied").filter(
    ({ inForce }) =>
      date !== null && inForce !== null && inForce <= today && inForce.slice(0, date.length) > date,
  );
  const [behind, toCome, undated, never] = [
    of("in-force"),
    of("to-come"),
    of("undated"),
    of("not-to-apply"),
  ];
  const found = {
    change: null,
    newest: null,
    effects: [...since, ...behind, ...toCome, ...undated, ...never],
  };
  const counts: readonly (readonly [readonly Effect[], string])[] = [
    [behind, "in force, but not in the published text, which is not the law as it stands"],
    [toCome, "in force on a later day and not in the published text"],
    [undated, "without a day in force and not in the published text"],
    [never, "that the publisher does not write into the text"],
  ];
  const more = [
    ...counts.flatMap(([some, words]) => (some.length === 0 ? [] : [`${some.length} ${words}.`])),
    ...(isWhole ? [] : [`The list is longer than the ${effects.length} that were read.`]),
  ];
  const tell = (lead: string) => [lead, ...more].join(" ");
  if (held === null) return { ...found, state: "not-held", message: tell("No text is held.") };
  if (since.length > 0)
    return {
      ...found,
      state: "newer",
      message: tell(`The published text has ${countEffects(since)} since the text of ${date}.`),
    };
  return date === null
    ? { ...found, state: "unknown", message: tell("The text that is held has no date.") }
    : {
        ...found,
        state: "same",
        message: tell(`The published text has no effect in force since ${date}.`),
      };
}

function countEffects({ length }: readonly Effect[]): string {
  return length === 1 ? "1 effect in force" : `${length} effects in force`;
}
