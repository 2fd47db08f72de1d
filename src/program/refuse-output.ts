// Takes the path that a result is to be written to; refuses what would overwrite what charm reads, or lie with another home.
import { open, realpath } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { CharmError } from "../errors.ts";
import { liesIn } from "../files/lies-in.ts";
import { resolveReal } from "../files/resolve-real.ts";
import { ownerOfPath } from "../homes/scope.ts";
import type { Homes } from "../homes/homes.ts";
import type { Settings } from "../settings/settings.ts";

/** What a command reads and writes besides documents. */
export interface OutputUse {
  /** Absolute paths of files and folders that the run reads; a file of a folder is one of them. */
  readonly reads: readonly string[];
  /** It writes Markdown: a name that other programs take for their own format would mislead them. */
  readonly isText: boolean;
}

const otherFormats: ReadonlySet<string> = new Set([
  ".docx",
  ".doc",
  ".odt",
  ".pdf",
  ".xlsx",
  ".pptx",
  ".html",
  ".yaml",
  ".yml",
]);

/** How files begin that charm wrote as reports, which it may write again. */
const ownBeginning = "# AI Assistant Strategy Session Report";

/**
 * Looks before the work is done; writes nothing.
 * @param path absolute
 * @throws CharmError `output-format`, `output-is-input`, `output-is-settings`, `output-of-other-home`, `output-in-corpus`
 */
export async function refuseOutput(
  path: string,
  { reads, isText }: OutputUse,
  {
    homes,
    settings,
  }: { readonly homes: Homes; readonly settings: Pick<Settings, "corpus" | "homes"> },
): Promise<void> {
  if (isText && otherFormats.has(extname(path).toLowerCase()))
    throw new CharmError("output-format", `${path}: this command writes Markdown.`, {
      hint: "Name a file that ends in .md; charm export makes a Word file, a page or a PDF of it.",
    });
  const target = await resolveReal(path);
  const isThere = (await realpath(path).catch(() => null)) !== null;
  const facts = homes.list.flatMap((home) => home.facts ?? []);
  const kept = await Promise.all(
    [join(settings.homes.folder, "charm.yaml"), ...facts].map((each) => resolveReal(each)),
  );
  if (kept.includes(target) || /^\.env\b/.test(basename(target)))
    throw new CharmError("output-is-settings", `${path} holds settings or facts of a home.`, {
      hint: "Name another file; this one stays as it is.",
    });
  const given = await Promise.all(reads.map((each) => resolveReal(each)));
  if (isThere && given.some((read) => target === read || liesIn(target, read)))
    throw new CharmError("output-is-input", `${path} is one of the files that are read.`, {
      hint: "Name another file; what is read stays as it is.",
    });
  const { choice, list } = homes;
  const owner = ownerOfPath(target, list);
  if (owner !== null && choice.kind === "one" && owner !== choice.home)
    throw new CharmError(
      "output-of-other-home",
      `${path} lies in the folder of another home, ${owner.name}.`,
      { hint: "Name a file that is in no other home's folder." },
    );
  if (isThere && liesIn(target, await resolveReal(settings.corpus)) && !(await isOwn(target)))
    throw new CharmError("output-in-corpus", `${path} is a document of the corpus.`, {
      hint: "Name another file; documents stay as they are.",
    });
}

/** Reports of charm's are written again in their place. */
async function isOwn(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, 0);
    return buffer.subarray(0, bytesRead).toString("utf8").startsWith(ownBeginning);
  } finally {
    await file.close();
  }
}
