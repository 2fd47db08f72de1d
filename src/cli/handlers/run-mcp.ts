// Carries out `charm mcp`: gives the exit code when the client has gone.
import type { Readable, Writable } from "node:stream";
import { toLibrary } from "../../api/library.ts";
import { exitCodes } from "../../errors.ts";
import { serve } from "../../mcp/serve.ts";
import { sanitise } from "../../text/sanitise.ts";
import { readVersion } from "../read-version.ts";
import type { CommonRequest } from "../requests.ts";
import type { HandlerContext } from "./context.ts";

/** Progress goes to the client that asked for it; standard error is for what is wrong with the connection. */
export async function runMcp(request: CommonRequest, context: HandlerContext): Promise<number> {
  const { io, signal } = context;
  const library = toLibrary(await context.openServices(request.settings), io.cwd);
  try {
    await serve({
      library,
      stopped: signal,
      version: readVersion(),
      stdin: io.stdin as Readable,
      stdout: io.stdout as unknown as Writable,
      onError: (message) => void io.stderr.write(`${sanitise(message)}\n`),
    });
    return exitCodes.done;
  } finally {
    await library.close();
  }
}
