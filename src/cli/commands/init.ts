// Declares `charm init`: what it can set up, and the request that makes.
import { Argument, type Command } from "commander";
import type { Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";

const example = "charm init home -o homes/elm/home.yaml";

export function addInit(
  program: Command,
  handlers: Pick<Handlers, "initFolder" | "initHome">,
): void {
  program
    .command("init")
    .summary("set up a folder to work in, or write the facts of a home")
    .description(
      "Sets up a folder: a corpus, a sources.yaml that says what its documents are, and a charm.yaml with all settings " +
        "explained; an empty corpus gets a sample of charm's own writing. Or asks for the facts of a home and writes " +
        "them to a file; what is left empty becomes TBC, and without a terminal it writes a file to fill in. What is " +
        "there is never overwritten.",
    )
    .addArgument(
      new Argument("[what]", "what to set up: a folder, or the facts of a home")
        .choices(["folder", "home"])
        .default("folder"),
    )
    .option(
      "-o, --output <path>",
      "the folder (default: this one), or the file (default: home.yaml)",
    )
    .addHelpText("after", `\nExamples:\n  charm init\n  ${example}`)
    .action(async (what: string, { output }: { readonly output?: string }, command: Command) => {
      if (output?.trim() === "")
        throw emptyArgument("file-unnamed", "The name after --output is empty.", example);
      const common = readCommonOptions(command);
      return what === "home"
        ? handlers.initHome({ ...common, output: output ?? "home.yaml" })
        : handlers.initFolder({ ...common, output: output ?? "." });
    });
}
