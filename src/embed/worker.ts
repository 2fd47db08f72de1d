// A process of its own that embeds the texts it is sent; its argument is the model, as JSON.
import type { Jobs } from "../models/jobs.ts";
import { serveJobs } from "../models/serve-jobs.ts";
import type { WorkerModel } from "./embedding-work.ts";

const [, , argument = ""] = process.argv;
serveJobs(openJobs(argument));

async function openJobs(json: string): Promise<Jobs> {
  const model = JSON.parse(json) as WorkerModel;
  if (model.kind === "local") {
    const { createLocalEncoder } = await import("./local/local-encoder.ts");
    return createLocalEncoder(model.model, model.prefix).jobs;
  }
  const { openBuiltInEncoder } = await import("./built-in-encoder.ts");
  return (await openBuiltInEncoder(model.folder)).jobs;
}
