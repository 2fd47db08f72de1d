import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SourceFile } from "../../src/discover/source-file.ts";
import { extract } from "../../src/extract/extract.ts";
import { assessTrust } from "../../src/trust/assess-trust.ts";
import { extractOnce } from "../support/extract-once.ts";
import { hasShared, sharedPath, withoutShared } from "../support/shared-folder.ts";

async function assess(name: string, bytes: Uint8Array, declared: SourceFile["declared"] = {}) {
  const file: SourceFile = { file: name, path: name, bytes: bytes.length, modified: 0, declared };
  return assessTrust(await extract(file, bytes), declared);
}

const encode = (text: string) => new TextEncoder().encode(text);

const sound = `The keeper's year

Every keeper looks after one lamp, one boat and a garden. In spring the lamp is taken apart and each piece is cleaned.

In autumn the boat is painted. The keeper writes down what was done, and the harbour master reads it. Winter brings storms.`;

const spam =
  "Cheap Garden Chairs Sale, Best Pasta Recipes 2019, Guitar Lessons Online, Used Tractor Prices, Quiz Answers Level 7, Hotel Vouchers Paris, Knitting Patterns Free";

const spliced = `Lamp oil is kept in tins. oil is kept in The keepers of lampsThe oil is kept. = new Date ). Lamp oil is kept in tins by the keepers of the lamp house on the rock. also see the Lamp ( 2011 ) oil for!: keepers call us on the rock... Subscribe now document.write Lamp oil is kept in tins by the keepers of the lamp house on the rock. keepers should...

${spam},`;

describe("assessTrust", () => {
  it("trusts a plain text", async () => {
    expect(await assess("year.txt", encode(sound))).toEqual({ untrusted: false, reasons: [] });
  });

  it("quarantines what is pasted together, and says why", async () => {
    const { untrusted, reasons } = await assess("oil.txt", encode(spliced));
    expect(untrusted).toBe(true);
    expect(reasons.map(({ code }) => code)).toEqual([
      "repeated-text",
      "script-residue",
      "link-spam",
      "spliced-text",
    ]);
    expect(reasons[2]?.message).toContain("Cheap Garden Chairs Sale");
  });

  it("needs more than one sign", async () => {
    expect(
      (await assess("page.txt", encode(`${sound}\n\nSome say document.write, and new Date.`)))
        .untrusted,
    ).toBe(false);
    expect((await assess("page.txt", encode(`${sound}\n\n${spam}`))).untrusted).toBe(false);
  });

  it("is overruled by an authority that was declared, and tells what it saw", async () => {
    const { untrusted, reasons } = await assess("oil.txt", encode(spliced), { authority: "other" });
    expect([untrusted, reasons.length]).toEqual([false, 4]);
    expect((await assess("year.txt", encode(sound), { authority: "untrusted" })).untrusted).toBe(
      true,
    );
  });

  it("copes with an empty text", async () => {
    const empty = {
      form: "flow" as const,
      pages: [],
      pageCount: null,
      info: { title: null, author: null, producer: null, created: null },
      problems: [],
      running: [],
      leftOut: [],
    };
    expect(assessTrust(empty)).toEqual({ untrusted: false, reasons: [] });
  });
});

describe.skipIf(!hasShared)(`the seed texts${withoutShared}`, () => {
  it("only the scraped page is quarantined", async () => {
    const folder = sharedPath("seeds");
    const flagged: string[] = [];
    for (const name of readdirSync(folder)) {
      const { untrusted } = await assess(name, new Uint8Array(readFileSync(join(folder, name))));
      if (untrusted) flagged.push(name.slice(0, 3));
    }
    expect(flagged).toEqual(["004"]);
  });

  it("no document of the guidance that is short enough to read here is", async () => {
    const folder = sharedPath("guidance");
    const names = readdirSync(folder).filter((name) =>
      /^(?:GOVUK|Ofsted).*\.(?:pdf|txt)$/.test(name),
    );
    const flagged: string[] = [];
    for (const name of names) {
      const { untrusted } = assessTrust(await extractOnce(join(folder, name)), {});
      if (untrusted) flagged.push(name);
    }
    expect(names.length).toBeGreaterThan(5);
    expect(flagged).toEqual([]);
  });
});
