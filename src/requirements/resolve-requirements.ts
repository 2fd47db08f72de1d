// Takes a checklist and an open library; gives each row with the words of its provision, or the first row that cannot be.
import { CharmError } from "../errors.ts";
import type { Library, LibraryDocument } from "../library/library.ts";
import type { Place } from "../place/place.ts";
import { isFieldGuide, isFieldLaw } from "../field/of-field.ts";
import type { ReferenceReader } from "../references/reader.ts";
import { joinTextLines, readProvisionLines } from "../show/provision-lines.ts";
import type { Provision } from "../structure/provision.ts";
import { findSentences } from "../text/sentences.ts";
import type { Checklist, ChecklistRow, Duty } from "./checklist.ts";
import type { QuotedPlace, Requirement } from "./requirement.ts";

export interface ResolveDeps {
  readonly library: Pick<Library, "documents" | "provisions">;
  readonly references: ReferenceReader;
}

/** Texts of the field that a reference means by its form. */
const needed = [
  {
    form: /^(?:reg|schedule|sch)/i,
    is: isFieldLaw,
    name: "The Children's Homes (England) Regulations 2015",
  },
  { form: /^guide\b/i, is: isFieldGuide, name: "The Guide to the children's homes regulations" },
] as const;

/**
 * @param name how messages name the checklist's file
 * @throws CharmError `requirements-not-held` where the library lacks a text that rows rest on, `requirement-unknown`
 *   for a place that is not in it, with its line
 */
export async function resolveRequirements(
  { rows }: Pick<Checklist, "rows">,
  name: string,
  deps: ResolveDeps,
): Promise<Requirement[]> {
  const { documents } = deps.library;
  for (const { form, is, name: text } of needed) {
    if (documents.some((one) => is(one) && one.passageCount > 0)) continue;
    const row = rows.find(({ place }) => place !== null && form.test(place));
    if (row === undefined) continue;
    throw new CharmError(
      "requirements-not-held",
      `${text} is not in the library, and ${name} rests on it (line ${row.line}: ${row.place}).`,
      { hint: "Put its PDF into the corpus folder, from where charm index reads it." },
    );
  }
  const texts = new Map<string, ReadonlyMap<number, Provision>>();
  const load = async (id: string): Promise<ReadonlyMap<number, Provision>> => {
    const held = texts.get(id);
    if (held !== undefined) return held;
    const provisions = await deps.library.provisions(id);
    const made = new Map(provisions.map((one) => [one.ordinal, one]));
    texts.set(id, made);
    return made;
  };
  const resolved: Requirement[] = [];
  for (const row of rows)
    resolved.push(row.place === null ? ofSource(row) : await ofPlace(row, name, { ...deps, load }));
  return resolved;
}

function ofSource(row: ChecklistRow): Requirement {
  const { source, item, requirement, duty } = row;
  return {
    row,
    quoted: null,
    leads: [],
    document: source?.title ?? "",
    locator: item ?? "",
    page: null,
    authority: null,
    duty: duty ?? "voluntary",
    text: requirement ?? "",
    led: requirement ?? "",
    asks: requirement ?? "",
  };
}

type PlaceDeps = ResolveDeps & {
  readonly load: (id: string) => Promise<ReadonlyMap<number, Provision>>;
};

async function ofPlace(row: ChecklistRow, name: string, deps: PlaceDeps): Promise<Requirement> {
  const place = findPlace(row, name, deps);
  const document = deps.library.documents.find(({ id }) => id === place.documentId);
  const provisions = await deps.load(place.documentId);
  const held = place.ordinal === null ? undefined : provisions.get(place.ordinal);
  if (document === undefined || held === undefined) throw unknownPlace(row, name);
  const provision = definitionIn(held, row, provisions) ?? held;
  const text = quoteOf(provision, row, provisions);
  const leads = leadsOf(provision, provisions);
  const near = leads.filter(({ provision: { kind } }) => kind !== "regulation");
  const led = [...near.map((lead) => lead.ownText), text].join(" ");
  const { id } = document;
  return {
    row,
    quoted: quotedAt(id, provision, text, provisions),
    leads: leads.map((lead) => quotedAt(id, lead.provision, lead.ownText, provisions)),
    document: document.short,
    locator: place.locator ?? row.place ?? "",
    page: provision.page,
    authority: document.authority,
    duty: row.duty ?? dutyOf(document),
    text,
    led,
    asks: row.requirement ?? led,
  };
}

function dutyOf({ authority }: LibraryDocument): Duty {
  if (authority === "legislation") return "must";
  return authority === "statutory-guidance" || authority === "inspection" ? "should" : "voluntary";
}

function findPlace(row: ChecklistRow, name: string, { library, references }: PlaceDeps): Place {
  const scope = library.documents
    .filter((one) => isFieldLaw(one) || isFieldGuide(one))
    .toSorted((a, b) => Number(isFieldLaw(b)) - Number(isFieldLaw(a)))
    .map(({ id }) => id);
  const [reference] = references.parse(row.place ?? "");
  const [resolution] = reference === undefined ? [] : references.resolve(reference, scope);
  const place = resolution?.reading?.places.find(({ standing }) => standing === "current");
  if (place !== undefined && resolution?.status !== "missing") return place;
  if (resolution?.status === "external")
    throw new CharmError(
      "requirements-not-held",
      `${name}, line ${row.line}: ${row.place} is in a document that the library does not hold.`,
      { hint: "Put that document into the corpus folder, or write the requirement as a text." },
    );
  throw unknownPlace(row, name);
}

function unknownPlace({ line, place }: ChecklistRow, name: string): CharmError {
  return new CharmError(
    "requirement-unknown",
    `${name}, line ${line}: there is no “${place}” in the library.`,
    {
      hint: `A set of charm's needs the official text: where the corpus has a digest of it or another edition, put its PDF there. In a set of your own, look the place up with  charm show "${place}", or write the requirement as a text.`,
    },
  );
}

/** Definitions have no number: the term that the limb names tells which is meant. */
function definitionIn(
  { content }: Provision,
  { limb }: ChecklistRow,
  provisions: ReadonlyMap<number, Provision>,
): Provision | null {
  if (limb === null) return null;
  const children = content.flatMap((item) => ("child" in item ? [provisions.get(item.child)] : []));
  const term = fold(limb);
  return (
    children.find((one) => one?.kind === "definition" && fold(one.title ?? "") === term) ?? null
  );
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, " ")
    .trim();
}

/** A provision longer than this, in words, is quoted by the sentences that hold its limb. */
const wholeUpTo = 90;

function quoteOf(
  provision: Provision,
  { limb, parts }: ChecklistRow,
  provisions: ReadonlyMap<number, Provision>,
): string {
  // What its parts say they say themselves.
  const whole =
    parts.length > 0 && ownText(provision) !== ""
      ? ownText(provision)
      : joinTextLines(readProvisionLines(provisions, provision).lines);
  const text = whole === "" ? (provision.title ?? "") : whole;
  if (limb === null || text.split(/\s+/).length <= wholeUpTo) return text;
  const ends = limb
    .split("…")
    .map((part) => fold(part))
    .filter((part) => part !== "");
  const sentences = text
    .split("\n")
    .flatMap((line) => findSentences(line).map(({ start, end }) => line.slice(start, end)));
  const first = sentences.find((one) => ends.some((part) => fold(one).includes(part)));
  const all = sentences.find((one) => ends.every((part) => fold(one).includes(part)));
  return all ?? first ?? text;
}

function ownText({ content }: Provision): string {
  return content.flatMap((item) => ("text" in item ? [item.text] : [])).join(" ");
}

interface Lead {
  readonly provision: Provision;
  readonly ownText: string;
}

/** The provisions it hangs from, outermost first, with the words that lead into it. */
function leadsOf(provision: Provision, provisions: ReadonlyMap<number, Provision>): Lead[] {
  const leads: Lead[] = [];
  for (
    let above = provisions.get(provision.parent ?? -1);
    above !== undefined && ["clause", "paragraph", "regulation"].includes(above.kind);
    above = provisions.get(above.parent ?? -1)
  ) {
    const [first] = above.content;
    if (first !== undefined && "text" in first)
      leads.unshift({ provision: above, ownText: first.text });
  }
  return leads;
}

/** Of a provision that runs over several pages, the one that holds the words, where one does. */
function quotedAt(
  documentId: string,
  provision: Provision,
  text: string,
  provisions: ReadonlyMap<number, Provision>,
): QuotedPlace {
  const { locator, address, page, pageEnd } = provision;
  const place = { documentId, locator, address, text };
  if (page === null || pageEnd === null) return { ...place, page, pageEnd };
  const sheets = Array.from({ length: pageEnd - page + 1 }, (_, i) => page + i);
  const only = sheets.find((sheet) => {
    const { lines } = readProvisionLines(provisions, provision, { from: sheet, to: sheet });
    return foldSpace(joinTextLines(lines)).includes(foldSpace(text));
  });
  return { ...place, page: only ?? page, pageEnd: only ?? pageEnd };
}

function foldSpace(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
