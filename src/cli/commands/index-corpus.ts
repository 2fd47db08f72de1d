// Declares `charm index`: its arguments and options, and the request they make.
import type { Command } from "commander";
import type { Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";

const example = "charm index own/";

interface IndexFlags {
  readonly rebuild?: boolean;
  readonly ocr?: boolean;
}

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
    .option("--ocr", "read scanned pages too (OCR), with packages to be installed")
    .addHelpText(
      "after",
      `
Examples:
  charm index
  ${example}`,
    )
    .action(async (paths: string[], flags: IndexFlags, command: Command) => {
      if (paths.some((path) => path.trim() === ""))
        throw emptyArgument("path-unnamed", "The name of a path is empty.", example);
      const { rebuild = false, ocr = false } = flags;
      await handle({ ...readCommonOptions(command), paths, rebuild, ocr });
    });
}
