// Declares `charm draft`: its arguments and options, and the request they make.
import type { Command } from "commander";
import { CharmError } from "../../errors.ts";
import { isDay } from "../../text/is-day.ts";
import type { DraftRequest, Handlers } from "../requests.ts";
import { emptyArgument, readCommonOptions } from "./common-options.ts";
import { addModelOptions } from "./model-options.ts";

type Language = DraftRequest["language"];

interface DraftFlags extends Language {
  readonly model?: string;
  readonly dryRun?: boolean;
  readonly facts?: string;
  readonly date?: string;
  readonly list?: boolean;
  readonly output?: string;
}

const example = 'charm draft missing --home "Elm House" -o missing.md';

export function addDraft(program: Command, handle: Handlers["draft"]): void {
  const command = program
    .command("draft")
    .summary(
      "a draft of a home's policy or report: what it must say, and what the home says already",
    )
    .description(
      "Drafts a document of a home: each requirement quoted with its place, what the home's own documents and facts " +
        "say of it, quoted as well, and a place to complete for all else. A pack is one that charm comes with, one " +
        "in the folder packs beside charm.yaml, or the path of a YAML file. With a language model each section " +
        "begins with connecting text, each sentence verified. The library is brought up to date with the corpus first.",
    )
    .argument("[pack]", "name of a pack (see --list), or path of a YAML file")
    .option("--facts <file>", "facts of a home that is not in charm.yaml (home.yaml)")
    .option("--date <day>", "date of this version, as in 2026-03-01")
    .option("--list", "the packs")
    .option("-o, --output <file>", "write the draft to a file in Markdown");
  addModelOptions(command)
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (pack: string | undefined, flags: DraftFlags, called: Command) => {
      const { facts = null, date = null, output = null, list = false, ...more } = flags;
      const { model: name, dryRun = false, ...language } = more;
      const { settings, ...said } = readCommonOptions(called);
      const model = name === undefined ? {} : { model: { name } };
      const common = { ...said, settings: { ...settings, ...model }, dryRun, language };
      if (list) return handle({ ...common, pack: null, facts, date, output });
      if (pack === undefined || pack.trim() === "")
        throw emptyArgument("pack-unnamed", "No pack is named.", example);
      if (facts?.trim() === "" || output?.trim() === "")
        throw emptyArgument("file-unnamed", "The name of a file is empty.", example);
      if (date !== null && !isDay(date)) {
        throw new CharmError("date-invalid", `“${date}” is no day.`, {
          hint: "--date takes year, month and day: 2026-03-01.",
        });
      }
      return handle({ ...common, pack, facts, date, output });
    });
}
