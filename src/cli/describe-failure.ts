// Takes whatever was thrown; gives what the user is told and the exit code: the one place where the two are decided.
import { inspect } from "node:util";
import { CommanderError } from "commander";
import { CharmError, exitCodes, messageOf } from "../errors.ts";
import type { OutputStream } from "./io.ts";
import { sanitise } from "../text/sanitise.ts";

export interface FailureContext {
  /** The run was told to stop: whatever failed, failed because of that. */
  readonly interrupted: boolean;
  /** Command that was named, for the hint; null when none was. */
  readonly command: string | null;
  /** Stream that takes the text. */
  readonly colourful: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Failure {
  readonly exitCode: number;
  /** Ends with a line feed. */
  readonly text: string;
}

/** A stack is shown for unexpected failures only, and only when CHARM_DEBUG asks for it. */
export async function describeFailure(error: unknown, context: FailureContext): Promise<Failure> {
  const { createStyle } = await import("./terminal/style.ts");
  const style = createStyle(context.colourful, context.env);
  const tell = (exitCode: number, message: string, hint: string | null, detail = ""): Failure => {
    const lines = [`${style.red("error:")} ${sanitise(message)}`];
    if (hint) lines.push(sanitise(hint).replace(/^/gm, "  "));
    return { exitCode, text: `${lines.join("\n")}\n${detail}` };
  };
  if (context.interrupted || isAbort(error)) {
    const kept = context.command === "index" ? " What was indexed so far is kept." : "";
    return { exitCode: exitCodes.interrupted, text: `Interrupted.${kept}\n` };
  }
  if (error instanceof CommanderError) {
    const { message, hint } = explainUsage(error, context.command);
    return tell(exitCodes.usage, message, hint);
  }
  const debug = Boolean(context.env["CHARM_DEBUG"]);
  const detail = debug ? `${sanitise(inspect(error))}\n` : "";
  if (error instanceof CharmError) return tell(error.exitCode, error.message, error.hint, detail);
  const [message] = messageOf(error).split("\n");
  const hint = debug ? null : "This was not expected. Run with CHARM_DEBUG=1 for details.";
  return tell(exitCodes.unexpected, message || "Something went wrong.", hint, detail);
}

function isAbort(error: unknown): boolean {
  if (error instanceof CharmError) return error.exitCode === exitCodes.interrupted;
  return error instanceof Error && error.name === "AbortError";
}

/** commander's message has its suggestion on a line of its own. */
function explainUsage(
  error: CommanderError,
  command: string | null,
): { message: string; hint: string } {
  const [message = "", ...more] = error.message.replace(/^error: /, "").split("\n");
  const hints = more.map((line) => line.replace(/^\((.*)\)$/, "$1")).filter((line) => line !== "");
  if (error.code === "commander.excessArguments") {
    hints.push("Put words that belong together in quotes.");
  }
  const help = `charm ${command ? `${command} ` : ""}--help`;
  hints.push(`See: ${help}`);
  return { message: message.endsWith(".") ? message : `${message}.`, hint: hints.join("\n") };
}
