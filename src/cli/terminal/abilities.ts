// Takes a stream and the environment; gives what can be shown there: colour, and how wide.
import type { OutputStream } from "../io.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * FORCE_COLOR is heard before NO_COLOR, as in Node itself (https://no-color.org, https://force-color.org); an empty
 * variable counts as none.
 */
export function wantsColour(stream: OutputStream, env: Environment): boolean {
  if (env["FORCE_COLOR"]) return !/^(?:0|false)$/.test(env["FORCE_COLOR"]);
  if (env["NO_COLOR"]) return false;
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

/** Columns to write within: those of the terminal (some say 0), not fewer than 40 nor more than can be read with ease. */
export function chooseWidth(stream: OutputStream): number {
  return Math.min(100, Math.max(40, stream.columns || 80));
}
