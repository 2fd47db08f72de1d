// Declares `charm diff`: its arguments and options, and the request they make.
import type { Command } from "commander";
import { CharmError } from "../../errors.ts";
import type { Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";

interface DiffFlags {
  readonly against?: string[];
  readonly output?: string;
  readonly exitCode?: boolean;
}

const example = "charm diff Guide_2015.pdf Guide_2026.pdf --against reports policies";

export function addDiff(program: Command, handle: Handlers["diff"]): void {
  program
    .command("diff")
    .summary("what changed between two editions of a document, provision by provision")
    .description(
      "Compares two editions: what was added, removed, reworded, renumbered or moved, with changes of duty (must, " +
        "should, may), numbers, times and references marked. How a page is laid out makes no difference. Ends with " +
        "the reports, own documents and rows of requirements that cite what changed. No library is needed for files.",
    )
    .argument("<old>", "the older edition: a file, or the name of a document of the library")
    .argument("<new>", "the newer edition")
    .option(
      "--against <path...>",
      "reports and own documents that may cite it: files and folders (default: own documents of the corpus)",
    )
    .option("-o, --output <file>", "write it to a file: .md or .json")
    .option("--exit-code", "end with 4 where there is a change")
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (old: string, now: string, flags: DiffFlags, command: Command) => {
      const { against = [], output = null, exitCode = false } = flags;
      if (old.trim() === "" || now.trim() === "")
        throw emptyArgument("edition-unnamed", "The name of an edition is empty.", example);
      if (against.some((path) => path.trim() === "")) {
        throw new CharmError("against-nothing", "--against names no document.", {
          hint: `Give files or folders:  ${example}`,
        });
      }
      if (output?.trim() === "")
        throw emptyArgument("file-unnamed", "The name of a file is empty.", example);
      return handle({ ...readCommonOptions(command), old, new: now, against, output, exitCode });
    });
}
