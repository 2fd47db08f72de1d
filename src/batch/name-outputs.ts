// Takes a job and the pattern of outputs; gives the names of its files below the output folder, as they are written.
import { basename } from "node:path";
import { isReserved } from "../files/reserved-name.ts";
import { groupBy } from "../lists.ts";
import { foldHomeName } from "../settings/fold-home-name.ts";
import { nearestWord } from "../settings/nearest-word.ts";
import type { Fault } from "./fault.ts";
import { digestOf } from "./journal.ts";
import { batchFormats, type BatchFormat, type Manifest, type ManifestJob } from "./manifest.ts";

export interface NamedOutput {
  readonly format: BatchFormat;
  /** With forward slashes. */
  readonly file: string;
}

const placeholders = ["home", "job", "pack", "question", "format"] as const;
type Placeholder = (typeof placeholders)[number];

/** @param home name of the folder of the job's home, as `nameFolders` has it; null for none */
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
    home: home ?? "no-home",
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

/** Letters of a name, so that a path stays one that every system takes. */
const longest = 60;
const digestDigits = 6;

/**
 * Of each home a name of a folder: letters that every system takes, and no two the same. Names that come out alike, or
 * are cut, have a few digits of their digest behind them, so that no home's depends on which others there are before it.
 */
export function nameFolders(homes: readonly string[]): ReadonlyMap<string, string> {
  const plain = [...new Set(homes)].map((home) => [home, toFileName(home)] as const);
  const alike = groupBy(plain, ([, name]) => name);
  return new Map(
    plain.map(([home, name]) => {
      const others = (alike.get(name)?.length ?? 0) > 1;
      return [home, others ? withDigest(name, home) : name] as const;
    }),
  );
}

/** "St Mary’s" → "st-mary-s". */
function toFileName(name: string): string {
  const plain =
    foldHomeName(name)
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
      .replaceAll(/^-|-$/g, "") || "unnamed";
  if (isReserved(plain)) return `${plain}_`;
  const letters = [...plain];
  return letters.length <= longest ? plain : withDigest(letters.slice(0, longest).join(""), name);
}

function withDigest(name: string, whole: string): string {
  return `${name}-${digestOf(whole).slice(0, digestDigits)}`;
}
