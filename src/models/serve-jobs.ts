// Takes jobs; does them, in a worker process, as the program that started it asks.
import type { Jobs } from "./jobs.ts";
import { packFailure, type WorkReply, type WorkRequest } from "./worker-messages.ts";

/** @param opening the jobs, or why there are none: that is told with the first request */
export function serveJobs(opening: Promise<Jobs>): void {
  opening.catch(() => {});
  // Ctrl-C reaches every process of the terminal; the parent decides what it means.
  process.on("SIGINT", () => {});
  // The parent is gone, however it went: there is nobody left to answer, or to tell.
  process.on("disconnect", () => process.exit());
  process.on("message", async (request: WorkRequest) => {
    const reply = await answer(opening, request);
    process.send?.(reply, undefined, undefined, (error) => {
      if (error !== null) process.exit();
    });
  });
}

async function answer(opening: Promise<Jobs>, request: WorkRequest): Promise<WorkReply> {
  const { id, kind, items } = request;
  try {
    const { [kind]: job } = await opening;
    if (!job) throw new Error(`This model does nothing called ${kind}.`);
    const results = [];
    for (const item of items) results.push(await job(item as never));
    return { id, results };
  } catch (error) {
    return { id, failure: packFailure(error) };
  }
}
