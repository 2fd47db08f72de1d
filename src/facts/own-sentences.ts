// Takes a stretch of an own document; gives what it says piece by piece: sentences, and of a sentence that gives several
// times or lists several things each by itself.
import { findSentences, type TextRange } from "../text/sentences.ts";
import { readTimeFacts, type TimeFact } from "../text/time-facts.ts";

/** One thing that a document says. Offsets are in the text it was read from. */
export interface OwnSentence extends TextRange {
  /** As it is compared: without the times that it gives. */
  readonly text: string;
  /** All of it, with the words that lead into it where it is one of several. */
  readonly said: string;
  /** The time that it gives; null where it gives none. */
  readonly fact: TimeFact | null;
  /**
   * The heading it stands under, the sentence before it where it leans on that, and what leads into a list; empty
   * without.
   */
  readonly context: string;
  /** One clause of several; what it speaks of another may have said. */
  readonly clause: boolean;
  /** It stands in a cell of a table: its matter is told by a name or two. */
  readonly cell?: boolean;
}

/** @param heading the nearest above it; empty without */
export function readOwnSentences(text: string, heading: string): OwnSentence[] {
  const sentences = findSentences(text);
  return sentences.flatMap((range, i) => {
    const said = text.slice(range.start, range.end);
    const before = sentences[i - 1];
    const leans = before !== undefined && leaningBack.test(said);
    const led = leans ? text.slice(before.start, before.end) : "";
    const bare = heading.replace(/^(?:\d+(?:\.\d+)*|[A-Z](?:\.\d+)+)[.)]?\s+/, "");
    const context = [bare === "" ? "" : `${bare}.`, led];
    return readOne(said).map(({ lead, above, ...piece }) => ({
      ...piece,
      context: [...context, lead, above].filter((part) => part !== "").join(" "),
      clause: above !== "",
      start: range.start + piece.start,
      end: range.start + piece.end,
      fact:
        piece.fact === null
          ? null
          : {
              ...piece.fact,
              start: range.start + piece.fact.start,
              end: range.start + piece.fact.end,
            },
    }));
  });
}

const leaningBack =
  /\b(?:it|its|them|they|this|these|those|both|such|instead|also|too)\b|^(?:he|she|relief|bank)\b/i;

type Piece = Omit<OwnSentence, "context" | "clause"> & Required<Pick<Stretch, "lead" | "above">>;

function readOne(sentence: string): Piece[] {
  const facts = readTimeFacts(sentence);
  const pieces = listed(sentence) ?? clausesOf(sentence, facts);
  return pieces.flatMap(({ start, end, text, lead = "", above = "" }): Piece[] => {
    const inside = facts.filter((fact) => fact.start >= start && fact.end <= end);
    const said = `${lead} ${text}`.trim();
    const piece = { start, end, said, lead, above: withoutTimes(above, facts) };
    if (inside.length === 0) return [{ ...piece, text, fact: null }];
    return inside.map((fact) => ({ ...piece, text: withoutTimes(text, facts), fact }));
  });
}

interface Stretch extends TextRange {
  readonly text: string;
  /** What leads into the list that it is one of. */
  readonly lead?: string;
  /** The clause that it goes on from. */
  readonly above?: string;
}

/** "one of these: a, b, or c": each thing with what leads into it; null where a sentence lists nothing. */
function listed(sentence: string): Stretch[] | null {
  const colon = sentence.search(/:\s/);
  if (colon < 0) return null;
  const lead = sentence.slice(0, colon);
  const stretches = split(sentence, colon + 1, /[,;]\s+(?:(?:and|or)\s+)?/g);
  if (stretches.length < 2) return null;
  return stretches.map((one) => ({ ...one, lead: `${lead}:` }));
}

/** Where a sentence gives several times, the clause of each; where several clauses stand apart, each. */
function clausesOf(sentence: string, facts: readonly TimeFact[]): Stretch[] {
  const whole = { start: 0, end: sentence.length, text: sentence };
  const apart = split(sentence, 0, /;\s+/g);
  const holding = apart.filter((part) => facts.some((fact) => isInside(fact, part)));
  // What stands behind goes on from what stands before it: "If …, they may; we tell …".
  if (apart.length > 1 && holding.length <= 1)
    return apart.map((part, i) => ({ ...part, above: apart[i - 1]?.text ?? "" }));
  const cuts = facts.slice(1).flatMap((fact, i) => {
    const from = facts[i]?.end ?? 0;
    const between = sentence.slice(from, fact.start);
    const cut = [...between.matchAll(breaking)].at(-1);
    return cut === undefined
      ? []
      : [{ start: from + cut.index, end: from + cut.index + cut[0].length }];
  });
  if (cuts.length === 0) return [whole];
  return withOpenings(sentence, cuts);
}

function isInside(fact: TextRange, { start, end }: TextRange): boolean {
  return fact.start >= start && fact.end <= end;
}

/** Where what another time belongs to may begin: behind the first of them, before the second. */
const breaking =
  /;\s+|,\s+(?:and |but |then )?(?!(?:in|on|at|during|or|every|each|not|no|that is)\b)(?=\S+ \S+)|\s+(?:and|but) (?=(?:with|to|for|by|from|the|an?|our|its|we|he|she|they|staff|then|that|those|all|each|every)\b)/g;
const preposition = /^(?:then |again )?(with|to|for|by|from|of)\b/i;

/** Each clause; one that goes on from the last ("… and to the child") has the words before what it takes the place of. */
function withOpenings(sentence: string, cuts: readonly TextRange[]): Stretch[] {
  const clauses: Stretch[] = [];
  let opening = "";
  for (const [i, start] of [0, ...cuts.map(({ end }) => end)].entries()) {
    const raw = sentence.slice(start, cuts[i]?.start ?? sentence.length);
    const text = raw.trim();
    if (text === "") continue;
    const [, word] = preposition.exec(text) ?? [];
    const goesOn = word !== undefined && i > 0;
    if (!goesOn) opening = text;
    const at = goesOn ? opening.search(new RegExp(`\\s${word}\\s`, "i")) : -1;
    const led = at > 0 ? opening.slice(0, at) : opening.split(/\s+/).slice(0, 5).join(" ");
    const first = start + raw.length - raw.trimStart().length;
    clauses.push({
      start: first,
      end: first + text.length,
      text: goesOn ? `${led} ${text}` : text,
      above: goesOn ? opening : (clauses.at(-1)?.text ?? ""),
    });
  }
  return clauses;
}

function split(sentence: string, from: number, at: RegExp): Stretch[] {
  const stretches: Stretch[] = [];
  let start = from;
  const push = (end: number) => {
    const raw = sentence.slice(start, end);
    const first = start + raw.length - raw.trimStart().length;
    const last = start + raw.trimEnd().length;
    if (last > first)
      stretches.push({ start: first, end: last, text: sentence.slice(first, last) });
  };
  for (const match of sentence.matchAll(at)) {
    if (match.index < from) continue;
    push(match.index);
    start = match.index + match[0].length;
  }
  push(sentence.length);
  return stretches;
}

/** What something is about does not hang on how much of it there is. */
function withoutTimes(text: string, facts: readonly TimeFact[]): string {
  const bare = facts.reduce((left, { words }) => left.replace(words, " "), text);
  return bare
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ (?=[.,;])/g, "")
    .trim();
}
