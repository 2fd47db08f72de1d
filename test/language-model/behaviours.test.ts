// What servers do, and what `charm ask` makes of it: every behaviour that docs/models.md speaks of, over loopback.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AskHome } from "./ask-home.ts";
import { makeLadderHome, runBehaviour, secret, type Behaviour } from "./behaviours/behaviour.ts";
import { hiddenErrors, refusals, tooLong } from "./behaviours/refusals.ts";
import { forms, streams } from "./behaviours/replies.ts";
import { slips } from "./behaviours/slips.ts";
import { waits, windows } from "./behaviours/waits.ts";

let home: AskHome;
beforeAll(async () => {
  home = await makeLadderHome();
  await home.ask(["--engine", "extractive"]);
}, 30_000);
afterAll(() => home.remove());

const tables: Readonly<Record<string, readonly Behaviour[]>> = {
  "a server that refuses": refusals,
  "an error that comes as success": hiddenErrors,
  "a prompt too long for": tooLong,
  "a stream with": streams,
  "a reply with": forms,
  "a slip of form": slips,
  "a server that asks to wait:": waits,
  "a server that says of its window:": windows,
};

describe.each(Object.entries(tables))("%s", (_, behaviours) => {
  test.each(behaviours)("$name", async (behaviour) => {
    const { stdout, stderr } = await runBehaviour(home, behaviour);
    expect(stdout + stderr).not.toContain(secret);
  });
});
