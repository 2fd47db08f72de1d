// Takes one handler a command; gives the parser that turns an argument list into a call of one of them.
import { Command } from "commander";
import { addAsk } from "./commands/ask.ts";
import { addBatch } from "./commands/batch.ts";
import { addCheck } from "./commands/check.ts";
import { addDraft } from "./commands/draft.ts";
import { addCompletion } from "./commands/completion.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addDiff } from "./commands/diff.ts";
import { addDigest } from "./commands/digest.ts";
import { addEval } from "./commands/eval.ts";
import { addExport } from "./commands/export.ts";
import { addIndex } from "./commands/index-corpus.ts";
import { addGap } from "./commands/gap.ts";
import { addInit } from "./commands/init.ts";
import { addMcp } from "./commands/mcp.ts";
import { addRefresh } from "./commands/refresh.ts";
import { addSearch } from "./commands/search.ts";
import { addSession } from "./commands/session.ts";
import { addShow } from "./commands/show.ts";
import { addSources } from "./commands/sources.ts";
import { addStatus } from "./commands/status.ts";
import { CharmError } from "../errors.ts";
import { nearestWord } from "../settings/nearest-word.ts";
import type { Handlers } from "./requests.ts";

const examples = [
  "charm init",
  'charm ask "What qualifications must our registered manager hold?"',
  'charm show "reg 28(2)(c)"',
  "charm check report.md",
];

export interface ProgramOptions {
  readonly handlers: Handlers;
  readonly version: string;
  /** Columns that help is wrapped to. */
  readonly width: number;
  /** Takes help and version, which are results. */
  readonly writeOut: (text: string) => void;
  /** Takes the help that is shown when no command is named. */
  readonly writeErr: (text: string) => void;
}

/** Throws CommanderError for help, version and wrong usage alike, and never ends the process. */
export function createProgram(options: ProgramOptions): Command {
  const { handlers, width, writeErr, writeOut } = options;
  // Commands made by program.command() take over these settings; those attached by addCommand() would not.
  const program = new Command("charm")
    .description(
      "Answers questions about running children's homes in England from the documents that govern them, " +
        "every sentence cited to its page.",
    )
    .version(options.version, "-V, --version", "show the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .option("--corpus <dir>", "folder of the documents (default: corpus)")
    .option("--index <uri>", "where the library is: a folder or any LanceDB URI (default: index)")
    .option("--home <name>", "only this home's own documents, of the homes in charm.yaml")
    .option("--all-homes", "own documents of all homes")
    .option("--json", "results as JSON")
    .option("--quiet", "no progress and no notes")
    .option("--offline", "open no network connection")
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false, helpWidth: width })
    .configureOutput({
      writeOut,
      writeErr,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      // The message comes with the error that is thrown, and is shown where all failures are.
      outputError: () => {},
    })
    .showSuggestionAfterError(true)
    .addHelpText("after", `\nExamples:\n${examples.map((one) => `  ${one}`).join("\n")}`)
    .exitOverride();
  addIndex(program, handlers.index);
  addAsk(program, handlers.ask);
  addSearch(program, handlers.search);
  addShow(program, handlers.show);
  addCheck(program, handlers.check);
  addGap(program, handlers.gap);
  addDraft(program, handlers.draft);
  addBatch(program, handlers.batch);
  addInit(program, handlers);
  addExport(program, handlers.export);
  addDiff(program, handlers.diff);
  addDigest(program, handlers.digest);
  addStatus(program, handlers.status);
  addRefresh(program, handlers.refresh);
  addSources(program, handlers.sources);
  addEval(program, handlers.eval);
  addMcp(program, handlers.mcp);
  addSession(program, handlers.session);
  addDoctor(program, handlers.doctor);
  addCompletion(program, writeOut);
  return program;
}

/**
 * Of `charm help` with a word that is no command, commander shows the help of all and does not say why.
 * @throws CharmError `command-unknown`
 */
export function refuseUnknownHelp(program: Command, [first, name]: readonly string[]): void {
  if (first !== "help" || name === undefined || name.startsWith("-")) return;
  const names = [...program.commands.map((command) => command.name()), "help"];
  if (names.includes(name)) return;
  const near = nearestWord(name, names);
  throw new CharmError("command-unknown", `There is no command “${name}”.`, {
    hint: `${near === null ? "" : `Did you mean ${near}?\n`}See: charm --help`,
  });
}
