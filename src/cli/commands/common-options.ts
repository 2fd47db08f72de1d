// Takes a parsed command; gives what the options that every command has say.
import type { Command } from "commander";
import type { CommonRequest } from "../requests.ts";

/** A flag that is not given leaves its setting out, so that the environment and charm.yaml are heard. */
export function readCommonOptions(command: Command): CommonRequest {
  const flags = command.optsWithGlobals<{
    corpus?: string;
    index?: string;
    json?: boolean;
    quiet?: boolean;
    offline?: boolean;
  }>();
  return {
    settings: {
      ...(flags.corpus === undefined ? {} : { corpus: flags.corpus }),
      ...(flags.index === undefined ? {} : { index: flags.index }),
      ...(flags.offline === undefined ? {} : { offline: flags.offline }),
    },
    json: flags.json ?? false,
    quiet: flags.quiet ?? false,
  };
}
