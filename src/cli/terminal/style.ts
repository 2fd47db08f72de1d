// Takes a stream and the environment; gives the colours that its reader wants.
import { Chalk, type ChalkInstance } from "chalk";
import type { OutputStream } from "../io.ts";
import { wantsColour, type Environment } from "./abilities.ts";

export type Style = ChalkInstance;

/** Sixteen colours at most: they follow the palette of the reader's terminal. */
export function createStyle(stream: OutputStream, env: Environment): Style {
  return new Chalk({ level: wantsColour(stream, env) ? 1 : 0 });
}
