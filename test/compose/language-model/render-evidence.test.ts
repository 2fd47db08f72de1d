// How evidence stands in a prompt: short heads, the numbers of paragraphs, each document once.
import { get_encoding } from "tiktoken";
import { describe, expect, test } from "vitest";
import { keyEvidence } from "../../../src/compose/language-model/keyed-evidence.ts";
import {
  renderDocuments,
  renderEvidence,
  renderPiece,
} from "../../../src/compose/language-model/render-evidence.ts";
import { advised, law, makeEvidence } from "./fixtures.ts";

describe("a piece of evidence", () => {
  test("has a head of key, authority, short name and locator, in at most twenty tokens", () => {
    const encoding = get_encoding("o200k_base");
    const heads = keyEvidence([law, advised]).map(
      (piece) => renderPiece(piece).split("\n")[0] ?? "",
    );
    expect(heads).toEqual([
      expect.stringMatching(/^k\w+ law: Regulation 7\(2\)$/),
      expect.stringMatching(/^k\w+ guidance: Guide 3\.4$/),
    ]);
    for (const head of heads) expect(encoding.encode(head).length).toBeLessThanOrEqual(20);
    encoding.free();
  });

  test("has before each line the number of its paragraph, where the text does not have it", () => {
    const schedule = makeEvidence("The aims of the home.\nIts ladders.\n(a) of wood;");
    const spans = schedule.passage.spans.map((span, i) => {
      const number = Math.min(i + 1, 2);
      const item = i === 2 ? { locator: "Schedule 1 para 2(a)", address: "sch/1/para/2/a" } : null;
      return {
        ...span,
        locator: `Schedule 1 para ${number}`,
        address: `sch/1/para/${number}`,
        ...item,
      };
    });
    const evidence = {
      ...schedule,
      passage: { ...schedule.passage, spans, locator: "Schedule 1", locators: ["Schedule 1"] },
    };
    const [piece] = keyEvidence([evidence]);
    expect(piece && renderPiece(piece).split("\n").slice(1)).toEqual([
      "1| The aims of the home.",
      "2| Its ladders.",
      "| (a) of wood;",
    ]);
  });

  test("stands between two lines of one mark, and its document is named once", () => {
    const pieces = keyEvidence([
      law,
      { ...law, passage: { ...law.passage, id: "d1/other" } },
      advised,
    ]);
    const lines = renderEvidence(pieces, "evidence-0123456789abcdef").split("\n");
    expect([lines[0], lines.at(-1)]).toEqual([
      "<evidence-0123456789abcdef>",
      "</evidence-0123456789abcdef>",
    ]);
    expect(renderDocuments(pieces)).toBe(
      "- Regulations: The Orchard Houses Regulations 2031 (as at 2031-02)\n- Guide: Guide to the orchard houses (as at 2031-02)",
    );
  });
});
