// Takes a job and the pattern of outputs; gives the names of its files below the output folder, as they are written.
import { basename } from "node:path";
import { foldHomeName } from "../settings/fold-home-name.ts";
import { nearestWord } from "../settings/nearest-word.ts";
import type { Fault } from "./fault.ts";
import { batchFormats, type BatchFormat, type Manifest, type ManifestJob } from "./manifest.ts";

export interface NamedOutput {
  readonly format: BatchFormat;
  /** With forward slashes. */
  readonly file: string;
}

const placeholders = ["home", "job", "pack", "question", "format"] as const;
type Placeholder = (typeof placeholders)[number];

/** @param home name of the home of the job; null for none */
export function nameOutputs(
  { line, asked, output }: Pick<ManifestJob, "line" | "asked" | "output">,
  home: string | null,
  { pattern, patternLine, formats }: Pick<Manifest, "pattern" | "patternLine" | "formats">,
  fault: Fault,
): NamedOutput[] {
  const at = output === null ? patternLine : line;
  const written = output ?? pattern;
  const job = asked.kind === "pack" ? nameOfPack(asked.pack) : `question-${asked.number}`;
  const known: Readonly<Record<Placeholder, string | null>> = {
    home: home === null ? "no-home" : toFileName(home),
    job,
    pack: asked.kind === "pack" ? job : null,
    question: asked.kind === "question" ? job : null,
    format: "",
  };
  const fill = (format: string) =>
    written.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => {
      const found = placeholders.find((one) => one === name.trim());
      if (found === undefined) return tellUnknown(name, at, fault);
      const value = found === "format" ? format : known[found];
      return (
        value ??
        fault(
          at,
          `{${found}} stands for nothing in the output of a ${asked.kind}.`,
          "{job} stands for the pack or the question, whichever it is.",
        )
      );
    });
  if (/\{\s*format\s*\}/.test(written))
    return formats.map((format) => ({ format, file: fill(format) }));
  const file = fill("");
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  if (ending === undefined) return formats.map((format) => ({ format, file: `${file}.${format}` }));
  const format = batchFormats.find((one) => one === ending);
  if (format !== undefined) return [{ format, file }];
  return fault(
    at,
    `the output “${file}” has an ending that charm does not write.`,
    `It writes ${batchFormats.map((one) => `.${one}`).join(", ")}.`,
  );
}

function tellUnknown(name: string, line: number, fault: Fault): never {
  const meant = nearestWord(name, placeholders);
  const known = placeholders.map((one) => `{${one}}`).join(", ");
  return fault(
    line,
    `{${name}} is not known in the name of an output.`,
    `${meant === null ? "" : `Did you mean {${meant}}? `}Those known are ${known}.`,
  );
}

function nameOfPack(pack: string): string {
  return toFileName(basename(pack.replaceAll("\\", "/")).replace(/\.ya?ml$/i, ""));
}

/** "St Mary’s" → "st-mary-s": names of files that every system takes. */
function toFileName(name: string): string {
  return (
    foldHomeName(name)
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
      .replaceAll(/^-|-$/g, "") || "unnamed"
  );
}
