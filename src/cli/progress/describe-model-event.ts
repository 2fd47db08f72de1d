// Takes what goes on with a language model; gives a line of words, or null where there is nothing to say.
import type { ModelEvent, WindowSource } from "../../language-model/chat.ts";
import { countOf } from "../format.ts";
import { sanitiseLine } from "../../text/sanitise.ts";

export function describeModelEvent(event: ModelEvent): string | null {
  switch (event.kind) {
    case "calling":
      return `Asking ${sanitiseLine(event.model)} (${countOf(event.promptTokens, "token")})`;
    case "waiting":
      return `Waiting ${countOf(Math.ceil(event.seconds), "second")}: ${sanitiseLine(event.why)}`;
    case "without":
      return `Going on without ${sanitiseLine(event.what)}`;
    case "more-room":
      return `The reply found no room to end: asking again with ${countOf(event.tokens, "token")}`;
    case "left-out": {
      const { passages, window, source } = event;
      const left = passages === 0 ? "no passage" : countOf(passages, "passage");
      return `With a window of ${countOf(window, "token")} (${sources[source]}): ${left} left out`;
    }
    case "trimmed":
      return `The prompt was too long: ${countOf(event.passages, "passage")} left out`;
    case "revising":
      return `Sending ${countOf(event.statements, "statement")} back to be put right`;
    case "writing":
      return null;
  }
}

const sources: Readonly<Record<WindowSource, string>> = {
  server: "as its server says",
  settings: "model.context",
  known: "assumed of this model; model.context sets it",
  assumed: "assumed, since its server does not say; model.context sets it",
};
