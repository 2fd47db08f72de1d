// Made-up documents, evidence from them, and replies of a model to them, in both protocols.
import { isFieldTitle } from "../../../src/field/of-field.ts";
import { addressOf } from "../../support/made-up-evidence.ts";
import type { Authority, DocumentInfo } from "../../../src/document.ts";
import type { Protocol } from "../../../src/language-model/chat.ts";
import type { Evidence } from "../../../src/retrieve/evidence.ts";
import type { AskedPart } from "../../../src/compose/engine.ts";
import type { CheckWritten } from "../../../src/compose/language-model/check-written.ts";
import type { Reply, ReplySource } from "../../../src/compose/language-model/reply.ts";

export function makeDocument(changed: Partial<DocumentInfo> = {}): DocumentInfo {
  return {
    id: "d1",
    file: "orchard-rules.pdf",
    title: "The Orchard Houses Regulations 2031",
    short: "Regulations",
    version: null,
    date: "2031-02",
    authority: "legislation",
    field: isFieldTitle(changed.title ?? ""),
    url: null,
    licence: null,
    supersedes: null,
    sha256: "aa".repeat(32),
    pages: 9,
    ...changed,
  };
}

interface PassageWish {
  readonly id?: string;
  /** Ordinal of the provision that it is text of; one of its own when left out. */
  readonly provision?: number;
  readonly locator?: string | null;
  readonly page?: number;
  readonly score?: number;
  readonly trail?: readonly string[];
  readonly standing?: "current" | "omitted" | "temporary";
  readonly document?: Partial<DocumentInfo>;
}

let made = 0;

/** One passage of one span a line. */
export function makeEvidence(text: string, wish: PassageWish = {}): Evidence {
  const document = makeDocument(wish.document);
  const {
    provision,
    locator = null,
    page = 1,
    score = 1,
    trail = ["Part 1"],
    standing = "current",
  } = wish;
  made += 1;
  let start = 0;
  const spans = text.split("\n").map((line) => {
    const span = {
      start,
      end: start + line.length,
      page,
      provision: provision ?? made,
      locator,
      address: locator === null ? null : addressOf(locator, document.authority),
      kind: "text" as const,
    };
    start = span.end + 1;
    return span;
  });
  const passage = {
    id: wish.id ?? `${document.id}/${String(made).padStart(4, "0")}`,
    documentId: document.id,
    ordinal: made,
    text,
    spans,
    marks: [],
    locator,
    locators: locator === null ? [] : [locator],
    trail,
    page,
    pageEnd: page,
    standing,
  };
  return { passage, document, score, signals: {}, similarity: 0.6 };
}

export const guide = (authority: Authority = "statutory-guidance"): Partial<DocumentInfo> => ({
  id: "d2",
  file: "orchard-guide.pdf",
  title: "Guide to the orchard houses",
  short: "Guide",
  authority,
  sha256: "bb".repeat(32),
});

export const law = makeEvidence(
  "The registered provider must inspect every ladder within 14 days of its purchase, unless it is kept for show.",
  { locator: "7(2)", id: "d1/law" },
);
export const advised = makeEvidence(
  "The registered person should keep a ladder book. It should name who last used each ladder.",
  { locator: "3.4", id: "d2/guide", document: guide(), page: 12 },
);
export const question = "How are ladders looked after?";
export const parts: readonly AskedPart[] = [{ heading: null, evidence: [law, advised] }];

/** Refuses nothing. */
export const lenient: CheckWritten = async () => [];

/** A reply as a model would write it. */
export function writeReply(reply: Reply, protocol: Protocol): string {
  if (protocol === "structured") {
    const items = reply.items.map(({ lead, ...item }) =>
      lead === undefined ? item : { ...item, text: `**${lead}:** ${item.text}` },
    );
    return JSON.stringify({ ...reply, items });
  }
  const marks = {
    requirement: "S",
    advice: "A",
    draft: "W",
    question: "K",
    scenario: "X",
    heading: "H",
    link: "L",
    list: "P",
    table: "T",
    row: "C",
  };
  let part = -1;
  const lines = reply.items.flatMap((item) => {
    const begin = item.part === part ? [] : [`PART ${item.part}`];
    part = item.part;
    const keys = item.sources.map(({ key }) => key);
    const cited = keys.length === 0 ? "" : ` [${keys.join(", ")}]`;
    const mark = `${marks[item.kind]}${">".repeat(item.level ?? 0)}`;
    const lead = item.lead === undefined ? "" : `**${item.lead}:** `;
    return [...begin, `${mark}: ${lead}${item.text}${cited}`, ...writeQuotes(item.sources)];
  });
  return [...lines, ...reply.missing.map((line) => `M: ${line}`), "END"].join("\n");
}

/** Lines of quotations in the line protocol. */
export function writeQuotes(sources: readonly ReplySource[]): string[] {
  return sources.filter(({ quote }) => quote !== "").map(({ key, quote }) => `Q ${key}: ${quote}`);
}

/** The keys that a prompt gives, by the place each piece names. */
export function keysIn(prompt: string): Map<string, string> {
  const heads = prompt.matchAll(
    /^(k[2-9]\w{3,}) (?:law|guidance|inspection|own|voluntary|other): (.+)$/gm,
  );
  return new Map([...heads].map((match) => [match[2] ?? "", match[1] ?? ""]));
}
