// Carries out `charm session`: gives the exit code, with questions asked one after the other and their answers printed.
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import type { CallOptions } from "../../api/events.ts";
import type { Library } from "../../api/library.ts";
import { CharmError, exitCodes } from "../../errors.ts";
import { prepareFile } from "../../files/write-file-atomically.ts";
import { resolveFollowUp } from "../../plan/follow-up.ts";
import type { Answer, AnswerSource } from "../../report/answer.ts";
import { layoutAnswer, renderReport } from "../../report/layout-report.ts";
import { writeTerminal } from "../../report/write-terminal.ts";
import { sanitise, sanitiseLine, toSafeJson } from "../../text/sanitise.ts";
import { isAtFault } from "../describe-faults.ts";
import { writeText } from "../io.ts";
import { readLines } from "../read-questions.ts";
import { renderShown } from "../render-shown.ts";
import type { SessionRequest } from "../requests.ts";
import { completeLine } from "../session/complete-line.ts";
import { sessionHelp, takeLine, type Line } from "../session/take-line.ts";
import { createLook, paintWith, type Look } from "../terminal/style.ts";
import type { HandlerContext } from "./context.ts";
import { withLibrary, type Beside } from "./with-services.ts";

/** Questions asked later than these do not come back by the arrow keys. */
const remembered = 200;

interface Session {
  readonly request: SessionRequest;
  readonly context: HandlerContext;
  readonly library: Library;
  readonly call: CallOptions;
  readonly beside: Beside;
  readonly isTerminal: boolean;
  readonly answers: Answer[];
  /** Questions that went on from no other. */
  readonly standing: string[];
}

/** What is asked without a terminal gives the same bytes as what was typed, line by line, and saved. */
export async function runSession(
  request: SessionRequest,
  context: HandlerContext,
): Promise<number> {
  const { io } = context;
  const path = request.output === null ? null : resolve(io.cwd, request.output);
  const file = path === null ? null : await prepareFile(path);
  const answers: Answer[] = [];
  const isTerminal =
    io.stdout.isTTY === true && (io.stdin as { readonly isTTY?: boolean }).isTTY === true;
  await withLibrary(request, context, async (library, call, beside) => {
    if (path !== null) await beside.services.refuseOutput(path, { reads: [], isText: true });
    const run = { request, context, library, call, beside };
    await takeAll({ ...run, isTerminal, answers, standing: [] });
    if (file !== null && answers.length > 0) await file.write(renderReport(answers));
  });
  if (request.json) await writeText(io.stdout, toSafeJson(answers));
  else if (!isTerminal && file === null && answers.length > 0)
    await writeText(io.stdout, renderReport(answers));
  return answers.some(isAtFault) ? exitCodes.findings : exitCodes.done;
}

async function takeAll(session: Session): Promise<void> {
  const { context, isTerminal } = session;
  const { io, signal } = context;
  if (isTerminal) return converse(session);
  for (const line of await readLines(io.stdin, signal))
    if (!(await take(takeLine(line), session))) break;
  signal.throwIfAborted();
}

/** Line by line, with a prompt; what goes wrong with one of them is told, and does not end it. */
async function converse(session: Session): Promise<void> {
  const { context, library, call } = session;
  const { io, signal } = context;
  const names = (await library.listDocuments(call)).map(({ short }) => sanitiseLine(short));
  const reader = createInterface({
    input: io.stdin,
    output: io.stdout,
    historySize: remembered,
    completer: (line: string) => completeLine(line, names),
    prompt: "\ncharm> ",
  });
  const stop = () => reader.close();
  signal.addEventListener("abort", stop);
  // In a terminal Ctrl-C comes as a key.
  reader.on("SIGINT", stop);
  try {
    await writeText(io.stdout, "Ask; /help lists what else can be typed.\n");
    reader.prompt();
    for await (const line of reader) {
      if (!(await takeTold(takeLine(line), session))) break;
      reader.prompt();
    }
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener("abort", stop);
    reader.close();
  }
}

/** @returns false to end */
async function takeTold(line: Line, session: Session): Promise<boolean> {
  try {
    return await take(line, session);
  } catch (error) {
    const { signal, io } = session.context;
    signal.throwIfAborted();
    if (!(error instanceof CharmError)) throw error;
    const hint = error.hint === null ? "" : `\n  ${sanitiseLine(error.hint)}`;
    await writeText(io.stderr, `error: ${sanitiseLine(error.message)}${hint}\n`);
    return true;
  }
}

async function take(line: Line, session: Session): Promise<boolean> {
  const { answers, context, beside } = session;
  const { stderr } = context.io;
  switch (line.kind) {
    case "question":
      await ask(line.text, session);
      return true;
    case "show": {
      const n = /^\[?(\d+)\]?$/.exec(line.what)?.[1];
      if (n !== undefined) await tell(session, showSource(answers.at(-1), Number(n)));
      else {
        const shown = await beside.services.show([line.what], beside.hooks);
        await tell(session, renderShown(shown, lookOf(session)));
      }
      return true;
    }
    case "sources":
      await tell(session, (answers.at(-1)?.sources ?? []).map(nameSource).join(""));
      return true;
    case "save":
      await save(line.file, session);
      return true;
    case "help":
      await tell(session, sessionHelp);
      return true;
    case "unknown":
      await writeText(
        stderr,
        `There is no ${sanitiseLine(line.name)} here; /help lists what there is.\n`,
      );
      return true;
    case "quit":
      return false;
    case "nothing":
      return true;
  }
}

async function ask(asked: string, session: Session): Promise<void> {
  const { answers, context, call, isTerminal, request, library } = session;
  const { stdout, stderr } = context.io;
  // Of a row of them each goes on from the question that stood by itself: it would grow otherwise.
  const before = session.standing.at(-1);
  const resolved = before === undefined ? null : resolveFollowUp(asked, before);
  const whole = resolved ?? asked;
  if (resolved === null) session.standing.push(asked);
  if (whole !== asked && !request.quiet)
    await writeText(stderr, `Asked as: ${sanitiseLine(whole)}\n`);
  for (const answer of await library.ask(whole, { ...request.options, ...call })) {
    answers.push(answer);
    if (!isTerminal) continue;
    // The question was typed, and the report's head and foot are for the report.
    const blocks = layoutAnswer(answer).slice(2, -1);
    const { width, style } = lookOf(session);
    await writeText(stdout, `\n${writeTerminal(blocks, { width, paint: paintWith(style) })}`);
  }
}

async function save(file: string, { answers, context, beside }: Session): Promise<void> {
  if (file === "") {
    throw new CharmError("output-unnamed", "The name of the report is missing.", {
      hint: "For example:  /save report.md",
    });
  }
  const path = resolve(context.io.cwd, file);
  const prepared = await prepareFile(path);
  await beside.services.refuseOutput(path, { reads: [], isText: true });
  await prepared.write(renderReport(answers));
  await writeText(context.io.stderr, `Report written to ${sanitiseLine(file)}.\n`);
}

function lookOf({ context: { io } }: Session): Look {
  return createLook(io.stdout, io.env);
}

/** Beside a report on standard output nothing else is said there. */
async function tell({ context: { io }, isTerminal }: Session, text: string): Promise<void> {
  await writeText(isTerminal ? io.stdout : io.stderr, text);
}

function nameSource({ n, file, page, section, locators }: AnswerSource): string {
  const at = page === null ? (section ?? "") : `p. ${page}`;
  const places = locators.length === 0 ? "" : ` (${locators.join(", ")})`;
  return `[${n}] ${sanitiseLine(`${file}, ${at}${places}`)}\n`;
}

function showSource(answer: Answer | undefined, n: number): string {
  const source = answer?.sources.find((one) => one.n === n);
  if (source === undefined) {
    throw new CharmError("source-unknown", `The last answer has no source [${n}].`, {
      hint: "/sources lists those that it has.",
    });
  }
  return `${nameSource(source)}${source.quotes.map((quote) => sanitise(`  “${quote}”\n`)).join("")}`;
}
