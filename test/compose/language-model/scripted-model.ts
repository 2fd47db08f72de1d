// A scripted model for the engine's tests: replies made for the prompt they answer, and one faithful reply.
import type { CheckWritten } from "../../../src/compose/language-model/check-written.ts";
import { composeWithModel } from "../../../src/compose/language-model/compose-with-model.ts";
import { loadAnswerPrompts } from "../../../src/compose/language-model/prepare-prompt.ts";
import type { Reply, ReplyItem, Revision } from "../../../src/compose/language-model/reply.ts";
import { claimsOf, type DraftLine, type LinePart } from "../../../src/draft/draft.ts";
import { plainLine } from "../../../src/draft/line-parts.ts";
import type { Protocol } from "../../../src/language-model/chat.ts";
import type { LanguageModelOptions } from "../../../src/language-model/model-options.ts";
import { listen, openModel } from "../../language-model/model-fixture.ts";
import { say, type Reaction, type SeenRequest } from "../../language-model/scripted-server.ts";
import { keysIn, lenient, parts, question, writeQuotes, writeReply } from "./fixtures.ts";

export const promptOf = (request: SeenRequest) => request.body.messages[1]?.content ?? "";
const protocolOf = (request: SeenRequest): Protocol =>
  request.body.response_format === undefined ? "text" : "structured";

/** Replies with items whose keys are names of places, "Guide 3.4", put into the keys of the prompt. */
export function answerWith(reply: Reply): Reaction {
  return say((request) => {
    const keys = keysIn(promptOf(request));
    const items = reply.items.map((item) => ({
      ...item,
      sources: item.sources.map(({ key, quote }) => ({ key: keys.get(key) ?? key, quote })),
    }));
    return writeReply({ ...reply, items }, protocolOf(request));
  });
}

export function reviseWith(
  revisions: readonly { id: string; text: string; key: string; quote: string }[],
): Reaction {
  return say((request) => {
    const keys = keysIn(promptOf(request));
    const own = revisions.map((one) => ({ ...one, key: keys.get(one.key) ?? one.key }));
    if (protocolOf(request) === "text") {
      const lines = own.flatMap(({ id, text, key, quote }) =>
        text === "" ? [`D ${id}`] : [`R ${id}: ${text} [${key}]`, `Q ${key}: ${quote}`],
      );
      return [...lines, "END"].join("\n");
    }
    const written = own.map(({ id, text, key, quote }) => ({
      id,
      text,
      sources: text === "" ? [] : [{ key, quote }],
    }));
    return JSON.stringify({ revisions: written });
  });
}

/** Says the same items again when they are sent back. */
export function repeatItems(items: readonly ReplyItem[]): Reaction {
  return say((request) => {
    const keys = keysIn(promptOf(request));
    const own = items.map(({ text, sources }, i) => ({
      id: `s${i + 1}`,
      text,
      sources: sources.map(({ key, quote }) => ({ key: keys.get(key) ?? key, quote })),
    }));
    return protocolOf(request) === "text"
      ? writeLineRevisions(own)
      : JSON.stringify({ revisions: own });
  });
}

function writeLineRevisions(revisions: readonly Revision[]): string {
  const lines = revisions.flatMap(({ id, text, sources }) => {
    const keys = sources.map(({ key }) => key).join(", ");
    return [`R ${id}: ${text}${keys === "" ? "" : ` [${keys}]`}`, ...writeQuotes(sources)];
  });
  return [...lines, "END"].join("\n");
}

const lawPlace = "Regulation 7(2)";
export const inspect: ReplyItem = {
  part: 0,
  kind: "requirement",
  text: "The registered provider must inspect every ladder within 14 days of its purchase, unless it is kept for show.",
  sources: [{ key: lawPlace, quote: "must inspect every ladder within 14 days of its purchase" }],
};
export const book: ReplyItem = {
  part: 1,
  kind: "requirement",
  text: "The Guide says that the registered person should keep a ladder book.",
  sources: [{ key: "Guide 3.4", quote: "should keep a ladder book" }],
};
export const faithful: Reply = { items: [inspect, book], missing: ["who pays for ladders"] };

export async function compose(
  baseUrl: string,
  options: Partial<LanguageModelOptions> = {},
  check: CheckWritten = lenient,
  asked = { question, parts },
) {
  const model = openModel(baseUrl, options);
  const hooks = listen();
  const draft = await composeWithModel(
    asked,
    { model, prompts: await loadAnswerPrompts(), check },
    hooks,
  );
  return { draft, model, events: hooks.events };
}

/** Texts as the model wrote them, without the provisions that charm names behind them. */
export const textsOf = ({ draft }: Awaited<ReturnType<typeof compose>>) =>
  claimsOf(draft).map(({ lines: [first] }) => first && textOf(first));

export function textOf(line: DraftLine): string {
  let inBrackets = false;
  const said = line.parts.flatMap((part): LinePart[] => {
    const closes = inBrackets && part.kind === "words" && part.text.startsWith(")");
    if (inBrackets && !closes) return [];
    inBrackets = part.kind === "words" && part.text.endsWith("(");
    if (part.kind !== "words") return [part];
    const text = part.text.replace(closes ? /^\)/ : /\s*\($/, "");
    return text === "" ? [] : [{ ...part, text }];
  });
  return plainLine({ parts: said });
}
