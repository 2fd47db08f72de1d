// Carries out `charm init home`: gives the exit code, with the facts of a home asked for and written to a new file.
import { dirname, relative, resolve, sep } from "node:path";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";
import { exitCodes } from "../../errors.ts";
import { writeNewFile } from "../../files/write-new-file.ts";
import { writeFacts, type AskedFacts, type AskedField } from "../../homes/write-facts.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import { writeText } from "../io.ts";
import type { InitRequest } from "../requests.ts";
import type { HandlerContext } from "./context.ts";

/** The same three steps up from src/ and from dist/. */
const schema = fileURLToPath(new URL("../../../schemas/home.schema.json", import.meta.url));

export async function runInitHome(
  { output, quiet }: InitRequest,
  { io, signal }: HandlerContext,
): Promise<number> {
  const path = resolve(io.cwd, output);
  const isTerminal = (io.stdin as { readonly isTTY?: boolean }).isTTY === true;
  const facts = isTerminal ? await askFacts(io, signal) : {};
  const from = relative(dirname(path), schema).split(sep).join("/");
  await writeNewFile(path, writeFacts(facts, from), output);
  if (!quiet)
    await writeText(io.stderr, `Facts written to ${sanitiseLine(output)}: fill in what is TBC.\n`);
  return exitCodes.done;
}

interface Question {
  readonly field: AskedField;
  readonly asks: string;
  /** What an answer has to look like; null for any. */
  readonly form: RegExp | null;
}

const count = /^[1-9]\d{0,2}$/;
const age = /^(?:\d|1\d|2[0-5])$/;

const questions: readonly Question[] = [
  { field: "name", asks: "Name of the home", form: null },
  { field: "provider", asks: "Registered provider", form: null },
  { field: "address", asks: "Address of the home", form: null },
  { field: "capacity", asks: "Number of children it is registered for", form: count },
  { field: "ageFrom", asks: "Youngest age in years", form: age },
  { field: "ageTo", asks: "Oldest age in years", form: age },
  { field: "manager", asks: "Registered manager, first and last name", form: null },
  {
    field: "responsibleIndividual",
    asks: "Responsible individual, first and last name",
    form: null,
  },
  { field: "hostAuthority", asks: "Local authority in whose area the home is", form: null },
  {
    field: "versions",
    asks: "How versions are numbered (whole, major.minor, year.number, date)",
    form: /^(?:whole|major\.minor|year\.number|date)$/,
  },
  {
    field: "reviewMonths",
    asks: "Months until a document is reviewed",
    form: /^(?:[1-9]|[1-5]\d|60)$/,
  },
  {
    field: "approver",
    asks: "Who approves documents (registered-manager, responsible-individual)",
    form: /^(?:registered-manager|responsible-individual)$/,
  },
];

/** An empty answer leaves a fact open; one that does not fit is asked for again. */
async function askFacts(
  { stdin, stderr }: Pick<HandlerContext["io"], "stdin" | "stderr">,
  signal: AbortSignal,
): Promise<AskedFacts> {
  const input = stdin as NodeJS.ReadableStream;
  const prompt = createInterface({ input, output: stderr as NodeJS.WritableStream });
  const facts: Partial<Record<AskedField, string>> = {};
  try {
    await writeText(stderr, "Leave empty what is not known yet.\n");
    for (const { field, asks, form } of questions) {
      let answer = (await prompt.question(`${asks}: `, { signal })).trim();
      while (answer !== "" && form !== null && !form.test(answer))
        answer = (await prompt.question(`That does not fit. ${asks}: `, { signal })).trim();
      facts[field] = answer;
    }
  } finally {
    prompt.close();
  }
  return facts;
}

/** @throws CharmError `output-exists`, `output-failed` */
