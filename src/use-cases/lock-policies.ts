// Takes a policy, or what was found where in it; gives the provisions that it rests on, as a lock keeps them.
import { sectionOf, type Policy } from "../check/policy/policy.ts";
import { readNames } from "../check/policy/read-names.ts";
import type { GapMatrix } from "../gap/matrix.ts";
import type { Library, LibraryDocument } from "../library/library.ts";
import { toLocked } from "../lock/lock-sources.ts";
import type { Citation, LockedPolicy, PolicyPlace, Rest } from "../lock/lock.ts";
import { hashPieces } from "../lock/paper.ts";
import { isFieldGuide, isFieldLaw } from "../field/of-field.ts";
import type { ReferenceReader } from "../references/reader.ts";
import type { PlaceJudge } from "./status.ts";

/** What found the references of a policy. */
export const checkedBy = "check";

export interface LockDeps {
  readonly library: Pick<Library, "documents">;
  readonly references: ReferenceReader;
  readonly judge: PlaceJudge;
}

/** A provision by document and address, and where in the policy it is rested on. */
interface Found {
  readonly info: LibraryDocument;
  readonly address: string;
  readonly sections: PolicyPlace[];
}

/** @param file name in the folder of the lock @param sha256 of its bytes */
export async function lockPolicy(
  file: string,
  sha256: string,
  { policy, matrix }: { readonly policy: Policy; readonly matrix: GapMatrix | null },
  deps: LockDeps,
): Promise<LockedPolicy> {
  const found = matrix === null ? findCited(policy, deps) : findMet(matrix, deps);
  const by = matrix?.summary.set ?? checkedBy;
  const rests: Rest[] = [];
  for (const { info, address, sections } of found.values()) {
    const { texts, newer } = await deps.judge.heldOf(info);
    const text = texts?.at(address) ?? null;
    if (text === null) continue;
    const { locator } = text;
    const page = text.pageAt(0);
    const document = toLocked(info, newer);
    rests.push({ by, document, address, locator, page, text: text.folded, sections });
  }
  return { file, sha256, text: hashPieces(policy.pieces), rests };
}

/** Provisions of law and guidance that its text refers to. */
function findCited({ pieces }: Policy, { library, references }: LockDeps): Map<string, Found> {
  const found = new Map<string, Found>();
  const scope = library.documents.filter((one) => isFieldLaw(one) || isFieldGuide(one));
  const ids = scope
    .toSorted((a, b) => Number(isFieldLaw(b)) - Number(isFieldLaw(a)))
    .map(({ id }) => id);
  for (const piece of pieces) {
    const at = { section: sectionOf(piece), page: piece.page };
    for (const reference of readNames(piece.text, references).references)
      for (const { status, reading } of references.resolve(reference, ids)) {
        if (status !== "found" && status !== "ambiguous") continue;
        for (const { documentId, address, ordinal, locator } of reading?.places ?? []) {
          const info = library.documents.find(({ id }) => id === documentId);
          if (info === undefined || info.authority === "own") continue;
          if (ordinal !== null && locator !== null) add(found, info, address, at);
        }
      }
  }
  return found;
}

/** Requirements that it meets, or meets in part. */
function findMet({ rows }: GapMatrix, { library, references }: LockDeps): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const { document, locator, evidence } of rows) {
    const info = library.documents.find(({ short }) => short === document);
    if (info === undefined) continue;
    const row = references.rows(info.id).find((one) => one.locator === locator);
    if (row === undefined) continue;
    for (const { section, page } of evidence) add(found, info, row.address, { section, page });
  }
  return found;
}

/** What the rows of a matrix rest on, each row a source of its own. */
export async function citeRows(matrix: GapMatrix, deps: LockDeps): Promise<Citation[]> {
  const citations: Citation[] = [];
  for (const [at, { document, locator, page }] of matrix.rows.entries()) {
    const info = deps.library.documents.find(({ short }) => short === document);
    const row = info && deps.references.rows(info.id).find((one) => one.locator === locator);
    if (info === undefined || row === undefined) continue;
    const { texts, newer } = await deps.judge.heldOf(info);
    const text = texts?.at(row.address) ?? null;
    if (text === null) continue;
    const place = { address: row.address, locator, page, text: text.folded };
    citations.push({
      question: 1,
      source: at + 1,
      document: toLocked(info, newer),
      ...place,
      quotes: [],
    });
  }
  return citations;
}

function add(
  found: Map<string, Found>,
  info: LibraryDocument,
  address: string,
  at: PolicyPlace,
): void {
  const key = `${info.id} ${address}`;
  const held = found.get(key) ?? { info, address, sections: [] };
  found.set(key, held);
  const isKnown = held.sections.some(
    ({ section, page }) => section === at.section && page === at.page,
  );
  if (!isKnown) held.sections.push(at);
}

/** The rows of a matrix whose evidence is in one file. */
export function matrixOf(matrix: GapMatrix, file: string): GapMatrix {
  const rows = matrix.rows.map((row) => ({
    ...row,
    evidence: row.evidence.filter((place) => place.file === file),
  }));
  return { ...matrix, rows };
}
