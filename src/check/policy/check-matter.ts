// Takes a piece of a policy that names regulations; tells where they are about another matter than it, and which are not.
import { makeFinding, type Finding } from "../../findings/finding.ts";
import type { Place } from "../../place/place.ts";
import { unitOf } from "../../place/address.ts";
import { isFieldLaw } from "../../field/of-field.ts";
import { joinNames } from "../../references/notes.ts";
import type { Reference } from "../../references/reference.ts";
import { contentStems } from "../../text/word-stems.ts";
import { findSentences } from "../../text/sentences.ts";
import { isOwn, judged } from "./check-references.ts";
import { definitions, type MatterLibrary, type NearUnit } from "./matter-library.ts";
import type { Piece } from "./policy.ts";
import type { PolicyLibrary } from "./policy-library.ts";
import { readNames } from "./read-names.ts";

/** Below this the nearest regulation is not near enough to say what a matter is. */
const clear = 0.6;
/** The same where a quality standard is named: they are wide, and much may be put under each. */
const clearOfStandard = 0.7;
/** Regulations of which a subject comes this near are about the matter, unless another is nearer by far. */
const bears = { near: 0.45, farther: 0.35 };
/** Nearness by which the regulation meant must be nearer than the one named; a sentence says more than its matter. */
const margin = { title: 0.16, sentence: 0.25 };
/** Regulations this close to the nearest may be meant as well. */
const alike = 0.12;

/** What a text says that a reference is about. */
interface Matter {
  readonly reference: Reference;
  /** Of a sentence the clause with the reference, or the one that it leans on. */
  readonly words: string;
  /** All of the sentence. */
  readonly around: string;
  /** Nothing but a title: "Safeguarding (Regulations 5-7)". */
  readonly isTitle: boolean;
}

/** Only regulations of the field are told apart by matter: of them the subject index knows what people call it. */
export async function checkMatter(piece: Piece, library: MatterLibrary): Promise<Finding[]> {
  if (library.subjects === null) return [];
  const { text, references } = readNames(piece.text, library.view);
  const findings: Finding[] = [];
  for (const matter of readMatters(piece, text, judged(references, library))) {
    const found = await judge(matter, library);
    if (found !== null) findings.push(found);
  }
  return findings;
}

function readMatters(piece: Piece, text: string, references: readonly Reference[]): Matter[] {
  const lawful = references.filter((reference) => !isOwn(reference, false));
  return lawful.flatMap((reference): Matter[] => {
    if (reference.targets.length === 0) return [];
    const gloss = glossOf(text, reference);
    if (gloss !== null) return [{ reference, words: gloss, around: gloss, isTitle: true }];
    const stretch = stretchAround(piece, text, reference);
    const inside = lawful.filter(
      (one) => one === reference || (one.start >= stretch.start && one.end <= stretch.end),
    );
    const words = stripReferences(text, stretch, inside);
    if (words !== "") {
      // One of several in a sentence need not be what the whole of it is about.
      if (inside.length > 1) return [];
      const title = isTitle(piece, text, stretch, words);
      const clause = title ? words : clauseOf(text, stretch, reference);
      return [{ reference, words: clause ?? words, around: words, isTitle: title }];
    }
    const heading = piece.headings
      .at(-1)
      ?.replaceAll(/\([^)]*\)/g, " ")
      .trim();
    return heading === undefined || inside.length > 1
      ? []
      : [{ reference, words: heading, around: heading, isTitle: true }];
  });
}

/** "(Regulation 38 – complaints)": what a bracket says that a reference is, with nothing else in it. */
function glossOf(text: string, { start, end }: Reference): string | null {
  if (!/\(\s*$/.test(text.slice(Math.max(0, start - 3), start))) return null;
  const behind = /^\s*[–—:-]\s+([^()\d]{3,80})\)/.exec(text.slice(end, end + 90));
  return behind?.[1]?.trim() ?? null;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The cell, or the sentence, that a reference stands in; of a cell with nothing else, the first of the row. */
function stretchAround(piece: Piece, text: string, { start, end }: Reference): Stretch {
  if (piece.kind === "row") {
    const from = text.lastIndexOf(" | ", start) + 1;
    const to = text.indexOf(" | ", end);
    const cell = { start: from === 0 ? 0 : from + 2, end: to < 0 ? text.length : to };
    const alone = text.slice(cell.start, cell.end).trim().length <= end - start + 4;
    const first = { start: 0, end: Math.max(0, text.indexOf(" | ")) };
    return alone && from > 0 ? first : cell;
  }
  if (piece.kind === "heading") return { start: 0, end: text.length };
  const sentence = findSentences(text).find((one) => one.start <= start && end <= one.end);
  return sentence ?? { start: 0, end: text.length };
}

/** Where one clause of a sentence ends and another begins. */
const joint = /[,;:]?\s+(?=(?:although|as|because|since|so that|where|which|while)\s)|[,;:](?=\s)/g;

/** Words of the clause with a reference; of one that says no more than that, of the one before, or else behind. */
function clauseOf(text: string, { start, end }: Stretch, reference: Reference): string | null {
  const inside = [...text.slice(start, end).matchAll(joint)].map(({ index }) => start + index);
  const joints = inside.filter((at) => at <= reference.start || at >= reference.end);
  const bounds = [start, ...joints, end];
  const clauses = bounds.slice(1).map((to, i) => ({ start: bounds[i] ?? start, end: to }));
  const at = clauses.findIndex((one) => one.start <= reference.start && reference.end <= one.end);
  const words = [at, at - 1, at + 1].flatMap((i) => {
    const clause = clauses[i];
    return clause === undefined ? [] : [stripReferences(text, clause, [reference])];
  });
  return words.find((one) => contentStems(one).size > 1) ?? null;
}

/** Words that only tie a reference to what is said: a closed class. */
const citing =
  "and|are|as|asks?|be|because|been|being|by|covered|dealt|demands?|down|for|from|governed|has|have|in|is|it|laid|of|on|out|" +
  "regulated|required|requires?|says?|see|set|since|states?|that|the|this|to|under|was|were|what|which|with";
const citingEnds = new RegExp(`^(?:(?:${citing})\\s+)+|(?:\\s+(?:${citing}))+$`, "giu");

function stripReferences(
  text: string,
  { start, end }: Stretch,
  references: readonly Reference[],
): string {
  const without = references.reduceRight(
    (left, one) => left.slice(0, one.start) + " ".repeat(one.end - one.start) + left.slice(one.end),
    text,
  );
  const words = without.slice(start, end).replaceAll(/[()[\]|]|\s[–—:-]\s/g, " ");
  const plain = words
    .replaceAll(/\s+/g, " ")
    .replace(/^(?:\d+(?:\.\d+)*[.)]?)?[\s.,;:–—-]+|[\s.,;:–—-]+$/g, "")
    .replaceAll(/\s+([.,;:])/g, "$1")
    .replaceAll(citingEnds, "");
  return contentStems(plain).size === 0 ? "" : plain;
}

/** A heading, a cell, or a line of a few words that is no sentence. */
function isTitle({ kind }: Piece, text: string, stretch: Stretch, words: string): boolean {
  if (kind === "heading") return true;
  const ended = /[.?!]["”’)]*$/.test(text.slice(stretch.start, stretch.end).trim());
  return !ended && words.split(" ").length <= 8;
}

async function judge(
  { reference, words, around, isTitle: asTitle }: Matter,
  library: MatterLibrary,
): Promise<Finding | null> {
  const named = placesOfLaw(reference, library);
  if (named.length === 0 || library.subjects === null) return null;
  const units = new Set(named.map(({ address }) => unitOf(address)));
  if (units.has(definitions) || [words, around].some((one) => speaksOf(one, named, library)))
    return null;
  const clause = await library.near(words);
  // What is named may be near to the sentence as a whole, and not to one of its clauses.
  const whole = around === words ? [] : await library.near(around);
  const nearestOf = ([first]: readonly NearUnit[]): number => first?.similarity ?? 0;
  // Of a clause that says little, the sentence tells what it is about.
  const near = nearestOf(clause) < clear && nearestOf(whole) > nearestOf(clause) ? whole : clause;
  const best = nearestOf(near);
  const own = [...clause, ...whole]
    .filter(({ unit }) => units.has(unit))
    .reduce((held, { similarity }) => Math.max(held, similarity), 0);
  const wide = named.some((place) => isStandard(place, library));
  if (best < (wide ? clearOfStandard : clear)) return null;
  if (own > best - (asTitle ? margin.title : margin.sentence)) return null;
  if (own >= bears.near && own > best - bears.farther) return null;
  const meant = near
    .filter(({ similarity }) => similarity > best - alike)
    .slice(0, 3)
    .flatMap((unit) => nameUnit(unit, library));
  const titles = named.map(({ title }) => title).filter((title) => title !== null);
  const [first] = meant;
  if (first === undefined || titles.length === 0) return null;
  const args = {
    named: reference.surface,
    title: joinNames([...new Set(titles)].slice(0, 3)),
    matter: words.length > 80 ? `${words.slice(0, 80).replace(/\s+\S*$/, "")} …` : words,
    meant: joinNames(meant.map((one) => one.name)),
  };
  const { file, locator, page } = first.place;
  return makeFinding("another-matter", args, {
    reference: reference.surface,
    place: { file, locator, page },
  });
}

/** Whole regulations of the field's law that a reference names; none where it may mean others. */
function placesOfLaw(reference: Reference, { view, documents }: PolicyLibrary): Place[] {
  const law = new Set(documents.filter(isFieldLaw).map(({ id }) => id));
  const resolutions = view.resolve(reference, []);
  if (resolutions.some(({ status }) => status !== "found")) return [];
  const places = resolutions.flatMap(({ reading }) => reading?.places ?? []);
  return places.every(
    ({ documentId, address }) => law.has(documentId) && address.startsWith("reg/"),
  )
    ? places
    : [];
}

/** Chapter of the field's law that has the quality standards. */
const standards = "part/2/chapter/1";

function isStandard({ documentId, address }: Place, { references }: PolicyLibrary): boolean {
  const row = references.find(documentId, unitOf(address));
  return row !== null && references.enclosing(row).some((outer) => outer.address === standards);
}

interface NamedUnit {
  /** "regulation 34 (Policies for the protection of children)". */
  readonly name: string;
  readonly place: Pick<Place, "file" | "locator" | "page">;
}

function nameUnit({ unit }: NearUnit, { references, documents }: PolicyLibrary): NamedUnit[] {
  const law = documents.find(isFieldLaw);
  const row = law === undefined ? null : references.find(law.id, unit);
  if (row === null || law === undefined) return [];
  const title = row.title === null ? "" : ` (${row.title})`;
  const place = { file: law.file, locator: row.locator, page: row.page };
  return [{ name: `regulation ${row.locator ?? unit}${title}`, place }];
}

/** Titles that a word may stand in and still tell one regulation from the others. */
const fewTitles = 3;

/** Whether what is named has the words of the matter itself, whatever it is mainly about. */
function speaksOf(words: string, named: readonly Place[], library: MatterLibrary): boolean {
  const { stemsOf, titleStems } = library;
  const stems = contentStems(words);
  const [first] = named;
  const counted = first === undefined ? [] : titleStems(first.documentId);
  const tells = (stem: string): boolean =>
    stems.has(stem) && counted.filter((title) => title.has(stem)).length <= fewTitles;
  if (named.some((place) => [...stemsOf(place, "title")].some(tells))) return true;
  // One word stands in many places that are about something else.
  const part = stems.size > 1 ? "text" : "title";
  return named.some((place) => {
    const held = stemsOf(place, part);
    return [...stems].every((stem) => held.has(stem));
  });
}
