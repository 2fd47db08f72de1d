// Takes the events of indexing as they come; shows them on a stream: a moving line on a terminal, plain lines elsewhere.
import type { Hooks } from "../../program/services.ts";
import type { Older } from "../../use-cases/open-up-to-date.ts";
import type { IndexedFile, IndexEvent } from "../../use-cases/events.ts";
import { countOf } from "../format.ts";
import type { OutputStream } from "../io.ts";
import { describeModelEvent } from "./describe-model-event.ts";
import { behindReasons, describeFile, describeOlder } from "./describe-progress.ts";
import { advanceProgress, startProgress } from "./index-progress.ts";
import type { startMovingLine } from "./moving-line.ts";

export interface ProgressDisplay extends Omit<Hooks, "signal"> {
  /** Clears what moves; nothing is written afterwards. */
  readonly stop: () => void;
}

export interface ProgressOptions {
  readonly quiet: boolean;
  /** True where the command itself lists what became of each file. */
  readonly summarised: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export function showProgress(stream: OutputStream, options: ProgressOptions): ProgressDisplay {
  // That text leaves this machine is said even in a quiet run.
  const onSending = (host: string) =>
    void stream.write(`The text of the documents is sent to ${host} to be embedded.\n`);
  // So is that a check has looked for less than it should.
  const onFactsUnread = (line: number) => void stream.write(`${factsUnread(line)}\n`);
  // And that a result may not be what the documents say now.
  const onOlder = (older: Older) => void stream.write(`${describeOlder(older)}\n`);
  if (options.quiet) {
    const silent = () => {};
    return {
      onEvent: silent,
      onBehind: silent,
      onModelEvent: silent,
      onOwnLeftOut: silent,
      onOlder,
      onFactsUnread,
      onSending,
      stop: silent,
    };
  }
  const moving = isMovable(stream, options.env);
  const events = moving ? showMoving(stream, options) : showLines(stream);
  return {
    ...events,
    onSending,
    onOlder,
    onOwnLeftOut: () => void stream.write(`${ownLeftOut}\n`),
    onFactsUnread,
    onBehind: (why) => void stream.write(`${behindReasons[why]}\n`),
    onModelEvent: (event) => {
      const line = describeModelEvent(event);
      if (line !== null) stream.write(`${line}\n`);
    },
  };
}

/** Said where nothing in the result can say it. */
const ownLeftOut =
  "Own documents are left out: charm.yaml has several homes. Name one with --home NAME, or take all with --all-homes.";

function factsUnread(line: number): string {
  return `The people of the home on line ${line} of charm.yaml are not looked for: its facts cannot be used, and \`charm index\` says why.`;
}

/** A terminal that says it has no columns would have a moving line cleared for ever. */
function isMovable(stream: OutputStream, env: ProgressOptions["env"]): boolean {
  return stream.isTTY === true && env["TERM"] !== "dumb" && (stream.columns ?? 80) >= fewestColumns;
}

const fewestColumns = 20;

type EventDisplay = Pick<ProgressDisplay, "onEvent" | "stop">;

/** One line for each file that is read or removed; nothing when there is nothing to do. */
function showLines(stream: OutputStream): EventDisplay {
  let files = 0;
  let done = 0;
  const read = new Set<string>();
  const onEvent = (event: IndexEvent): void => {
    if (event.kind === "reading") read.add(event.file);
    else if (event.kind === "planned") {
      files = event.toDo;
      if (files > 0) stream.write(`Indexing ${countOf(files, "file")}\n`);
    } else if (event.kind === "file" && isNews(event.result, read)) {
      const counted = event.result.status !== "removed";
      if (counted) done += 1;
      stream.write(`${counted ? `[${done}/${files}] ` : ""}${describeFile(event.result)}\n`);
    } else if (event.kind === "finishing" && done > 0) {
      stream.write("Finishing the index\n");
    }
  };
  return { onEvent, stop: () => {} };
}

function showMoving(stream: OutputStream, options: ProgressOptions): EventDisplay {
  let progress = startProgress();
  let line: MovingLine | null = null;
  const failed: IndexedFile[] = [];
  let stopped = false;
  // Loaded only when there is something to wait for.
  const startLine = async (): Promise<void> => {
    const { startMovingLine } = await import("./moving-line.ts");
    if (!stopped) line ??= startMovingLine(stream, options.env, () => progress);
  };
  const onEvent = (event: IndexEvent): void => {
    progress = advanceProgress(progress, event, performance.now());
    if (event.kind === "file" && event.result.status === "failed" && event.bytes > 0) {
      failed.push(event.result);
    }
    if (event.kind === "planned" && event.toDo > 0) {
      void startLine();
    }
  };
  const stop = (): void => {
    if (stopped) return;
    stopped = true;
    line?.stop();
    if (!options.summarised) for (const file of failed) stream.write(`${describeFile(file)}\n`);
  };
  return { onEvent, stop };
}

type MovingLine = ReturnType<typeof startMovingLine>;

/** Files that were not read are no news, be they unchanged or failed in an earlier run. */
function isNews({ file, status }: IndexedFile, read: ReadonlySet<string>): boolean {
  return status === "removed" || read.has(file);
}
