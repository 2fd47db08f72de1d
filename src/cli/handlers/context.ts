// What a handler is given besides its request: the world, the use cases, and word of an interruption.
import type { SaidByFlags } from "../../settings/resolve-settings.ts";
import type { Services } from "../../program/services.ts";
import type { Io } from "../io.ts";

export interface HandlerContext {
  readonly io: Io;
  readonly signal: AbortSignal;
  /** Settles the settings of the run and makes the use cases ready; the caller closes them. */
  readonly openServices: (flags: SaidByFlags) => Promise<Services>;
}
