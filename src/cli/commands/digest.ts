// Declares `charm digest`: its options, and the request they make.
import type { Command } from "commander";
import { CharmError } from "../../errors.ts";
import type { Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";

interface DigestFlags {
  readonly since?: string;
  readonly against?: string[];
  readonly output?: string;
}

const example = "charm digest --since 2026-01-31 -o update.md";

export function addDigest(program: Command, handle: Handlers["digest"]): void {
  program
    .command("digest")
    .summary("what changed since a day, what to do about it, and what to talk over")
    .description(
      "Tells what changed in the corpus: by own document what it cites that changed, and why, and from when; by quality " +
        "standard what to discuss at a meeting of managers; and a fortnightly update. What is not known is said. The " +
        "library is brought up to date with the corpus first.",
    )
    .option(
      "--since <date|lock|folder>",
      "a day (YYYY-MM-DD), a charm.lock.json, or the folder of an older copy of the corpus",
    )
    .option(
      "--against <path...>",
      "reports and own documents that may cite what changed (default: own documents of the corpus)",
    )
    .option("-o, --output <file>", "write it to a file: .md or .json")
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (flags: DigestFlags, command: Command) => {
      const { since = "", against = [], output = null } = flags;
      if (since.trim() === "")
        throw emptyArgument("since-unnamed", "--since says since when.", example);
      if (against.some((path) => path.trim() === "")) {
        throw new CharmError("against-nothing", "--against names no document.", {
          hint: `Give files or folders:  ${example} --against policies`,
        });
      }
      if (output?.trim() === "")
        throw emptyArgument("file-unnamed", "The name of a file is empty.", example);
      return handle({ ...readCommonOptions(command), since, against, output });
    });
}
