// Reads the numbers of paragraphs from tokens: "10.12 and 10.13", "3(a)", "19 and 20".
import { type Item, readItems } from "./items.ts";
import type { Token } from "./tokens.ts";
import { type Read, readDecimalPath, readNumberPath } from "./units.ts";

/** Numbers of paragraphs, all decimal or all whole. */
export function readParagraphItems(
  tokens: readonly Token[],
  at: number,
  plural: boolean,
): Read<readonly Item[]> | null {
  const options = { plural, tails: true };
  return (
    readItems(tokens, at, { readPath: readDecimalPath, ...options }) ??
    readItems(tokens, at, { readPath: readWholePath, ...options })
  );
}

function readWholePath(tokens: readonly Token[], at: number): Read<readonly string[]> | null {
  return tokens[at]?.type === "dotted" ? null : readNumberPath(tokens, at);
}
