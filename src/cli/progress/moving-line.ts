// Shows how far indexing is on one line of a terminal that is drawn again and again.
import ora from "ora";
import type { OutputStream } from "../io.ts";
import { wantsColour } from "../terminal/abilities.ts";
import { describeProgress } from "./describe-progress.ts";
import type { IndexProgress } from "./index-progress.ts";

/** Milliseconds between two changes of the words; the spinner turns by itself. */
const interval = 200;

export function startMovingLine(
  stream: OutputStream,
  env: Readonly<Record<string, string | undefined>>,
  look: () => IndexProgress,
): { readonly stop: () => void } {
  const describe = () =>
    describeProgress(look()).slice(0, Math.max(20, (stream.columns ?? 80) - 3));
  const spinner = ora({
    stream,
    text: describe(),
    color: wantsColour(stream, env) ? "cyan" : false,
    isEnabled: true,
    // Reading standard input in raw mode would take Ctrl-C away from us.
    discardStdin: false,
  }).start();
  const timer = setInterval(() => {
    spinner.text = describe();
  }, interval);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      spinner.stop();
    },
  };
}
