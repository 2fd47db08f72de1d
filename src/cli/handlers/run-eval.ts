// Carries out `charm eval`: gives the exit code, with the figures printed, and what changed since an earlier result.
import { extname, resolve } from "node:path";
import { CharmError, exitCodes } from "../../errors.ts";
import { writeNewFile } from "../../files/write-new-file.ts";
import { compareEvaluations } from "../../use-cases/evaluate-compare.ts";
import { renderChange, renderEvaluation } from "../../use-cases/evaluate-table.ts";
import { readEvaluation } from "../read-evaluation.ts";
import type { EvalRequest } from "../requests.ts";
import { sanitise } from "../../text/sanitise.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withServices } from "./with-services.ts";

export async function runEval(request: EvalRequest, context: HandlerContext): Promise<number> {
  if (request.make) return makeTable(request, context);
  const { cwd, stderr } = context.io;
  // A result that is of no use is told before minutes are spent.
  const before =
    request.compare === null ? null : await readEvaluation(resolve(cwd, request.compare));
  const tell = (done: number, of: number): void => {
    if (!request.quiet && isTenth(done, of)) stderr.write(`${done} of ${of} questions\n`);
  };
  const path = resolve(cwd, request.questions);
  const after = await withServices(request, context, (services, hooks) =>
    services.eval(path, tell, hooks),
  );
  const change = before === null ? null : compareEvaluations(before, after);
  const contract = change === null ? after : { ...after, change };
  await printResult(request, context, contract, () => {
    const blocks = [renderEvaluation(after), ...(change === null ? [] : [renderChange(change)])];
    return `${blocks.map((lines) => sanitise(lines.join("\n"))).join("\n\n")}\n`;
  });
  return exitCodes.done;
}

async function makeTable(request: EvalRequest, context: HandlerContext): Promise<number> {
  const { questions, quiet } = request;
  const { cwd, stderr } = context.io;
  const path = resolve(cwd, questions);
  if (extname(path).toLowerCase() !== ".csv") {
    throw new CharmError("output-format", `${questions}: a table of questions ends in .csv.`, {
      hint: "Write it as  charm eval questions.csv --make",
    });
  }
  const table = await withServices(request, context, (services, hooks) =>
    services.makeQuestions(hooks),
  );
  await writeNewFile(path, table, questions);
  if (!quiet)
    stderr.write(`Written to ${sanitise(questions)}: put the questions into your own words.\n`);
  return exitCodes.done;
}

/** Ten times in a run, however long it is. */
function isTenth(done: number, of: number): boolean {
  const tenths = (count: number): number => Math.floor((10 * count) / of);
  return tenths(done) > tenths(done - 1);
}
