// Declares `charm index`: its arguments and options, and the request they make.
import type { Command } from "commander";
import type { Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";

export function addIndex(program: Command, handle: Handlers["index"]): void {
  program
    .command("index")
    .summary("bring the library up to date with the corpus")
    .description(
      "Brings the library up to date with the corpus. Unchanged files cost nothing; a file that cannot be read " +
        "is reported, and the others are indexed.",
    )
    .argument("[paths...]", "files or folders of the corpus to look at (default: all of it)")
    .option("--rebuild", "read every file again, changed or not")
    .action(async (paths: string[], flags: { rebuild?: boolean }, command: Command) => {
      if (paths.some((path) => path.trim() === ""))
        throw emptyArgument("path-unnamed", "The name of a path is empty.", "charm index own/");
      await handle({ ...readCommonOptions(command), paths, rebuild: flags.rebuild ?? false });
    });
}
