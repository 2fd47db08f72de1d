// Declares `charm doctor`: the request it makes.
import type { Command } from "commander";
import type { Handlers } from "../requests.ts";
import { readCommonOptions } from "./common-options.ts";

export function addDoctor(program: Command, handle: Handlers["doctor"]): void {
  program
    .command("doctor")
    .summary("look whether charm and what it works with are in order")
    .description(
      "Looks at Node, the native modules, the models, the settings and where each comes from, the corpus, the library, " +
        "the endpoint of a model where one is configured, and LibreOffice; and says what to do about what is not in " +
        "order. Nothing is written. An endpoint is asked for the names of its models, and nothing else.",
    )
    .addHelpText("after", "\nExample:\n  charm doctor --json")
    .action(async (_flags: unknown, command: Command) => handle(readCommonOptions(command)));
}
