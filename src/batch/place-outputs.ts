// Takes the outputs of jobs as they are named; gives where each really lies, or refuses what would lie elsewhere or twice.
import { lstat } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";
import { CharmError } from "../errors.ts";
import { foldPath } from "../files/fold-path.ts";
import { liesIn } from "../files/lies-in.ts";
import { isReserved } from "../files/reserved-name.ts";
import { resolveReal } from "../files/resolve-real.ts";
import type { Home } from "../homes/homes.ts";
import { ownerOfPath } from "../homes/scope.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import { ownFiles } from "./own-files.ts";

export interface WishedOutput {
  /** Line of the manifest. */
  readonly line: number;
  readonly home: Home | null;
  /** Below the output folder, as written. */
  readonly file: string;
}

export interface PlacedOutput {
  /** Below the output folder, with forward slashes. */
  readonly file: string;
  /** Absolute, with links followed as far as the path is there. */
  readonly path: string;
}

export interface OutputPlace {
  /** How messages name the manifest. */
  readonly manifest: string;
  /** Absolute, with links followed as far as it is there. */
  readonly folder: string;
  /** Folder of the documents that are indexed: absolute, with links followed. */
  readonly corpus: string;
  /** Folder of the library, the same way; null where it is not on this disk. */
  readonly index: string | null;
  readonly homes: readonly Home[];
}

/**
 * In the order given.
 * @throws CharmError `output-outside`, `output-in-corpus`, `output-in-index`, `output-of-other-home`, `output-twice`, `output-is-folder`, naming
 *   lines
 */
export async function placeOutputs(
  wishes: readonly WishedOutput[],
  place: OutputPlace,
): Promise<PlacedOutput[]> {
  const resolveFolder = openResolver();
  const placed: PlacedOutput[] = [];
  const lines = new Map<string, number>();
  for (const wish of wishes) {
    const file = readName(wish, place);
    const path = await resolveReal(join(place.folder, ...file.split("/")), resolveFolder);
    refuseOutside(path, wish, place);
    await refuseFolder(path, wish, place);
    const key = foldPath(path);
    const twin = lines.get(key);
    if (twin !== undefined) refuseTwice(wish, twin, place);
    lines.set(key, wish.line);
    placed.push({ file, path });
  }
  refuseNested(placed, wishes, lines, place);
  return placed;
}

// oxlint-disable-next-line no-control-regex -- control characters are what is refused
const unusable = /[\u0000-\u001f<>:"|?*]/;
/** Bytes that a name may have, with what is written beside it for a moment. */
const longestName = 200;

function readName({ line, file }: WishedOutput, { manifest }: OutputPlace): string {
  const refuse = (why: string, hint: string): never => {
    throw new CharmError("output-outside", `${manifest}, line ${line}: ${why}`, { hint });
  };
  const plain = file.replaceAll("\\", "/");
  if (isAbsolute(file) || plain.startsWith("/") || /^[a-z]:/i.test(plain))
    refuse(
      `the output “${file}” is an absolute path.`,
      "Name outputs as seen from the output folder, and that folder under “output:”.",
    );
  const steps = plain.split("/").filter((step) => step !== "" && step !== ".");
  if (steps.includes(".."))
    refuse(
      `the output “${file}” leads out of the output folder.`,
      "Take “..” out: all outputs lie below the output folder.",
    );
  const odd = steps.find(
    (step) =>
      unusable.test(step) ||
      /[. ]$/.test(step) ||
      isReserved(step) ||
      Buffer.byteLength(step) > longestName,
  );
  if (odd !== undefined || steps.length === 0)
    refuse(
      `the output “${file}” is no name that every system takes for a file${odd === undefined ? "" : ` (“${sanitiseLine(odd)}”)`}.`,
      `Use letters, figures, spaces, hyphens and strokes, ${longestName} at most in one name.`,
    );
  const [first = ""] = steps;
  if (steps.length === 1 && ownFiles.some((own) => foldPath(own) === foldPath(first)))
    throw new CharmError(
      "output-twice",
      `${manifest}, line ${line}: charm writes ${first} itself, beside the outputs.`,
      { hint: "Give the output another name." },
    );
  return steps.join("/");
}

type ResolveFolder = (folder: string) => Promise<string>;

/** Each folder is looked at once. */
function openResolver(): ResolveFolder {
  const known = new Map<string, Promise<string>>();
  const resolveFolder: ResolveFolder = (folder) => {
    const found = known.get(folder);
    if (found !== undefined) return found;
    const made = resolveReal(folder, resolveFolder);
    known.set(folder, made);
    return made;
  };
  return resolveFolder;
}

function refuseOutside(
  path: string,
  { line, file, home }: WishedOutput,
  { manifest, folder, corpus, index, homes }: OutputPlace,
): void {
  if (!liesIn(path, folder) || path === folder)
    throw new CharmError(
      "output-outside",
      `${manifest}, line ${line}: a link leads the output “${file}” out of the output folder.`,
      { hint: "Take the link away, or name the output elsewhere." },
    );
  // What charm writes of one home would be read as a document of all homes at the next indexing.
  if (liesIn(path, corpus))
    throw new CharmError(
      "output-in-corpus",
      `${manifest}, line ${line}: the output “${file}” lies in the corpus.`,
      {
        hint: "It would be indexed as a document: name a folder outside the corpus under “output:”, or with -o.",
      },
    );
  if (index !== null && liesIn(path, index))
    throw new CharmError(
      "output-in-index",
      `${manifest}, line ${line}: the output “${file}” lies in the folder of the library.`,
      {
        hint: "That folder is charm's own: name another under “output:”, or with -o.",
      },
    );
  const owner = ownerOfPath(path, homes);
  if (owner === null || owner === home) return;
  throw new CharmError(
    "output-of-other-home",
    `${manifest}, line ${line}: the output “${file}” lies in the folder of another home, ${owner.name}.`,
    { hint: "Choose an output folder that is in no home's folder." },
  );
}

async function refuseFolder(
  path: string,
  { line, file }: WishedOutput,
  { manifest }: OutputPlace,
): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (found === null || found.isFile()) return;
  // A link that leads to nothing may lead anywhere tomorrow.
  const what = found.isDirectory() ? "a folder" : "no ordinary file";
  throw new CharmError(
    "output-is-folder",
    `${manifest}, line ${line}: the output “${file}” is ${what}.`,
    { hint: "Give the output another name." },
  );
}

function refuseTwice({ line, file }: WishedOutput, twin: number, { manifest }: OutputPlace): never {
  const where = twin === line ? `line ${line} asks twice` : `lines ${twin} and ${line} both ask`;
  throw new CharmError("output-twice", `${manifest}: ${where} for the output “${file}”.`, {
    hint: "Give each job an output of its own, with {home} and {job} in the pattern.",
  });
}

/** A file cannot be a folder of another as well. */
function refuseNested(
  placed: readonly PlacedOutput[],
  wishes: readonly WishedOutput[],
  lines: ReadonlyMap<string, number>,
  { manifest, folder }: OutputPlace,
): void {
  for (const [at, { path, file }] of placed.entries()) {
    for (let above = dirname(path); above.length > folder.length; above = dirname(above)) {
      const other = lines.get(foldPath(above));
      if (other === undefined) continue;
      throw new CharmError(
        "output-twice",
        `${manifest}: line ${other} asks for a file where line ${wishes[at]?.line} has a folder, “${file}”.`,
        { hint: "Give one of the two outputs another name." },
      );
    }
  }
}
