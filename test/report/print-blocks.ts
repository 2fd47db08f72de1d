// Makes what a writer of reports takes, for the tests of both.
import { plain, type PrintBlock } from "../../src/report/print-block.ts";
import type { Run } from "../../src/text/wrap.ts";

export const marker = (n: number): Run => ({ text: `[${n}]`, style: "marker" });

export const paragraph = (...runs: readonly Run[]): PrintBlock => ({ kind: "paragraph", runs });

/** Right under the block before it. */
export const item = (depth: number, ...runs: readonly Run[]): PrintBlock => ({
  kind: "item",
  depth,
  runs,
  tight: true,
});

export const heading = (level: 1 | 2 | 3, text: string): PrintBlock => ({
  kind: "heading",
  level,
  runs: [plain(text)],
});
