// Takes the events of indexing as they come; shows them on a stream: a moving line on a terminal, plain lines elsewhere.
import type { ProgressEvent } from "../../api/events.ts";
import type { IndexedFile, IndexEvent } from "../../use-cases/events.ts";
import { countOf } from "../format.ts";
import type { OutputStream } from "../io.ts";
import { describeModelEvent } from "./describe-model-event.ts";
import { behindReasons, describeFile, describeOlder } from "./describe-progress.ts";
import { advanceProgress, startProgress } from "./index-progress.ts";
import type { startMovingLine } from "./moving-line.ts";

export interface ProgressDisplay {
  readonly onEvent: (event: ProgressEvent) => void;
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
  const { onIndexEvent, stop } = showIndexing(stream, options);
  const tell = (line: string | null): void => {
    if (line !== null) stream.write(`${line}\n`);
  };
  const tellUnlessQuiet = options.quiet ? () => {} : tell;
  const onEvent = (event: ProgressEvent): void => {
    switch (event.kind) {
      // That text leaves this machine is said even in a quiet run.
      case "sending":
        return tell(`The text of the documents is sent to ${event.host} to be embedded.`);
      // So is that a check has looked for less than it should.
      case "facts-unread":
        return tell(factsUnread(event.line));
      // And that a result may not be what the documents say now.
      case "older":
        return tell(describeOlder(event));
      case "own-left-out":
        return tellUnlessQuiet(ownLeftOut);
      case "behind":
        return tellUnlessQuiet(behindReasons[event.why]);
      case "model":
        return tellUnlessQuiet(describeModelEvent(event.event));
      default:
        return onIndexEvent(event);
    }
  };
  return { onEvent, stop };
}

function showIndexing(stream: OutputStream, options: ProgressOptions): IndexDisplay {
  if (options.quiet) return { onIndexEvent: () => {}, stop: () => {} };
  return isMovable(stream, options.env) ? showMoving(stream, options) : showLines(stream);
}

interface IndexDisplay {
  readonly onIndexEvent: (event: IndexEvent) => void;
  readonly stop: () => void;
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

/** One line for each file that is read or removed; nothing when there is nothing to do. */
function showLines(stream: OutputStream): IndexDisplay {
  let files = 0;
  let done = 0;
  const read = new Set<string>();
  const onIndexEvent = (event: IndexEvent): void => {
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
  return { onIndexEvent, stop: () => {} };
}

function showMoving(stream: OutputStream, options: ProgressOptions): IndexDisplay {
  let progress = startProgress();
  let line: MovingLine | null = null;
  const failed: IndexedFile[] = [];
  let stopped = false;
  // Loaded only when there is something to wait for.
  const startLine = async (): Promise<void> => {
    const { startMovingLine } = await import("./moving-line.ts");
    if (!stopped) line ??= startMovingLine(stream, options.env, () => progress);
  };
  const onIndexEvent = (event: IndexEvent): void => {
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
  return { onIndexEvent, stop };
}

type MovingLine = ReturnType<typeof startMovingLine>;

/** Files that were not read are no news, be they unchanged or failed in an earlier run. */
function isNews({ file, status }: IndexedFile, read: ReadonlySet<string>): boolean {
  return status === "removed" || read.has(file);
}
