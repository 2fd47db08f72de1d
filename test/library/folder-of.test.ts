import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf, requireNear } from "../../src/library/folder-of.ts";

describe("the place of a library", () => {
  it.each([
    ["index", resolve("index")],
    ["db-of-ours", resolve("db-of-ours")],
    ["file:///tmp/x", "/tmp/x"],
    ["s3://bucket/library", null],
    ["db://team", null],
  ])("%s is in the folder %s", (uri, folder) => {
    expect(folderOf(uri)).toBe(folder);
  });

  it("must be near where no connection may be opened", () => {
    for (const uri of ["s3://bucket/library", "gs://b/l", "az://b/l", "db://team"]) {
      expect(() => requireNear(uri, true)).toThrow(`The index ${uri} is elsewhere`);
      expect(() => requireNear(uri, false)).not.toThrow();
    }
    for (const uri of ["index", "file:///tmp/x", "memory://x"])
      expect(() => requireNear(uri, true)).not.toThrow();
  });
});
