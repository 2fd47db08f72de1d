// Declares `charm show`: its arguments and options, and the request they make.
import type { Command } from "commander";
import { CharmError } from "../../errors.ts";
import type { Handlers } from "../requests.ts";
import { readCommonOptions } from "./common-options.ts";

const examples = [
  'charm show "reg 28(2)(c)" "Guide 10.13"',
  'charm show "Schedule 1 paragraph 19"',
  "charm show --tree Guide",
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
    .addHelpText("after", `\nExamples:\n${examples.map((example) => `  ${example}`).join("\n")}`)
    .action(async (references: string[], flags: { tree?: string }, command: Command) => {
      const tree = flags.tree ?? null;
      checkReferences(references, tree);
      await handle({ ...readCommonOptions(command), references, tree });
    });
}

function checkReferences(references: readonly string[], tree: string | null): void {
  const hint = `For example:\n${examples.join("\n")}`;
  if (tree !== null && references.length > 0) {
    throw new CharmError("show-two-things", "--tree takes one document and no reference.", {
      hint,
    });
  }
  if (tree === null && references.length === 0) {
    throw new CharmError("reference-missing", "No reference is given.", { hint });
  }
  if ([...references, tree].some((text) => text?.trim() === "")) {
    throw new CharmError("reference-empty", "A reference is empty.", { hint });
  }
}
