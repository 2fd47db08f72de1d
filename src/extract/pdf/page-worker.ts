// A thread of its own that reads the PDFs it is sent, page by page.
import { parentPort } from "node:worker_threads";
import { describeReadFailure, type PageReply, type PageRequest } from "./page-messages.ts";
import { plainReader } from "./read-pages.ts";
import { nameThread } from "./thread-time.ts";

const port = parentPort;

function reply(message: PageReply): void {
  port?.postMessage(message);
}

let isNamed = false;

port?.on("message", async ({ bytes, from }: PageRequest) => {
  if (!isNamed) reply({ kind: "thread", name: nameThread() });
  isNamed = true;
  try {
    await plainReader.read(bytes, from, {
      opened: (pdf) => reply({ kind: "opened", pdf }),
      starting: (page) => reply({ kind: "starting", page }),
      page: (page) => reply({ kind: "page", page }),
      broken: (page) => reply({ kind: "broken", page }),
      // Nobody gives up on itself.
      givenUp: () => {},
    });
    reply({ kind: "done" });
  } catch (error) {
    reply({ kind: "failed", failure: describeReadFailure(error) });
  }
});
