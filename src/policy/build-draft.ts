// Takes a pack, what its requirements say, and what was found of each in a home's documents; gives the draft.
//
// Each part is a quotation, a fact in a fixed sentence, a blank, or a word of the pack: no sentence about the home is made.
import type { Conflict, GapMatrix, GapRow, Place } from "../gap/matrix.ts";
import type { HomeFacts } from "../homes/facts.ts";
import type { LibraryDocument } from "../library/library.ts";
import { firstOfEach } from "../lists.ts";
import type { Pack, PackSection } from "../packs/pack.ts";
import { namePlace } from "../place/name-place.ts";
import type { QuotedPlace, Requirement } from "../requirements/requirement.ts";
import { controlFields } from "./control-fields.ts";
import { isAboutFact, stateFact, type StatedFact } from "./home-facts.ts";
import type {
  DraftConflict,
  DraftPart,
  DraftSection,
  LawPart,
  PolicyDraft,
} from "./policy-draft.ts";
import { arrangementsOf, placeToLook } from "./arrangements.ts";
import { draftFile } from "./show-elsewhere.ts";
import { openSourceBook, type SourceBook } from "./source-book.ts";

export interface DraftInput {
  readonly pack: Pack;
  /** Of all rows of the pack, in the order of its parts. */
  readonly requirements: readonly Requirement[];
  /** Of the provisions that its sayings are from. */
  readonly rights: readonly Requirement[];
  readonly matrix: GapMatrix;
  readonly facts: HomeFacts;
  /** How places name the file of the facts. */
  readonly factsFile: string;
  readonly documents: readonly LibraryDocument[];
  /** ISO date of this version; null for none. */
  readonly date: string | null;
  /** Of the home's own words: what is wrong with what they say of law and guidance. */
  readonly remarksOn: (quote: string) => readonly string[];
}

interface Build extends DraftInput {
  readonly book: SourceBook;
  readonly stated: readonly StatedFact[];
}

/** Pure: the same input gives the same draft. */
export function buildDraft(input: DraftInput): PolicyDraft {
  const { pack, facts, matrix, date } = input;
  const book = openSourceBook();
  const stated = statedFacts(pack, facts, matrix.conflicts);
  const build: Build = { ...input, book, stated };
  // Of two who share a post the facts themselves tell, and contradict nothing.
  const between = matrix.conflicts.filter(({ sides }) =>
    sides.some(({ file }) => file !== input.factsFile),
  );
  const isOfPack = concernsPack(build);
  const conflicts = between.filter(isOfPack).map((one) => toConflict(one, build));
  // What is not shown is no source of the draft.
  const aside = { ...build, book: openSourceBook() };
  const elsewhere = between.filter((one) => !isOfPack(one)).map((one) => toConflict(one, aside));
  const own = pack.sections.map((section) => toSection(section, build));
  const rights = pack.kind === "child" ? [rightsOf(build)] : [];
  return {
    pack: pack.name,
    kind: pack.kind,
    title: pack.title,
    home: facts.name,
    set: pack.set,
    control: controlFields(facts, date),
    conflicts,
    elsewhere,
    facts: stated.length === 0 ? null : factSection(build),
    child: pack.child.map(({ title, says, fill }): DraftSection => ({
      title,
      parts: [
        ...says.map(({ text, from }): DraftPart => ({ kind: "saying", text, from: from.place })),
        ...fill.map((text): DraftPart => ({ kind: "blank", text, requirement: null })),
      ],
    })),
    sections: [...own, ...rights],
    sources: book.list(),
  };
}

/** Whether a contradiction is on the matter of a row of the pack, or of a fact that it states. */
function concernsPack({ pack, matrix }: Build): (conflict: Conflict) => boolean {
  const touched = new Set(matrix.rows.flatMap(({ conflicts }) => conflicts));
  return (conflict) =>
    touched.has(matrix.conflicts.indexOf(conflict)) ||
    pack.facts.some((fact) => isAboutFact(fact, conflict));
}

/** What contradictions are about is not stated: nobody has settled it. */
export function statedFacts(
  pack: Pack,
  facts: HomeFacts,
  conflicts: readonly Pick<Conflict, "kind" | "key">[],
): StatedFact[] {
  return pack.facts.map((fact) => {
    const told = stateFact(fact, facts);
    return conflicts.some((conflict) => isAboutFact(fact, conflict))
      ? { ...told, says: null }
      : told;
  });
}

function factSection({ stated, factsFile }: Build): DraftSection {
  return {
    title: "",
    parts: stated.map(({ says, lacks }): DraftPart =>
      says === null
        ? { kind: "blank", text: lacks, requirement: null }
        : { kind: "fact", file: factsFile, text: says },
    ),
  };
}

function toConflict({ about, sides }: Conflict, build: Build): DraftConflict {
  const parts = firstOfEach(sides, ({ file, quote }) => `${file}#${quote}`).map((side) =>
    side.file === build.factsFile
      ? ({ kind: "fact", file: side.file, text: `${side.says}.` } as const)
      : ownPart(side, build),
  );
  const blank: DraftPart = { kind: "blank", text: `what holds (${about})`, requirement: null };
  return { about, parts: [...parts, blank] };
}

function toSection({ title, rows, note }: PackSection, build: Build): DraftSection {
  const byId = new Map(build.requirements.map((one) => [one.row.id, one]));
  const wanted = rows.flatMap(({ id }) => byId.get(id) ?? []);
  const parts: DraftPart[] = note === null ? [] : [{ kind: "note", text: note }];
  const shown = new Set<string>();
  for (const group of groupByWords(wanted)) {
    const [first] = group;
    if (first === undefined) continue;
    parts.push(...quoteAll(first, shown, build));
    const said = group.flatMap((requirement) => rowParts(requirement, build));
    parts.push(...firstOfEach(said, (part) => JSON.stringify(part)));
  }
  return { title, parts };
}

/** Neighbours that rest on the same words are quoted once. */
function groupByWords(requirements: readonly Requirement[]): Requirement[][] {
  const groups: Requirement[][] = [];
  for (const one of requirements) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && one.quoted !== null && keyOf(one) === keyOf(last[0]))
      last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function keyOf({ quoted, row }: Requirement): string {
  return quoted === null ? row.id : `${quoted.documentId}#${quoted.address}#${quoted.text}`;
}

/** @param shown what leads in and stands in the section already */
function quoteAll(requirement: Requirement, shown: Set<string>, build: Build): DraftPart[] {
  const { quoted, leads, document, locator } = requirement;
  if (quoted === null) {
    const item = locator === "" ? "" : `, item ${locator}`;
    return [{ kind: "outside", text: `${document}${item}.` }];
  }
  const fresh = leads.filter(({ documentId, address }) => {
    const key = `${documentId}#${address}`;
    const isFresh = !shown.has(key);
    shown.add(key);
    return isFresh;
  });
  return [
    ...fresh.flatMap((lead) => lawPart(lead, true, build) ?? []),
    ...[lawPart(quoted, false, build) ?? []].flat(),
  ];
}

function lawPart(quoted: QuotedPlace, leads: boolean, { documents, book }: Build): LawPart | null {
  const document = documents.find(({ id }) => id === quoted.documentId);
  if (document === undefined) return null;
  const { page, pageEnd, text, locator, address } = quoted;
  const pages =
    page === null
      ? [null]
      : Array.from({ length: (pageEnd ?? page) - page + 1 }, (_, i) => page + i);
  return {
    kind: "law",
    authority: document.authority,
    file: document.file,
    locator,
    address,
    place: namePlace(document.short, { locator, address }),
    page,
    pageEnd,
    text,
    leads,
    cited: pages.map((at) =>
      book.cite({ document, page: at, section: null, locator, address, text }),
    ),
  };
}

/** A verdict less sure than this is left to the reader: words that say it are shown, and the place stays open. */
const sureFrom = 0.8;

function rowParts({ row, duty, asks }: Requirement, build: Build): DraftPart[] {
  const found = build.matrix.rows.find(({ id }) => id === row.id);
  if (duty === "not-home" || found === undefined) return [{ kind: "others" }];
  const { verdict, why, condition, conflicts } = found;
  const applies: DraftPart[] =
    condition === null ? [] : [{ kind: "applies", text: `${condition}.` }];
  const blank = (text: string): DraftPart => ({ kind: "blank", text, requirement: row.id });
  if (verdict === "not_applicable")
    return [...applies, blank(`that this does not apply, and why: ${asks}`)];
  const arranged = arrangementsOf(found);
  // Beside the best, what only comes near would pass for more than it says.
  const shown = why === "one-limb" ? arranged.slice(0, 1) : arranged;
  const said = shown.flatMap((place) => sayPlace(place, build));
  const isSure = verdict === "met" && found.confidence >= sureFrom;
  const lacking =
    said.length > 0 && isSure
      ? []
      : [blank(said.length === 0 ? unsaid(asks, found, build) : openIn(asks, found))];
  const disputed =
    conflicts.length > 0 ? [blank(`what holds, see “Contradictions to settle”: ${asks}`)] : [];
  return [...applies, ...said, ...(disputed.length > 0 ? disputed : lacking)];
}

/** What has to be written, with where to look first if anything near it stands in a document. */
function unsaid(asks: string, found: GapRow, build: Build): string {
  const near = placeToLook(found);
  if (near === null || near.file === draftFile || near.file === build.factsFile) return asks;
  const section = near.section === null ? "" : `, “${near.section}”`;
  return `${asks.replace(/\.$/, "")} (look at ${nameOf(near.file, build)}${section})`;
}

/** What is still open where the words above it say some of it: single things by name, else all that is asked. */
function openIn(asks: string, { verdict, missing }: GapRow): string {
  const isNamed = verdict === "partly" && missing !== null && !missing.includes(asks);
  return isNamed
    ? `what is missing here: ${missing} (${asks.replace(/\.$/, "")})`
    : `whether this says it all: ${asks}`;
}

function nameOf(file: string, { documents }: Build): string {
  return documents.find((one) => one.file === file)?.short ?? file;
}

/** Words of a document, the fact whose sentence they are, or a sentence that the draft has itself. */
function sayPlace(place: Place, build: Build): DraftPart[] {
  if (place.file === draftFile) return [{ kind: "saying", text: place.quote, from: null }];
  if (place.file !== build.factsFile) {
    const remarks = build.remarksOn(place.quote);
    return [ownPart(place, build), ...remarks.map((text): DraftPart => ({ kind: "remark", text }))];
  }
  const known = build.stated.some(({ says }) => says === place.quote);
  return known ? [{ kind: "fact", file: place.file, text: place.quote }] : [];
}

/** A quotation of so many words may have been cut. */
const longQuote = 20;

function ownPart({ file, section, page, quote }: Place, build: Build): DraftPart {
  const { documents, book } = build;
  const document = documents.find((one) => one.file === file);
  const cited =
    document === undefined
      ? []
      : [book.cite({ document, page, section, locator: null, address: null, text: quote })];
  const ends = /[.!?;:)”"’]$/.test(quote.trim());
  const cut = !ends && quote.split(/\s+/).length >= longQuote;
  return { kind: "own", file, name: nameOf(file, build), section, page, text: quote, cut, cited };
}

/** In the annex of a text for children: the words of the provisions that it puts plainly. */
function rightsOf(build: Build): DraftSection {
  const distinct = firstOfEach(build.rights, keyOf);
  const shown = new Set<string>();
  return {
    title: "Where the rights in this guide come from",
    parts: distinct.flatMap((one) => quoteAll(one, shown, build)),
  };
}
