// Connecting text of drafts: what a language model writes of a home stands only where a source of the home says so.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBuiltInEmbedder } from "../../../src/embed/built-in.ts";
import type { TokenEmbedder } from "../../../src/embed/token-embedder.ts";
import type { DraftSection, PolicyDraft } from "../../../src/policy/policy-draft.ts";
import { openWriter, writeProse } from "../../../src/policy/prose/write-prose.ts";
import { renderDraft } from "../../../src/policy/write-draft.ts";
import { createNearness } from "../../../src/score/nearness.ts";
import { listen, optionsFor } from "../../language-model/model-fixture.ts";
import { say, startServer, type Reaction } from "../../language-model/scripted-server.ts";
import { documents, madeDraft } from "./made-draft.ts";
import { borne, borneHeld, invented, inventedHeld, type Written } from "./planted.ts";

/** What a model would send that writes these sentences, with the keys of the pieces that they cite. */
function writing(sentences: readonly Written[]): Reaction {
  return (request, response) => {
    const prompt = request.body.messages.at(-1)?.content ?? "";
    const items = sentences.map(({ section, text, cites }) => ({
      part: section,
      kind: "draft",
      level: 0,
      text,
      sources: cites.map((words) => ({ key: keyIn(prompt, section, words), quote: "" })),
    }));
    return say(JSON.stringify({ items, missing: [] }))(request, response);
  };
}

function keyIn(prompt: string, section: number, words: string): string {
  const own = prompt
    .split(/^(?=Section \d+: )/m)
    .find((text) => text.startsWith(`Section ${section}: `));
  const pieces = (own ?? "").split(/^(?=k[2-9]\w{3,} \w)/m);
  const piece = pieces.find((text) => text.includes(words) && /^k\w+ /.test(text)) ?? "";
  return /^k\w+/.exec(piece)?.[0] ?? "none";
}

function sentencesOf({ sections }: PolicyDraft): string[] {
  return sections.flatMap(({ parts }: DraftSection) =>
    parts.flatMap((part) =>
      part.kind === "prose"
        ? part.sentences.map(({ runs }) =>
            runs
              .map(({ kind, text }) => (kind === "blank" ? `[to complete: ${text}]` : text))
              .join(" ")
              .replace(/ (?=[.,;])/g, ""),
          )
        : [],
    ),
  );
}

describe("writeProse", { timeout: 60_000 }, () => {
  let embedder: TokenEmbedder;
  beforeAll(async () => {
    embedder = await openBuiltInEmbedder();
  });
  afterAll(() => embedder.close());

  const write = async (sentences: readonly Written[]) => {
    const server = await startServer([writing(sentences)]);
    const { nearness } = createNearness(async () => embedder);
    const writer = await openWriter(optionsFor(server.baseUrl), { references: null }, nearness);
    try {
      const { draft } = await writeProse(madeDraft, documents, writer, listen());
      return { draft, said: sentencesOf(draft), calls: server.requests.length };
    } finally {
      writer.model.close();
      await server.close();
    }
  };

  it("says nothing of the home that no source of it says", async () => {
    const { said, draft } = await write([...invented, ...inventedHeld]);
    expect(said).toEqual([]);
    expect(draft.withheld?.length).toBe(invented.length + inventedHeld.length);
  });

  it("says what law asks for, what the home says, and what is still to be said", async () => {
    const { said, draft } = await write([...borne, ...borneHeld]);
    const all = [...borne, ...borneHeld].map(({ text }) => text);
    expect(all.filter((text) => !said.includes(text))).toEqual([]);
    expect(renderDraft(draft, null)).toContain("Draft text, to be agreed");
  });
});
