import { describe, expect, it } from "vitest";
import { prepareDocument } from "../../src/use-cases/prepare-document.ts";

const file = { file: "a.md", path: "/a.md", bytes: 20, modified: 0, declared: {} };
const content = {
  bytes: new Uint8Array(Buffer.from("# Doors\n\nShut them.\n")),
  sha256: "0".repeat(64),
};
const failing = (error: unknown) => ({
  most: 400,
  fewest: 40,
  count: () => {
    throw error;
  },
});

describe("prepareDocument", () => {
  it("makes a failure of the file of whatever charm itself fails at", async () => {
    const error = new RangeError("Maximum call stack size exceeded");
    await expect(prepareDocument(file, content, failing(error))).rejects.toMatchObject({
      name: "CharmError",
      code: "unreadable",
      message: "charm failed at it (Maximum call stack size exceeded).",
      cause: error,
    });
  });

  it("lets an abort through as it is", async () => {
    const controller = new AbortController();
    const limits = failing(new Error("late"));
    const reason = new Error("stopped");
    const stop = { ...limits, count: () => (controller.abort(reason), limits.count()) };
    await expect(prepareDocument(file, content, stop, { signal: controller.signal })).rejects.toBe(
      reason,
    );
  });

  it("tells of a text in another language, and keeps it", async () => {
    const welsh =
      "Rhaid i'r person cofrestredig sicrhau bod staff yn cael eu goruchwylio'n rheolaidd a bod cofnodion yn cael eu cadw. ";
    const bytes = new Uint8Array(Buffer.from(`# Polisi\n\n${welsh.repeat(4)}\n`));
    const limits = { most: 400, fewest: 5, count: (text: string) => text.split(/\s+/).length };
    const { problems, passages } = await prepareDocument(file, { ...content, bytes }, limits);
    expect(problems).toEqual([
      {
        code: "not-english",
        pages: [],
        message: expect.stringContaining("It is not in English"),
      },
    ]);
    expect(passages.length).toBeGreaterThan(0);
  });
});
