// Declares `charm eval`: its arguments and options, and the request they make.
import type { Command } from "commander";
import type { Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";

const example = "charm eval questions.csv --json > before.json";

interface Flags {
  readonly compare?: string;
  readonly make?: boolean;
}

export function addEval(program: Command, handle: Handlers["eval"]): void {
  program
    .command("eval")
    .summary("measure how much of the evidence for questions is found")
    .description(
      "Runs the questions of a file through the search and says where their evidence is found. " +
        "The library is brought up to date with the corpus first.",
    )
    .argument(
      "<questions>",
      "questions with the places of their evidence: a table (.csv, .xlsx), .jsonl, or BEIR's queries.jsonl",
    )
    .option("--compare <file>", "an earlier result (--json) to compare with, question by question")
    .option("--make", "write questions made from the documents' headings to a new table, to edit")
    .addHelpText("after", `\nExamples:\n  charm eval questions.csv --make\n  ${example}`)
    .action(async (questions: string, flags: Flags, command: Command) => {
      const { compare = null, make = false } = flags;
      if (questions.trim() === "" || compare === "")
        throw emptyArgument("questions-unnamed", "The name of a file is empty.", example);
      await handle({ ...readCommonOptions(command), questions, compare, make });
    });
}
