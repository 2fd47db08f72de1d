// Declares `charm check`: its arguments and options, and the request they make.
import { Option, type Command } from "commander";
import { checkedKinds, type CheckedKind } from "../../check/document-kind.ts";
import { checkFormats, type CheckFormat, type Handlers } from "../requests.ts";
import { asAtOption, emptyArgument, readCommonOptions } from "./common-options.ts";
import { refuseTogether } from "./refuse-together.ts";

interface CheckFlags {
  readonly fix?: boolean;
  readonly as?: CheckedKind;
  readonly output?: string;
  readonly format?: CheckFormat;
  readonly lock?: boolean;
}

const example = "charm check report.md";

export function addCheck(program: Command, handle: Handlers["check"]): void {
  program
    .command("check")
    .summary("verify the citations of reports against the library")
    .description(
      "Verifies reports, charm's own or anyone's: quotes, pages, references, what must and what should be done and " +
        "by whom. Of a policy, what it says of law and guidance, copies of them, and what is still to be filled in. " +
        "Files are Word, PDF, Markdown, text and whatever else charm reads. The library is brought up to date with " +
        "the corpus first.",
    )
    .argument("<report.md...>", "files or folders to check")
    .addOption(
      new Option("--as <kind>", "what the files are, instead of what each is by its form").choices(
        checkedKinds,
      ),
    )
    .option("-o, --output <file>", "write a Word file anew with a comment at each finding")
    .addOption(
      new Option(
        "--format <form>",
        "how to print what is found: to be read, or as annotations and job summary of GitHub Actions",
      )
        .choices(checkFormats)
        .default("text"),
    )
    .option(
      "--fix",
      "mend what is certain in reports: repeated sources, a page that an exact paragraph proves wrong",
    )
    .option(...asAtOption)
    .option("--lock", "note beside policies what they refer to, for charm status")
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (files: string[], flags: CheckFlags, command: Command) => {
      if (files.some((file) => file.trim() === "")) {
        throw emptyArgument("report-unnamed", "The name of a report is empty.", example);
      }
      const { fix = false, as = null, output = null, format = "text", lock = false } = flags;
      const common = readCommonOptions(command);
      refuseTogether(common.json && format === "github", ["--json", "--format github"], example);
      refuseTogether(fix && output !== null, ["--fix", "--output"], example);
      await handle({ ...common, files, format, options: { fix, as, output, lock } });
    });
}
