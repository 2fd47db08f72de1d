// Declares `charm refresh`: its arguments and options, and the request they make.
import type { Command } from "commander";
import type { Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";

interface RefreshFlags {
  readonly output?: string;
}

const example = "charm refresh reports/ -o note.md";

export function addRefresh(program: Command, handle: Handlers["refresh"]): void {
  program
    .command("refresh")
    .summary("bring stale reports up to date, and nothing else")
    .description(
      "Sets right the pages of what moved, answers again the questions whose provisions changed, and leaves all else " +
        "as it is. A report that was edited by hand is never written over: the new text stands beside it as " +
        "REPORT.new. Prints a note of what changed, for a pull request. The library is brought up to date with the " +
        "corpus first.",
    )
    .argument("[paths...]", "reports, or folders of them (default: here)")
    .option("-o, --output <file>", "write the note to a file, where there is anything to note")
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (paths: string[], flags: RefreshFlags, command: Command) => {
      const { output = null } = flags;
      if (paths.some((path) => path.trim() === "") || output?.trim() === "")
        throw emptyArgument("path-unnamed", "The name of a path is empty.", example);
      await handle({ ...readCommonOptions(command), paths, output });
    });
}
