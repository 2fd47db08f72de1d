// Takes a question with its evidence; gives the prompt that a model would get, and what it would use.
import type { ChatRequest, Message, Protocol } from "../../language-model/chat.ts";
import { countMessages, type TokenCounter } from "../../language-model/count-tokens.ts";
import { describeVersion, loadPrompts } from "../../language-model/load-prompts.ts";
import type { LanguageModelOptions } from "../../language-model/model-options.ts";
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
import { renderEvidence, renderPiece } from "./render-evidence.ts";

const names = [
  "answer",
  "question",
  "format-json",
  "format-lines",
  "revise",
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
  /** Passages that would have been shown had there been room. */
  readonly leftOut: number;
}

/** Windows assumed where none is configured, in tokens: of models tiktoken knows, and of others. */
const assumedWindow = { known: 32_000, unknown: 8_192 };
/** No prompt has more evidence than this, in tokens: it costs, and the answer gets no better. */
const mostEvidence = 14_000;
/** Kept free for sending refused statements back, in tokens. */
const revisionRoom = 800;

/** @param shrink share of the usual room for evidence, below 1 once an endpoint found the prompt too long */
export function preparePrompt(
  asked: AskedQuestion,
  prompts: Prompts,
  options: Pick<LanguageModelOptions, "context" | "maxReply">,
  counter: TokenCounter,
  shrink = 1,
): PreparedPrompt {
  const ranked = rankEvidence(asked.parts);
  const bare = writeRequest(asked, prompts, []);
  const window = options.context ?? assumedWindow[counter.exact ? "known" : "unknown"];
  const fixed = longest(bare.messages, counter);
  const room = window - options.maxReply - revisionRoom - fixed;
  const budget = Math.floor(Math.min(room, mostEvidence) * shrink);
  const chosen = chooseEvidence(ranked, budget, (evidence) => sizeOf(evidence, counter));
  const pieces = keyEvidence(chosen);
  const request = writeRequest(asked, prompts, pieces);
  return {
    pieces,
    request,
    promptTokens: longest(request.messages, counter),
    leftOut: ranked.length - chosen.length,
  };
}

function writeRequest(
  { question, parts }: AskedQuestion,
  prompts: Prompts,
  pieces: readonly KeyedEvidence[],
): ChatRequest {
  const evidence = pieces.map((piece) => piece.evidence);
  const mark = chooseMark(question, evidence);
  const content = fillPrompt(prompts.question, {
    question: neutralise(question),
    parts: parts
      .map(({ heading }, i) => `${i + 1}. ${neutralise(heading ?? "the question as a whole")}`)
      .join("\n"),
    evidence: renderEvidence(pieces, mark),
    count: `${pieces.length}`,
    mark,
  });
  return {
    messages: (protocol) => [
      { role: "system", content: systemPrompt(prompts, protocol) },
      { role: "user", content },
    ],
    schema: replySchema,
    remind: (_, fault) => fillPrompt(prompts.repeat, { fault }),
    promptVersion: describeVersion(prompts.answer, Object.values(prompts)),
    evidence: fingerprintEvidence(evidence),
  };
}

function systemPrompt(prompts: Prompts, protocol: Protocol): string {
  const format = prompts[protocol === "structured" ? "format-json" : "format-lines"];
  return fillPrompt(prompts.answer, { format: fillPrompt(format, {}) });
}

function longest(
  messages: (protocol: Protocol) => readonly Message[],
  counter: TokenCounter,
): number {
  const protocols: Protocol[] = ["structured", "text"];
  return Math.max(...protocols.map((protocol) => countMessages(messages(protocol), counter)));
}

/** Every key and mark is as long as every other, nearly: these stand for them. */
function sizeOf(evidence: Evidence, counter: TokenCounter): number {
  const text = renderPiece(
    { key: "k2345", evidence, leadIn: attachedLeadIn(evidence) },
    `evidence-${"8".repeat(16)}`,
    { number: 88, of: 88 },
  );
  return counter.count(`${text}\n\n`);
}
