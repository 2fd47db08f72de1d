// Takes the parser of the command line; gives a script by which a shell completes commands, options and their choices.
import type { Command, Option } from "commander";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

interface Known {
  readonly name: string;
  readonly about: string;
  /** What may stand after it; empty for anything, files first. */
  readonly choices: readonly string[];
  readonly options: readonly KnownOption[];
}

interface KnownOption {
  /** "--corpus", "-o". */
  readonly flags: readonly string[];
  readonly about: string;
  readonly choices: readonly string[];
  /** A value comes after it. */
  readonly takesValue: boolean;
}

export function writeCompletion(program: Command, shell: Shell): string {
  const commands = listCommands(program);
  switch (shell) {
    case "bash":
      return writeBash(commands);
    case "zsh":
      // It understands what bash is told.
      return `#compdef charm\nautoload -U +X bashcompinit && bashcompinit\n${writeBash(commands)}`;
    case "fish":
      return writeFish(commands);
  }
}

function listCommands(program: Command): Known[] {
  const common = program.options.map(toKnown);
  return program.commands.map((command) => ({
    name: command.name(),
    about: command.summary(),
    choices: command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
    options: [...command.options.map(toKnown), ...common],
  }));
}

function toKnown({ short, long, description, argChoices = [], required, optional }: Option) {
  const flags = [long, short].filter((flag): flag is string => typeof flag === "string");
  return { flags, about: description, choices: argChoices, takesValue: required || optional };
}

/** Where nothing is known of a word, the shell completes files. */
function writeBash(commands: readonly Known[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const options = commands.map(({ name, options: all, choices }) => {
    const flags = all.flatMap(({ flags: each }) => each);
    return `    ${name}) words="${[...choices, ...flags].join(" ")}" ;;`;
  });
  const values = commands.flatMap(({ name, options: all }) =>
    all
      .filter(({ takesValue }) => takesValue)
      .flatMap(({ flags, choices }) =>
        flags.map((flag) => `    "${name} ${flag}") words="${choices.join(" ")}"; value=1 ;;`),
      ),
  );
  return `# Completes charm's commands, options and their choices.
_charm() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" words="" value=""
  local word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " ${names} " in *" $word "*) command="$word"; break ;; esac
  done
  if [ -z "$command" ]; then
    COMPREPLY=($(compgen -W "${names}" -- "$current"))
    return
  fi
  case "$command $before" in
${values.join("\n")}
  esac
  if [ -z "$value" ]; then
    case "$command" in
${options.join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o bashdefault -o default -F _charm charm
`;
}

function writeFish(commands: readonly Known[]): string {
  const quote = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap(({ name, about, options, choices }) => [
    `complete -c charm -n __fish_use_subcommand -a ${name} -d ${quote(about)}`,
    ...choices.map(
      (choice) => `complete -c charm -n '__fish_seen_subcommand_from ${name}' -a ${quote(choice)}`,
    ),
    ...options.map((option) => {
      const flags = option.flags.map((flag) =>
        flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
      );
      const value =
        option.choices.length > 0
          ? ` -x -a ${quote(option.choices.join(" "))}`
          : option.takesValue
            ? " -r"
            : "";
      return `complete -c charm -n '__fish_seen_subcommand_from ${name}' ${flags.join(" ")}${value} -d ${quote(option.about)}`;
    }),
  ]);
  return `# Completes charm's commands, options and their choices.\n${lines.join("\n")}\n`;
}
