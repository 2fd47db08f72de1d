// Declares `charm search`: its arguments and options, and the request they make.
import { InvalidArgumentError, type Command } from "commander";
import { CharmError } from "../../errors.ts";
import type { Handlers } from "../requests.ts";
import { readCommonOptions } from "./common-options.ts";

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
    .option("-k <number>", `how many passages, 1 to ${mostResults}`, readCount, 10)
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

function readCount(value: string): number {
  const count = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (count >= 1 && count <= mostResults) return count;
  throw new InvalidArgumentError(`A whole number from 1 to ${mostResults} is expected.`);
}
