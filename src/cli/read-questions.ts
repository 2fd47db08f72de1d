// Takes the questions of a command line; gives them with `-` replaced by the lines of standard input.
import { CharmError } from "../errors.ts";
import { decodeText } from "../extract/flow/decode-text.ts";

/**
 * Empty lines are passed over. Standard input is read once, for the first `-`.
 * @throws CharmError `question-empty` when no question is left, `question-unreadable` when standard input is no text
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

/** Those with something on them, without the space around it. */
export async function readLines(
  stdin: NodeJS.ReadableStream,
  signal: AbortSignal,
): Promise<string[]> {
  const { addAbortSignal, Readable } = await import("node:stream");
  const { buffer } = await import("node:stream/consumers");
  // A person may stop while nothing comes in.
  const stream = stdin instanceof Readable ? addAbortSignal(signal, stdin) : stdin;
  return decode(await buffer(stream))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Windows PowerShell writes UTF-16, and Notepad a mark before UTF-8. */
function decode(bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (cause) {
    throw new CharmError("question-unreadable", "Standard input is not text.", {
      hint: "Save the questions as text in UTF-8, one a line.",
      cause,
    });
  }
}
