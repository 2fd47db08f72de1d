// Takes the parser of the command line and docs/cli.md; gives the manual page of charm. No day stands in it, so that the
// same program always has the same page.
import { bold, escapeLine, escapeMarkdown, escapeUsage } from "./roff.mjs";

/**
 * @param {() => { program: import("commander").Command, written: string[] }} makeProgram gives a parser, and what it
 *   writes: examples stand in the help alone
 * @param {{ version: string, guide: string }} about version of the package, and the text of docs/cli.md
 * @returns {string}
 */
export function renderManPage(makeProgram, { version, guide }) {
  const { program } = makeProgram();
  const lines = [
    `.\\" Made by scripts/write-man.mjs from what charm --help says; change it there.`,
    `.TH CHARM 1 "" "charm ${escapeLine(version)}" "charm"`,
    ".SH NAME",
    `charm \\- ${escapeLine(lowerFirst(program.description()).replace(/\.$/, ""))}`,
    ".SH SYNOPSIS",
    escapeUsage("charm [options] [command]"),
    ".SH DESCRIPTION",
    escapeLine(program.description()),
    "Results go to standard output; progress, notes and failures go to standard error.",
    ".SH OPTIONS",
    "Every command takes these.",
    ...describeTerms(program, program.createHelp().visibleOptions(program)),
    ".SH COMMANDS",
    ...program.commands.flatMap((command) => describeCommand(command, [], makeProgram)),
    ".SH EXIT STATUS",
    ...listExitCodes(guide).flatMap(([code, meaning]) => [
      ".TP",
      bold(code),
      escapeMarkdown(meaning),
    ]),
    ".SH ENVIRONMENT",
    ...listSettings(guide).flatMap(([name, meaning]) => [
      ".TP",
      bold(name),
      escapeMarkdown(meaning),
    ]),
    ".SH FILES",
    ".TP",
    bold("charm.yaml"),
    "Settings of the folder that charm is started in.",
    ".TP",
    bold("corpus/sources.yaml"),
    "What charm is told of the documents.",
    ".SH EXAMPLES",
    ...listExamples([], makeProgram).flatMap(showExample),
  ];
  return `${lines.join("\n")}\n`;
}

function describeCommand(command, parents, makeProgram) {
  const help = command.createHelp();
  const path = [...parents, command.name()];
  const usage = help.commandUsage(command).replaceAll(/\s+/g, " ").trim();
  const examples = listExamples(path, makeProgram);
  return [
    `.SS "charm ${escapeLine(path.join(" "))}"`,
    escapeUsage(usage),
    ".PP",
    escapeLine(command.description()),
    ...describeTerms(command, help.visibleOptions(command)),
    ...(examples.length === 0 ? [] : [".PP", examples.length === 1 ? "Example:" : "Examples:"]),
    ...examples.flatMap(showExample),
    ...command.commands.flatMap((one) => describeCommand(one, path, makeProgram)),
  ];
}

/** Arguments and options, each with what it is. */
function describeTerms(command, options) {
  const help = command.createHelp();
  const terms = [
    ...help
      .visibleArguments(command)
      .map((one) => [`<${one.name()}>`, help.argumentDescription(one)]),
    ...options
      // The same for all, and said once.
      .filter((one) => command.parent === null || one.long !== "--help")
      .map((one) => [help.optionTerm(one), help.optionDescription(one)]),
  ];
  return terms.flatMap(([term, said]) => [".TP", escapeUsage(term), escapeLine(said)]);
}

/** What the help of a command ends with. */
function listExamples(path, makeProgram) {
  const { program, written } = makeProgram();
  const command = path.reduce(
    (at, name) => at.commands.find((one) => one.name() === name),
    program,
  );
  command.outputHelp();
  const [, examples = ""] = written.join("").split(/^Examples?:\n/m);
  return examples.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
}

function showExample(line) {
  return [".PP", ".RS 4", ".nf", escapeLine(line), ".fi", ".RE"];
}

/** Rows of the table of exit codes. */
function listExitCodes(guide) {
  return [...guide.matchAll(/^\| (\d+) +\| (.+?) +\|$/gm)].map(([, code, meaning]) => [
    code,
    meaning,
  ]);
}

/** Variables that stand beside flags, and those that stand nowhere else. */
function listSettings(guide) {
  const rows = guide.matchAll(/^\| `(--\w+)[^`]*` +\| `(\w+)[^`]*` +\|/gm);
  return [
    ...[...rows].map(([, flag, name]) => [name, `As \`${flag}\`.`]),
    ["OPENAI_API_KEY", "Key of the language model's endpoint, where it asks for one."],
    ["OPENAI_BASE_URL", "Root of the language model's endpoint."],
    ["NO_COLOR", "Turns colours off."],
  ];
}

function lowerFirst(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
