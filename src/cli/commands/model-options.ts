// Declares the options of commands that a language model may write for.
import { Option, type Command } from "commander";
import { engineNames } from "../../language-model/choose-engine.ts";
import { readAmount, readWhole } from "./read-number.ts";

/** For answers and drafts that a language model writes (docs/models.md). */
export function addModelOptions(command: Command): Command {
  const engine = new Option(
    "--engine <name>",
    "what writes (default: openai with a model, else extractive)",
  );
  return command
    .addOption(engine.choices(engineNames))
    .option("--model <name>", "language model, as its endpoint calls it")
    .option("--dry-run", "show what a language model would be sent, and send nothing")
    .option("--frozen", "take replies from the cache alone")
    .option("--max-tokens <number>", "stop before so many tokens", readWhole(1, 1_000_000_000))
    .option(
      "--max-cost <amount>",
      "stop before such a cost, in the currency of charm.yaml",
      readAmount,
    );
}
