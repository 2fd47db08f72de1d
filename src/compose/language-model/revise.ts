// Takes statements that were found wanting; gives what the model makes of them when it is told why, once.
import type { CallHooks } from "../../language-model/call-model.ts";
import type { ChatRequest } from "../../language-model/chat.ts";
import type { LanguageModel } from "../../language-model/language-model.ts";
import { fillPrompt } from "../../language-model/prompt-file.ts";
import { groundItem, type GroundedItem, type Grounding } from "./ground.ts";
import { neutralise } from "../neutralise.ts";
import { revisionSchema } from "./parse-json-reply.ts";
import type { PreparedPrompt, Prompts } from "./prepare-prompt.ts";
import { readRevisions } from "./read-reply.ts";
import type { ReplyItem, Revision } from "./reply.ts";

/** By id what became of a statement; null when the model left it out. */
export type RevisedItems = ReadonlyMap<string, GroundedItem | null>;

/** One call for all of them; those the model does not mention are not in what it gives. */
export async function reviseQuestioned(
  questioned: readonly GroundedItem[],
  prepared: PreparedPrompt,
  grounding: Grounding,
  deps: { readonly model: LanguageModel; readonly prompts: Prompts; readonly hooks: CallHooks },
): Promise<RevisedItems> {
  const { model, prompts, hooks } = deps;
  hooks.onEvent({ kind: "revising", statements: questioned.length });
  const { value } = await model.complete(
    writeRevision(questioned, prepared.request, prompts),
    readRevisions,
    hooks,
  );
  const revised = new Map<string, GroundedItem | null>();
  for (const { id, item } of questioned) {
    const revision = value.find((one) => one.id === id);
    if (revision !== undefined) revised.set(id, applyRevision(id, item, revision, grounding));
  }
  return revised;
}

function applyRevision(
  id: string,
  before: ReplyItem,
  { text, sources }: Revision,
  grounding: Grounding,
): GroundedItem | null {
  if (text === "") return null;
  const kind = before.kind === "advice" && sources.length === 0 ? "advice" : "requirement";
  return groundItem(id, { ...before, kind, text, sources }, grounding);
}

/** One message more would break the turns that some chat templates insist on: it goes with the question. */
function writeRevision(
  questioned: readonly GroundedItem[],
  request: ChatRequest,
  prompts: Prompts,
): ChatRequest {
  const statements = questioned.map(describeQuestioned).join("\n\n");
  return {
    ...request,
    schema: revisionSchema,
    spare: true,
    messages: (protocol) => {
      const form = prompts[protocol === "structured" ? "revise-json" : "revise-lines"];
      const told = fillPrompt(prompts.revise, { statements, form: fillPrompt(form, {}) });
      return request
        .messages(protocol)
        .map((message) =>
          message.role === "user"
            ? { ...message, content: `${message.content}\n\n${told}` }
            : message,
        );
    },
  };
}

function describeQuestioned({ id, item, kind, findings }: GroundedItem): string {
  const keys = item.sources.map(({ key }) => key).join(", ");
  const relabelled =
    kind === item.kind
      ? []
      : [`- It was called ${item.kind}, but it states something, and so needs evidence.`];
  return [
    `${id}: ${neutralise(item.text)}${keys === "" ? "" : ` (cites ${neutralise(keys)})`}`,
    ...relabelled,
    ...findings
      .filter(({ severity }) => severity !== "note")
      .map(({ message, reference }) => {
        const concerned =
          reference === undefined || `${message}${item.text}`.includes(reference)
            ? ""
            : ` (“${reference}”)`;
        return `- ${neutralise(`${message}${concerned}`).replace(/\s+/g, " ")}`;
      }),
  ].join("\n");
}
