// The library's contract: what its passages speak of is kept, and belongs to the documents that it holds.
import { expect, it } from "vitest";
import type { Library, MentionSource } from "../../src/library/library.ts";
import type { Mention } from "../../src/references/mention.ts";
import { fill, guide, newGuide, plan, regulations } from "./contract-setting.ts";
import type { Look, Start } from "./contract-setting.ts";

const places = ["reg/1/a", "reg/1", "reg/10", "sch/1/para/2"];

/** Each passage of a document speaks of the places of the regulations, where they are held. */
const source: MentionSource = async function* ({ documents, passagesOf }) {
  const law = documents.find(({ file }) => file === regulations.info.file);
  for (const { id } of documents) {
    const passages = await passagesOf(id);
    yield passages.flatMap((passage) =>
      law === undefined
        ? []
        : places.map((address, start): Mention => ({
            documentId: id,
            passage: passage.id,
            start,
            surface: `it’s ${address}`,
            provision: passage.ordinal,
            locator: null,
            page: 1,
            section: "Heading",
            to: { documentId: law.id, address, ordinal: start },
            kind: "refers",
            sure: true,
            among: 1,
          })),
    );
  }
};

export function describeMentions(start: Start, look: Look): void {
  const spokenOf = async (library: Library, address: string) =>
    (await library.mentionsOf(regulations.info.id, address)).map(
      ({ documentId, to }) => `${documentId.split("-")[0]} ${to.address}`,
    );

  it("gives mentions of a place, of its parts, and of what it is part of", async () => {
    const library = await look(await fill(await start(), [regulations, plan], source));
    expect(await spokenOf(library, "reg/1")).toEqual([
      "plan reg/1/a",
      "plan reg/1",
      "plan reg/1/a",
      "plan reg/1",
      "regulations reg/1/a",
      "regulations reg/1",
      "regulations reg/1/a",
      "regulations reg/1",
    ]);
    expect(await spokenOf(library, "reg/1/b")).toHaveLength(4);
    expect(await spokenOf(library, "sch/1")).toHaveLength(4);
    expect(await spokenOf(library, "reg/2")).toEqual([]);
    expect(await library.mentionsOf(plan.info.id, "reg/1")).toEqual([]);
  });

  it("gives what passages speak of, in the order of their words", async () => {
    const library = await look(await fill(await start(), [regulations, guide], source));
    const ids = guide.passages.map(({ passage }) => passage.id);
    const found = await library.mentionsIn([ids[1] ?? "", ids[0] ?? "", ids[1] ?? ""]);
    expect(found.map(({ passage, to }) => [passage, to.address])).toEqual(
      [ids[0], ids[1]].flatMap((id) => places.map((address) => [id, address])),
    );
    expect(found[0]).toMatchObject({ surface: "it’s reg/1/a", section: "Heading", page: 1 });
    expect(await library.mentionsIn([])).toEqual([]);
  });

  it("reads them anew with each change, of all documents", async () => {
    const before = await fill(await start(), [guide, plan], source);
    expect(await before.mentionsIn([plan.passages[0]?.passage.id ?? ""])).toEqual([]);
    const after = await look(await fill(before, [regulations, newGuide], source));
    expect(await spokenOf(after, "reg/10")).toEqual([
      "guide reg/10",
      "guide reg/10",
      "plan reg/10",
      "plan reg/10",
      "regulations reg/10",
      "regulations reg/10",
    ]);
    expect((await after.mentionsOf(regulations.info.id, "reg/10"))[0]?.documentId).toBe(
      newGuide.info.id,
    );
  });

  it("gives none of documents that are held no more, though the run was cut short", async () => {
    const library = await fill(await start(), [regulations, guide], source);
    const writer = await library.write();
    await writer.remove([guide.info.file]);
    await writer.close();
    const short = await look(library);
    if (short === library) return;
    expect(await spokenOf(short, "reg/10")).toEqual(["regulations reg/10", "regulations reg/10"]);
  });
}
