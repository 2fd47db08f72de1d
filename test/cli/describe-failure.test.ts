import { CommanderError } from "commander";
import { describe, expect, it } from "vitest";
import { describeFailure, type Failure } from "../../src/cli/describe-failure.ts";
import { CharmError, exitCodes, InterruptedError } from "../../src/errors.ts";
import { capture } from "./run-cli.ts";

function describeIt(error: unknown, env: Record<string, string> = {}): Promise<Failure> {
  const { stream } = capture();
  return describeFailure(error, { interrupted: false, command: "ask", colourful: stream, env });
}

describe("describeFailure", () => {
  it.each<[string, unknown, number]>([
    ["a failure of use or configuration", new CharmError("x", "No."), exitCodes.usage],
    ["one with its own exit code", new CharmError("x", "No.", { exitCode: 4 }), exitCodes.stale],
    ["wrong usage", new CommanderError(1, "commander.unknownOption", "error: no"), exitCodes.usage],
    ["an interruption", new InterruptedError(), exitCodes.interrupted],
    ["an abort", AbortSignal.abort().reason, exitCodes.interrupted],
    ["anything else", new TypeError("x is not a function"), exitCodes.unexpected],
    ["something that is no error", "what?", exitCodes.unexpected],
  ])("%s", async (_, error, code) => {
    expect((await describeIt(error)).exitCode).toBe(code);
  });

  it("indents a hint of several lines", async () => {
    const error = new CharmError("x", "The file is wrong.", { hint: "Write it like this:\na: b" });
    const { text } = await describeIt(error);
    expect(text).toBe("error: The file is wrong.\n  Write it like this:\n  a: b\n");
  });

  it("makes a suggestion of commander a hint", async () => {
    const message = "error: unknown option '--jsn'\n(Did you mean --json?)";
    const { text } = await describeIt(new CommanderError(1, "commander.unknownOption", message));
    expect(text).toBe(
      "error: unknown option '--jsn'.\n  Did you mean --json?\n  See: charm ask --help\n",
    );
  });

  it("shows a stack only when it is asked for", async () => {
    const error = new TypeError("x is not a function\nat length");
    expect((await describeIt(error)).text).toBe(
      "error: x is not a function\n  This was not expected. Run with CHARM_DEBUG=1 for details.\n",
    );
    expect((await describeIt(error, { CHARM_DEBUG: "1" })).text).toContain("describe-failure.test");
  });

  it("lets no name steer the terminal", async () => {
    const { text } = await describeIt(new CharmError("x", "No file \u001B[2Jname\u0007.pdf."));
    expect(text).toBe("error: No file name.pdf.\n");
  });

  it("is red where colour is wanted", async () => {
    const { text } = await describeIt(new CharmError("x", "No."), { FORCE_COLOR: "1" });
    expect(text).toBe("\u001B[31merror:\u001B[39m No.\n");
  });
});
