// Takes a draft; gives, for each of its sections, what a language model may write of it from, as evidence to be cited.
import type { Passage, Span } from "../../chunk/passage.ts";
import { givesOrders } from "../../compose/find-orders.ts";
import { keyEvidence, type KeyedEvidence } from "../../compose/language-model/keyed-evidence.ts";
import type { DocumentInfo } from "../../document.ts";
import { firstOfEach } from "../../lists.ts";
import { isWithin } from "../../place/address.ts";
import type { Evidence } from "../../retrieve/evidence.ts";
import type { DraftPart, FactPart, LawPart, OwnPart, PolicyDraft } from "../policy-draft.ts";

/** A part with words that a sentence may rest on. */
export type RestingPart = LawPart | OwnPart | FactPart;

export interface SectionPiece extends KeyedEvidence {
  readonly part: RestingPart;
}

/** A section as it is put to a model. */
export interface ProseSection {
  /** Place among the draft's sections, from 0. */
  readonly index: number;
  readonly title: string;
  readonly pieces: readonly SectionPiece[];
  /** What its places to complete ask for. */
  readonly blanks: readonly string[];
}

/**
 * Sections with something to write from. What is a side of a contradiction is kept from the model, so that no sentence
 * settles it; so is what has to be put right first, and what speaks to a machine rather than to a reader.
 * @param documents of the library, by whose names places are called
 */
export function readSections(
  draft: PolicyDraft,
  documents: readonly DocumentInfo[],
): ProseSection[] {
  const disputed = new Set(
    draft.conflicts.flatMap(({ parts }) => parts.flatMap((part) => sayingOf(part))),
  );
  const facts = (draft.facts?.parts ?? []).filter((part) => part.kind === "fact");
  return draft.sections.flatMap(({ title, parts }, index): ProseSection[] => {
    const own = parts
      .filter((_, i) => parts[i + 1]?.kind !== "remark")
      .filter((part) => part.kind === "own" || part.kind === "fact");
    const resting = firstOfEach(
      [...lawOf(parts), ...[...own, ...facts].map((part) => ({ part, above: [] }))],
      ({ part }) => JSON.stringify(part),
    ).filter(({ part }) => !sayingOf(part).some((said) => disputed.has(said)));
    const shown = resting.map((one) => ({ ...one, evidence: toEvidence(one, documents) }));
    const safe = shown.filter(({ evidence }) => !givesOrders(evidence));
    const blanks = parts.flatMap((part) => (part.kind === "blank" ? [part.text] : []));
    if (!safe.some(({ part }) => part.kind !== "fact")) return [];
    const keyed = keyEvidence(safe.map(({ evidence }) => evidence));
    const pieces = keyed.flatMap((piece, i): SectionPiece[] => {
      const part = safe[i]?.part;
      return part === undefined ? [] : [{ ...piece, part }];
    });
    return [{ index, title, pieces, blanks }];
  });
}

/** What the home is made to say by a part; nothing by one of law. */
function sayingOf(part: DraftPart): string[] {
  if (part.kind === "own") return [`${part.file}#${part.text}`];
  return part.kind === "fact" ? [part.text] : [];
}

interface Resting {
  readonly part: RestingPart;
  /** What leads into it. */
  readonly above: readonly LawPart[];
}

/** Words that lead into others are shown above each of those, and not by themselves. */
function lawOf(parts: readonly DraftPart[]): Resting[] {
  let above: LawPart[] = [];
  return parts.flatMap((part): Resting[] => {
    if (part.kind !== "law") return [];
    above = above.filter(
      ({ file, address }) => file === part.file && isWithin(part.address, address),
    );
    if (part.leads) {
      above.push(part);
      return [];
    }
    return [{ part, above }];
  });
}

function toEvidence({ part, above }: Resting, documents: readonly DocumentInfo[]): Evidence {
  const document = documents.find(({ file }) => file === part.file) ?? factsDocument(part);
  const leads = above.map((lead) => ({
    passage: toPassage(lead, document.id),
    start: 0,
    end: lead.text.length,
  }));
  return {
    passage: toPassage(part, document.id),
    document,
    score: 1,
    signals: {},
    similarity: 1,
    ...(leads.length === 0 ? {} : { leads }),
  };
}

function toPassage(part: RestingPart, documentId: string): Passage {
  const { text } = part;
  const { locator, address, page, pageEnd } =
    part.kind === "law" ? part : { locator: null, address: null, ...pagesOf(part) };
  const span: Span = {
    start: 0,
    end: text.length,
    page,
    provision: 0,
    locator,
    address,
    kind: "text",
  };
  return {
    id: `${documentId}#${address ?? text}`,
    documentId,
    ordinal: 0,
    text,
    spans: [span],
    marks: [],
    locator,
    locators: locator === null ? [] : [locator],
    trail: part.kind === "own" && part.section !== null ? [part.section] : [],
    page,
    pageEnd,
    standing: "current",
  };
}

function pagesOf(part: OwnPart | FactPart) {
  const page = part.kind === "own" ? part.page : null;
  return { page, pageEnd: page };
}

/** The facts of a home are no document of the library, and are named like one. */
function factsDocument({ file, kind }: RestingPart): DocumentInfo {
  return {
    id: `${kind}:${file}`,
    file,
    title: "Facts of the home",
    short: file,
    version: null,
    date: null,
    authority: "own",
    url: null,
    licence: null,
    supersedes: null,
    sha256: "",
    pages: null,
    field: false,
  };
}
