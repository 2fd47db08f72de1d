// Carries out `charm ask`: gives the exit code, with the report printed or written to its file.
import { resolve } from "node:path";
import { exitCodes } from "../../errors.ts";
import type { Answer } from "../../report/answer.ts";
import { renderReport } from "../../report/render-report.ts";
import { writeText, type Io } from "../io.ts";
import { readQuestions } from "../read-questions.ts";
import type { AskRequest } from "../requests.ts";
import { renderMarkdown } from "../terminal/render-markdown.ts";
import { sanitiseLine, toSafeJson } from "../terminal/sanitise.ts";
import { chooseWidth } from "../terminal/abilities.ts";
import { createStyle } from "../terminal/style.ts";
import { prepareFile } from "../write-file-atomically.ts";
import type { HandlerContext } from "./context.ts";
import { withServices } from "./with-services.ts";

/** With `--output` the report goes to the file; `--json` goes to standard output whether or not there is a file. */
export async function runAsk(request: AskRequest, context: HandlerContext): Promise<number> {
  const { io, signal } = context;
  // A name that cannot be written to is told before the work, not after it.
  const path = request.output === null ? null : resolve(io.cwd, request.output);
  const file = path === null ? null : await prepareFile(path);
  const questions = await readQuestions(request.questions, io.stdin, signal);
  const answers = await withServices(request, context, { summarised: false }, (services, hooks) =>
    services.ask(questions, hooks),
  );
  signal.throwIfAborted();
  if (file !== null) await file.write(renderReport(answers));
  if (request.json) await writeText(io.stdout, toSafeJson(answers));
  else if (file === null) await writeText(io.stdout, renderForReader(answers, io));
  if (request.output !== null && !request.quiet) {
    await writeText(io.stderr, `Report written to ${sanitiseLine(request.output)}.\n`);
  }
  return answers.some(isAtFault) ? exitCodes.findings : exitCodes.done;
}

function renderForReader(answers: readonly Answer[], { stdout, env }: Io): string {
  const report = renderReport(answers);
  if (stdout.isTTY !== true) return report.endsWith("\n") ? report : `${report}\n`;
  return renderMarkdown(report, { width: chooseWidth(stdout), style: createStyle(stdout, env) });
}

function isAtFault({ status, findings }: Answer): boolean {
  return status === "declined" || findings.some(({ severity }) => severity === "error");
}
