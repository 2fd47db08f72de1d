// Takes sections of a draft and what a window holds; gives the prompts that a model would get for them: one, if it fits.
import { chooseMark, fingerprintEvidence } from "../../compose/language-model/keyed-evidence.ts";
import { replySchema } from "../../compose/language-model/parse-json-reply.ts";
import { renderDocuments, renderEvidence } from "../../compose/language-model/render-evidence.ts";
import { neutraliseLine } from "../../compose/neutralise.ts";
import type { ChatRequest } from "../../language-model/chat.ts";
import { countLongest, spareTokens, type TokenCounter } from "../../language-model/count-tokens.ts";
import { describeVersion, loadPrompts } from "../../language-model/load-prompts.ts";
import { fillPrompt } from "../../language-model/prompt-file.ts";
import type { PolicyDraft } from "../policy-draft.ts";
import type { ProseSection } from "./section-evidence.ts";

export type ProsePrompts = Awaited<ReturnType<typeof loadProsePrompts>>;

/** @throws CharmError `prompt-missing`, `prompt-invalid` */
export function loadProsePrompts() {
  return loadPrompts(["draft", "draft-sections", "draft-json", "draft-lines", "repeat"]);
}

/** Sections that are put to the model together. */
export interface ProseCall {
  readonly sections: readonly ProseSection[];
  readonly request: ChatRequest;
  readonly promptTokens: number;
}

export interface ProsePlan {
  readonly calls: readonly ProseCall[];
  /** Pieces that the window has no room for. */
  readonly leftOut: number;
}

export interface ProseLimits {
  /** Tokens that prompt and reply share. */
  readonly window: number;
  /** Most tokens of a reply, as a rule. */
  readonly maxReply: number;
}

/** Share of a window that a reply gets at the most, as a rule. */
const replyShare = 0.3;
/** A reply without room to end is given so many times the most that is usual, if the window has it. */
const moreReply = 3;
/** Tokens that a reply has for a section at the most, as a rule: some eight sentences with their quotations. */
const sectionReply = 700;

/** Most sections that one call writes of, for the room of its reply; in tokens. */
export function mostSections({ window, maxReply }: ProseLimits): number {
  return Math.max(1, Math.floor(usualReply({ window, maxReply }) / sectionReply));
}

function usualReply({ window, maxReply }: ProseLimits): number {
  return Math.min(maxReply, Math.floor(window * replyShare));
}

/** As many sections in each call as there is room for; of one that has no room by itself, what there is room for. */
export function planProse(
  { title, home }: Pick<PolicyDraft, "title" | "home">,
  sections: readonly ProseSection[],
  prompts: ProsePrompts,
  limits: ProseLimits,
  counter: Pick<TokenCounter, "count">,
): ProsePlan {
  const { window, maxReply } = limits;
  const usual = usualReply(limits);
  const most = mostSections(limits);
  const call = (own: readonly ProseSection[]): ProseCall => {
    const write = (room: number) =>
      writeRequest({ title, home, sections: own }, prompts, { usual, most: room });
    const promptTokens = countLongest(write(usual).messages, counter);
    const left = window - promptTokens - spareTokens;
    const room = Math.max(usual, Math.min(left, maxReply * moreReply));
    return { sections: own, promptTokens, request: write(room) };
  };
  const fits = ({ promptTokens }: ProseCall) => promptTokens + usual + spareTokens <= window;
  const calls: ProseCall[] = [];
  let leftOut = 0;
  for (const section of sections) {
    const last = calls.at(-1);
    const joined =
      last === undefined || last.sections.length >= most ? null : call([...last.sections, section]);
    if (joined !== null && fits(joined)) {
      calls[calls.length - 1] = joined;
      continue;
    }
    const fitting = fitPieces(section, (one) => fits(call([one])));
    leftOut += section.pieces.length - fitting.pieces.length;
    if (fitting.pieces.length > 0) calls.push(call([fitting]));
  }
  return { calls, leftOut };
}

/** A section with as many of its pieces, from the first, as there is room for. */
function fitPieces(section: ProseSection, fits: (section: ProseSection) => boolean): ProseSection {
  const { pieces } = section;
  const counts = Array.from({ length: pieces.length + 1 }, (_, i) => pieces.length - i);
  const cut = (count: number) => ({ ...section, pieces: pieces.slice(0, count) });
  return cut(counts.find((count) => count === 0 || fits(cut(count))) ?? 0);
}

function writeRequest(
  {
    title,
    home,
    sections,
  }: Pick<PolicyDraft, "title" | "home"> & { readonly sections: readonly ProseSection[] },
  prompts: ProsePrompts,
  room: ChatRequest["room"],
): ChatRequest {
  const pieces = sections.flatMap((section) => section.pieces);
  const evidence = pieces.map((piece) => piece.evidence);
  const mark = chooseMark(title, evidence);
  const content = fillPrompt(prompts["draft-sections"], {
    title: neutraliseLine(title),
    home: neutraliseLine(home),
    documents: renderDocuments(pieces),
    sections: sections.map((section) => renderSection(section, mark)).join("\n\n"),
  });
  return {
    messages: (protocol) => {
      const form = prompts[protocol === "structured" ? "draft-json" : "draft-lines"];
      return [
        { role: "system", content: fillPrompt(prompts.draft, { form: fillPrompt(form, {}) }) },
        { role: "user", content },
      ];
    },
    schema: replySchema,
    room,
    spare: false,
    remind: (_, fault) => fillPrompt(prompts.repeat, { fault }),
    promptVersion: describeVersion(prompts.draft, Object.values(prompts)),
    evidence: fingerprintEvidence(evidence),
  };
}

/** Its number in the reply is its place in the draft, from 1. */
function renderSection({ index, title, pieces, blanks }: ProseSection, mark: string): string {
  return [
    `Section ${index + 1}: ${neutraliseLine(title)}`,
    renderEvidence(pieces, mark),
    ...blanks.map((text) => `? ${neutraliseLine(text, 400)}`),
  ].join("\n");
}
