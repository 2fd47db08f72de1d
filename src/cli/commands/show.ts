// Declares `charm show`: its arguments and options, and the request they make.
import type { Command } from "commander";
import { CharmError } from "../../errors.ts";
import type { Handlers, ShowRequest } from "../requests.ts";
import { asAtOption, readCommonOptions } from "./common-options.ts";
import { readWhole } from "./read-number.ts";

const examples = [
  'charm show "reg 28(2)(c)" "Guide 10.13"',
  'charm show "Schedule 1 paragraph 19"',
  "charm show --tree Guide",
  "charm show --left-out own/Missing_policy.pdf",
  "charm show Guide --page 53 -o page.png",
  'charm show "reg 28(2)(c)" --open',
];

export function addShow(program: Command, handle: Handlers["show"]): void {
  program
    .command("show")
    .summary("show the text of a provision, and where else it is mentioned")
    .description(
      "Shows what a reference means: the text of the provision with its page, where the library mentions it, and " +
        "what is wrong with a reference that leads nowhere. The library is brought up to date with the corpus first.",
    )
    .argument("[reference...]", "each in quotes, written as people write them")
    .option("--tree <document>", "show the outline of a document: short name, file, or part of it")
    .option(
      "--left-out <file>",
      "show what reading a file of the corpus leaves out, such as headers and text that cannot be seen",
    )
    .option(
      "--page <number>",
      "show this page of the document that is named",
      readWhole(1, 1_000_000),
    )
    .option("-o, --output <file>", "with --page: draw the page into this file (.png)")
    .option("--open", "open the PDF at its page in the program that the system has for it")
    .option(...asAtOption)
    .addHelpText("after", `\nExamples:\n${examples.map((example) => `  ${example}`).join("\n")}`)
    .action(async (references: string[], flags: Flags, command: Command) => {
      const { tree = null, leftOut = null, page = null, output = null, open = false } = flags;
      checkReferences(references, tree, leftOut);
      checkPage(references.length, { page, output, open }, tree !== null || leftOut !== null);
      const common = readCommonOptions(command);
      await handle({ ...common, references, tree, leftOut, page, output, open });
    });
}

interface Flags {
  readonly tree?: string;
  readonly leftOut?: string;
  readonly page?: number;
  readonly output?: string;
  readonly open?: boolean;
}

function checkPage(
  count: number,
  { page, output, open }: Pick<ShowRequest, "page" | "output" | "open">,
  isOther: boolean,
): void {
  const hint = `For example:\n${examples.slice(4).join("\n")}`;
  if (output?.trim() === "")
    throw new CharmError("file-unnamed", "The name of a file is empty.", { hint });
  if (page === null && output !== null)
    throw new CharmError("page-missing", "-o draws a page, and no --page is given.", { hint });
  if (page !== null && (count !== 1 || isOther))
    throw new CharmError("show-two-things", "--page takes one document.", { hint });
  if (open && (count !== 1 || isOther))
    throw new CharmError("show-two-things", "--open takes one reference.", { hint });
}

function checkReferences(
  references: readonly string[],
  tree: string | null,
  leftOut: string | null,
): void {
  const hint = `For example:\n${examples.join("\n")}`;
  const asked = [tree, leftOut].filter((one) => one !== null).length;
  if (asked > 0 && references.length + asked > 1) {
    const option = tree === null ? "--left-out takes one file" : "--tree takes one document";
    throw new CharmError("show-two-things", `${option} and no reference.`, { hint });
  }
  if (asked === 0 && references.length === 0) {
    throw new CharmError("reference-missing", "No reference is given.", { hint });
  }
  if ([...references, tree, leftOut].some((text) => text?.trim() === "")) {
    throw new CharmError("reference-empty", "A reference is empty.", { hint });
  }
}
