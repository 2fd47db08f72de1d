// Takes what a policy copies of law and guidance; tells what it changed in it, and where it names another place for it.
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { isWithin, unitOf } from "../../place/address.ts";
import type { Place } from "../../place/place.ts";
import type { Reference } from "../../references/reference.ts";
import { readText } from "../../references/read-text.ts";
import { readQuantities } from "../../text/quantities.ts";
import { readWords } from "../../text/word-stems.ts";
import { isConditional } from "../../verify/conditions.ts";
import { findActors } from "../../verify/duty-holders.ts";
import { readModals } from "../../verify/modality.ts";
import { describeChanges, nameSource, textOf } from "./describe-copy.ts";
import { findCopies, fewest, type Change, type ChangedCopy, type Copy } from "./find-copies.ts";
import type { Piece } from "./policy.ts";
import type { PolicyLibrary } from "./policy-library.ts";
import { isOwn } from "./check-references.ts";
import { readNames } from "./read-names.ts";
import { seedLength, type SourceWord, type SourceWords } from "./source-words.ts";

/** A finding with the index of the piece it is on. */
export interface PieceFinding {
  readonly piece: number;
  readonly finding: Finding;
}

export function checkCopies(
  pieces: readonly Piece[],
  source: SourceWords,
  library: PolicyLibrary,
): PieceFinding[] {
  return joinNeighbours(findCopies(pieces, source)).flatMap((copies) => [
    ...tellChanges(copies, pieces, source, library),
    ...tellOtherPlace(copies, pieces, library),
  ]);
}

/** Copies of one regulation or paragraph that follow each other are one. */
function joinNeighbours(
  copies: readonly ChangedCopy[],
): (readonly [ChangedCopy, ...ChangedCopy[]])[] {
  const runs: [ChangedCopy, ...ChangedCopy[]][] = [];
  for (const copy of copies) {
    const last = runs.at(-1)?.at(-1);
    const follows =
      last !== undefined &&
      unitOfCopy(last) === unitOfCopy(copy) &&
      (copy.written[0]?.piece ?? 0) - (last.written.at(-1)?.piece ?? 0) <= 1;
    if (follows) runs.at(-1)?.push(copy);
    else runs.push([copy]);
  }
  return runs;
}

function unitOfCopy({ printed: [word] }: Copy): string {
  return word === undefined ? "" : `${word.loaded.info.id}#${unitOf(addressOf(word))}`;
}

function addressOf({ loaded, ordinal }: SourceWord): string {
  return loaded.provisions[ordinal]?.address ?? "";
}

function tellChanges(
  copies: readonly ChangedCopy[],
  pieces: readonly Piece[],
  source: SourceWords,
  library: PolicyLibrary,
): PieceFinding[] {
  const told = copies.flatMap((copy) =>
    copy.changes
      .filter(
        (change) =>
          isTelling(change, pieces) &&
          !leavesOutTerm(change) &&
          !cites(change, pieces, library) &&
          !repeatsLead(change, source) &&
          !joinsSentences(change, copy),
      )
      .map((change) => ({ change, copy })),
  );
  const [first] = told;
  if (first === undefined) return [];
  const at = first.change.printed[0] ?? first.change.before.printed;
  const from = first.change.written[0] ?? first.change.before.written;
  const args = { place: nameSource(at), ...describeChanges(told, pieces) };
  const reference = textOf(first.copy.written.slice(0, 12), pieces);
  const severity = told.some(({ change }) => weighs(change)) ? "warning" : "note";
  const finding = makeFinding("copy-changed", args, { reference, place: placeOf(at), severity });
  return [{ piece: from.piece, finding }];
}

/** Words that join the items of a list come and go as it is shortened or set out anew. */
const joining: ReadonlySet<string> = new Set(["and", "or"]);

/** What is left out openly, and other forms of the same words, is no change. */
function isTelling({ written, printed }: Change, pieces: readonly Piece[]): boolean {
  const stems = (words: readonly { text: string; stem: string }[]): string =>
    words
      .filter(({ text }) => !joining.has(text))
      .map(({ stem }) => stem)
      .join(" ");
  if (stems(written) === stems(printed)) return false;
  const [first] = written;
  const last = written.at(-1);
  // A number of one or two figures in the law's print is that of a note.
  if (first === undefined || last === undefined)
    return !printed.every(({ text }) => /^\d{1,2}$/.test(text));
  // A number or letter that the law does not print is a label of the policy's list.
  if (printed.length === 0 && written.every(({ text }) => /^(?:\d+|[a-z]|[ivx]+)$/.test(text)))
    return false;
  const near = pieces[first.piece]?.text.slice(Math.max(0, first.start - 5), last.end + 5) ?? "";
  return !/…|\.\.\.|\[[^\]]*\]/.test(near);
}

/** "… (Reg. 31(1)). At all times …": where the words are from, between them. */
function cites(
  { written, printed }: Change,
  pieces: readonly Piece[],
  { view }: PolicyLibrary,
): boolean {
  const [first] = written;
  if (first === undefined || printed.length > 0) return false;
  const { references } = readNames(pieces[first.piece]?.text ?? "", view);
  return written.every(
    (word) =>
      word.piece === first.piece &&
      references.some(({ start, end }) => start <= word.start && word.end <= end),
  );
}

/** The name that law gives to something in brackets, “(“the Diploma”)”, says nothing of what is asked. */
function leavesOutTerm({ written, printed }: Change): boolean {
  const [first] = printed;
  const last = printed.at(-1);
  if (written.length > 0 || first === undefined || last?.block !== first.block) return false;
  const { text } = first.block;
  return text.slice(first.start - 2, first.start) === "(“" && text.startsWith("”)", last.end);
}

/** Words further back than this do not lead into a list. */
const leadReach = 160;

/** "ensure that each child" before each item, where the law says it once for all. */
function repeatsLead({ written, printed, at }: Change, source: SourceWords): boolean {
  if (printed.length > 0) return false;
  const above = source.words.slice(Math.max(0, at - leadReach), at).map(({ text }) => text);
  return ` ${above.join(" ")} `.includes(` ${written.map(({ text }) => text).join(" ")} `);
}

/** The end of one sentence of the policy and the beginning of the next, each of its own provision. */
function joinsSentences({ written, printed, before }: Change, copy: Copy): boolean {
  const last = written.at(-1);
  if (last === undefined || printed.length === 0) return false;
  const next = copy.written[copy.written.indexOf(last) + 1];
  return next?.piece === before.written.piece && next.sentence !== before.written.sentence;
}

const pronouns: ReadonlySet<string> = new Set("her his their its they them it she he".split(" "));

/**
 * Whether a change can alter what is asked: other words, and whatever binds, limits, denies or says who. A policy that
 * leaves "to the home" away tells the same in its own way.
 */
function weighs({ written, printed }: Change): boolean {
  const [own, source] = [written, printed].map((words) => words.map(({ text }) => text).join(" "));
  if (written.length > 0 && printed.length > 0 && !written.every(({ text }) => pronouns.has(text)))
    return true;
  return [own, source].some(
    (text = "") =>
      readModals(text).length > 0 ||
      readQuantities(text).length > 0 ||
      isConditional(text) ||
      /\b(?:not|no|never|nor|neither|without|any|in writing)\b/.test(text) ||
      findActors(text).some(({ actor }) => actor !== "home" && actor !== "child"),
  );
}

function placeOf({ loaded, ordinal, block }: SourceWord): NonNullable<Finding["place"]> {
  const { file } = loaded.info;
  return { file, locator: loaded.provisions[ordinal]?.locator ?? null, page: block.page };
}

/** Words under the name of a place at which they do not stand. */
function tellOtherPlace(
  copies: readonly [Copy, ...Copy[]],
  pieces: readonly Piece[],
  library: PolicyLibrary,
): PieceFinding[] {
  const [copy] = copies;
  const [word] = copy.printed;
  const start = copy.written[0];
  if (word === undefined || start === undefined) return [];
  if (copy.matched / copy.written.length < closeCopy) return [];
  const named = attributionOf(copy, start.piece, pieces, library);
  if (named === null || named.places.length === 0) return [];
  const stands = copies.some(({ printed }) =>
    printed.some((one) => named.places.some((place) => isAt(place, one))),
  );
  if (stands || named.places.some((place) => holds(place, copy, library))) return [];
  const args = {
    place: nameSource(word),
    named: named.written,
    words: textOf(copy.written.slice(0, fewest.words), pieces),
  };
  const options = { reference: named.written, place: placeOf(word) };
  const finding = makeFinding("words-of-another-place", args, options);
  return [{ piece: start.piece, finding }];
}

/** Share of a copy's words that agree, from which it is clear where they are from. */
const closeCopy = 0.85;

function isAt({ documentId, address }: Place, word: SourceWord): boolean {
  if (word.loaded.info.id !== documentId) return false;
  const own = addressOf(word);
  return address === "" || isWithin(own, address) || unitOf(own) === unitOf(address);
}

/** Law and guidance often say the same: whether the place named has the words too. */
function holds({ documentId, ordinal }: Place, copy: Copy, { loaded }: PolicyLibrary): boolean {
  const document = loaded.find(({ info }) => info.id === documentId);
  if (document === undefined || ordinal === null) return false;
  const text = readWords(readText(document.provisions, ordinal) ?? "").map((word) => word.text);
  const spaced = ` ${text.join(" ")} `;
  const words = copy.written.map((word) => word.text);
  const seeds = words.slice(seedLength - 1).map((_, at) => words.slice(at, at + seedLength));
  const held = seeds.filter((seed) => spaced.includes(` ${seed.join(" ")} `)).length;
  return held >= seeds.length / 2;
}

function isGiven({ start, end }: Reference, text: string): boolean {
  return /\(\s*$/.test(text.slice(0, start)) || /^[^.?!]{0,20}:/.test(text.slice(end));
}

/** What the law or guidance itself refers to, in words that were copied. */
function isCopied({ start, end }: Reference, { written }: Copy, at: number): boolean {
  const own = written.filter(({ piece }) => piece === at);
  return (own[0]?.start ?? Infinity) <= start && end <= (own.at(-1)?.end ?? 0) + 2;
}

interface Attribution {
  readonly written: string;
  readonly places: readonly Place[];
}

/** What the piece itself names, else the line that leads into it, else its heading; null where none names law or guidance. */
function attributionOf(
  copy: Copy,
  at: number,
  pieces: readonly Piece[],
  { view }: PolicyLibrary,
): Attribution | null {
  const piece = pieces[at];
  const before = pieces[at - 1];
  const lead = before !== undefined && /:\s*$/.test(before.text) ? [before.text] : [];
  const texts = [piece?.text ?? "", ...lead, piece?.headings.at(-1) ?? ""];
  for (const text of texts) {
    const { references } = readNames(text, view);
    const named = references.filter((reference) => {
      if (isOwn(reference, true)) return false;
      // In a sentence a place is spoken of; in brackets or before a colon it is given for the words.
      return text !== piece?.text || (isGiven(reference, text) && !isCopied(reference, copy, at));
    });
    const found = named.flatMap((reference) =>
      view
        .resolve(reference, [])
        .flatMap(({ status, reading }) => (status === "found" ? (reading?.places ?? []) : []))
        .map((place) => ({ place, reference })),
    );
    const [first] = found;
    if (first !== undefined)
      return { written: first.reference.surface, places: found.map(({ place }) => place) };
  }
  return null;
}
