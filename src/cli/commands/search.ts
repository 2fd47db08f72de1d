// Declares `charm search`: its arguments and options, and the request they make.
import type { Command } from "commander";
import { CharmError } from "../../errors.ts";
import type { Handlers } from "../requests.ts";
import { readCommonOptions } from "./common-options.ts";
import { readWhole } from "./read-number.ts";

const example = 'charm search "registered manager absence" -k 5';
const mostResults = 1000;

export function addSearch(program: Command, handle: Handlers["search"]): void {
  program
    .command("search")
    .summary("list the passages that bear on a query")
    .description(
      "Lists the passages that bear on a query, best first, with page and locator. " +
        "The library is brought up to date with the corpus first.",
    )
    .argument("<query>", "words to look for, in quotes")
    .option("-k <number>", `how many passages, 1 to ${mostResults}`, readWhole(1, mostResults), 10)
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (query: string, flags: { k: number }, command: Command) => {
      if (query.trim() === "") {
        throw new CharmError("query-empty", "The query is empty.", {
          hint: `For example:  ${example}`,
        });
      }
      await handle({ ...readCommonOptions(command), query, k: flags.k });
    });
}
