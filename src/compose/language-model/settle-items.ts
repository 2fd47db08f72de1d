// Takes grounded items; gives what becomes of them: sent back where that is worth a call, and left out with what hangs
// from them where they are refused.
import { CharmError } from "../../errors.ts";
import type { CallHooks } from "../../language-model/call-model.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import type { AskedPart } from "../engine.ts";
import { isRefused, type GroundedItem, type Grounding } from "./ground.ts";
import type { OpenedModel } from "./opened-model.ts";
import type { PreparedPrompt } from "./prepare-prompt.ts";
import { reviseQuestioned, type RevisedItems } from "./revise.ts";
import { tellFindings } from "./to-draft.ts";

/** Refused statements beside which those that stand make an answer all the same: so many, and this share of all. */
const bearable = { statements: 1, share: 0.2 };

export interface Settled {
  readonly items: readonly GroundedItem[];
  readonly findings: readonly Finding[];
}

/** Sends errors back once, if need be; a run that may spend no more goes on without. */
export async function settleItems(
  grounded: readonly GroundedItem[],
  { parts, prepared }: { readonly parts: readonly AskedPart[]; readonly prepared: PreparedPrompt },
  grounding: Grounding,
  engine: OpenedModel,
  hooks: CallHooks,
): Promise<Settled> {
  const findings: Finding[] = [];
  const questioned = grounded.filter((item) => isRefused(item) && !item.formal);
  const revised = isWorthACall(grounded, questioned, parts.length)
    ? await reviseQuestioned(questioned, prepared, grounding, { ...engine, hooks }).catch(
        (error: unknown): RevisedItems => {
          findings.push(revisionNotMade(error, hooks));
          return new Map();
        },
      )
    : new Map<string, GroundedItem | null>();
  const items = grounded.flatMap((item) => {
    const after = revised.get(item.id);
    if (after === undefined) return [item];
    if (after === null) {
      findings.push(...tellFindings({ ...item, withdrawn: true }, "drop"));
      return [];
    }
    if (!isRefused(after))
      findings.push(makeFinding("statement-revised", { text: after.item.text }));
    return [after];
  });
  return { items: leaveOutHanging(items), findings };
}

/**
 * A call more is spent where the answer would suffer: the direct answer or a part has nothing left, or much was refused.
 * What is refused beside an answer that stands is left out, and said.
 */
function isWorthACall(
  grounded: readonly GroundedItem[],
  questioned: readonly GroundedItem[],
  parts: number,
): boolean {
  if (questioned.length === 0) return false;
  const stated = grounded.filter(({ kind }) => kind === "requirement" || kind === "draft");
  const partsOf = (items: readonly GroundedItem[]) =>
    new Set(items.map(({ item }) => Math.min(item.part, parts)));
  const standing = partsOf(stated.filter((item) => !isRefused(item)));
  const isBare = [...partsOf(questioned)].some((part) => !standing.has(part));
  return (
    isBare ||
    (questioned.length > bearable.statements && questioned.length > bearable.share * stated.length)
  );
}

/** A point whose lead is gone says something else, or nothing. */
function leaveOutHanging(items: readonly GroundedItem[]): GroundedItem[] {
  const gone = new Set<string>();
  const standing = new Set(items.map(({ id }) => id));
  return items.map((item) => {
    const hangs = item.over !== null && (gone.has(item.over) || !standing.has(item.over));
    if (isRefused(item) || hangs) gone.add(item.id);
    if (!hangs || isRefused(item)) return item;
    const finding = makeFinding("lead-left-out", {}, { reference: item.item.text });
    return { ...item, findings: [...item.findings, finding] };
  });
}

/** What the model said the first time is not lost by a second call that fails, however it fails. */
function revisionNotMade(error: unknown, { signal }: CallHooks): Finding {
  signal.throwIfAborted();
  // What was not kept by the run that is repeated cannot be told apart from what it left out.
  if (!(error instanceof CharmError) || error.code === "not-in-cache") throw error;
  return makeFinding("revision-not-made", { reason: error.message });
}
