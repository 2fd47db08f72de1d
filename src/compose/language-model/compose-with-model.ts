// The engine with a language model: takes a question with its evidence; gives a draft that evidence bears out.
import { CharmError } from "../../errors.ts";
import type { CallHooks } from "../../language-model/call-model.ts";
import type { LanguageModel } from "../../language-model/language-model.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import type { Draft } from "../../draft/draft.ts";
import type { AskedQuestion } from "../engine.ts";
import type { CheckWritten } from "./check-written.ts";
import {
  groundItems,
  isQuestioned,
  isRefused,
  type GroundedItem,
  type Grounding,
} from "./ground.ts";
import { tellOrders } from "../find-orders.ts";
import { parseJsonReply } from "./parse-json-reply.ts";
import { parseLineReply } from "./parse-line-reply.ts";
import { preparePrompt, type PreparedPrompt, type Prompts } from "./prepare-prompt.ts";
import type { Reply } from "./reply.ts";
import { reviseQuestioned, type RevisedItems } from "./revise.ts";
import { sayNothingAnswers, tellMissing } from "./tell-missing.ts";
import { showItems, tellFindings } from "./to-draft.ts";

export interface ModelEngine {
  readonly model: LanguageModel;
  readonly prompts: Prompts;
  readonly check: CheckWritten;
}

/** Each further attempt at a prompt that was too long has this share of the evidence. */
const shrinking = [1, 0.6, 0.35, 0.2];

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
  const grounded = await groundItems(reply.items, grounding);
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
  const counter = await model.tokens();
  let shown = 0;
  for (const [attempt, shrink] of shrinking.entries()) {
    const prepared = preparePrompt(asked, prompts, model.options, counter, shrink);
    if (prepared.pieces.length === 0) {
      if (prepared.leftOut > 0) throw noRoom(model);
      break;
    }
    if (attempt > 0) hooks.onEvent({ kind: "trimmed", passages: shown - prepared.pieces.length });
    shown = prepared.pieces.length;
    try {
      const { value, usage } = await model.complete(
        prepared.request,
        (text, protocol) =>
          protocol === "structured" ? parseJsonReply(text) : parseLineReply(text),
        hooks,
      );
      const cut = usage.reported && usage.promptTokens < prepared.promptTokens * 0.4;
      // Some servers cut a long prompt at its beginning and say nothing, rules and all.
      const notes = cut ? [makeFinding("prompt-cut", { tokens: String(usage.promptTokens) })] : [];
      return { prepared, reply: value, notes };
    } catch (error) {
      const long = error instanceof CharmError && error.code === "model-context-too-long";
      if (!long || attempt === shrinking.length - 1) throw error;
    }
  }
  return { prepared: null, reply: { items: [], missing: [] }, notes: [] };
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
      findings.push(revisionNotMade(error));
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

/** Without a second look what was refused stays refused; any other failure is one of the run. */
function revisionNotMade(error: unknown): Finding {
  const spent = ["token-limit", "cost-limit", "model-context-too-long", "model-output-malformed"];
  if (!(error instanceof CharmError) || !spent.includes(error.code)) throw error;
  return makeFinding("revision-not-made", { reason: error.message });
}

function noRoom(model: LanguageModel): CharmError {
  return new CharmError(
    "model-context-too-long",
    `The window of “${model.options.model}” has no room for any evidence.`,
    { hint: "Set model.context in charm.yaml to what the model holds, or model.maxReply to less." },
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
