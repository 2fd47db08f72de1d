// Keeps which jobs of a batch are done, line by line, so that a run which was killed goes on where it stood.
import { open } from "node:fs/promises";
import { join } from "node:path";
import { readFile } from "../files/read-file.ts";
import { hashOf } from "../text/hash-of.ts";
import { replaceFile } from "../files/write-file-atomically.ts";
import { compareText } from "../text/compare-text.ts";
import { journalName } from "./own-files.ts";
import type { JobRecord } from "./record.ts";

/** Raised whenever entries are no longer what they were: older ones are then passed over. */
const form = 1;

export interface JournalEntry {
  /** Digest of all that the job was made from. */
  readonly inputs: string;
  /** Digests of its files, by their names below the output folder. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly record: JobRecord;
}

export interface Journal {
  /** All entries of a file, oldest first. */
  readonly entriesOf: (file: string) => readonly JournalEntry[];
  /** Settles when the entry is on the disk: it is written before the files that it tells of. */
  readonly add: (entry: JournalEntry) => Promise<void>;
  /** Writes anew the one entry that holds of each file, so that the same batch leaves the same journal. */
  readonly settle: (holds: (entry: JournalEntry) => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

export function digestOf(content: string | Uint8Array): string {
  return hashOf(content);
}

/** Entries of a journal that is there or not. A line that was cut off says nothing. */
export async function readJournal(folder: string): Promise<JournalEntry[]> {
  const text = await readFile(join(folder, journalName), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return "";
      throw error;
    },
  );
  return text.split("\n").flatMap((line) => readEntry(line) ?? []);
}

function readEntry(line: string): JournalEntry | null {
  try {
    const { v, ...entry } = JSON.parse(line) as JournalEntry & { readonly v?: number };
    return v === form && typeof entry.outputs === "object" ? entry : null;
  } catch {
    return null;
  }
}

/** The folder has to be there; one process at a time has its journal open. */
export async function openJournal(folder: string): Promise<Journal> {
  let entries = await readJournal(folder);
  const byFile = new Map<string, JournalEntry[]>();
  const know = (entry: JournalEntry): void => {
    for (const file of Object.keys(entry.outputs)) {
      const known = byFile.get(file);
      if (known === undefined) byFile.set(file, [entry]);
      else known.push(entry);
    }
  };
  for (const entry of entries) know(entry);
  const path = join(folder, journalName);
  // What an earlier run left in the middle of a line ends here.
  await replaceFile(path, entries.map(writeEntry).join(""));
  const handle = await open(path, "a");
  let turn: Promise<void> = Promise.resolve();
  return {
    entriesOf: (file) => byFile.get(file) ?? [],
    add: (entry) => {
      const work = async (): Promise<void> => {
        await handle.appendFile(writeEntry(entry));
        await handle.sync();
        entries.push(entry);
        know(entry);
      };
      const done = turn.then(work);
      turn = done.catch(() => {});
      return done;
    },
    settle: async (holds) => {
      const kept = new Map<string, JournalEntry>();
      for (const entry of entries) {
        const [file = ""] = Object.keys(entry.outputs);
        const held = kept.get(file);
        if (held === undefined || holds(entry) || !holds(held)) kept.set(file, entry);
      }
      entries = [...kept.entries()].toSorted(([a], [b]) => compareText(a, b)).map(([, one]) => one);
      await replaceFile(path, entries.map(writeEntry).join(""));
    },
    close: () => handle.close(),
  };
}

function writeEntry({ inputs, outputs, record }: JournalEntry): string {
  return `${JSON.stringify({ v: form, inputs, outputs, record })}\n`;
}
