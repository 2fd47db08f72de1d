// Declares `charm show`: its arguments and options, and the request they make.
import type { Command } from "commander";
import { CharmError } from "../../errors.ts";
import type { Handlers } from "../requests.ts";
import { asAtOption, readCommonOptions } from "./common-options.ts";

const examples = [
  'charm show "reg 28(2)(c)" "Guide 10.13"',
  'charm show "Schedule 1 paragraph 19"',
  "charm show --tree Guide",
  "charm show --left-out own/Missing_policy.pdf",
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
    .option(...asAtOption)
    .addHelpText("after", `\nExamples:\n${examples.map((example) => `  ${example}`).join("\n")}`)
    .action(async (references: string[], flags: Flags, command: Command) => {
      const { tree = null, leftOut = null } = flags;
      checkReferences(references, tree, leftOut);
      await handle({ ...readCommonOptions(command), references, tree, leftOut });
    });
}

interface Flags {
  readonly tree?: string;
  readonly leftOut?: string;
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
