// Declares `charm gap`: its arguments and options, and the request they make.
import type { Command } from "commander";
import { CharmError } from "../../errors.ts";
import type { Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";

interface GapFlags {
  readonly against?: string[];
  readonly list?: boolean;
  readonly output?: string;
  readonly since?: string;
  readonly lock?: boolean;
}

const example = "charm gap schedule-1 --against statement-of-purpose.docx";

export function addGap(program: Command, handle: Handlers["gap"]): void {
  program
    .command("gap")
    .summary("which requirement is met where in a home's documents, and what is missing")
    .description(
      "Holds a set of requirements against a home's own documents: what each asks for, word for word from the " +
        "library, where it is met, what is missing, what is left blank and what contradicts what. A set is one " +
        "that charm comes with, or the path of a YAML file. The library is brought up to date with the corpus first.",
    )
    .argument("[set]", "name of a set (see --list), or path of a YAML file")
    .option(
      "--against <file...>",
      "the home's documents: files and folders, in the corpus or not (default: own documents of the corpus)",
    )
    .option("--list", "the sets of requirements")
    .option(
      "-o, --output <file>",
      "write the matrix to a file: .md, .docx, .html, .csv, .xlsx or .json",
    )
    .option("--since <file>", "only rows whose verdict differs from an earlier matrix in JSON")
    .option("--lock", "note beside the documents what they rest on, for charm status")
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (set: string | undefined, flags: GapFlags, command: Command) => {
      const { against = [], list = false, lock = false } = flags;
      const common = readCommonOptions(command);
      if (list)
        return handle({
          ...common,
          set: null,
          against: [],
          output: null,
          since: null,
          lock: false,
        });
      if (set === undefined || set.trim() === "")
        throw emptyArgument("set-unnamed", "No set of requirements is named.", example);
      if (against.some((file) => file.trim() === "")) {
        throw new CharmError("against-nothing", "--against names no document.", {
          hint: `Give the files or folders of a home:  charm gap ${set} --against policies`,
        });
      }
      const { output = null, since = null } = flags;
      if (output?.trim() === "" || since?.trim() === "")
        throw emptyArgument("file-unnamed", "The name of a file is empty.", example);
      return handle({ ...common, set, against, output, since, lock });
    });
}
