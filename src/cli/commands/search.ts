// Declares `charm search`: its arguments and options, and the request they make.
import { InvalidArgumentError, type Command } from "commander";
import { authorities as allAuthorities, type Authority } from "../../document.ts";
import type { Handlers } from "../requests.ts";
import { asAtOption, emptyArgument, readCommonOptions } from "./common-options.ts";
import { readWhole } from "./read-number.ts";

const example = 'charm search "registered manager absence" -k 5';
const mostResults = 1000;

interface SearchFlags {
  readonly k: number;
  readonly explain?: boolean;
  readonly document: readonly string[];
  readonly authority: readonly Authority[];
}

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
    .option(
      "--document <name>",
      "only this document: short name, file, or part of it; may be repeated",
      (name: string, before: readonly string[]) => [...before, name],
      [],
    )
    .option(
      "--authority <kind>",
      `only documents of this authority (${allAuthorities.join(", ")}); may be repeated`,
      collectAuthority,
      [],
    )
    .option("--explain", "say how each score came about")
    .option(...asAtOption)
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (query: string, flags: SearchFlags, command: Command) => {
      if (query.trim() === "") {
        throw emptyArgument("query-empty", "The query is empty.", example);
      }
      const { k, explain = false, document: documents, authority: authorities } = flags;
      const options = { k, explain, documents, authorities };
      await handle({ ...readCommonOptions(command), query, options });
    });
}

function collectAuthority(kind: string, before: readonly Authority[]): Authority[] {
  const found = allAuthorities.find((authority) => authority === kind);
  if (found !== undefined) return [...before, found];
  throw new InvalidArgumentError(`Allowed choices are ${allAuthorities.join(", ")}.`);
}
