// Takes the questions of a command line; gives them with `-` replaced by the lines of standard input.
import { CharmError } from "../errors.ts";

/**
 * Empty lines are passed over. Standard input is read once, for the first `-`.
 * @throws CharmError `question-empty` when no question is left
 */
export async function readQuestions(
  questions: readonly string[],
  stdin: NodeJS.ReadableStream,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const first = questions.indexOf("-");
  const lines = first === -1 ? [] : await readLines(stdin, signal);
  const given = questions.flatMap((question, i) => {
    if (question !== "-") return [question.trim()];
    return i === first ? lines : [];
  });
  if (given.length > 0) return given;
  throw new CharmError("question-empty", "Standard input holds no question.", {
    hint: "Write one question a line.",
  });
}

async function readLines(stdin: NodeJS.ReadableStream, signal: AbortSignal): Promise<string[]> {
  const { addAbortSignal, Readable } = await import("node:stream");
  const { text } = await import("node:stream/consumers");
  // A person may stop while nothing comes in.
  const stream = stdin instanceof Readable ? addAbortSignal(signal, stdin) : stdin;
  return (await text(stream))
    .replace(/^\ufeff/, "")
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
