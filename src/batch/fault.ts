// How readers of a manifest say what is wrong with it, and where.
import { CharmError } from "../errors.ts";

/** @throws CharmError `manifest-invalid`, naming file and line */
export type Fault = (line: number, message: string, hint: string) => never;

export function faultIn(file: string): Fault {
  return (line, message, hint) => {
    throw new CharmError("manifest-invalid", `${file}, line ${line}: ${message}`, { hint });
  };
}

/** What fails is told with the line of the manifest that led to it. */
export function atLine<T>(file: string, line: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CharmError)) throw error;
    throw new CharmError(error.code, `${file}, line ${line}: ${error.message}`, {
      ...(error.hint === null ? {} : { hint: error.hint }),
      exitCode: error.exitCode,
    });
  }
}
