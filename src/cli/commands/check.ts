// Declares `charm check`: its arguments and options, and the request they make.
import type { Command } from "commander";
import type { Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";

const example = "charm check report.md";

export function addCheck(program: Command, handle: Handlers["check"]): void {
  program
    .command("check")
    .summary("verify the citations of reports against the library")
    .description(
      "Verifies reports in Markdown, charm's own or anyone's: quotes, pages, references, what must and what should " +
        "be done and by whom. The library is brought up to date with the corpus first.",
    )
    .argument("<report.md...>", "files to check")
    .option(
      "--fix",
      "mend what is certain: repeated sources, a page that an exact paragraph proves wrong",
    )
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (files: string[], flags: { fix?: boolean }, command: Command) => {
      if (files.some((file) => file.trim() === "")) {
        throw emptyArgument("report-unnamed", "The name of a report is empty.", example);
      }
      await handle({ ...readCommonOptions(command), files, fix: flags.fix ?? false });
    });
}
