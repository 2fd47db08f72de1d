// A folder of its own with a corpus and an index, and the use cases run on it with a fake model.
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Embedder } from "../../src/embed/embedder.ts";
import type { Recogniser } from "../../src/extract/pdf/ocr/recogniser.ts";
import type { Library } from "../../src/library/library.ts";
import type { Answer } from "../../src/report/answer.ts";
import { answerQuestions } from "../../src/use-cases/answer-questions.ts";
import type { IndexedFile, IndexEvent } from "../../src/use-cases/events.ts";
import type { IndexReport } from "../../src/use-cases/index-corpus.ts";
import {
  bringUpToDate,
  openUpToDate,
  type Behind,
  type ReadDeps,
} from "../../src/use-cases/open-up-to-date.ts";
import { openReferences } from "../../src/use-cases/open-references.ts";
import { collect } from "./collect.ts";
import { createFakeEmbedder } from "./fake-embedder.ts";
import { fakeNearness } from "./fake-nearness.ts";

export interface RunOptions {
  readonly embedder?: Embedder;
  readonly recogniser?: Recogniser;
  readonly signal?: AbortSignal;
  readonly paths?: readonly string[];
  readonly rebuild?: boolean;
  readonly onEvent?: (event: IndexEvent) => void;
}

export interface TempHome {
  readonly folder: string;
  readonly corpus: string;
  readonly index: string;
  write(file: string, content: string | Uint8Array): Promise<void>;
  remove(file: string): Promise<void>;
  indexWith(options?: RunOptions): Promise<IndexReport>;
  /** Each file's status, after indexing. */
  statuses(options?: RunOptions): Promise<Record<string, IndexedFile["status"]>>;
  open(
    options?: RunOptions & {
      readonly onBehind?: (why: Behind) => void;
      readonly onOlder?: ReadDeps["onOlder"];
    },
  ): Promise<Library>;
  ask(question: string, options?: Parameters<TempHome["open"]>[0]): Promise<Answer>;
  delete(): Promise<void>;
}

export async function makeTempHome(): Promise<TempHome> {
  const folder = await mkdtemp(join(tmpdir(), "charm-home-"));
  const corpus = join(folder, "corpus");
  const index = join(folder, "index");
  await mkdir(corpus);
  let writes = 0;
  const depsOf = ({ embedder, recogniser, signal, onEvent }: RunOptions) => {
    const model = embedder ?? createFakeEmbedder();
    return {
      queryEmbedder: model,
      openIndexEmbedder: () => Promise.resolve(model),
      recogniser,
      signal: signal ?? new AbortController().signal,
      onEvent: onEvent ?? (() => {}),
    };
  };
  const home: TempHome = {
    folder,
    corpus,
    index,
    write: async (file, content) => {
      const path = join(corpus, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
      // Two writes within one tick of a coarse clock must still differ.
      writes += 1;
      await utimes(path, 1_600_000_000 + writes, 1_600_000_000 + writes);
    },
    remove: (file) => rm(join(corpus, file)),
    indexWith: async (options = {}) => {
      const { paths = [], rebuild = false } = options;
      const report = await bringUpToDate(
        { corpus, index, paths, rebuild, retry: true },
        depsOf(options),
      );
      report.library.close();
      return report;
    },
    statuses: async (options = {}) => {
      const { documents } = await home.indexWith(options);
      return Object.fromEntries(documents.map(({ file, status }) => [file, status]));
    },
    open: (options = {}) =>
      openUpToDate(
        { corpus, index },
        {
          ...depsOf(options),
          onBehind: options.onBehind ?? (() => {}),
          onOlder: options.onOlder ?? null,
        },
      ),
    ask: async (question, options = {}) => {
      const library = await home.open(options);
      try {
        const embedder = options.embedder ?? createFakeEmbedder();
        const references = () => openReferences(library);
        const deps = {
          library,
          embedder,
          references,
          nearness: fakeNearness,
          likeness: fakeNearness,
        };
        const [answer] = await collect(answerQuestions([question], deps));
        if (!answer) throw new Error("no answer");
        return answer;
      } finally {
        library.close();
      }
    },
    delete: () => rm(folder, { recursive: true, force: true }),
  };
  return home;
}
