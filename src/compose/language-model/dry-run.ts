// Takes a question with its evidence; gives what would be sent to the model and what it could cost, sending nothing.
import type { Message, ReplySchema } from "../../language-model/chat.ts";
import type { ModelWindow } from "../../language-model/find-window.ts";
import { costOf } from "../../language-model/spending.ts";
import { namePlace } from "../../place/name-place.ts";
import type { Evidence } from "../../retrieve/evidence.ts";
import type { AskedQuestion } from "../engine.ts";
import type { ModelEngine } from "./compose-with-model.ts";
import { mostEvidence, preparePrompt } from "./prepare-prompt.ts";

/** A call of the run, with what it takes at the most. */
export interface DryCall {
  /** `answer` is made always; `more-room` when its reply is cut off; `revision` when statements are sent back. */
  readonly purpose: "answer" | "more-room" | "revision";
  readonly promptTokens: number;
  readonly mostReply: number;
  /** Null without prices. */
  readonly cost: number | null;
}

/** What `--dry-run` shows of one question; `--json` prints it as it is. */
export interface DryRun {
  readonly question: string;
  readonly model: string;
  readonly prompt: string;
  readonly window: ModelWindow;
  readonly evidence: {
    readonly fingerprint: string;
    readonly pieces: number;
    /** Passages that there is no room for, and their places, the most valuable first. */
    readonly leftOut: number;
    readonly leftOutPlaces: readonly string[];
  };
  readonly messages: readonly Message[];
  /** What is sent beside model, messages and schema. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Null where the endpoint takes none. */
  readonly schema: ReplySchema | null;
  readonly tokens: {
    readonly prompt: number;
    readonly mostReply: number;
    /** False where the model's tokeniser is not known and the number is a cautious estimate. */
    readonly exact: boolean;
  };
  readonly calls: readonly DryCall[];
  /** Of the first call, and of all of them; null without prices. */
  readonly cost: {
    readonly usual: number;
    readonly most: number;
    readonly currency: string;
  } | null;
}

export async function dryRun(
  asked: AskedQuestion,
  { model, prompts }: Omit<ModelEngine, "check">,
): Promise<DryRun> {
  const { prices, maxReply, model: name } = model.options;
  const counter = await model.tokens();
  const window = await model.window(null);
  const limits = { window: window.tokens, maxReply, scale: 1, mostEvidence };
  const { request, pieces, promptTokens, leftOut } = preparePrompt(asked, prompts, limits, counter);
  const { usual, most } = request.room;
  const toCall = (purpose: DryCall["purpose"], tokens: number, mostReply: number): DryCall => ({
    purpose,
    promptTokens: tokens,
    mostReply,
    cost: prices && costOf({ promptTokens: tokens, completionTokens: mostReply }, prices),
  });
  const answer = toCall("answer", promptTokens, usual);
  // Statements that are sent back stand behind the whole prompt, and are at most the reply itself.
  const revision = toCall("revision", promptTokens + usual, usual);
  const calls = [
    answer,
    ...(most > usual ? [toCall("more-room", promptTokens, most)] : []),
    revision,
  ];
  const sum = calls.reduce((total, { cost }) => total + (cost ?? 0), 0);
  return {
    question: asked.question,
    model: name,
    prompt: request.promptVersion,
    window,
    evidence: {
      fingerprint: request.evidence,
      pieces: pieces.length,
      leftOut: leftOut.length,
      leftOutPlaces: leftOut.map(nameEvidence),
    },
    ...(await model.describe(request)),
    tokens: { prompt: promptTokens, mostReply: usual, exact: counter.exact },
    calls,
    cost: prices && { usual: answer.cost ?? 0, most: sum, currency: prices.currency },
  };
}

function nameEvidence({ document, passage }: Evidence): string {
  const locator = passage.locator ?? passage.locators[0] ?? null;
  const address = passage.spans[0]?.address ?? null;
  return namePlace(document.short, { locator, address }, passage.trail);
}
