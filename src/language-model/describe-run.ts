// Takes what goes on during a run, and what it used; gives a line for a person.
import type { ModelEvent } from "./chat.ts";
import type { RunUsage } from "./spending.ts";

/** Null for what is not worth a line of its own. */
export function describeModelEvent(event: ModelEvent): string | null {
  switch (event.kind) {
    case "calling":
      return `Asking ${event.model} (${event.promptTokens} tokens).`;
    case "waiting":
      return `Waiting ${event.seconds.toFixed(1)} s: ${event.why}.`;
    case "without":
      return `Going on without ${event.what}.`;
    case "cached":
      return "Answered from the cache.";
    case "trimmed":
      return `${event.passages} passages were too many for the model's window; asking again with fewer.`;
    case "revising":
      return event.statements === 1
        ? "1 statement was found wanting and is sent back."
        : `${event.statements} statements were found wanting and are sent back.`;
    default:
      return null;
  }
}

/** "scripted-1: 2 calls, 1 from the cache, 5120 tokens read, 810 written, 0.0034 USD." */
export function describeUsage(model: string, usage: RunUsage): string {
  const { calls, cached, promptTokens, completionTokens, cost, currency, reported } = usage;
  const parts = [`${calls} ${calls === 1 ? "call" : "calls"}`];
  if (cached > 0) parts.push(`${cached} from the cache`);
  if (calls > 0) {
    const about = reported ? "" : "about ";
    parts.push(`${about}${promptTokens} tokens read`, `${completionTokens} written`);
    if (cost !== null) parts.push(`${about}${cost.toFixed(4)} ${currency ?? ""}`.trim());
  }
  return `${model}: ${parts.join(", ")}.`;
}
