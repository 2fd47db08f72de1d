// Why a file cannot be read, where more than one reader has to say it: the messages go on from the file's name.
import { CharmError } from "../errors.ts";

export function passwordNeeded(cause?: unknown): CharmError {
  return new CharmError("encrypted", "It is protected by a password.", {
    hint: "Save a copy without a password and put that in the corpus.",
    cause,
  });
}

/** Cause of what went beyond limits of work or memory: another run, or a larger machine, may read it. */
export const beyondLimits = new Error("It went beyond the limits of work and memory.");

export function unreadablePdf(message: string, cause?: unknown): CharmError {
  return new CharmError("unreadable", message, {
    hint: "Open it in a PDF viewer; if that works, print it to a new PDF and use that.",
    cause,
  });
}
