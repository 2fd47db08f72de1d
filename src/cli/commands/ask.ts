// Declares `charm ask`: its arguments and options, and the request they make.
import type { Command } from "commander";
import { CharmError } from "../../errors.ts";
import type { Handlers } from "../requests.ts";
import { readCommonOptions } from "./common-options.ts";

const example = 'charm ask "What qualifications must our registered manager hold?"';

export function addAsk(program: Command, handle: Handlers["ask"]): void {
  program
    .command("ask")
    .summary("answer questions, with page and paragraph")
    .description(
      "Answers questions from the library; several questions make one report. " +
        "The library is brought up to date with the corpus first.",
    )
    .argument("<question...>", "each in quotes; - reads them from standard input, one a line")
    .option("-o, --output <file>", "write the report to a file, all of it or nothing")
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (questions: string[], flags: { output?: string }, command: Command) => {
      if (questions.some((question) => question.trim() === "")) {
        throw new CharmError("question-empty", "A question is empty.", {
          hint: `For example:  ${example}`,
        });
      }
      const output = flags.output ?? null;
      if (output === "-" || output === "") {
        throw new CharmError("output-unnamed", "--output takes the name of a file.", {
          hint: "Without it the report goes to standard output.",
        });
      }
      await handle({ ...readCommonOptions(command), questions, output });
    });
}
