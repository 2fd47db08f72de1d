// Takes a draft; gives the answer with its sources numbered, each page once, and only what is cited.
import type { Draft, DraftClaim, DraftLine, Quote } from "../compose/draft.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { Answer, AnswerClaim, AnswerSource } from "./answer.ts";
import { quotePieces } from "./quote-pieces.ts";

interface SourceEntry {
  readonly n: number;
  readonly evidence: Evidence;
  readonly page: number | null;
  readonly section: string | null;
  readonly locators: string[];
  readonly quotes: string[];
}

interface Sources {
  readonly byPlace: Map<string, SourceEntry>;
  /** Numbers of the sources that hold a quote, in the order of its text. */
  cite(quotes: readonly Quote[]): number[];
}

export function buildAnswer(
  draft: Draft,
  library: { fingerprint: string; documents: number },
): Answer {
  const sources = createSources();
  const claims: AnswerClaim[] = [];
  const blocks: string[] = [];
  const addClaims = (items: readonly DraftClaim[], bullet: boolean) => {
    const rendered = items.map((claim) => renderClaim(claim, sources, claims, bullet));
    blocks.push(bullet ? rendered.join("\n") : rendered.join("\n\n"));
  };
  if (draft.direct.length > 0) addClaims(draft.direct, false);
  for (const section of draft.sections) {
    if (section.groups.length === 0) continue;
    if (section.heading !== null) blocks.push(`### ${section.heading}`);
    for (const group of section.groups) {
      blocks.push(`**${group.title}**`);
      if (group.claims.length > 0) addClaims(group.claims, true);
      if (group.note !== undefined) blocks.push(group.note);
    }
  }
  if (draft.missing.length > 0) {
    blocks.push("**Not found in the corpus**", draft.missing.map((item) => `- ${item}`).join("\n"));
  }
  const cited = claims.length > 0;
  return {
    question: draft.question,
    status: !cited ? "declined" : draft.missing.length > 0 ? "partial" : "answered",
    answer: blocks.join("\n\n"),
    claims,
    sources: [...sources.byPlace.values()].map(toSource),
    missing: draft.missing,
    findings: draft.findings ?? [],
    engine: draft.engine,
    ...(draft.usage ? { usage: draft.usage } : {}),
    library,
  };
}

function renderClaim(
  claim: DraftClaim,
  sources: Sources,
  claims: AnswerClaim[],
  bullet: boolean,
): string {
  const rendered: RenderedLine[] = [];
  for (const line of claim.lines) rendered.push(renderLine(line, sources, bullet, rendered));
  // Advice, and sentences that only lead on, claim nothing.
  if (claim.kind !== "advice" && claim.kind !== "connective")
    claims.push({
      text: claim.lines.map((line) => line.text).join(" "),
      authority: claim.authority,
      citations: [...new Set(rendered.flatMap((line) => line.numbers))].sort((a, b) => a - b),
    });
  return rendered.map((line) => line.markdown).join("\n");
}

interface RenderedLine {
  readonly markdown: string;
  readonly depth: number;
  readonly numbers: readonly number[];
}

/** @param above the lines of the claim that stand over it */
function renderLine(
  line: DraftLine,
  sources: Sources,
  bullet: boolean,
  above: readonly RenderedLine[],
): RenderedLine {
  const numbers = sources.cite(line.quotes);
  // The items of a list stand where their lead-in does, unless they say otherwise; each for itself.
  const lead = above.findLast((one) => one.depth < line.depth && one.numbers.length > 0);
  const known = lead !== undefined && lead.numbers.join() === numbers.join();
  const marker = numbers.length > 0 && !known ? ` ${numbers.map((n) => `[${n}]`).join("")}` : "";
  const depth = bullet ? line.depth : line.depth - 1;
  const prefix = depth < 0 ? "" : `${"  ".repeat(depth)}- `;
  return { markdown: `${prefix}${line.text}${marker}`, depth: line.depth, numbers };
}

function createSources(): Sources {
  const byPlace = new Map<string, SourceEntry>();
  return {
    byPlace,
    cite: (quotes) => {
      const numbers: number[] = [];
      for (const quote of quotes) {
        const { evidence } = quote;
        for (const piece of quotePieces(evidence.passage, quote.start, quote.end)) {
          const section = piece.page === null ? (evidence.passage.trail.at(-1) ?? null) : null;
          const place = `${evidence.document.file}#${piece.page ?? section}`;
          const entry = byPlace.get(place) ?? {
            n: byPlace.size + 1,
            evidence,
            page: piece.page,
            section,
            locators: [],
            quotes: [],
          };
          byPlace.set(place, entry);
          if (piece.locator !== null && !entry.locators.includes(piece.locator))
            entry.locators.push(piece.locator);
          if (!entry.quotes.includes(piece.text)) entry.quotes.push(piece.text);
          if (!numbers.includes(entry.n)) numbers.push(entry.n);
        }
      }
      return numbers;
    },
  };
}

function toSource(entry: SourceEntry): AnswerSource {
  const { document } = entry.evidence;
  return {
    n: entry.n,
    file: document.file,
    title: document.title,
    short: document.short,
    version: document.version,
    date: document.date,
    sha256: document.sha256,
    authority: document.authority,
    page: entry.page,
    pageEnd: entry.page,
    section: entry.section,
    locators: entry.locators,
    quotes: entry.quotes,
  };
}
