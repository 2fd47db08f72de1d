// Declares `charm session`: its options, and the request they make.
import type { Command } from "commander";
import { unsaidOptions } from "../../api/options.ts";
import type { Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";

const example = "charm session -o report.md";

interface Flags {
  readonly output?: string;
  readonly brief?: boolean;
  readonly model?: string;
}

export function addSession(program: Command, handle: Handlers["session"]): void {
  program
    .command("session")
    .summary("ask one question after the other, with what was asked before in mind")
    .description(
      "A prompt for questions: model and library stay loaded, and a question that goes on from the last one " +
        "(“and at night?”) is asked as a whole, which is shown. /help lists what else can be typed. Without a terminal " +
        "questions are read from standard input, one a line, and the report goes to standard output.",
    )
    .option("-o, --output <file>", "write everything asked to a report at the end (Markdown)")
    .option("--brief", "the direct answer alone")
    .option("--model <name>", "language model, as its endpoint calls it")
    .addHelpText("after", `\nExamples:\n  ${example}\n  charm session < questions.txt > report.md`)
    .action(async (flags: Flags, command: Command) => {
      const { output = null, brief = false, model: name } = flags;
      if (output?.trim() === "")
        throw emptyArgument("output-unnamed", "The name of the report is empty.", example);
      const { settings, ...common } = readCommonOptions(command);
      const model = name === undefined ? {} : { model: { name } };
      await handle({
        ...common,
        settings: { ...settings, ...model },
        output,
        options: { ...unsaidOptions, brief },
      });
    });
}
