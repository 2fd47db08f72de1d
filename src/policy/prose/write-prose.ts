// Takes a draft and an opened language model; gives the draft with connecting text, each sentence verified, or as it was.
import { createCheck, type CheckWritten } from "../../compose/language-model/check-written.ts";
import { readReply } from "../../compose/language-model/read-reply.ts";
import type { ReplyItem } from "../../compose/language-model/reply.ts";
import type { DocumentInfo } from "../../document.ts";
import { CharmError, exitCodes } from "../../errors.ts";
import type { CallHooks } from "../../language-model/call-model.ts";
import { PromptTooLong } from "../../language-model/explain-failure.ts";
import { createLanguageModel, type LanguageModel } from "../../language-model/language-model.ts";
import type { LanguageModelOptions } from "../../language-model/model-options.ts";
import { groupBy } from "../../lists.ts";
import type { MeasureNearness } from "../../score/nearness.ts";
import { findSentences } from "../../text/sentences.ts";
import type { CheckContext } from "../../verify/statement.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import type {
  DraftSection,
  PolicyDraft,
  ProseSentence,
  ProseWriter,
  WithheldSentence,
} from "../policy-draft.ts";
import { judgeSentence, type SentenceJudge, type WrittenSentence } from "./judge-sentence.ts";
import {
  loadProsePrompts,
  planProse,
  type ProseCall,
  type ProsePlan,
  type ProsePrompts,
} from "./prose-prompts.ts";
import { readSections, type ProseSection } from "./section-evidence.ts";

/** What writes connecting text. */
export interface OpenedWriter {
  readonly model: LanguageModel;
  readonly prompts: ProsePrompts;
  readonly check: CheckWritten;
  readonly nearness: MeasureNearness;
}

/**
 * Connects to nothing yet. The caller closes `model`.
 * @throws CharmError for options that cannot work, and for prompt files that are missing or damaged
 */
export async function openWriter(
  options: LanguageModelOptions,
  context: CheckContext,
  nearness: MeasureNearness,
): Promise<OpenedWriter> {
  const prompts = await loadProsePrompts();
  const model = createLanguageModel(options);
  return { model, prompts, nearness, check: createCheck(context, nearness) };
}

export interface WrittenProse {
  readonly draft: PolicyDraft;
  /** Why sections are without; null where nothing went wrong. */
  readonly failure: string | null;
}

/**
 * A call that fails costs the text of its sections and of those behind it; what a person must mend first is thrown.
 * Where no sentence stands, the draft is as it was, but for what was left out.
 * @throws CharmError of exit code 2 of the model's calls (docs/models.md), or the signal's reason when interrupted
 */
export async function writeProse(
  draft: PolicyDraft,
  documents: readonly DocumentInfo[],
  writer: OpenedWriter,
  hooks: CallHooks,
): Promise<WrittenProse> {
  const { calls, leftOut } = await planCalls(draft, documents, writer, hooks);
  if (leftOut > 0) {
    const { tokens, source } = await writer.model.window(hooks.signal);
    hooks.onEvent({ kind: "left-out", passages: leftOut, window: tokens, source });
  }
  const written = new Map<number, ProseSentence[]>();
  const withheld: WithheldSentence[] = [];
  let failure: string | null = null;
  try {
    for (const call of calls) {
      for (const { section, items } of await askFor(call, draft, writer, hooks)) {
        const judged = await judgeItems(items, section, draft, writer);
        if (judged.standing.length > 0) written.set(section.index, judged.standing);
        withheld.push(...judged.withheld);
      }
    }
  } catch (error) {
    hooks.signal.throwIfAborted();
    if (error instanceof PromptTooLong) failure = error.message;
    else if (error instanceof CharmError && error.exitCode === exitCodes.unexpected)
      failure = error.message;
    else throw error;
  }
  const [first] = calls;
  if (failure === null && written.size === 0 && first !== undefined) failure = nothingVerified;
  return { draft: withProse(draft, { written, withheld }, describe(first, writer)), failure };
}

const nothingVerified = "it wrote nothing that could be verified.";

/** @param hooks null to connect to nothing */
export async function planCalls(
  draft: PolicyDraft,
  documents: readonly DocumentInfo[],
  { model, prompts }: Pick<OpenedWriter, "model" | "prompts">,
  hooks: Pick<CallHooks, "signal"> | null,
): Promise<ProsePlan> {
  const { tokens: window } = await model.window(hooks?.signal ?? null);
  const { maxReply } = model.options;
  const sections = readSections(draft, documents);
  return planProse(draft, sections, prompts, { window, maxReply }, await model.tokens());
}

interface AskedSection {
  readonly section: ProseSection;
  readonly items: readonly ReplyItem[];
}

/** Of a prompt that the endpoint finds too long, less is sent at a time. */
const shrinking = 0.6;
const mostAttempts = 4;

async function askFor(
  call: ProseCall,
  draft: PolicyDraft,
  writer: OpenedWriter,
  hooks: CallHooks,
  attempt = 1,
): Promise<AskedSection[]> {
  const { model, prompts } = writer;
  try {
    const { value } = await model.complete(call.request, readReply, hooks);
    const byPart = groupBy(value.items, ({ part }) => part);
    return call.sections.map((section) => ({
      section,
      items: byPart.get(section.index + 1) ?? [],
    }));
  } catch (error) {
    if (!(error instanceof PromptTooLong) || attempt === mostAttempts) throw error;
    const { maxReply } = model.options;
    const room = (call.promptTokens + call.request.room.usual) * shrinking;
    const window = Math.floor(Math.min(room, error.limits.window ?? room));
    const limits = { window, maxReply };
    const { calls } = planProse(draft, call.sections, prompts, limits, await model.tokens());
    if (calls.length === 0) throw error;
    const asked: AskedSection[] = [];
    for (const one of calls) asked.push(...(await askFor(one, draft, writer, hooks, attempt + 1)));
    return asked;
  }
}

interface Judged {
  readonly standing: ProseSentence[];
  readonly withheld: WithheldSentence[];
}

/** Each sentence by itself; one that leans on a sentence that is left out goes with it. */
async function judgeItems(
  items: readonly ReplyItem[],
  section: ProseSection,
  { title, home }: Pick<PolicyDraft, "title" | "home">,
  { check, nearness }: OpenedWriter,
): Promise<Judged> {
  const judge: SentenceJudge = { check, nearness, about: `${title} ${home}` };
  const standing: ProseSentence[] = [];
  const withheld: WithheldSentence[] = [];
  let lost = false;
  for (const written of items.flatMap(splitItem)) {
    const hangs: boolean = lost && leaning.test(written.text);
    const judged: ProseSentence | Finding = hangs
      ? makeFinding("arrangement-unsourced", { variant: "hangs" })
      : await judgeSentence(written, section, judge);
    lost = "code" in judged;
    if ("code" in judged)
      withheld.push({ section: section.title, text: written.text, reason: judged.message });
    else standing.push(judged);
  }
  return { standing, withheld };
}

const leaning = /^\W*(?:it|they|this|these|those|he|she|such|then|also|both|in addition)\b/i;

/** Of several sentences each rests on what all of them cite; a subject in bold belongs to the words. */
function splitItem({ lead, text, sources }: ReplyItem): WrittenSentence[] {
  const whole = lead === undefined ? text : `${lead}: ${text}`;
  return findSentences(whole).map(({ start, end }) => ({ text: whole.slice(start, end), sources }));
}

function describe(call: ProseCall | undefined, { model }: OpenedWriter): ProseWriter | null {
  if (call === undefined) return null;
  const { promptVersion, evidence } = call.request;
  return { model: model.options.model, prompt: promptVersion, evidence };
}

function withProse(
  draft: PolicyDraft,
  {
    written,
    withheld,
  }: {
    readonly written: ReadonlyMap<number, readonly ProseSentence[]>;
    readonly withheld: readonly WithheldSentence[];
  },
  writer: ProseWriter | null,
): PolicyDraft {
  const sections = draft.sections.map((section, index): DraftSection => {
    const sentences = written.get(index);
    if (sentences === undefined) return section;
    return { ...section, parts: [{ kind: "prose", sentences }, ...section.parts] };
  });
  const isWritten = written.size > 0 && writer !== null;
  return {
    ...draft,
    sections,
    ...(isWritten ? { writer } : {}),
    ...(withheld.length > 0 ? { withheld } : {}),
  };
}
