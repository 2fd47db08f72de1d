// Takes what services give; gives exactly the fields of the JSON contract (docs/cli.md), the same at every front door.
import type { Finding } from "../findings/finding.ts";
import { joinTextLines } from "../show/provision-lines.ts";
import type { ShownReference, ShownTarget } from "../show/shown.ts";
import type { CheckedReport } from "../use-cases/check-reports.ts";

export function toShownJson({ reference, status, targets, nearest, notes }: ShownReference) {
  return {
    reference,
    status,
    targets: targets.map(toTargetJson),
    note: notes.length === 0 ? null : notes.map(({ message }) => message).join(" "),
    nearest,
    notes,
  };
}

function toTargetJson({ lines, mentions, dead: _dead, ...target }: ShownTarget) {
  const { file, locator, page, pageEnd, ...rest } = target;
  return {
    file,
    locator,
    page,
    pageEnd,
    text: joinTextLines(lines),
    ...rest,
    mentions: mentions?.listed ?? [],
    mentionCount: mentions?.count ?? 0,
  };
}

export function toCheckedJson({ file, findings, fixed }: CheckedReport) {
  const mended = fixed === undefined ? {} : { fixed: fixed.map(toFindingJson) };
  return { file, findings: findings.map(toFindingJson), ...mended };
}

export function toFindingJson(finding: Finding) {
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
