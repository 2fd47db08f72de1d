// Takes statements that were found wanting; gives what the model makes of them when it is told why, once, all together.
import type { CallHooks } from "../../language-model/call-model.ts";
import type { ChatRequest } from "../../language-model/chat.ts";
import type { LanguageModel } from "../../language-model/language-model.ts";
import { fillPrompt } from "../../language-model/prompt-file.ts";
import { contentStemList } from "../../text/content-stems.ts";
import { groundItem, type GroundedItem, type Grounding } from "./ground.ts";
import { chooseMark, fingerprintEvidence, type KeyedEvidence } from "./keyed-evidence.ts";
import { neutralise } from "../neutralise.ts";
import { revisionSchema } from "./parse-json-reply.ts";
import type { PreparedPrompt, Prompts } from "./prepare-prompt.ts";
import { readRevisions } from "./read-reply.ts";
import { renderDocuments, renderEvidence } from "./render-evidence.ts";
import type { Revision } from "./reply.ts";

/** Pieces nearest to a statement that are sent beside those that it cites. */
const nearest = 2;

/** By id what became of a statement; null when the model left it out. */
export type RevisedItems = ReadonlyMap<string, GroundedItem | null>;

/** One call for all of them, with the pieces they need; those the model does not mention are not in what it gives. */
export async function reviseQuestioned(
  questioned: readonly GroundedItem[],
  prepared: PreparedPrompt,
  grounding: Grounding,
  deps: { readonly model: LanguageModel; readonly prompts: Prompts; readonly hooks: CallHooks },
): Promise<RevisedItems> {
  const { model, prompts, hooks } = deps;
  hooks.onEvent({ kind: "revising", statements: questioned.length });
  const { value } = await model.complete(
    writeRevision(questioned, prepared, prompts),
    readRevisions,
    hooks,
  );
  const revised = new Map<string, GroundedItem | null>();
  for (const of of questioned) {
    const revision = value.find((one) => one.id === of.id);
    if (revision !== undefined) revised.set(of.id, await applyRevision(of, revision, grounding));
  }
  return revised;
}

/** What is written again stands by itself. */
async function applyRevision(
  { id, item: before, formal }: GroundedItem,
  { text, sources }: Revision,
  grounding: Grounding,
): Promise<GroundedItem | null> {
  if (text === "") return null;
  const isOwn = ["advice", "draft", "row"].includes(before.kind);
  const kind =
    isOwn && (sources.length === 0 || before.kind !== "advice") ? before.kind : "requirement";
  const item = { ...before, kind, text, sources };
  return groundItem({ id, item, over: null, formal, lent: false, lead: "" }, grounding);
}

function writeRevision(
  questioned: readonly GroundedItem[],
  { request, pieces }: PreparedPrompt,
  prompts: Prompts,
): ChatRequest {
  const needed = pieces.filter((piece) => questioned.some((of) => needs(of, piece, pieces)));
  const evidence = needed.map((piece) => piece.evidence);
  const statements = questioned.map(describeQuestioned).join("\n\n");
  const content = fillPrompt(prompts["revise-pieces"], {
    documents: renderDocuments(needed),
    evidence: renderEvidence(needed, chooseMark(statements, evidence)),
    statements,
  });
  return {
    ...request,
    schema: revisionSchema,
    spare: true,
    evidence: fingerprintEvidence(evidence),
    messages: (protocol) => {
      const form = prompts[protocol === "structured" ? "revise-json" : "revise-lines"];
      const told = fillPrompt(prompts.revise, { form: fillPrompt(form, {}) });
      return [
        { role: "system", content: told },
        { role: "user", content },
      ];
    },
  };
}

/** Those it cites, and those that share most of its telling words. */
function needs(
  { item }: GroundedItem,
  piece: KeyedEvidence,
  pieces: readonly KeyedEvidence[],
): boolean {
  if (item.sources.some(({ key }) => key === piece.key)) return true;
  const wanted = new Set(contentStemList(item.text));
  const shares = ({ evidence, leadIn }: KeyedEvidence) =>
    new Set(
      contentStemList(`${leadIn ?? ""} ${evidence.passage.text}`).filter((stem) =>
        wanted.has(stem),
      ),
    ).size;
  const own = shares(piece);
  return own > 0 && pieces.filter((other) => shares(other) > own).length < nearest;
}

function describeQuestioned({ id, item, kind, findings }: GroundedItem): string {
  const keys = item.sources.map(({ key }) => key).join(", ");
  const relabelled =
    kind === item.kind || item.kind === "row"
      ? []
      : [`- It was called ${item.kind}, but it states something, and so needs evidence.`];
  return [
    `${id}: ${neutralise(item.text)}${keys === "" ? "" : ` (cites ${neutralise(keys)})`}`,
    ...relabelled,
    ...findings
      .filter(({ severity }) => severity === "error")
      .map(({ message, reference }) => {
        const concerned =
          reference === undefined || `${message}${item.text}`.includes(reference)
            ? ""
            : ` (“${reference}”)`;
        return `- ${neutralise(`${message}${concerned}`).replace(/\s+/g, " ")}`;
      }),
  ].join("\n");
}
