// What a document of the library is by its number, year and title, and which instruments known by name it is.
import { readLegislationUrl } from "./legislation-url.ts";
import { knownInstruments, type KnownInstrument } from "./known-instruments.ts";
import type { ReferenceDocument } from "./reference-library.ts";
import { foldName } from "./names.ts";
import { foldTitle } from "./near-names.ts";
import type { DocumentMention, Instrument } from "./reference.ts";

/** What kind of law a document is, by how its title ends: "… Regulations 2015"; a Guide to regulations is none. */
export function instrumentOf(document: ReferenceDocument): Instrument | null {
  return describe(document).instrument;
}

function readInstrument(document: ReferenceDocument): Instrument | null {
  if (document.authority !== "legislation" && document.structureKind !== "legislation") return null;
  const ending = /\b(Act|Regulations|Order|Rules|Bill)(?:\s+\d{4})?\s*$/i.exec(document.title)?.[1];
  return ending === undefined ? null : (ending.toLowerCase() as Instrument);
}

/** Series number of a document: `2015/541`, `2004 c. 31`; from its URL, version, title or file name. */
export function seriesNumberOf(document: ReferenceDocument): string | null {
  const url = document.url === null ? null : readLegislationUrl(document.url);
  if (url !== null) return url.number;
  for (const source of [document.version, document.title, document.file]) {
    const match = /(?:^|[^A-Za-z])S\.?I\.?[ _-]?(\d{4})[ _/-](?:No[. _]*)?(\d{1,5})(?!\d)/.exec(
      source ?? "",
    );
    if (match !== null) return `${match[1]}/${match[2]}`;
  }
  return null;
}

/** Year in an instrument's title, or the edition's year of guidance (its version, else its date). */
export function yearOf(document: ReferenceDocument): string | null {
  const year = /\b(?:1[89]|20)\d\d\b/;
  if (instrumentOf(document) !== null) return year.exec(document.title)?.[0] ?? null;
  const version = year.exec(document.version ?? "")?.[0];
  return version ?? year.exec(document.date ?? "")?.[0] ?? year.exec(document.title)?.[0] ?? null;
}

/** Known instruments that go by a name, with the year when one is given. */
export function findKnown(mention: DocumentMention): readonly KnownInstrument[] {
  const bare = withoutYear(foldName(mention.name));
  const fitting = knownInstruments.filter((entry) => {
    if (mention.number !== null && entry.number === mention.number) return true;
    if (mention.instrument !== null && entry.instrument !== mention.instrument) return false;
    const names = foldedNames.get(entry) ?? [];
    if (mention.year !== null && entry.year !== null && entry.year !== mention.year) return false;
    return names.some(
      (known) => withoutYear(known) === bare || plainTitle(known) === plainTitle(bare),
    );
  });
  const current = fitting.filter((entry) => entry.ended === null);
  // Without a year nobody means a revoked instrument when there is a current one of the same name.
  return mention.year === null && current.length > 0 ? current : fitting;
}

/** Name and aliases of each known instrument, folded. */
const foldedNames: ReadonlyMap<KnownInstrument, readonly string[]> = new Map(
  knownInstruments.map((known) => [known, [known.name, ...known.aliases].map(foldName)]),
);

function withoutYear(folded: string): string {
  return folded.replace(/ (?:1[89]|20)\d\d$/, "");
}

/** Without year and territory: "childrens homes regulations". */
function plainTitle(folded: string): string {
  return withoutYear(folded).replaceAll(/ (?:england|wales|england and wales)\b/g, "");
}

/** Whether a document is about what this program is for, by its title. */
export function isOfField(document: ReferenceDocument): boolean {
  return describe(document).ofField;
}

/** Whether a document of the library is a known instrument. */
export function isKnown(document: ReferenceDocument, known: KnownInstrument): boolean {
  return fits(describe(document), known);
}

/** What the field calls a document of the library, beside its own title and short name. */
export function namesKnownBy(document: ReferenceDocument): string[] {
  const facts = describe(document);
  const known = knownInstruments.filter((entry) => fits(facts, entry));
  return known.flatMap(({ name, aliases }) => [name, ...aliases]);
}

/** Whether a name is that of an instrument that the document is not: a provider's own paper may bear any title. */
export function isNameOfAnother(document: ReferenceDocument, name: string): boolean {
  const facts = describe(document);
  const folded = foldName(name);
  return knownInstruments.some(
    (entry) => foldedNames.get(entry)?.includes(folded) === true && !fits(facts, entry),
  );
}

type Facts = ReturnType<typeof readFacts>;

const described = new WeakMap<ReferenceDocument, Facts>();

/** Read once: documents are compared with every instrument at each reference. */
export function describe(document: ReferenceDocument): Facts {
  const held = described.get(document) ?? readFacts(document);
  described.set(document, held);
  return held;
}

/** What a document is compared by. */
function readFacts(document: ReferenceDocument) {
  const title = foldName(document.title);
  const short = foldName(document.short);
  const bare = withoutYear(title);
  return {
    number: seriesNumberOf(document),
    instrument: readInstrument(document),
    own: document.authority === "own",
    ofField: document.field,
    title,
    short,
    bare,
    shortName: withoutYear(short),
    plain: plainTitle(bare),
    near: foldTitle(document.title),
    initials: bare
      .split(" ")
      .map((word) => word[0])
      .join(""),
  };
}

function fits(facts: Facts, known: KnownInstrument): boolean {
  const { number, instrument, own, title, short } = facts;
  if (own) return false;
  if (known.number !== null && number === known.number) return true;
  if (known.instrument !== instrument) return false;
  const names = foldedNames.get(known) ?? [];
  if (known.instrument !== null) return names[0] === title;
  return names.some((name) => title === name || short === name || title.startsWith(`${name} `));
}

/** Whether a name is one of a document's own: title, short name, or the initials of the title. */
export function isNamed(document: ReferenceDocument, written: string): boolean {
  const facts = describe(document);
  const name = withoutYear(foldName(written));
  const isOwn =
    name === facts.shortName ||
    plainTitle(name) === facts.plain ||
    (facts.instrument === null
      ? name.split(" ").length > 2 && facts.bare.startsWith(`${name} `)
      : foldTitle(written) === facts.near) ||
    (/^[a-z]{3,}$/.test(name) && name === facts.initials);
  return isOwn && !isNameOfAnother(document, written);
}
