// Carries out `charm check`: gives the exit code, with the findings on each report printed.
import { resolve } from "node:path";
import { exitCodes } from "../../errors.ts";
import { toCheckedJson } from "../../api/contracts.ts";
import { writeForGithub } from "../github.ts";
import { renderChecked, toGithubReport } from "../render-checked.ts";
import type { CheckRequest } from "../requests.ts";
import { nameAsGiven } from "../../use-cases/list-checked.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withServices } from "./with-services.ts";

export async function runCheck(request: CheckRequest, context: HandlerContext): Promise<number> {
  const { files, options } = request;
  const paths = files.map((given) => ({ given, path: resolve(context.io.cwd, given) }));
  const output = options.output === null ? null : resolve(context.io.cwd, options.output);
  const found = await withServices(request, context, (services, hooks) =>
    services.check(
      paths.map(({ path }) => path),
      { ...options, output },
      hooks,
    ),
  );
  // Reports are told apart as the user named them.
  const checked = found.map((report) => ({ ...report, file: nameAsGiven(report.file, paths) }));
  if (request.format === "github") await writeForGithub(toGithubReport(checked), context.io);
  else
    await printResult(request, context, checked.map(toCheckedJson), (look) =>
      renderChecked(checked, look),
    );
  const unmarked = checked.find((report) => report.unmarked !== undefined)?.unmarked;
  if (unmarked !== undefined) throw unmarked;
  const faulty = checked.some(({ findings }) =>
    findings.some(({ severity }) => severity === "error"),
  );
  return faulty ? exitCodes.findings : exitCodes.done;
}
