// Takes the provisions of a document of law or guidance; gives what they bind to, each with the fact that it binds by.
import type { DocumentInfo } from "../document.ts";
import type { Provision } from "../structure/provision.ts";
import { readBearers, type Actor } from "../verify/duty-holders.ts";
import { readModals } from "../verify/modality.ts";
import { readLawSentences, type LawSentence } from "./law-sentences.ts";
import { readTimeFacts, type TimeFact } from "./time-facts.ts";

/**
 * - `time`: by when, how often, for how long
 * - `ban`: what may not be done; of a list of such, one item
 * - `duty`: what must be done for everybody of a kind, so that nobody may be left out
 * - `leave`: what may be done only if all its conditions are met
 */
export type NormKind = "time" | "ban" | "duty" | "leave";

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
      ...otherKinds(sentence, document).map((kind) => make(kind)),
    ];
  });
}

/** "Ofsted are required to inspect": what others must do no home falls short of. */
function bindsOthers({ text }: LawSentence): boolean {
  const bearers = readBearers(text).map(({ actor }) => actor);
  return bearers.length > 0 && bearers.every((actor) => others.has(actor));
}

const others: ReadonlySet<Actor> = new Set([
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

/** Bans, duties and leave are taken from law alone: guidance forbids nothing. */
function otherKinds(sentence: LawSentence, { authority }: Norm["document"]): NormKind[] {
  if (authority !== "legislation") return [];
  const { lead, own, text, items } = sentence;
  const modals = readModals(text);
  const leadsOn = items.length > 0 && /[—–-]\s*$/.test(own);
  if (!leadsOn && forbids(text)) return ["ban"];
  // Law that says when something is so binds without a word for it.
  const binds =
    modals.length === 0 || modals.some(({ force, negative }) => force === "must" && !negative);
  if (binds && (!leadsOn || items.length < 3) && universal.test(lead === "" ? own : text))
    return ["duty"];
  const allows = modals.some(({ force, negative }) => force === "may" && !negative);
  return lead === "" && allows && leadsOn && /\bif\s*[—–-]\s*$/.test(own) ? ["leave"] : [];
}

/** Outright: what is forbidden unless something is so, or not in time, is no ban on doing it. */
function forbids(text: string): boolean {
  if (/\b(?:unless|nothing in|does not apply)\b/i.test(text) || readTimeFacts(text).length > 0)
    return false;
  return noOne.test(text) || readModals(text).some((modal) => modal.negative && modal.firm);
}

/** "must provide that no person who … takes any part in": forbids without a word for it. */
const noOne = /\bno (?:person|child|one|individual)\b[^.;]*\b(?:takes?|is|are)\b/i;
const universal =
  /\b(?:all|each|every|any) (?:employees?|staff|individuals?|persons? working|workers?|permanent)\b|\ban individual who works\b|\bat all times\b/i;

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
