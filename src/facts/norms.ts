// Takes the provisions of a document of law or guidance; gives what they bind to, each with the fact that it binds by.
import type { DocumentInfo } from "../document.ts";
import type { Provision } from "../structure/provision.ts";
import { readBearers, type Actor } from "../verify/duty-holders.ts";
import { readLawSentences, type LawSentence } from "./law-sentences.ts";
import { readTimeFacts, type TimeFact } from "../text/time-facts.ts";

/**
 * - `time`: by when, how often, for how long
 * - `rule`: whatever else law says; of a list, each item
 */
export type NormKind = "time" | "rule";

export interface Norm {
  readonly kind: NormKind;
  readonly document: Pick<DocumentInfo, "id" | "authority">;
  readonly sentence: LawSentence;
  /** Of a `time`; its offsets are in the sentence's own words. */
  readonly fact: TimeFact | null;
  /** What it is told apart by from what others are about: its words in full, with each item that hangs from it. */
  readonly texts: readonly string[];
  /** Addresses that questions about it are known by. */
  readonly addresses: readonly string[];
}

/** Texts longer than this, in characters, are cut for comparing. */
const longest = 600;

export function readNorms(
  document: Pick<DocumentInfo, "id" | "authority">,
  provisions: readonly Provision[],
): Norm[] {
  return readLawSentences(provisions).flatMap((sentence) => {
    // Schedules list what is to be written down, and annexes speak of other homes and other people.
    if (!/^(?:reg|para)\//.test(sentence.provision.address) || bindsOthers(sentence)) return [];
    const make = (kind: NormKind, fact: TimeFact | null = null): Norm => ({
      kind,
      document,
      sentence,
      fact,
      texts: textsOf(sentence, fact),
      addresses: [sentence.provision.address, ...sentence.serves],
    });
    return [
      ...timesOf(sentence).map((fact) => make("time", fact)),
      // Guidance forbids nothing.
      ...(document.authority === "legislation" ? [make("rule")] : []),
    ];
  });
}

/** "Ofsted are required to inspect": what others must do no home falls short of. */
function bindsOthers({ text }: LawSentence): boolean {
  const bearers = readBearers(text).map(({ actor }) => actor);
  return bearers.length > 0 && bearers.every((actor) => outsiders.has(actor));
}

/** Whose duties are no home's. */
export const outsiders: ReadonlySet<Actor> = new Set([
  "placing-authority",
  "local-authority",
  "inspectorate",
  "secretary-of-state",
  "reviewing-officer",
  "social-worker",
  "police",
  "partners",
]);

function timesOf({ text, own }: LawSentence): TimeFact[] {
  const from = text.length - own.length;
  return readTimeFacts(text)
    .filter(({ start }) => start >= from)
    .map((fact) => ({ ...fact, start: fact.start - from, end: fact.end - from }));
}

/** Without its figures, which say how much and not of what. */
function textsOf(sentence: LawSentence, fact: TimeFact | null): string[] {
  const { title, lead, served, items } = sentence;
  const own =
    fact === null
      ? sentence.own
      : `${sentence.own.slice(0, fact.start)} ${sentence.own.slice(fact.end)}`;
  const head = [title === null ? "" : `${title}.`, served, lead, own].join(" ");
  const whole = [
    head,
    ...(/[—–-]$/.test(sentence.own) ? items.map((item) => `${head} ${item}`) : []),
  ];
  return whole.map((text) =>
    text.replaceAll("—", " ").replaceAll(/\s+/g, " ").trim().slice(0, longest),
  );
}
