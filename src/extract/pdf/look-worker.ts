// A thread of its own that looks at the pages of the PDFs it is sent.
import { parentPort } from "node:worker_threads";
import { lookAtPages } from "./look-at-pages.ts";
import type { LookReply, LookRequest } from "./guarded-look.ts";

const port = parentPort;

function reply(message: LookReply): void {
  port?.postMessage(message);
}

port?.on("message", async ({ bytes, wanted, limits }: LookRequest) => {
  try {
    for await (const seen of lookAtPages(bytes, wanted, limits)) reply({ kind: "page", seen });
  } catch {
    // A file that cannot be opened has no pages to show, and is told of where it is indexed.
  }
  reply({ kind: "done" });
});
