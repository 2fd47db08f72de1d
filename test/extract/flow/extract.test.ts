import { describe, expect, it } from "vitest";
import { extract } from "../../../src/extract/extract.ts";

const text = (value: string) => new Uint8Array(Buffer.from(value));

describe("extract", () => {
  it.each([
    ["a.TXT", "Plain\n\ntext", "Plain"],
    ["a.md", "# Marked\n\ntext", "Marked"],
    ["a.html", "<h1>Web</h1>", "Web"],
    ["a.htm", "<h1>Web</h1>", "Web"],
  ])("reads %s by its extension", async (file, content, first) => {
    expect((await extract({ file }, text(content))).pages[0]?.lines[0]?.text).toBe(first);
  });

  it.each([
    ["a.txt", "", "no-text"],
    ["a.pdf", "", "no-text"],
    ["a.txt", "\u0000\u0000\u0000\u0001", "unreadable"],
    ["a.xyz", "text", "unreadable"],
    ["deep.html", "<div>".repeat(100_000) + "x", "unreadable"],
    ["deep.md", ">".repeat(20_000) + "x", "unreadable"],
  ])("fails for %s in a way that names the fault and the remedy", async (file, content, code) => {
    await expect(extract({ file }, text(content))).rejects.toMatchObject({
      name: "CharmError",
      code,
      hint: expect.any(String),
    });
  });

  it("stops when told to", async () => {
    const stop = AbortSignal.abort(new Error("stop"));
    await expect(extract({ file: "a.txt" }, text("x"), { signal: stop })).rejects.toThrow("stop");
  });
});

describe("extract: endless text", () => {
  it("refuses more words than any document holds", async () => {
    const endless = "Every door is to be shut at night and opened in the morning.\n\n".repeat(
      340_000,
    );
    await expect(
      extract({ file: "a.txt" }, new Uint8Array(Buffer.from(endless))),
    ).rejects.toMatchObject({
      code: "unreadable",
      message: expect.stringContaining("3 million words"),
    });
  });
});
