// Carries out `charm check`: gives the exit code, with the findings on each report printed.
import { resolve } from "node:path";
import { exitCodes } from "../../errors.ts";
import type { Finding } from "../../findings/finding.ts";
import { writeText } from "../io.ts";
import { renderChecked, type ReportFindings } from "../render-checked.ts";
import type { CheckRequest } from "../requests.ts";
import { chooseWidth } from "../terminal/abilities.ts";
import { toSafeJson } from "../terminal/sanitise.ts";
import { createStyle } from "../terminal/style.ts";
import type { HandlerContext } from "./context.ts";
import { withServices } from "./with-services.ts";

export async function runCheck(request: CheckRequest, context: HandlerContext): Promise<number> {
  const { stdout, env } = context.io;
  const { files, fix } = request;
  const paths = files.map((file) => resolve(context.io.cwd, file));
  const found: readonly ReportFindings[] = await withServices(
    request,
    context,
    { summarised: false },
    (services, hooks) => (fix ? services.fix(paths, hooks) : services.check(paths, hooks)),
  );
  // Reports are told apart as the user named them.
  const checked = found.map((report, i) => ({ ...report, file: files[i] ?? report.file }));
  const text = request.json
    ? toSafeJson(checked.map(toContract))
    : renderChecked(checked, { width: chooseWidth(stdout), style: createStyle(stdout, env) });
  await writeText(stdout, text);
  const faulty = checked.some(({ findings }) =>
    findings.some(({ severity }) => severity === "error"),
  );
  return faulty ? exitCodes.findings : exitCodes.done;
}

/** Exactly the fields of the JSON contract (docs/cli.md). */
function toContract({ file, findings, fixed }: ReportFindings): unknown {
  const mended = fixed === undefined ? {} : { fixed: fixed.map(toFinding) };
  return { file, findings: findings.map(toFinding), ...mended };
}

function toFinding({ code, severity, line, message, reference, place, args }: Finding): unknown {
  const concerned = { reference: reference ?? null, place: place ?? null };
  return { code, severity, line: line ?? null, message, ...concerned, args };
}
