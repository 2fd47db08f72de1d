// Declares `charm mcp`: the request it makes.
import type { Command } from "commander";
import type { Handlers } from "../requests.ts";
import { readCommonOptions } from "./common-options.ts";

export function addMcp(program: Command, handle: Handlers["mcp"]): void {
  program
    .command("mcp")
    .summary("serve the library to other programs (Model Context Protocol)")
    .description(
      "Serves the library over standard input and output, for assistants and editors that speak the Model Context " +
        "Protocol. Its tools search, ask, show, check, list documents and hold requirements against own documents; " +
        "none writes, and none reads but the corpus. A client starts it and ends it (docs/mcp.md).",
    )
    .addHelpText("after", '\nExample:\n  charm mcp --home "Elm House" --offline')
    .action(async (_flags: unknown, command: Command) => handle(readCommonOptions(command)));
}
