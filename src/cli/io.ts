// The world a command runs in: streams, environment and working directory, handed in so that tests can stand in for it.
import { CharmError, exitCodes } from "../errors.ts";

/** A stream that text is written to, and what is known of the terminal behind it. */
export type OutputStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
};

export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/**
 * Settles when the text has been taken. A reader that has gone away (`| head`) wants no more, which is no failure.
 * @throws CharmError `output-failed`, as when the disk behind a redirection is full
 */
export async function writeText(stream: OutputStream, text: string): Promise<void> {
  if (text === "") return;
  const fault = await new Promise<Error | null | undefined>((settle) => {
    stream.write(text, settle);
  });
  if (!fault) return;
  const { code } = fault as NodeJS.ErrnoException;
  if (code === "EPIPE" || code === "ERR_STREAM_DESTROYED") return;
  throw new CharmError("output-failed", `The output could not be written: ${fault.message}`, {
    hint: "Check the place it is redirected to.",
    exitCode: exitCodes.unexpected,
    cause: fault,
  });
}
