// The engine with a language model: takes a question with its evidence; gives a draft that evidence bears out.
import { CharmError } from "../../errors.ts";
import type { CallHooks } from "../../language-model/call-model.ts";
import { PromptTooLong } from "../../language-model/explain-failure.ts";
import type { Completion, LanguageModel } from "../../language-model/language-model.ts";
import type { NamedLimits } from "../../http/read-limits.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import type { Draft, DraftSection } from "../../draft/draft.ts";
import { placeAt } from "../../draft/line-parts.ts";
import { firstOfEach } from "../../lists.ts";
import type { RankedStatement } from "../../score/rank-statements.ts";
import type { AskedQuestion } from "../engine.ts";
import { pointTo } from "../further.ts";
import { rankEvidence } from "./choose-evidence.ts";
import { groundItems, isRefused, type GroundedItem, type Grounding } from "./ground.ts";
import { nowhere } from "./lookup.ts";
import type { OpenedModel } from "./opened-model.ts";
import { tellOrders } from "../find-orders.ts";
import {
  mostEvidence,
  preparePrompt,
  type PreparedPrompt,
  type PromptLimits,
} from "./prepare-prompt.ts";
import { readReply } from "./read-reply.ts";
import type { Reply } from "./reply.ts";
import { settleItems } from "./settle-items.ts";
import { sayNothingAnswers, settleMissing, settleSilent } from "./tell-missing.ts";
import { showItems, tellFindings, type Shown } from "./to-draft.ts";

/** Places to read on. */
const mostPlaces = 6;
/** Of a part that nothing is said on. */
const silentTitle = "What the model wrote";
const sayNothingLeft =
  "Nothing that could be verified. “See also” has the places that are nearest.";

/** Attempts at a prompt that the endpoint finds too long. */
const mostAttempts = 5;
/** Where nothing else is known of how much is too much, the next attempt has this share of the evidence. */
const shrinking = 0.6;
/** How far an endpoint's count of tokens may be from charm's to be taken for one of the same prompt. */
const scales = { least: 0.7, most: 2 };

/**
 * Every statement is checked against what it cites. Those that fail are left out or marked; where that leaves too
 * little, they are sent back once before. No evidence: no call.
 * @throws CharmError of the model's calls (docs/models.md), or the signal's reason when interrupted
 */
export async function composeWithModel(
  asked: AskedQuestion,
  engine: OpenedModel,
  hooks: CallHooks,
): Promise<Draft> {
  const { model, check } = engine;
  const { unverified: policy } = model.options;
  const { prepared, reply, notes } = await askWithinWindow(asked, engine, hooks);
  const withheld = tellOrders(asked.parts.flatMap(({ evidence }) => evidence));
  if (prepared === null) return { ...emptyDraft(asked, model), findings: withheld };
  const grounding: Grounding = {
    pieces: prepared.pieces,
    check,
    about: asked.question,
  };
  const grounded = await groundItems(reply.items, grounding);
  const about = { parts: asked.parts, prepared };
  const { items, findings } = await settleItems(grounded, about, grounding, engine, hooks);
  const draft = showItems(items, asked.parts, policy);
  return {
    question: asked.question,
    ...(await tellRest(draft, reply, items, { asked, prepared, engine })),
    // The rows and points of one list may all be found wanting in the same.
    findings: firstOfEach(
      [...withheld, ...notes, ...findings, ...items.flatMap((item) => tellFindings(item, policy))],
      ({ code, message, reference }) => `${code}|${message}|${reference ?? ""}`,
    ),
    engine: {
      name: "openai",
      model: model.options.model,
      prompt: prepared.request.promptVersion,
      evidence: prepared.request.evidence,
    },
    usage: model.usage(),
  };
}

function placeOf({ evidence, lines }: RankedStatement): string {
  const { documentId, address, locator } = placeAt(evidence, lines.at(-1)?.start ?? 0);
  return `${documentId}#${address || (locator ?? evidence.passage.id)}`;
}

/** Beside what is shown: what is missing, places that answer what the model did not, and parts that it was silent on. */
async function tellRest(
  { direct, sections }: Shown,
  reply: Reply,
  items: readonly GroundedItem[],
  {
    asked,
    prepared,
    engine,
  }: { asked: AskedQuestion; prepared: PreparedPrompt; engine: OpenedModel },
): Promise<Pick<Draft, "direct" | "sections" | "further" | "missing" | "partial">> {
  const { lookup = nowhere, model } = engine;
  const mark = model.options.unverified === "mark";
  const shown = items.filter((item) => mark || !isRefused(item));
  const pieces = prepared.pieces.map(({ evidence }) => evidence);
  const missing = await settleMissing(reply.missing, shown, pieces, lookup);
  const silent = settleSilent(shown, asked);
  const found = [...missing.places, ...silent.places];
  const rankings = [...asked.parts.map(({ ranked = [] }) => ranked), found];
  const places = firstOfEach(found, placeOf).slice(0, mostPlaces);
  const unsaid = silent.lines.map((heading): DraftSection => {
    const title = silentTitle;
    return { heading, groups: [{ title, claims: [], note: sayNothingLeft }] };
  });
  return {
    direct,
    sections: [...sections, ...unsaid],
    ...(places.length === 0 ? {} : { further: pointTo(places, rankings) }),
    missing: missing.lines,
    ...(unsaid.length === 0 ? {} : { partial: true }),
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
  { model, prompts }: OpenedModel,
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
  // What was refused is never sent again, whatever window is named.
  const less = window < limits.window ? sent.evidenceTokens - 1 : sent.evidenceTokens * shrinking;
  const most = Math.min(limits.mostEvidence, Math.floor(less));
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
