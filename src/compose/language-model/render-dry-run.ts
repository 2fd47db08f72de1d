// Takes dry runs of questions; gives them for a reader: the messages as they would be sent, and the numbers after them.
import type { WindowSource } from "../../language-model/chat.ts";
import type { DryCall, DryRun } from "./dry-run.ts";

const sources: Readonly<Record<WindowSource, string>> = {
  server: "as its server said",
  settings: "model.context",
  known: "assumed of this model",
  assumed: "assumed; the server is asked when it is called",
};

const purposes: Readonly<Record<DryCall["purpose"], string>> = {
  answer: "the answer",
  "more-room": "the answer again with more room, if its reply is cut off",
  revision: "statements sent back, if verification refuses some",
};

/** Several questions end with what all of them could cost. */
export function renderDryRuns(runs: readonly DryRun[]): string {
  const shown = runs.map(renderDryRun);
  if (runs.length > 1) {
    const calls = runs.reduce((sum, run) => sum + run.calls.length, 0);
    shown.push(
      `All ${runs.length} questions: ${runs.length} calls, at most ${calls}. ${sumCosts(runs)}\n`,
    );
  }
  return shown.join("\n");
}

function sumCosts(runs: readonly DryRun[]): string {
  const costs = runs.flatMap(({ cost }) => (cost === null ? [] : [cost]));
  const [first] = costs;
  if (first === undefined) return unknownCost;
  const most = costs.reduce((sum, cost) => sum + cost.most, 0);
  const usual = costs.reduce((sum, cost) => sum + cost.usual, 0);
  return sayCost({ usual, most, currency: first.currency });
}

const unknownCost = "Cost: unknown (set model.prices in charm.yaml).";

function sayCost({ usual, most, currency }: NonNullable<DryRun["cost"]>): string {
  return `Cost: at most ${usual.toFixed(4)} ${currency}, and ${most.toFixed(4)} ${currency} with every call.`;
}

function renderDryRun(run: DryRun): string {
  const { tokens, cost, evidence, calls, window, parameters, schema } = run;
  const messages = run.messages.map(({ role, content }) => `--- ${role} ---\n${content}\n`);
  const about = tokens.exact ? "" : "about ";
  const places = evidence.leftOutPlaces.join("; ");
  const left = evidence.leftOut === 0 ? "none" : `${evidence.leftOut} (${places})`;
  return [
    ...messages,
    "--- nothing was sent ---",
    `Model: ${run.model}. Prompt: ${run.prompt}.`,
    `Parameters: ${JSON.stringify(parameters)}`,
    schema === null
      ? "Schema: none; the reply is in lines."
      : `Schema “${schema.name}”: ${JSON.stringify(schema.schema)}`,
    `Window: ${window.tokens} tokens (${sources[window.source]}).`,
    `Evidence: ${evidence.pieces} pieces, fingerprint ${evidence.fingerprint}. Left out for room: ${left}.`,
    `Tokens: ${about}${tokens.prompt} in the prompt, at most ${tokens.mostReply} in the reply.`,
    `Calls: 1, at most ${calls.length}:`,
    ...calls.map(renderCall),
    "A call that fails in passing, or whose reply is out of form, is made again.",
    cost === null ? unknownCost : sayCost(cost),
    "",
  ].join("\n");
}

function renderCall({ purpose, promptTokens, mostReply }: DryCall): string {
  return `- ${purposes[purpose]}: ${promptTokens} tokens sent, at most ${mostReply} back`;
}
