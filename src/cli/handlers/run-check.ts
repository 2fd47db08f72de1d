// Carries out `charm check`: gives the exit code, with the findings on each report printed.
import { resolve } from "node:path";
import { exitCodes } from "../../errors.ts";
import type { Finding } from "../../findings/finding.ts";
import { renderChecked } from "../render-checked.ts";
import type { CheckRequest } from "../requests.ts";
import type { CheckedReport } from "../../use-cases/check-reports.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withServices } from "./with-services.ts";

export async function runCheck(request: CheckRequest, context: HandlerContext): Promise<number> {
  const { files, fix } = request;
  const paths = files.map((file) => resolve(context.io.cwd, file));
  const found = await withServices(request, context, (services, hooks) =>
    services.check(paths, fix, hooks),
  );
  // Reports are told apart as the user named them.
  const checked = found.map((report, i) => ({ ...report, file: files[i] ?? report.file }));
  await printResult(request, context, checked.map(toContract), (look) =>
    renderChecked(checked, look),
  );
  const faulty = checked.some(({ findings }) =>
    findings.some(({ severity }) => severity === "error"),
  );
  return faulty ? exitCodes.findings : exitCodes.done;
}

/** Exactly the fields of the JSON contract (docs/cli.md). */
function toContract({ file, findings, fixed }: CheckedReport): unknown {
  const mended = fixed === undefined ? {} : { fixed: fixed.map(toFinding) };
  return { file, findings: findings.map(toFinding), ...mended };
}

function toFinding({ code, severity, line, message, reference, place, args }: Finding): unknown {
  const concerned = { reference: reference ?? null, place: place ?? null };
  return { code, severity, line: line ?? null, message, ...concerned, args };
}
