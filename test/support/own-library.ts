// The library of the project's own corpus, made once for all tests as a user makes it: by the first `charm ask`.
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { makeOnce } from "./make-once.ts";
import { root } from "./project.ts";
import { runCharm, type ProgramRun } from "./run-charm.ts";

export interface OwnLibrary {
  /** A working directory with `corpus/` and `index/`; nobody changes either. */
  readonly home: string;
  /** The run that made the index. */
  readonly first: ProgramRun;
}

export const ownQuestion = "What qualifications must our registered manager hold?";

export function makeOwnLibrary(): Promise<OwnLibrary> {
  return makeOnce("own-library", async (home) => {
    await cp(join(root, "corpus"), join(home, "corpus"), { recursive: true });
    return { home, first: await runCharm(["ask", ownQuestion], { cwd: home }) };
  });
}
