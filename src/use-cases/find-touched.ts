// Takes what changed between two editions and the texts that may rest on it; gives those that cite what changed: reports,
// own documents, rows of the sets of requirements.
import type { Change } from "../compare/change.ts";
import type { Touched, TouchedCitation, TouchedRow, TouchedText } from "../compare/comparison.ts";
import type { Piece } from "../check/policy/policy.ts";
import { readReport } from "../check/read-report.ts";
import { tellKind } from "../check/document-kind.ts";
import type { ListedSource } from "../check/report.ts";
import { messageOf } from "../errors.ts";
import { bestOfEach } from "../lists.ts";
import { familyOf, isWithin } from "../place/address.ts";
import { createOutlineLibrary } from "../references/create-library.ts";
import { documentsOfFile } from "../references/file-names.ts";
import { isFieldLaw } from "../field/of-field.ts";
import { foldName } from "../references/names.ts";
import { createReader, type ReferenceReader } from "../references/reader.ts";
import type { Reference } from "../references/reference.ts";
import { findSet, listSets } from "../requirements/find-set.ts";
import type { ListedCheck } from "./list-checked.ts";
import { readChecked, type CheckedFile, type ReadMeans } from "./read-checked.ts";
import type { ReadEdition } from "./read-edition.ts";

/** What tells of a citation whether it is of something that changed. */
interface Look {
  readonly references: ReferenceReader;
  readonly edition: ReadEdition;
  readonly changes: readonly Change[];
}

/** A place as a text cites it: by its address, else by its page, else by the heading that it stands under. */
interface CitedPlace {
  readonly reference: string;
  readonly address: string | null;
  readonly page: number | null;
  readonly section: string | null;
}

/** @param old the edition that they cite */
export async function findTouched(
  files: readonly ListedCheck[],
  old: ReadEdition,
  changes: readonly Change[],
  means: ReadMeans,
): Promise<Touched> {
  const look: Look = { references: readerOf(old), edition: old, changes };
  const reports: TouchedText[] = [];
  const documents: TouchedText[] = [];
  const unread: { file: string; why: string }[] = [];
  for (const { file, path, unread: why } of files) {
    means.signal?.throwIfAborted();
    if (why !== null) {
      unread.push({ file, why });
      continue;
    }
    try {
      const { kind, citations } = await readCitations(path, look, means);
      if (citations.length > 0) (kind === "policy" ? documents : reports).push({ file, citations });
    } catch (cause) {
      means.signal?.throwIfAborted();
      unread.push({ file, why: messageOf(cause).replace(path, file) });
    }
  }
  const looked = files.length - unread.length;
  return { reports, documents, rows: await findRows(look), looked, unread };
}

function readerOf({ document, provisions }: ReadEdition): ReferenceReader {
  const rows = provisions.map(({ content: _content, notes: _notes, ...row }) => ({
    ...row,
    documentId: document.documentId,
  }));
  return createReader(createOutlineLibrary([document], rows));
}

async function readCitations(path: string, look: Look, means: ReadMeans) {
  const checked = await readChecked(path, means);
  const report = readReport(checked.markdown);
  const kind = tellKind(report, look.references);
  const { pieces } = await checked.policy();
  const sources = report.parts.flatMap((part) => part.sources);
  const inList = linesOf(sources, checked);
  const inText = pieces
    .filter((piece) => !inList(piece))
    .flatMap(({ text, headings, page, line }) =>
      look.references
        .parse(text)
        .flatMap((reference) => placesOf(reference, look))
        .flatMap((place) =>
          toCitation(place, look, { line, section: headings.at(-1) ?? null, page }),
        ),
    );
  const listed = sources.flatMap((source) =>
    placesListed(source, look).flatMap((place) =>
      toCitation(place, look, {
        line: checked.pieces === null ? source.line : null,
        section: null,
        page: null,
      }),
    ),
  );
  const citations = bestOfEach(
    [...listed, ...inText],
    ({ reference, changes }) => `${reference} ${changes.join()}`,
    () => false,
  );
  return { kind, citations };
}

/** Whether a piece is a line of a list of sources, which is read as such. */
function linesOf(
  sources: readonly ListedSource[],
  { pieces }: Pick<CheckedFile, "pieces">,
): (piece: Piece) => boolean {
  const lines = new Set(sources.map(({ line }) => line));
  const texts = new Set(sources.map(({ line }) => pieces?.[line - 1]?.text));
  return ({ line, text }) => (line === null ? texts.has(text) : lines.has(line));
}

/** Places that a reference names in the document beyond doubt: by its name, or as the law of the field is cited. */
function placesOf(reference: Reference, { references, edition }: Look): CitedPlace[] {
  const { document } = edition;
  const implied =
    isFieldLaw(document) &&
    reference.targets.some(({ address }) => ["reg", "sch"].includes(familyOf(address)));
  if (reference.relative || (reference.document === null && (!implied || reference.bare)))
    return [];
  if (reference.document?.kind === "self") return [];
  return references
    .resolve(reference)
    .filter(({ status, reading }) => status === "found" && reading?.document === document)
    .flatMap(({ reading }) => reading?.places ?? [])
    .map(({ address, page }) => ({
      reference: reference.surface,
      address,
      page: address.startsWith("page/") ? page : null,
      section: null,
    }));
}

/** Places of a line of a report's list, by the file or document that it names; its page where it names no place. */
function placesListed(source: ListedSource, look: Look): CitedPlace[] {
  const { references, edition } = look;
  const { document } = edition;
  const isOfFile = source.file !== null && documentsOfFile(source.file, [document]).length > 0;
  if (!isOfFile) return references.parse(source.written).flatMap((one) => placesOf(one, look));
  const { page, section, written } = source;
  const places = references
    .parse(source.places === "" ? written : source.places)
    .flatMap((one) => references.resolve(one, [document.documentId]))
    .filter(({ status, reading }) => status === "found" && reading?.document === document)
    .flatMap(({ reading }) => reading?.places ?? [])
    .filter(({ ordinal, address }) => ordinal !== null && address !== "")
    .map(({ address }) => ({ reference: written, address, page: null, section: null }));
  if (places.length > 0 || (page === null && section === null)) return places;
  return [{ reference: written, address: null, page, section }];
}

function toCitation(
  cited: CitedPlace,
  { changes }: Look,
  where: Pick<TouchedCitation, "line" | "section" | "page">,
): TouchedCitation[] {
  const touched = [...changes.keys()].filter((i) => {
    const change = changes[i];
    return change !== undefined && isCited(cited, change);
  });
  return touched.length === 0 ? [] : [{ reference: cited.reference, ...where, changes: touched }];
}

function isCited({ address, page, section }: CitedPlace, change: Change): boolean {
  if (page !== null) return change.old?.page === page;
  if (address !== null) return isTouched(address, change);
  const { trail = [] } = change.old ?? change.new ?? {};
  return section !== null && trail.some((title) => foldName(title) === foldName(section));
}

/** What is inside the place that is cited, or around it; of what was added, the place that it was added to. */
function isTouched(address: string, { old, new: now }: Change): boolean {
  const was = old?.address ?? null;
  if (was !== null) return isWithin(was, address) || isWithin(address, was);
  return isWithin(now?.address ?? null, address);
}

async function findRows(look: Look): Promise<TouchedRow[]> {
  if (look.changes.length === 0) return [];
  const sets = await Promise.all((await listSets()).map((name) => findSet(name, name)));
  return sets.flatMap(({ name, rows }) =>
    rows.flatMap(({ id, place }): TouchedRow[] => {
      if (place === null) return [];
      const touched = look.references
        .parse(place)
        .flatMap((reference) => placesOf(reference, look))
        .flatMap((cited) => toCitation(cited, look, { line: null, section: null, page: null }))
        .flatMap(({ changes }) => changes);
      const changes = [...new Set(touched)].toSorted((a, b) => a - b);
      return changes.length === 0 ? [] : [{ set: name, row: id, place, changes }];
    }),
  );
}
