import { describe, expect, it } from "vitest";
import { addLine, createTree } from "../../src/structure/tree.ts";

describe("createTree", () => {
  it("takes more paragraphs than a function takes arguments", () => {
    const tree = createTree();
    const section = tree.add(tree.root, { kind: "section", address: "1" });
    for (let at = 0; at < 300_000; at += 1)
      addLine(section, { text: "a", marks: [] }, 1 + (at >> 10), { fresh: true });
    const [root, first] = tree.flatten(new Set());
    expect(first?.content).toHaveLength(300_000);
    expect([root?.page, root?.pageEnd]).toEqual([1, 293]);
  });
});
