// Takes a stream and the environment; gives the look that its reader wants: colours and width.
import { Chalk, type ChalkInstance } from "chalk";
import type { TerminalLook } from "../../report/terminal-lines.ts";
import type { OutputStream } from "../io.ts";
import { chooseWidth, wantsColour, type Environment } from "./abilities.ts";

export type Style = ChalkInstance;

export interface Look {
  /** Columns to write within. */
  readonly width: number;
  readonly style: Style;
}

/** Sixteen colours at most: they follow the palette of the reader's terminal. */
export function createStyle(stream: OutputStream, env: Environment): Style {
  return new Chalk({ level: wantsColour(stream, env) ? 1 : 0 });
}

export function createLook(stream: OutputStream, env: Environment): Look {
  return { width: chooseWidth(stream), style: createStyle(stream, env) };
}

/** Colours of the parts of a report. */
export function paintWith(style: Style): TerminalLook["paint"] {
  const paints = {
    plain: (text: string) => text,
    strong: style.bold,
    marker: style.cyan,
    blank: style.inverse,
    title: style.bold.underline,
    heading: style.bold,
    rule: style.dim,
  };
  return (text, name) => paints[name](text);
}
