// Takes a dry run of a draft's connecting text; gives it for a reader: what would be sent, and the numbers after it.
import type { ProseDryRun } from "../policy/prose/dry-run-prose.ts";
import { countOf, formatCount } from "./format.ts";

export function renderProseDryRun(run: ProseDryRun): string {
  const { calls, tokens, cost, window, model, prompt, leftOut } = run;
  const about = tokens.exact ? "" : "about ";
  const [first] = calls;
  return [
    ...calls.flatMap(({ messages }, i) =>
      messages
        .filter(({ role }) => i === 0 || role !== "system")
        .map(({ role, content }) => `--- call ${i + 1}, ${role} ---\n${content}\n`),
    ),
    "--- nothing was sent ---",
    `Model: ${model}. Prompt: ${prompt ?? "none"}.`,
    ...(first === undefined ? [] : [`Parameters: ${JSON.stringify(first.parameters)}`]),
    `Window: ${window.tokens} tokens. Pieces left out for room: ${leftOut}.`,
    `Calls: ${calls.length}:`,
    ...calls.map(
      ({ sections, promptTokens, mostReply, evidence }) =>
        `- ${countOf(sections.length, "section")}, ${countOf(evidence.pieces, "piece")} (fingerprint ${evidence.fingerprint}): ${about}${formatCount(promptTokens)} tokens sent, at most ${formatCount(mostReply)} back`,
    ),
    `Tokens: ${about}${formatCount(tokens.prompt)} in prompts, at most ${formatCount(tokens.mostReply)} in replies.`,
    "A call that fails in passing, or whose reply is out of form, is made again.",
    cost === null
      ? "Cost: unknown (set model.prices in charm.yaml)."
      : `Cost: at most ${cost.most.toFixed(4)} ${cost.currency}.`,
    "",
  ].join("\n");
}
