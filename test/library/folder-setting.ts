// A library in a folder of its own for each test, and what is put into it.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { WriteOptions } from "../../src/library/lance/lance-writer.ts";
import type { Library, NewDocument } from "../../src/library/library.ts";
import { createLibrary, openLibrary } from "../../src/library/open-library.ts";
import { lockName } from "../../src/library/lock.ts";
import { fill, type Place } from "./contract-setting.ts";
import { makeDocument, model } from "./fixtures.ts";

export const notes = makeDocument("notes.md", [
  "The boiler is serviced.",
  "The garden has a gate.",
]);
export const rules = makeDocument("rules.md", ["The gate is shut at night."]);

export interface FolderPlace {
  folder: string;
  /** Where the library is to be, below `folder`; not made yet. */
  index: string;
  make(documents?: readonly NewDocument[]): Promise<Library>;
  open(): Promise<Library>;
}

/** Renews the folder before each test of a file and deletes it afterwards. */
export function useFolder(): FolderPlace {
  const place: FolderPlace = {
    folder: "",
    index: "",
    make: async (documents = [notes]) =>
      fill(await createLibrary(place.index, model, "chunks@1"), documents),
    async open() {
      const library = await openLibrary(place.index, model);
      if (library === null) throw new Error("no library");
      return library;
    },
  };
  beforeEach(async () => {
    place.folder = await mkdtemp(join(tmpdir(), "charm-open-"));
    place.index = join(place.folder, "index");
  });
  afterEach(() => rm(place.folder, { recursive: true, force: true }));
  return place;
}

export async function listFiles(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

/** A folder for the contract of libraries; `settings` go to each run that opens it. */
export async function makeFolder(settings: WriteOptions = {}): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "charm-library-"));
  return {
    create: (options) => createLibrary(folder, model, "chunks@1", { ...settings, ...options }),
    open: (options) => openLibrary(folder, model, { ...settings, ...options }),
    forgetLock: () => rm(join(folder, lockName), { force: true }),
    clean: () => rm(folder, { recursive: true, force: true }),
  };
}
