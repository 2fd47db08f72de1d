// Declares `charm export`: its arguments and options, and the request they make.
import type { Command } from "commander";
import type { Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";

interface ExportFlags {
  readonly output: string;
  readonly template?: string;
  readonly redline?: string;
  readonly number?: string;
  readonly documentVersion?: string;
  readonly reviewDate?: string;
}

const example = "charm export report.md -o report.docx";

const examples = [
  example,
  "charm export report.md -o report.html",
  'charm export policy.md -o policy.docx --template letterhead.docx --home "Elm House"',
  "charm export policy.md -o changes.docx --redline policy-2025.docx",
];

export function addExport(program: Command, handle: Handlers["export"]): void {
  program
    .command("export")
    .summary("write a report as Word file, web page or PDF")
    .description(
      "Writes a report in Markdown, as the other commands make them, as a Word file, a web page that is one file, or " +
        "a PDF (printed by LibreOffice, where that is installed). Citations become footnotes, or open the cited page with the quote marked.",
    )
    .argument("<report.md>", "the report")
    .requiredOption("-o, --output <file>", "the file to write: .docx, .html or .pdf")
    .option(
      "--template <file>",
      "a Word file with your headers, footers and styles; {{body}} marks the place",
    )
    .option(
      "--redline <file>",
      "an older version in Word: what differs from it is shown as tracked changes",
    )
    .option("--number <text>", "document number for the footer")
    .option("--document-version <text>", "version for the footer")
    .option("--review-date <text>", "review date for the footer")
    .addHelpText("after", `\nExamples:\n${examples.map((one) => `  ${one}`).join("\n")}`)
    .action(async (report: string, flags: ExportFlags, command: Command) => {
      const { output, template = null, redline = null } = flags;
      const { number = null, documentVersion = null, reviewDate = null } = flags;
      if ([report, output, template, redline].some((file) => file?.trim() === ""))
        throw emptyArgument("file-unnamed", "The name of a file is empty.", example);
      const control = {
        number: saidOf(number),
        version: saidOf(documentVersion),
        reviewDate: saidOf(reviewDate),
      };
      const common = readCommonOptions(command);
      await handle({ ...common, report, output, template, redline, control });
    });
}

function saidOf(text: string | null): string | null {
  const said = text?.trim() ?? "";
  return said === "" ? null : said;
}
