// Declares `charm batch`: its arguments and options, and the request they make.
import type { Command } from "commander";
import type { BatchRequest, CommonRequest, Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";
import { readAmount, readWhole } from "./read-number.ts";

type BatchFlags = Partial<Omit<BatchRequest, keyof CommonRequest | "manifest">>;

const example = "charm batch homes.yaml --dry-run";

export function addBatch(program: Command, handle: Handlers["batch"]): void {
  program
    .command("batch")
    .summary("drafts and answers for many homes, from one list")
    .description(
      "Drafts documents and answers questions for many homes, as a manifest lists them (YAML or CSV; docs/batch.md), " +
        "each from that home's documents alone. Shows the plan and asks before it runs. What a stopped run has finished " +
        "is not made again. The library is brought up to date with the corpus first.",
    )
    .argument("<manifest>", "path of a .yaml or .csv file")
    .option("-y, --yes", "run without asking")
    .option("--dry-run", "show the plan, and run nothing")
    .option("-o, --output <folder>", "folder of all files, in place of the manifest's")
    .option("--force", "make every file anew, also those changed by hand")
    .option("--parallel <number>", "jobs at a time, 1 to 16", readWhole(1, 16))
    .option(
      "--max-jobs <number>",
      "most jobs of a manifest (default: 10000)",
      readWhole(1, 1_000_000),
    )
    .option("--max-tokens <number>", "stop before so many tokens", readWhole(1, 1_000_000_000))
    .option(
      "--max-cost <amount>",
      "stop before such a cost, in the currency of charm.yaml",
      readAmount,
    )
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (manifest: string, flags: BatchFlags, command: Command) => {
      const { output = null, parallel = null } = flags;
      if (manifest.trim() === "")
        throw emptyArgument("manifest-unnamed", "No manifest is named.", example);
      if (output?.trim() === "")
        throw emptyArgument("folder-unnamed", "The name of the folder is empty.", example);
      return handle({
        ...readCommonOptions(command),
        manifest,
        output,
        parallel,
        yes: flags.yes ?? false,
        dryRun: flags.dryRun ?? false,
        force: flags.force ?? false,
        maxJobs: flags.maxJobs ?? null,
        maxTokens: flags.maxTokens ?? null,
        maxCost: flags.maxCost ?? null,
      });
    });
}
