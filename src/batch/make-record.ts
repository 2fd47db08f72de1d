// Takes a draft or an answer; gives what the summary of a batch tells of it.
import type { DraftPart } from "../policy/policy-draft.ts";
import type { Answer } from "../report/answer.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import type { Finding } from "../findings/finding.ts";
import type { ListedBlank } from "../policy/list-blanks.ts";
import type { PolicyDraft } from "../policy/policy-draft.ts";
import type { JobError, JobRecord } from "./record.ts";

/** The part of a draft that is told of. */
export interface RecordedDraft {
  readonly draft: Pick<PolicyDraft, "conflicts" | "elsewhere">;
  readonly blanks: readonly ListedBlank[];
  readonly findings: readonly Finding[];
  readonly leftOut: readonly { readonly file: string; readonly why: string }[];
}

export function recordDraft({ draft, blanks, findings, leftOut }: RecordedDraft): JobRecord {
  return {
    blanks: blanks.map(({ section, text }) => ({ section, text })),
    errors: errorsIn(findings),
    conflicts: [...draft.conflicts, ...draft.elsewhere].map(({ about, parts }) => ({
      about,
      sides: parts.flatMap(describeSide),
    })),
    leftOut: leftOut.map(({ file, why }) => sanitiseLine(`${file}: ${why}`)),
  };
}

export function recordAnswer({
  status,
  missing,
  findings,
}: Pick<Answer, "status" | "missing" | "findings">): JobRecord {
  const declined = status === "declined" ? missing : [];
  return {
    blanks: [],
    errors: [
      ...declined.map((message) => ({ code: "declined", message, line: null })),
      ...errorsIn(findings),
    ],
    conflicts: [],
    leftOut: [],
  };
}

function errorsIn(findings: readonly Finding[]): JobError[] {
  return findings
    .filter(({ severity }) => severity === "error")
    .map(({ code, message, line = null }) => ({ code, message, line }));
}

function describeSide(part: DraftPart): string[] {
  if (part.kind === "fact") return [`“${part.text}” (${part.file})`];
  if (part.kind !== "own") return [];
  const { text, cut, file, section, page } = part;
  const place = [file, section, page === null ? null : `page ${page}`].filter(
    (one) => one !== null,
  );
  return [`“${text}${cut ? " …" : ""}” (${place.join(", ")})`];
}
