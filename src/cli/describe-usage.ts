// Takes what a language model used in a run; gives it as one sentence.
import type { RunUsage } from "../language-model/spending.ts";
import { countOf, formatCount } from "./format.ts";

/** `Used 5,210 tokens in the prompt and 812 in replies, 1 call, 0.0034 USD.` */
export function describeUsage(usage: RunUsage): string {
  const { calls, cached, promptTokens, completionTokens, cost, currency, reported } = usage;
  if (calls === 0) {
    const from = cached === 0 ? "" : `: ${countOf(cached, "answer")} from the cache`;
    return `Nothing was sent${from}.`;
  }
  const about = reported ? "" : "about ";
  const parts = [
    `${about}${countOf(promptTokens, "token")} in prompts and ${formatCount(completionTokens)} in replies`,
    countOf(calls, "call"),
    ...(cached === 0 ? [] : [`${formatCount(cached)} from the cache`]),
    ...(cost === null ? [] : [`${cost.toFixed(4)} ${currency ?? ""}`.trim()]),
  ];
  return `Used ${parts.join(", ")}.`;
}
