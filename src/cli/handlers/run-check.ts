// Carries out `charm check`: gives the exit code, with the findings on each report printed.
import { join, resolve, sep } from "node:path";
import { exitCodes } from "../../errors.ts";
import type { Finding } from "../../findings/finding.ts";
import { writeForGithub } from "../github.ts";
import { renderChecked, toGithubReport } from "../render-checked.ts";
import type { CheckRequest } from "../requests.ts";
import type { CheckedReport } from "../../use-cases/check-reports.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withServices } from "./with-services.ts";

export async function runCheck(request: CheckRequest, context: HandlerContext): Promise<number> {
  const { files, options } = request;
  const paths = files.map((file) => resolve(context.io.cwd, file));
  const output = options.output === null ? null : resolve(context.io.cwd, options.output);
  const found = await withServices(request, context, (services, hooks) =>
    services.check(paths, { ...options, output }, hooks),
  );
  // Reports are told apart as the user named them.
  const checked = found.map((report) => ({ ...report, file: asNamed(report.file, paths, files) }));
  if (request.format === "github") await writeForGithub(toGithubReport(checked), context.io);
  else
    await printResult(request, context, checked.map(toContract), (look) =>
      renderChecked(checked, look),
    );
  const faulty = checked.some(({ findings }) =>
    findings.some(({ severity }) => severity === "error"),
  );
  return faulty ? exitCodes.findings : exitCodes.done;
}

/** A file of a folder by the folder's name as given. */
function asNamed(file: string, paths: readonly string[], named: readonly string[]): string {
  const at = paths.findIndex((path) => file === path || file.startsWith(`${path}${sep}`));
  const [path, name] = [paths[at], named[at]];
  if (path === undefined || name === undefined) return file;
  return file === path ? name : join(name, file.slice(path.length));
}

/** Exactly the fields of the JSON contract (docs/cli.md). */
function toContract({ file, findings, fixed }: CheckedReport): unknown {
  const mended = fixed === undefined ? {} : { fixed: fixed.map(toFinding) };
  return { file, findings: findings.map(toFinding), ...mended };
}

function toFinding(finding: Finding): unknown {
  const { code, severity, line, section, page, message, reference, place, args } = finding;
  const at = { line: line ?? null, section: section ?? null, page: page ?? null };
  return {
    code,
    severity,
    ...at,
    message,
    reference: reference ?? null,
    place: place ?? null,
    args,
  };
}
