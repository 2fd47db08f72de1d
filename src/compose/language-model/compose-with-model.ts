// The engine with a language model: takes a question with its evidence; gives a draft that evidence bears out.
import { CharmError } from "../../errors.ts";
import type { CallHooks } from "../../language-model/call-model.ts";
import { PromptTooLong } from "../../language-model/explain-failure.ts";
import type { Completion, LanguageModel } from "../../language-model/language-model.ts";
import type { NamedLimits } from "../../http/read-limits.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import type { Draft } from "../../draft/draft.ts";
import type { AskedQuestion } from "../engine.ts";
import { rankEvidence } from "./choose-evidence.ts";
import type { CheckWritten } from "./check-written.ts";
import {
  groundItems,
  isQuestioned,
  isRefused,
  type GroundedItem,
  type Grounding,
} from "./ground.ts";
import { tellOrders } from "../find-orders.ts";
import {
  mostEvidence,
  preparePrompt,
  type PreparedPrompt,
  type PromptLimits,
  type Prompts,
} from "./prepare-prompt.ts";
import { readReply } from "./read-reply.ts";
import type { Reply } from "./reply.ts";
import { reviseQuestioned, type RevisedItems } from "./revise.ts";
import { sayNothingAnswers, tellMissing } from "./tell-missing.ts";
import { showItems, tellFindings } from "./to-draft.ts";

export interface ModelEngine {
  readonly model: LanguageModel;
  readonly prompts: Prompts;
  readonly check: CheckWritten;
}

/** Attempts at a prompt that the endpoint finds too long. */
const mostAttempts = 5;
/** Where nothing else is known of how much is too much, the next attempt has this share of the evidence. */
const shrinking = 0.6;
/** How far an endpoint's count of tokens may be from charm's to be taken for one of the same prompt. */
const scales = { least: 0.7, most: 2 };

/**
 * Every statement is checked against what it cites; one that fails is sent back once, and left out or marked when it
 * fails again. No evidence: no call.
 * @throws CharmError of the model's calls (docs/models.md), or the signal's reason when interrupted
 */
export async function composeWithModel(
  asked: AskedQuestion,
  engine: ModelEngine,
  hooks: CallHooks,
): Promise<Draft> {
  const { model, check } = engine;
  const { unverified: policy } = model.options;
  const { prepared, reply, notes } = await askWithinWindow(asked, engine, hooks);
  const withheld = tellOrders(asked.parts.flatMap(({ evidence }) => evidence));
  if (prepared === null) return { ...emptyDraft(asked, model), findings: withheld };
  const grounding: Grounding = { pieces: prepared.pieces, check };
  const grounded = groundItems(reply.items, grounding);
  const { items, findings } = await settleQuestioned(grounded, prepared, grounding, engine, hooks);
  const { direct, sections } = showItems(items, asked.parts, policy);
  return {
    question: asked.question,
    direct,
    sections,
    missing: tellMissing(reply, items, asked, policy),
    findings: [
      ...withheld,
      ...notes,
      ...findings,
      ...items.flatMap((item) => tellFindings(item, policy)),
    ],
    engine: {
      name: "openai",
      model: model.options.model,
      prompt: prepared.request.promptVersion,
      evidence: prepared.request.evidence,
    },
    usage: model.usage(),
  };
}

interface Asked {
  readonly prepared: PreparedPrompt | null;
  readonly reply: Reply;
  readonly notes: readonly Finding[];
}

/** Asks with less evidence as long as the endpoint finds the prompt too long. */
async function askWithinWindow(
  asked: AskedQuestion,
  { model, prompts }: ModelEngine,
  hooks: CallHooks,
): Promise<Asked> {
  const nothing = { prepared: null, reply: { items: [], missing: [] }, notes: [] };
  if (rankEvidence(asked.parts).length === 0) return nothing;
  const counter = await model.tokens();
  const window = await model.window(hooks.signal);
  const { maxReply } = model.options;
  let limits: PromptLimits = { window: window.tokens, maxReply, scale: 1, mostEvidence };
  let shown: number | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const prepared = preparePrompt(asked, prompts, limits, counter);
    const { pieces, leftOut } = prepared;
    if (pieces.length === 0) throw noRoom(model, limits.window);
    if (shown !== null) hooks.onEvent({ kind: "trimmed", passages: shown - pieces.length });
    else if (leftOut.length > 0 || window.source === "assumed") {
      const { tokens, source } = window;
      hooks.onEvent({ kind: "left-out", passages: leftOut.length, window: tokens, source });
    }
    shown = pieces.length;
    try {
      const completion = await model.complete(prepared.request, readReply, hooks);
      return { prepared, reply: completion.value, notes: noteReply(completion, prepared) };
    } catch (error) {
      if (!(error instanceof PromptTooLong) || attempt === mostAttempts) throw error;
      limits = shrink(limits, prepared, error.limits);
    }
  }
}

/** From what was sent, to the window that the endpoint names, as it counts; and at the least by some. */
function shrink(limits: PromptLimits, sent: PreparedPrompt, named: NamedLimits): PromptLimits {
  const window = Math.min(limits.window, named.window ?? limits.window);
  const counted = named.sent === null ? Number.NaN : named.sent / sent.promptTokens;
  const scale = counted >= scales.least && counted <= scales.most ? counted : limits.scale;
  const less = Math.floor(sent.evidenceTokens * shrinking);
  const most = window < limits.window ? limits.mostEvidence : Math.min(limits.mostEvidence, less);
  return { ...limits, window, scale, mostEvidence: most };
}

function noteReply(
  { usage, whole }: Completion<Reply>,
  { promptTokens }: PreparedPrompt,
): Finding[] {
  // Some servers cut a long prompt at its beginning and say nothing, rules and all.
  const cut = usage.reported && usage.promptTokens < promptTokens * 0.4;
  return [
    ...(cut ? [makeFinding("prompt-cut", { tokens: String(usage.promptTokens) })] : []),
    ...(whole ? [] : [makeFinding("reply-cut", {})]),
  ];
}

/** Sends what was found wanting back once; a run that may spend no more goes on without. */
async function settleQuestioned(
  grounded: readonly GroundedItem[],
  prepared: PreparedPrompt,
  grounding: Grounding,
  engine: ModelEngine,
  hooks: CallHooks,
): Promise<{ items: GroundedItem[]; findings: Finding[] }> {
  const questioned = grounded.filter(isQuestioned);
  if (questioned.length === 0) return { items: [...grounded], findings: [] };
  const findings: Finding[] = [];
  const deps = { ...engine, hooks };
  const revised = await reviseQuestioned(questioned, prepared, grounding, deps).catch(
    (error: unknown): RevisedItems => {
      findings.push(revisionNotMade(error, hooks));
      return new Map();
    },
  );
  const items = grounded.flatMap((item) => {
    const after = revised.get(item.id);
    if (after === undefined) return [item];
    if (after === null) {
      findings.push(...tellFindings({ ...item, withdrawn: true }, "drop"));
      return [];
    }
    const better = chooseBetter(item, after);
    if (better !== item && !isRefused(better))
      findings.push(makeFinding("statement-revised", { text: better.item.text }));
    return [better];
  });
  return { items, findings };
}

/** What was only warned of is not exchanged for what is refused, nor for what is warned of as much. */
function chooseBetter(before: GroundedItem, after: GroundedItem): GroundedItem {
  if (isRefused(before)) return after;
  if (isRefused(after)) return before;
  const weight = ({ findings }: GroundedItem) =>
    findings.filter(({ severity }) => severity !== "note").length;
  return weight(after) < weight(before) ? after : before;
}

/** What the model said the first time is not lost by a second call that fails, however it fails. */
function revisionNotMade(error: unknown, { signal }: CallHooks): Finding {
  signal.throwIfAborted();
  // What was not kept by the run that is repeated cannot be told apart from what it left out.
  if (!(error instanceof CharmError) || error.code === "not-in-cache") throw error;
  return makeFinding("revision-not-made", { reason: error.message });
}

function noRoom({ options }: LanguageModel, window: number): CharmError {
  return new CharmError(
    "model-context-too-long",
    `The window of “${options.model}” (${window} tokens) has no room for any evidence.`,
    {
      hint: "Set model.context in charm.yaml to what the model holds, or use one with a larger window.",
    },
  );
}

function emptyDraft(asked: AskedQuestion, model: LanguageModel): Draft {
  return {
    question: asked.question,
    direct: [],
    sections: [],
    missing: [sayNothingAnswers(asked.question)],
    engine: { name: "openai", model: model.options.model },
    usage: model.usage(),
  };
}
