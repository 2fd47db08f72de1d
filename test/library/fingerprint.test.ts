import { expect, it } from "vitest";
import { fingerprintLibrary } from "../../src/library/fingerprint.ts";

const metadata = {
  schemaVersion: 1,
  embedderId: "m",
  dimensions: 8,
  tokenDimensions: 4,
  chunking: "c",
};
const a = { file: "a.md", sha256: "1", id: "a-1" };
const b = { file: "b.md", sha256: "2", id: "b-2" };

it("does not depend on order", () => {
  const print = fingerprintLibrary(metadata, [a, b]);
  expect(print).toMatch(/^[0-9a-f]{64}$/);
  expect(fingerprintLibrary({ ...metadata }, [b, a])).toBe(print);
});

it.each([
  ["bytes", metadata, [a, { ...b, sha256: "3" }]],
  ["what is said of a file", metadata, [a, { ...b, id: "b-9" }]],
  ["files", metadata, [a]],
  ["model", { ...metadata, embedderId: "n" }, [a, b]],
  ["chunking", { ...metadata, chunking: "d" }, [a, b]],
  ["layout", { ...metadata, schemaVersion: 2 }, [a, b]],
])("depends on %s", (_what, otherMetadata, documents) => {
  expect(fingerprintLibrary(otherMetadata, documents)).not.toBe(
    fingerprintLibrary(metadata, [a, b]),
  );
});
