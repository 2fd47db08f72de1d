// Declares `charm sources` with list, check and pull, and the requests they make.
import type { Command } from "commander";
import type { Handlers } from "../requests.ts";
import { asAtOption, emptyArgument, readCommonOptions } from "./common-options.ts";

const example = "charm sources check guide-2015";

export function addSources(program: Command, handle: Handlers["sources"]): void {
  const sources = program
    .command("sources")
    .summary(
      "official documents: which are held, whether newer editions are known, and fetching them",
    )
    .description(
      "Official documents that charm knows of: law, guidance and the inspection framework, where each is published and " +
        "under which licence. Only check and pull open a connection, to the publishers alone.",
    )
    .addHelpText("after", `\nExamples:\n  charm sources list\n  ${example}`);
  sources
    .command("list")
    .description("Lists the catalogue, with what the library holds of it. Nobody is asked.")
    .addHelpText("after", "\nExample:\n  charm sources list")
    .action(async (_flags: unknown, command: Command) =>
      handle({ ...readCommonOptions(command), what: "list", ids: [], folder: null }),
    );
  sources
    .command("check")
    .description(
      "Asks the publishers whether newer editions are known: of pages of gov.uk what was changed when, in the " +
        "publisher's words; of legislation which effects are listed, in force or not, in the published text or not. " +
        "Ends with 4 where a newer edition is known. Nothing is fetched.",
    )
    .argument("[id...]", "documents of the catalogue (default: all that are held)")
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (ids: string[], _flags: unknown, command: Command) => {
      refuseEmpty(ids);
      await handle({ ...readCommonOptions(command), what: "check", ids, folder: null });
    });
  sources
    .command("pull")
    .description(
      "Fetches the newest edition of documents into the corpus, once it has been read to its end, and notes in " +
        "sources.yaml where it came from. An older edition stays where it is, superseded; nothing is replaced. A " +
        "download that was cut off is gone on with.",
    )
    .argument("<id...>", "documents of the catalogue")
    .option("--to <folder>", "folder below the corpus (default: the corpus itself)")
    .option(asAtOption[0], "of legislation the text as it stood on this day (YYYY-MM-DD)")
    .addHelpText("after", "\nExample:\n  charm sources pull chr-2015 guide-2015 --to law")
    .action(async (ids: string[], { to }: { readonly to?: string }, command: Command) => {
      refuseEmpty(ids);
      if (to?.trim() === "")
        throw emptyArgument("folder-unnamed", "The name of the folder is empty.", example);
      await handle({ ...readCommonOptions(command), what: "pull", ids, folder: to ?? null });
    });
}

function refuseEmpty(ids: readonly string[]): void {
  if (ids.some((id) => id.trim() === ""))
    throw emptyArgument("source-unnamed", "The id of a document is empty.", example);
}
