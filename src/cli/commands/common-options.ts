// Takes a parsed command; gives what the options that every command has say; and what all commands say of an empty argument.
import type { Command } from "commander";
import { CharmError } from "../../errors.ts";
import type { PartialSettings } from "../../settings/parse-settings.ts";
import type { CommonRequest } from "../requests.ts";

/** What the options say; those not given are left out. */
interface CommonFlags extends Pick<PartialSettings, "corpus" | "index" | "offline"> {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** An argument that says nothing, told with an example of one that does. */
export function emptyArgument(code: string, message: string, example: string): CharmError {
  return new CharmError(code, message, { hint: `For example:  ${example}` });
}

/** A flag that is not given leaves its setting open, so that the environment and charm.yaml are heard. */
export function readCommonOptions(command: Command): CommonRequest {
  const flags = command.optsWithGlobals<CommonFlags>();
  const { corpus, index, offline, json = false, quiet = false } = flags;
  return { settings: { corpus, index, offline }, json, quiet };
}
