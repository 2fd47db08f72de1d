// A thread of its own that recognises the words in the pictures it is sent, with tesseract.js.
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { messageOf } from "../../../errors.ts";
import type { RecogniseData, RecogniseReply } from "./open-recogniser.ts";
import { readBlocks, type Block } from "./read-blocks.ts";

/** The part of tesseract.js that is used: it is no dependency, so its own types may be missing. */
interface Tesseract {
  createWorker(
    languages: string,
    engine: number,
    options: {
      readonly langPath: string;
      readonly cacheMethod: "none";
      readonly gzip: true;
      readonly errorHandler: (error: unknown) => void;
    },
  ): Promise<{
    setParameters(parameters: Readonly<Record<string, string>>): Promise<unknown>;
    recognize(
      picture: Buffer,
      options: { readonly rotateAuto: true },
      output: { readonly text: false; readonly blocks: true },
    ): Promise<{ readonly data: { readonly blocks: readonly Block[] | null } }>;
  }>;
}

/** The network alone, without the older engine. */
const lstmOnly = 1;

/**
 * All of it is read from the packages' own files: without `langPath` the data would be fetched, and without
 * `cacheMethod` written into the working folder. In Node it finds its own worker and core beside itself.
 */
async function start() {
  const { createWorker } = createRequire(import.meta.url)("tesseract.js") as Tesseract;
  const { data } = workerData as RecogniseData;
  const worker = await new Promise<Awaited<ReturnType<Tesseract["createWorker"]>>>(
    (resolve, reject) => {
      createWorker("eng", lstmOnly, {
        langPath: data,
        cacheMethod: "none",
        gzip: true,
        // Without it, it would be thrown where nobody can catch it. Data that cannot be read is told here alone.
        errorHandler: (error) => reject(new Error(messageOf(error))),
      }).then(resolve, reject);
    },
  );
  await worker.setParameters({
    // No memory of words from one page to the next: a page reads the same whatever was read before it.
    tessedit_enable_doc_dict: "0",
    user_defined_dpi: "300",
    // Columns and tables are looked for: the usual way of tesseract.js takes a page for one block of text.
    tessedit_pageseg_mode: "3",
  });
  return worker;
}

const port = parentPort;

function reply(message: RecogniseReply): void {
  port?.postMessage(message);
}

const starting = start();
starting.then(
  () => reply({ kind: "ready" }),
  (error: unknown) => reply({ kind: "failed", message: messageOf(error) }),
);

port?.on("message", async (picture: Uint8Array) => {
  try {
    const worker = await starting;
    const options = { rotateAuto: true } as const;
    const output = { text: false, blocks: true } as const;
    const { data } = await worker.recognize(Buffer.from(picture), options, output);
    reply({ kind: "read", lines: readBlocks(data.blocks ?? []) });
  } catch (error) {
    reply({ kind: "failed", message: messageOf(error) });
  }
});
