// Declares `charm ask`: its arguments and options, and the request they make.
import { Option, type Command } from "commander";
import { CharmError } from "../../errors.ts";
import { unverifiedPolicies } from "../../language-model/model-options.ts";
import { unsaidOptions } from "../../api/options.ts";
import type { AnswerOptions } from "../../program/services.ts";
import type { Handlers } from "../requests.ts";
import { asAtOption, emptyArgument, readCommonOptions } from "./common-options.ts";
import { addModelOptions } from "./model-options.ts";
import { readWhole } from "./read-number.ts";

const example = 'charm ask "What qualifications must our registered manager hold?"';

/** What the options say; those not given are left out. */
interface AskFlags extends Partial<AnswerOptions> {
  readonly output?: string;
  readonly model?: string;
  readonly dryRun?: boolean;
  readonly lock?: boolean;
}

export function addAsk(program: Command, handle: Handlers["ask"]): void {
  const command = program
    .command("ask")
    .summary("answer questions, with page and paragraph")
    .description(
      "Answers questions from the library; several questions make one report. " +
        "The library is brought up to date with the corpus first.",
    )
    .argument("<question...>", "each in quotes; - reads them from standard input, one a line")
    .option(
      "-o, --output <file>",
      "write the report to a file, all of it or nothing: Markdown, or by .html a page with what it cites beside it",
    )
    .option("--no-lock", "do not note beside the report what it rests on (charm.lock.json)")
    .option("--brief", "the direct answer alone")
    .option("--write", "a language model writes the text that is asked for: a letter, an agenda")
    .option(
      "--max-words <number>",
      "at most so many words of answer, spent on the best first; statements stay whole, the first even beyond it",
      readWhole(1, 100_000),
    );
  const unverified = new Option(
    "--unverified <policy>",
    "statements that fail verification twice (default: drop)",
  );
  addModelOptions(command)
    .addOption(unverified.choices(unverifiedPolicies))
    .option(...asAtOption)
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (questions: string[], flags: AskFlags, called: Command) => {
      const { output = null, model: name, dryRun = false, lock = true, ...said } = flags;
      checkQuestions(questions, output);
      const { settings, ...common } = readCommonOptions(called);
      const model = name === undefined ? {} : { model: { name } };
      await handle({
        ...common,
        settings: { ...settings, ...model },
        questions,
        output,
        dryRun,
        lock,
        options: { ...unsaidOptions, ...said },
      });
    });
}

function checkQuestions(questions: readonly string[], output: string | null): void {
  if (questions.some((question) => question.trim() === "")) {
    throw emptyArgument("question-empty", "A question is empty.", example);
  }
  if (output === "-" || output === "") {
    throw new CharmError("output-unnamed", "--output takes the name of a file.", {
      hint: "Without it the report goes to standard output.",
    });
  }
}
