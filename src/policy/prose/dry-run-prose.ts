// Takes a draft and an opened writer; gives what a model would be sent for its connecting text, and what it could cost.
import type { DocumentInfo } from "../../document.ts";
import type { DescribedCall } from "../../language-model/language-model.ts";
import type { ModelWindow } from "../../language-model/find-window.ts";
import { costOf } from "../../language-model/spending.ts";
import type { PolicyDraft } from "../policy-draft.ts";
import { planCalls, type OpenedWriter } from "./write-prose.ts";

/** A call as it would be made, with what it takes at the most. */
export interface ProseDryCall extends DescribedCall {
  /** Titles of the sections that it is for. */
  readonly sections: readonly string[];
  readonly evidence: { readonly fingerprint: string; readonly pieces: number };
  readonly promptTokens: number;
  readonly mostReply: number;
  /** Null without prices. */
  readonly cost: number | null;
}

/** What `charm draft --dry-run` shows; `--json` prints it as it is. */
export interface ProseDryRun {
  readonly title: string;
  readonly model: string;
  /** Name, version and digest of the prompt; null where nothing would be sent. */
  readonly prompt: string | null;
  readonly window: ModelWindow;
  readonly calls: readonly ProseDryCall[];
  /** Pieces that the window has no room for. */
  readonly leftOut: number;
  /** Of all calls; `exact` is false where the numbers are a cautious estimate. */
  readonly tokens: { readonly prompt: number; readonly mostReply: number; readonly exact: boolean };
  /** Of all calls; null without prices. */
  readonly cost: { readonly most: number; readonly currency: string } | null;
}

/** Connects to nothing. */
export async function dryRunProse(
  draft: PolicyDraft,
  documents: readonly DocumentInfo[],
  writer: Pick<OpenedWriter, "model" | "prompts">,
): Promise<ProseDryRun> {
  const { model } = writer;
  const { prices, model: name } = model.options;
  const { calls, leftOut } = await planCalls(draft, documents, writer, null);
  const shown: ProseDryCall[] = [];
  for (const { sections, request, promptTokens } of calls) {
    const { usual } = request.room;
    shown.push({
      ...(await model.describe(request)),
      sections: sections.map(({ title }) => title),
      evidence: {
        fingerprint: request.evidence,
        pieces: sections.reduce((sum, { pieces }) => sum + pieces.length, 0),
      },
      promptTokens,
      mostReply: usual,
      cost: prices && costOf({ promptTokens, completionTokens: usual }, prices),
    });
  }
  const sum = (read: (call: ProseDryCall) => number) =>
    shown.reduce((total, call) => total + read(call), 0);
  return {
    title: draft.title,
    model: name,
    prompt: calls[0]?.request.promptVersion ?? null,
    window: await model.window(null),
    calls: shown,
    leftOut,
    tokens: {
      prompt: sum(({ promptTokens }) => promptTokens),
      mostReply: sum(({ mostReply }) => mostReply),
      exact: (await model.tokens()).exact,
    },
    cost: prices && { most: sum(({ cost }) => cost ?? 0), currency: prices.currency },
  };
}
