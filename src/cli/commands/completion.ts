// Declares `charm completion`: the request it makes.
import { Argument, type Command } from "commander";
import { shells, writeCompletion, type Shell } from "../completion.ts";

/** @param writeOut takes the script, as it does help */
export function addCompletion(program: Command, writeOut: (text: string) => void): void {
  program
    .command("completion")
    .summary("print a script by which a shell completes charm's commands")
    .description(
      "Prints a script by which a shell completes commands, options and their choices (docs/install.md says where to " +
        "put it).",
    )
    .addArgument(new Argument("<shell>", "the shell").choices(shells))
    .addHelpText("after", "\nExample:\n  charm completion bash")
    .action((shell: Shell) => writeOut(writeCompletion(program, shell)));
}
