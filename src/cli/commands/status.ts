// Declares `charm status`: its arguments and options, and the request they make.
import { InvalidArgumentError, Option, type Command } from "commander";
import { isDay } from "../../text/is-day.ts";
import { checkFormats, type CheckFormat, type Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";
import { refuseTogether } from "./refuse-together.ts";

interface StatusFlags {
  readonly format?: CheckFormat;
  readonly today?: string;
}

const example = "charm status reports/ policies/";

export function addStatus(program: Command, handle: Handlers["status"]): void {
  program
    .command("status")
    .summary("which reports and policies are stale, and what falls due")
    .description(
      "Compares what reports and policies rested on when they were written (charm.lock.json) with the library as it " +
        "is now: what is fresh, moved to another page, changed, gone or superseded. Apart from that, what is due by " +
        "its date. The library is brought up to date with the corpus first.",
    )
    .argument("[paths...]", "reports, policies, or folders of them (default: here)")
    .addOption(
      new Option(
        "--format <form>",
        "how to print it: to be read, or as annotations and job summary of GitHub Actions",
      )
        .choices(checkFormats)
        .default("text"),
    )
    .option("--today <date>", "day that dates are held against (default: today)", readDay)
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (paths: string[], flags: StatusFlags, command: Command) => {
      if (paths.some((path) => path.trim() === ""))
        throw emptyArgument("path-unnamed", "The name of a path is empty.", example);
      const { format = "text", today = null } = flags;
      const common = readCommonOptions(command);
      refuseTogether(common.json && format === "github", ["--json", "--format github"], example);
      await handle({ ...common, paths, format, today });
    });
}

function readDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError("It takes a day as 2026-03-31.");
  return text;
}
