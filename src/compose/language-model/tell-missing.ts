// Takes a reply and what became of its items; gives the lines that say what the documents do not hold.
import type { UnverifiedPolicy } from "../../language-model/model-options.ts";
import type { AskedQuestion } from "../engine.ts";
import { isRefused, type GroundedItem } from "./ground.ts";
import type { Reply } from "./reply.ts";

/** Most that a model is heard on this, and words of each. */
const most = { lines: 8, words: 30 };

/**
 * The frame is charm's own, so that what a model puts here cannot pass for what a document says. A part of the question
 * that nothing is left of is said as well, whether the model saw it or not.
 */
export function tellMissing(
  reply: Reply,
  items: readonly GroundedItem[],
  asked: AskedQuestion,
  policy: UnverifiedPolicy,
): string[] {
  const said = reply.missing
    .map((line) => line.replace(/^the documents do not say[\s:,…]+/i, "").replace(/[.\s]+$/, ""))
    .filter((line) => line !== "" && line.split(/\s+/).length <= most.words)
    .map((line) => `The documents do not say ${line}.`);
  const empty = asked.parts.flatMap(({ heading }, index) => {
    const written = reply.items.filter(
      ({ part, kind }) => kind === "requirement" && part === index + 1,
    );
    const left = items.filter(
      (item) =>
        (item.item.part === index + 1 || asked.parts.length === 1) &&
        item.kind === "requirement" &&
        (policy === "mark" || !isRefused(item)),
    );
    if (left.length > 0) return [];
    const name = heading ?? asked.question;
    if (written.length > 0) return [sayNothingVerified(name)];
    return said.length > 0 ? [] : [sayNothingAnswers(name)];
  });
  return [...new Set([...said.slice(0, most.lines), ...empty])];
}

export function sayNothingAnswers(asked: string): string {
  return `Nothing in these documents answers: ${withoutStop(asked)}.`;
}

function sayNothingVerified(asked: string): string {
  return `Nothing that was written on this could be verified in these documents: ${withoutStop(asked)}.`;
}

function withoutStop(text: string): string {
  return text.replace(/[.?!\s]+$/, "");
}
