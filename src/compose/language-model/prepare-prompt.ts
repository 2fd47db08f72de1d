// Takes a question with its evidence; gives the prompt that a model would get, and what it would use.
import type { ChatRequest, Protocol, ReplyRoom } from "../../language-model/chat.ts";
import { countLongest, spareTokens, type TokenCounter } from "../../language-model/count-tokens.ts";
import { describeVersion, loadPrompts } from "../../language-model/load-prompts.ts";
import { fillPrompt } from "../../language-model/prompt-file.ts";
import type { Evidence } from "../../retrieve/evidence.ts";
import { attachedLeadIn } from "../../verify/read-evidence.ts";
import type { AskedQuestion } from "../engine.ts";
import { chooseEvidence, rankEvidence } from "./choose-evidence.ts";
import {
  chooseMark,
  fingerprintEvidence,
  keyEvidence,
  type KeyedEvidence,
} from "./keyed-evidence.ts";
import { neutralise } from "../neutralise.ts";
import { replySchema } from "./parse-json-reply.ts";
import { renderDocuments, renderEvidence, renderPiece } from "./render-evidence.ts";

const names = [
  "answer",
  "question",
  "write",
  "format-json",
  "format-lines",
  "revise",
  "revise-pieces",
  "revise-json",
  "revise-lines",
  "repeat",
] as const;

export type Prompts = Awaited<ReturnType<typeof loadAnswerPrompts>>;

/** @throws CharmError `prompt-missing`, `prompt-invalid` */
export function loadAnswerPrompts() {
  return loadPrompts(names);
}

export interface PreparedPrompt {
  readonly pieces: readonly KeyedEvidence[];
  readonly request: ChatRequest;
  /** Of the prompt, in the longer of the two protocols. */
  readonly promptTokens: number;
  /** Of the pieces in it. */
  readonly evidenceTokens: number;
  /** Passages that would have been shown had there been room, the most valuable first. */
  readonly leftOut: readonly Evidence[];
}

/** What a prompt and its reply have to fit into. */
export interface PromptLimits {
  /** Tokens that both share. */
  readonly window: number;
  /** Most tokens of the reply, as a rule. */
  readonly maxReply: number;
  /** Tokens as the endpoint counts them to one of charm's own count. */
  readonly scale: number;
  /** Most tokens of evidence: it costs, and beyond this the answer gets no better. */
  readonly mostEvidence: number;
}

export const mostEvidence = 14_000;
/** Kept free for sending refused statements back, in tokens; in a small window, a share of it. */
const revisionRoom = { tokens: 800, share: 0.1 };
/** Share of a window that a reply gets at the most, as a rule. */
const replyShare = 0.25;
/** A reply without room to end is given so many times the most that is usual, if the window has it. */
const moreReply = 4;

/** The most valuable pieces that there is room for. */
export function preparePrompt(
  asked: AskedQuestion,
  prompts: Prompts,
  limits: PromptLimits,
  counter: Pick<TokenCounter, "count">,
): PreparedPrompt {
  const { window, maxReply, scale } = limits;
  const ranked = rankEvidence(asked.parts);
  const usual = Math.min(maxReply, Math.floor(window * replyShare));
  const write = (pieces: readonly KeyedEvidence[], most: number) =>
    writeRequest(asked, prompts, pieces, { usual, most });
  const fixed = countLongest(write([], usual).messages, counter);
  const kept = Math.min(revisionRoom.tokens, window * revisionRoom.share);
  const room = (window - usual - kept) / scale - fixed;
  const budget = Math.floor(Math.min(room, limits.mostEvidence));
  const chosen = chooseEvidence(ranked, budget, (evidence) => sizeOf(evidence, counter));
  const pieces = keyEvidence(chosen);
  const promptTokens = countLongest(write(pieces, usual).messages, counter);
  const left = Math.floor(window - promptTokens * scale - spareTokens);
  return {
    pieces,
    request: write(pieces, Math.max(usual, Math.min(left, maxReply * moreReply))),
    promptTokens,
    evidenceTokens: chosen.reduce((sum, evidence) => sum + sizeOf(evidence, counter), 0),
    leftOut: ranked.filter((evidence) => !chosen.includes(evidence)),
  };
}

function writeRequest(
  { question, parts }: AskedQuestion,
  prompts: Prompts,
  pieces: readonly KeyedEvidence[],
  room: ReplyRoom,
): ChatRequest {
  const evidence = pieces.map((piece) => piece.evidence);
  const mark = chooseMark(question, evidence);
  const content = fillPrompt(prompts.question, {
    question: neutralise(question),
    parts: parts
      .map(({ heading }, i) => `${i + 1}. ${neutralise(heading ?? "the question as a whole")}`)
      .join("\n"),
    documents: renderDocuments(pieces),
    evidence: renderEvidence(pieces, mark),
    write: orderToWrite(parts, prompts),
  });
  return {
    messages: (protocol) => [
      { role: "system", content: systemPrompt(prompts, protocol) },
      { role: "user", content },
    ],
    schema: replySchema,
    room,
    spare: false,
    remind: (_, fault) => fillPrompt(prompts.repeat, { fault }),
    promptVersion: describeVersion(prompts.answer, Object.values(prompts)),
    evidence: fingerprintEvidence(evidence),
  };
}

/** What is said beside where a text is to be written; empty where none is. */
function orderToWrite(parts: AskedQuestion["parts"], prompts: Prompts): string {
  const kinds = parts.flatMap(({ writes }) => (writes === undefined ? [] : [writes.kind]));
  const kind = neutralise([...new Set(kinds)].join(", "));
  return kind === "" ? "" : `\n\n${fillPrompt(prompts.write, { kind })}`;
}

function systemPrompt(prompts: Prompts, protocol: Protocol): string {
  const format = prompts[protocol === "structured" ? "format-json" : "format-lines"];
  return fillPrompt(prompts.answer, { format: fillPrompt(format, {}) });
}

/** Every key is as long as every other, nearly: this one stands for them. */
function sizeOf(evidence: Evidence, counter: Pick<TokenCounter, "count">): number {
  const text = renderPiece({ key: "k2345", evidence, leadIn: attachedLeadIn(evidence) });
  return counter.count(`${text}\n`);
}
