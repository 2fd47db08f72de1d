// Carries out `charm ask`: gives the exit code, with the report printed or written to its file.
import { dirname, extname, resolve } from "node:path";
import { exitCodes } from "../../errors.ts";
import type { Answer } from "../../report/answer.ts";
import { placeQuotes } from "../../report/place-quotes.ts";
import { layoutReport, renderReport } from "../../report/layout-report.ts";
import { writeTerminal } from "../../report/write-terminal.ts";
import { writeText, type Io } from "../io.ts";
import { readQuestions } from "../read-questions.ts";
import { describeFaults, isAtFault } from "../describe-faults.ts";
import { describeUsage } from "../describe-usage.ts";
import { countOf } from "../format.ts";
import type { AskRequest } from "../requests.ts";
import { sanitise, sanitiseLine, toSafeJson } from "../../text/sanitise.ts";
import { chooseWidth } from "../terminal/abilities.ts";
import { createStyle, paintWith } from "../terminal/style.ts";
import { loadLock } from "../../lock/lock-file.ts";
import { prepareFile } from "../../files/write-file-atomically.ts";
import type { HandlerContext } from "./context.ts";
import { withLibrary, withServices } from "./with-services.ts";

/** With `--output` the report goes to the file; `--json` goes to standard output whether or not there is a file. */
export async function runAsk(request: AskRequest, context: HandlerContext): Promise<number> {
  const { io, signal } = context;
  // A name that cannot be written to is told before the work, not after it.
  const path = request.output === null ? null : resolve(io.cwd, request.output);
  const file = path === null ? null : await prepareFile(path);
  const questions = await readQuestions(request.questions, io.stdin, signal);
  if (request.dryRun) return showDryRun(questions, request, context);
  const isPage = path !== null && /^\.html?$/i.test(extname(path));
  // A lock speaks of the text of a report, which a page is made of.
  const locked = path !== null && request.lock && !isPage;
  // A lock that cannot be read is told before the work as well.
  if (locked) await loadLock(dirname(path));
  const answers = await withLibrary(request, context, async (library, call, beside) => {
    const { services, hooks } = beside;
    if (path !== null) await services.refuseOutput(path, { reads: [], isText: !isPage });
    const made = await library.ask(questions, { ...request.options, ...call });
    signal.throwIfAborted();
    if (file === null || path === null) return made;
    const content = renderReport(made);
    if (isPage) {
      const { bytes, pages } = await services.webPage(content, hooks);
      signal.throwIfAborted();
      await file.write(bytes);
      return made.map((answer) => placeQuotes(answer, pages));
    }
    await file.write(content);
    const { options, settings } = request;
    const report = { path, content, answers: made, options, model: settings.model?.name ?? null };
    if (locked) await services.lock(report, hooks);
    return made;
  });
  if (request.json) await writeText(io.stdout, toSafeJson(answers));
  else if (file === null) await writeText(io.stdout, renderForReader(answers, io));
  if (request.output !== null && !request.quiet) {
    await writeText(io.stderr, `Report written to ${sanitiseLine(request.output)}.\n`);
  }
  // Nobody may read the report before acting on the exit code.
  const faults = describeFaults(answers, request.quiet).map((line) => `${sanitiseLine(line)}\n`);
  await writeText(io.stderr, faults.join(""));
  const usage = answers.at(-1)?.usage;
  if (usage && !request.quiet) await writeText(io.stderr, `${describeUsage(usage)}\n`);
  return answers.some(isAtFault) ? exitCodes.findings : exitCodes.done;
}

/** The prompts go to standard output; `--output` is for reports, and none is made. */
async function showDryRun(
  questions: readonly string[],
  request: AskRequest,
  context: HandlerContext,
): Promise<number> {
  const { stdout, stderr } = context.io;
  const runs = await withServices(request, context, (services, hooks) =>
    collect(services.dryRun(questions, request.options, hooks)),
  );
  const { renderDryRuns } = await import("../../compose/language-model/render-dry-run.ts");
  const text = request.json ? toSafeJson(runs) : sanitise(renderDryRuns(runs));
  await writeText(stdout, text);
  const unsent = questions.length - runs.length;
  if (unsent > 0 && !request.quiet) {
    await writeText(
      stderr,
      `For ${countOf(unsent, "question")} nothing would be sent: no document answers.\n`,
    );
  }
  return exitCodes.done;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function renderForReader(answers: readonly Answer[], { stdout, env }: Io): string {
  if (stdout.isTTY !== true) return renderReport(answers);
  const paint = paintWith(createStyle(stdout, env));
  return writeTerminal(layoutReport(answers), { width: chooseWidth(stdout), paint });
}
