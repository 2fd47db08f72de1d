// Declares `charm init`: what it can set up, and the request that makes.
import { Argument, type Command } from "commander";
import type { Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";

const example = "charm init home -o homes/elm/home.yaml";

export function addInit(program: Command, handle: Handlers["initHome"]): void {
  program
    .command("init")
    .summary("write a file that charm works with: the facts of a home")
    .description(
      "Asks for the facts of a home and writes them to a file; what is left empty becomes TBC. Without a terminal it " +
        "writes a file to fill in. A file that is there is never overwritten.",
    )
    .addArgument(new Argument("<what>", "what to write: the facts of a home").choices(["home"]))
    .option("-o, --output <file>", "the file", "home.yaml")
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (_what: string, { output }: { readonly output: string }, command: Command) => {
      if (output.trim() === "")
        throw emptyArgument("file-unnamed", "The name of a file is empty.", example);
      return handle({ ...readCommonOptions(command), output });
    });
}
