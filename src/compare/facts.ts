// Takes a text; gives what in it is of substance when it changes: duties, figures, times, persons, references.
import { parseReferences } from "../references/parse-references.ts";
import type { Reference } from "../references/reference.ts";
import { readQuantities } from "../text/quantities.ts";
import { findSentences, type TextRange } from "../text/sentences.ts";
import { findTimeWords } from "../text/time-words.ts";
import { readBearers } from "../verify/duty-holders.ts";
import { readModals } from "../verify/modality.ts";
import type { MarkKind } from "./change.ts";

/** Something a text says that can be compared: two that say the same have the same key. */
export interface Fact extends TextRange {
  readonly kind: MarkKind;
  readonly key: string;
  readonly words: string;
  /** With the two words before it: "at least 2", where the words alone are the same. */
  readonly led: string;
  /** It counts where it comes, or goes, with words that it stands in; otherwise only where another takes its place. */
  readonly alone: boolean;
}

/** In no order. */
export function readFacts(text: string): Fact[] {
  return findFacts(text).map((fact) => ({ ...fact, led: leadOf(text, fact) }));
}

function leadOf(text: string, { start, end }: TextRange): string {
  const before = /(?:\S+\s+){0,2}$/.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? "";
  return before + text.slice(start, end);
}

type FoundFact = Omit<Fact, "led">;

function findFacts(text: string): FoundFact[] {
  const references = parseReferences(text).filter(isPlace);
  const timeWords = findTimeWords(text);
  const quantities = readQuantities(text, [...references, ...timeWords]);
  return [
    ...findSentences(text).flatMap((sentence) => ofSentence(text, sentence)),
    ...references.map((one): FoundFact => ({
      ...place(one),
      kind: "reference",
      key: keyOfReference(one),
      words: one.surface,
      alone: true,
    })),
    ...timeWords.map((one): FoundFact => ({
      ...place(one),
      kind: "time",
      key: `${one.role} ${one.hours.least} ${one.hours.most}`,
      words: text.slice(one.start, one.end),
      alone: true,
    })),
    ...quantities.map((one): FoundFact => ({
      ...place(one),
      kind: ["time", "date"].includes(one.kind) ? "time" : "number",
      key: `${one.key} ${one.bound ?? ""}`,
      words: one.words,
      alone: true,
    })),
  ];
}

function place({ start, end }: TextRange): TextRange {
  return { start, end };
}

/** A name of a document alone is a word like others. */
function isPlace({ targets }: Reference): boolean {
  return targets.length > 0;
}

function keyOfReference({ targets, document }: Reference): string {
  const name = document === null || document.kind === "self" ? "" : document.name.toLowerCase();
  return [name, ...targets.map(({ address, to }) => `${address} ${to ?? ""}`)].join("|");
}

function ofSentence(text: string, { start: from, end: to }: TextRange): FoundFact[] {
  const sentence = text.slice(from, to);
  const modals = readModals(sentence).map(
    ({ force, negative, words, firm, start, end }): FoundFact => ({
      kind: "force",
      key: `${force}${negative ? " not" : ""}`,
      words: negative && !/\b(?:not|no|never|cannot)\b/i.test(words) ? `${words} not` : words,
      alone: firm,
      start: from + start,
      end: from + end,
    }),
  );
  const bearers = readBearers(sentence).map(({ actor, words, start, end }): FoundFact => ({
    kind: "who",
    key: actor,
    words,
    alone: false,
    start: from + start,
    end: from + end,
  }));
  return [...modals, ...bearers];
}
