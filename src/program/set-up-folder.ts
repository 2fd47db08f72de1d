// Takes a folder; leaves in it what charm works with: settings, a corpus, and a sample where the corpus was empty.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CharmError, messageOf } from "../errors.ts";

/** Two steps up from src/ and from dist/: documents of the project's own writing. */
const sample = fileURLToPath(new URL("../../corpus/", import.meta.url));

export interface FolderSetUp {
  /** Names below the folder, in order of name. */
  readonly made: readonly string[];
  /** Were there already, and are left as they are. */
  readonly kept: readonly string[];
}

/**
 * Nothing that is there is changed, and no sample is put beside documents.
 * @param folder absolute path; made where it is not there
 * @throws CharmError `output-failed`
 */
export async function setUpFolder(folder: string): Promise<FolderSetUp> {
  try {
    const corpus = join(folder, "corpus");
    await mkdir(corpus, { recursive: true });
    const isEmpty = (await readdir(corpus)).length === 0;
    const copied = isEmpty ? await copySample(corpus) : [];
    const written = [
      await writeWhereNone(folder, "charm.yaml", settings),
      ...(isEmpty ? [] : [await writeWhereNone(folder, "corpus/sources.yaml", sources)]),
    ];
    return {
      made: [...copied, ...written.flatMap(({ name, isNew }) => (isNew ? [name] : []))].toSorted(),
      kept: written.flatMap(({ name, isNew }) => (isNew ? [] : [name])),
    };
  } catch (cause) {
    throw new CharmError("output-failed", `${folder} cannot be set up. ${messageOf(cause)}`, {
      hint: "Name a folder that you may write to:  charm init -o FOLDER",
      cause,
    });
  }
}

async function copySample(corpus: string): Promise<string[]> {
  const files = await readdir(sample);
  for (const file of files)
    // Written and not copied: a copy has the rights of the sample, whatever the user's umask.
    await writeFile(join(corpus, file), await readFile(join(sample, file)), { flag: "wx" });
  return files.map((file) => `corpus/${file}`);
}

async function writeWhereNone(folder: string, name: string, text: string) {
  try {
    await writeFile(join(folder, name), text, { flag: "wx" });
    return { name, isNew: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return { name, isNew: false };
    throw error;
  }
}

/** What is commented out is what holds when nothing is said, or an example. */
const settings = `# Settings of charm for this folder. Flags and the environment are heard before them.
corpus: corpus # folder of the documents
index: index # where the library is kept; it can be deleted, and is made anew
# offline: true # open no network connection, whatever is set below

# A language model writes prose in place of quotations; each statement is verified. Keys stand in the environment
# (OPENAI_API_KEY) and never here.
# model:
#   name: gpt-4.1-mini
#   baseUrl: http://127.0.0.1:11434/v1 # a server of your own; without it OpenAI's

# Homes whose documents are kept apart: --home "Elm House" says for which of them a run is.
# homes:
#   - name: Elm House
#     folders: [elm]
#     aliases: [Elm]
#     facts: elm/home.yaml # made by: charm init home -o elm/home.yaml
`;

const sources = `# What charm is told of the documents in this folder; what is not said here it takes from the documents themselves.
# \`charm index\` prints what it takes each for.
documents: []
#  - file: Guide_to_the_regulations.pdf
#    title: Guide to the children's homes regulations including the quality standards
#    short: Guide # how it is named in citations
#    version: "1.17"
#    date: 2015-04
#    authority: statutory-guidance # legislation, statutory-guidance, inspection, own, voluntary, other, untrusted
#  - file: policies/ # a folder: what comes later too
#    authority: own
`;
