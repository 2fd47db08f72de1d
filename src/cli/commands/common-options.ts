// Takes a parsed command; gives what the options that every command has say; and what all commands say of an empty argument.
import type { Command } from "commander";
import { CharmError } from "../../errors.ts";
import type { SaidByFlags } from "../../settings/resolve-settings.ts";
import { isDay } from "../../text/is-day.ts";
import type { CommonRequest } from "../requests.ts";

/** What the options say; those not given are left out. */
interface CommonFlags extends Pick<
  SaidByFlags,
  "corpus" | "index" | "offline" | "home" | "allHomes" | "asAt"
> {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** An argument that says nothing, told with an example of one that does. */
export function emptyArgument(code: string, message: string, example: string): CharmError {
  return new CharmError(code, message, { hint: `For example:  ${example}` });
}

/** A flag that is not given leaves its setting open, so that the environment and charm.yaml are heard. */
export function readCommonOptions(command: Command): CommonRequest {
  refuseEmpty(command);
  const flags = command.optsWithGlobals<CommonFlags>();
  const { corpus, index, offline, home, allHomes, asAt, json = false, quiet = false } = flags;
  if (asAt !== undefined && !isDay(asAt))
    throw emptyArgument(
      "as-at-no-day",
      `--as-at “${asAt}” is no day.`,
      "charm ask --as-at 2024-06-30 …",
    );
  return { settings: { corpus, index, offline, home, allHomes, asAt }, json, quiet };
}

/** An empty value is a script's variable that was not set: to go on without it would be to do something else. */
function refuseEmpty(command: Command): void {
  for (let at: Command | null = command; at !== null; at = at.parent) {
    for (const option of at.options) {
      const value: unknown = at.getOptionValue(option.attributeName());
      const values: unknown[] = Array.isArray(value) ? value : [value];
      if (!values.some((one) => typeof one === "string" && one.trim() === "")) continue;
      throw new CharmError("option-empty", `${option.long ?? option.flags} is empty.`, {
        hint: "Say what it is to be, or leave it out.",
      });
    }
  }
}

/** Declared by the commands that choose between editions. */
export const asAtOption = [
  "--as-at <date>",
  "by the editions that were in force on this day (YYYY-MM-DD), not today",
] as const;
