// A PDF is handed to the program of the system as one argument, with its page where that program takes one.
import { describe, expect, it } from "vitest";
import { listOpeners, openWith } from "../../src/cli/open-file.ts";

const path = "/homes/Larch End; rm -rf $HOME/plan.pdf";

describe("opening a file", () => {
  it.each(["linux", "darwin", "win32"] as const)("gives the path whole on %s", (platform) => {
    for (const { args } of listOpeners(path, 7, platform)) expect(args.at(-1)).toBe(path);
  });

  it("tells the page to programs that take one", () => {
    const said = listOpeners(path, 7, "linux").filter(({ atPage }) => atPage);
    expect(said.map(({ args }) => args.join(" ").includes("7"))).toEqual([true, true]);
  });

  it("takes the first that is installed, and says where none is", async () => {
    const missing = { program: "no-such-program", args: [], atPage: true };
    const there = { program: process.execPath, args: ["--version"], atPage: false };
    expect(await openWith([missing, there], path)).toBe(there);
    await expect(openWith([missing], path)).rejects.toThrow("No program was found that opens");
  });
});
