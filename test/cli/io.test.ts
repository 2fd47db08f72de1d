import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { writeText } from "../../src/cli/io.ts";

function failing(code: string): Writable {
  const stream = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(`write ${code}`), { code })),
  });
  return stream.on("error", () => {});
}

describe("writeText", () => {
  it("waits until a slow reader has taken the text", async () => {
    let taken = "";
    const slow = new Writable({
      highWaterMark: 1,
      write: (chunk: Buffer, _encoding, done) => {
        taken += chunk.toString();
        setTimeout(done, 20);
      },
    });
    await writeText(slow, "a".repeat(100_000));
    expect(taken).toHaveLength(100_000);
  });

  it("takes a reader that has gone away for the end of the wish", async () => {
    await expect(writeText(failing("EPIPE"), "text")).resolves.toBeUndefined();
  });

  it("tells any other fault", async () => {
    await expect(writeText(failing("ENOSPC"), "text")).rejects.toMatchObject({
      code: "output-failed",
      exitCode: 1,
    });
  });
});
