// Takes a question with its evidence; gives what would be sent to the model and what it could cost, sending nothing.
import type { Message } from "../../language-model/chat.ts";
import { costOf } from "../../language-model/spending.ts";
import type { AskedQuestion } from "../engine.ts";
import type { ModelEngine } from "./compose-with-model.ts";
import { preparePrompt } from "./prepare-prompt.ts";

/** What `--dry-run` shows of one question; `--json` prints it as it is. */
export interface DryRun {
  readonly question: string;
  readonly model: string;
  readonly prompt: string;
  readonly evidence: {
    readonly fingerprint: string;
    readonly pieces: number;
    readonly leftOut: number;
  };
  readonly messages: readonly Message[];
  readonly tokens: {
    readonly prompt: number;
    readonly mostReply: number;
    /** False where the model's tokeniser is not known and the number is a cautious estimate. */
    readonly exact: boolean;
  };
  /** Of one call with the longest reply; sending statements back once can double it. Null without prices. */
  readonly cost: { readonly most: number; readonly currency: string } | null;
}

export async function dryRun(
  asked: AskedQuestion,
  { model, prompts }: Omit<ModelEngine, "check">,
): Promise<DryRun> {
  const { options } = model;
  const counter = await model.tokens();
  const { request, pieces, promptTokens, leftOut } = preparePrompt(
    asked,
    prompts,
    options,
    counter,
  );
  const { prices, maxReply } = options;
  const most = { promptTokens, completionTokens: maxReply };
  return {
    question: asked.question,
    model: options.model,
    prompt: request.promptVersion,
    evidence: { fingerprint: request.evidence, pieces: pieces.length, leftOut },
    messages: request.messages(model.protocol()),
    tokens: { prompt: promptTokens, mostReply: maxReply, exact: counter.exact },
    cost: prices && { most: costOf(most, prices), currency: prices.currency },
  };
}

/** For a reader: the messages as they would be sent, and the numbers after them. */
export function renderDryRun(run: DryRun): string {
  const { tokens, cost, evidence } = run;
  const messages = run.messages.map(({ role, content }) => `--- ${role} ---\n${content}\n`);
  const about = tokens.exact ? "" : "about ";
  const price =
    cost === null
      ? "Cost: unknown (set model.prices in charm.yaml)."
      : `Cost: at most ${cost.most.toFixed(4)} ${cost.currency} a call.`;
  return [
    ...messages,
    "--- nothing was sent ---",
    `Model: ${run.model}. Prompt: ${run.prompt}.`,
    `Evidence: ${evidence.pieces} pieces (${evidence.leftOut} left out), fingerprint ${evidence.fingerprint}.`,
    `Tokens: ${about}${tokens.prompt} in the prompt, at most ${tokens.mostReply} in the reply.`,
    price,
    "",
  ].join("\n");
}
