// Looks up every reference in a statement, and tells whether what the statement cites is what it names.
import type { Place } from "../../place/place.ts";
import type { FindingArgs, FindingCode, Severity } from "../../findings/codes.ts";
import { makeFinding, type Finding, type Fix } from "../../findings/finding.ts";
import { nameSupports } from "../name-supports.ts";
import { familyOf, isWithin, unitOf } from "../../place/address.ts";
import { describeNote, makeNote } from "../../references/notes.ts";
import type { Reference } from "../../references/reference.ts";
import { readingsOf, type Reading, type Resolution } from "../../references/resolution.ts";
import type { CheckContext, ReferenceView, Statement, Support } from "../statement.ts";

/** A reference, with the statement it stands in and what that rests on. */
interface Setting {
  readonly reference: Reference;
  readonly statement: Statement;
  readonly supports: readonly Support[];
  readonly view: ReferenceView;
  readonly scope: readonly string[];
  /** Addresses and names of documents that the cited texts themselves refer to. */
  readonly mentioned: Mentioned;
}

interface Mentioned {
  readonly addresses: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
}

/** Without supports (a report that cites only by naming places) references are looked up and no more. */
export function checkReferences(
  statement: Statement,
  supports: readonly Support[],
  context: CheckContext,
): Finding[] {
  const view = context.references;
  if (view === null) return [];
  const references = statement.references.filter(
    (reference) => !reference.relative && !isPageOnly(reference),
  );
  if (references.length === 0) return [];
  const scope = [...new Set(supports.map(({ document }) => document.id))];
  const shared = { statement, supports, view, scope, mentioned: readMentioned(supports, view) };
  return references.flatMap((reference) => checkReference({ reference, ...shared }));
}

function isPageOnly({ targets }: Reference): boolean {
  return targets.length > 0 && targets.every(({ address }) => address.startsWith("page/"));
}

function checkReference(setting: Setting): Finding[] {
  const { reference, view, scope } = setting;
  const resolutions = view.resolve(reference, scope);
  if (
    reference.bare &&
    resolutions.every(({ status }) => status === "missing" || status === "not-a-reference")
  ) {
    return checkBare(setting, resolutions);
  }
  return resolutions.flatMap((resolution) => judge(setting, resolution));
}

/** What only looks like a reference is one if the text has brackets round it: "(14.1)". */
function checkBare(setting: Setting, resolutions: readonly Resolution[]): Finding[] {
  const { reference, statement } = setting;
  const around = statement.text.slice(Math.max(0, reference.start - 1), reference.end + 1);
  const bracketed = /^\(.*\)$/.test(around) || /\(\w+\)/.test(reference.surface);
  return bracketed ? resolutions.flatMap((resolution) => judge(setting, resolution)) : [];
}

function judge(setting: Setting, resolution: Resolution): Finding[] {
  const note =
    resolution.notes.find(({ severity }) => severity === "error") ??
    resolution.notes.find(({ severity }) => severity === "warning") ??
    resolution.notes[0] ??
    makeNote("unexplained", { asked: setting.reference.surface });
  const args = { variant: "noted", said: describeNote(note) } as const;
  switch (resolution.status) {
    case "missing": {
      if (isWordFor(setting)) return [];
      const code = note.code === "omitted" ? "expired-text-cited" : "reference-missing";
      return [find(setting, code, args)];
    }
    case "external":
      return checkExternal(setting, resolution, args.said);
    case "ambiguous": {
      const cited = citedReadings(setting, resolution).length;
      if (setting.supports.length > 0 && cited === 0) return checkFound(setting, resolution);
      // What is cited decides between the readings when one of them is among it, and not all are.
      const settled = cited > 0 && cited < readingsOf(resolution).length;
      return settled ? [] : [find(setting, "reference-ambiguous", args)];
    }
    case "found":
      return checkFound(setting, resolution);
    default:
      return [];
  }
}

/** "regulation 5A", which the sources name of another instrument; "Criminal Records Regulations", in fewer words than theirs. */
function isWordFor({ reference: { surface }, supports }: Setting): boolean {
  const sought = fold(surface).split(" ");
  return supports.some(({ text, leadIn }) => {
    const held = ` ${fold(`${leadIn ?? ""} ${text}`)} `;
    return /\d/.test(surface)
      ? held.includes(` ${sought.join(" ")} `)
      : sought.length > 2 && sought.every((word) => held.includes(` ${word} `));
  });
}

/** "The Regulations", of which a digest is cited. */
function isRetold({ reference, supports }: Setting): boolean {
  const name = fold(reference.surface);
  return (
    reference.targets.length === 0 &&
    supports.some(
      ({ document: { authority, title, short } }) =>
        authority === "legislation" && fold(`${short} ${title}`).includes(name),
    )
  );
}

function find<Code extends FindingCode>(
  { reference, statement: { line } }: Setting,
  code: Code,
  args: FindingArgs<Code>,
  severity?: Severity,
): Finding {
  return makeFinding(code, args, { reference: reference.surface, line, severity });
}

function checkFound(setting: Setting, resolution: Resolution): Finding[] {
  const { reference } = setting;
  const findings: Finding[] = [];
  for (const note of resolution.notes) {
    const args = { variant: "noted", said: describeNote(note) } as const;
    if (note.code === "page-disagrees") {
      const found = find(setting, "page-paragraph-mismatch", args);
      const fix = rightPage(reference, resolution);
      findings.push(fix === null ? found : { ...found, fix });
    }
    if (
      note.code === "omitted" ||
      (note.code === "temporary" &&
        !/\btemporary|expired|lapsed|coronavirus\b/i.test(setting.statement.text))
    ) {
      findings.push(find(setting, "expired-text-cited", args));
    }
  }
  if (setting.supports.length === 0 || reference.targets.length === 0) return findings;
  const cited = citedReadings(setting, resolution).length > 0;
  if (cited || isMentioned(setting, resolution)) return findings;
  const kin = isNextTo(setting, resolution);
  if (kin === "told") return findings;
  const args = {
    variant: "elsewhere",
    reference: reference.surface,
    sources: nameSupports(setting.supports),
  } as const;
  const severity = kin === "near" ? "warning" : "error";
  return [...findings, find(setting, "reference-unsupported", args, severity)];
}

/** "page 54, paragraph 10.12" with the page that the paragraph stands on, when it is one place on one page. */
function rightPage({ surface, pages, targets }: Reference, { reading }: Resolution): Fix | null {
  const places = reading?.places ?? [];
  const [place] = places;
  if (pages === null || pages.from !== pages.to || targets.length !== 1 || places.length !== 1)
    return null;
  if (place === undefined || place.page === null || (place.pageEnd ?? place.page) !== place.page)
    return null;
  const said = new RegExp(`(\\b(?:pages?|pp?\\.?)\\s*)${pages.from}(?!\\d)`, "i");
  if (!said.test(surface)) return null;
  return { from: surface, to: surface.replace(said, `$1${place.page}`) };
}

/**
 * Whether a place is in the regulation or section that something cited is in: `told` when that text points to its
 * neighbours ("paragraph (3)"), which only the document itself can spell out.
 */
function isNextTo({ supports }: Setting, resolution: Resolution): "told" | "near" | null {
  const places = resolution.reading?.places ?? [];
  const kin = supports.filter(
    ({ document, places: held }) =>
      document.authority === "legislation" &&
      places.some(
        ({ documentId, address }) =>
          documentId === document.id && held.some((one) => unitOf(one.address) === unitOf(address)),
      ),
  );
  if (kin.length === 0) return null;
  const wanted = places.map(({ locator }) => /\(\w+\)/.exec(locator ?? "")?.[0]);
  const pointsThere = ({ text, leadIn }: Support) =>
    [...`${leadIn ?? ""} ${text}`.matchAll(pointing)].some(([labels]) =>
      wanted.some((label) => label === undefined || labels.includes(label)),
    );
  return kin.some(pointsThere) ? "told" : "near";
}

const pointing = /\bparagraphs? \(\w+\)(?:(?:,| and| or| to|\([a-z]+\)) ?(?:\(\w+\))?)*/gi;

/** An instrument that the library does not hold: the sources may name it; otherwise nothing shows that it is there. */
function checkExternal(setting: Setting, resolution: Resolution, said: string): Finding[] {
  const { reference } = setting;
  if (setting.supports.length === 0)
    return [find(setting, "reference-external", { variant: "noted", said })];
  const name =
    resolution.reading?.instrument?.name ?? reference.document?.name ?? reference.surface;
  if (setting.mentioned.documents.has(fold(name)) || isMentioned(setting, resolution)) return [];
  if (isWordFor(setting) || isRetold(setting)) return [];
  const known = resolution.reading?.instrument?.key ?? null;
  const severity = known === null || reference.targets.length > 0 ? "error" : "warning";
  const args = { variant: "unnamed", said } as const;
  return [find(setting, "reference-external", args, severity)];
}

/** Readings of which a place is among the supports, or holds or is held by one of them. */
function citedReadings({ supports }: Setting, resolution: Resolution): Reading[] {
  return readingsOf(resolution).filter(({ places }) =>
    places.some((place) => supports.some((support) => covers(support, place))),
  );
}

function covers(support: Support, place: Place): boolean {
  if (support.document.id !== place.documentId) return false;
  const { locator, page, pageEnd, address: wanted } = place;
  if (wanted === "") return true;
  if (locator !== null && familyOf(wanted) !== "page" && support.places.length > 0) {
    return support.places.some(
      ({ address }) => isWithin(address, wanted) || isWithin(wanted, address),
    );
  }
  if (page === null || support.page === null) return true;
  return support.page <= (pageEnd ?? page) && (support.pageEnd ?? support.page) >= page;
}

/** Whether the cited texts themselves refer to the place: the Guide says "regulation 28(2)(c)". */
function isMentioned({ mentioned }: Setting, resolution: Resolution): boolean {
  const address = resolution.reading?.address ?? resolution.target?.address ?? null;
  if (address === null) return false;
  return [...mentioned.addresses].some(
    (held) => isWithin(held, address) || isWithin(address, held),
  );
}

function readMentioned(supports: readonly Support[], view: ReferenceView): Mentioned {
  const addresses = new Set<string>();
  const documents = new Set<string>();
  for (const { text, leadIn, document } of supports) {
    for (const reference of view.parse(`${leadIn ?? ""}\n${text}`)) {
      if (reference.document !== null) documents.add(fold(reference.document.name));
      for (const resolution of view.resolve(reference, [document.id])) {
        const name = resolution.reading?.instrument?.name;
        if (name !== undefined) documents.add(fold(name));
        const address = resolution.reading?.address ?? resolution.target?.address;
        // "This regulation" names no place: it would stand for every one.
        if (address?.includes("/")) addresses.add(address);
      }
    }
  }
  return { addresses, documents };
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .replace(/^the /, "")
    .trim();
}
