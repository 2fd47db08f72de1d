// The founding texts indexed beside the law: what they aim at is never told as law, and nothing rests on the scraped one.
import { copyFile, cp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBuiltInEmbedder } from "../../src/embed/built-in.ts";
import type { TokenEmbedder } from "../../src/embed/token-embedder.ts";
import type { Answer } from "../../src/report/answer.ts";
import { createNearness } from "../../src/score/nearness.ts";
import { answerQuestions } from "../../src/use-cases/answer-questions.ts";
import { bringUpToDate } from "../../src/use-cases/open-up-to-date.ts";
import { createSubjectFinder } from "../../src/use-cases/find-subjects.ts";
import { openReferences } from "../../src/use-cases/open-references.ts";
import type { Library } from "../../src/library/library.ts";
import { makeOwnLibrary } from "../support/own-library.ts";
import { isBuilt } from "../support/project.ts";
import { hasShared, sharedPath } from "../support/shared-folder.ts";
import { collect } from "../support/collect.ts";
import { makeTempHome, type TempHome } from "../support/temp-home.ts";

const seeds = sharedPath("seeds");
const law = "Digest_of_the_Childrens_Homes_Regulations_2015.pdf";

/** The first is about what the charter speaks of, the second about the declaration, the third about the scraped text. */
const questions = [
  "What staff wellbeing and mental health policy, supervision and reflective spaces should we have?",
  "What must IROs do about children's return home to family?",
  "What does the reunification practice framework say about assessing risk before a return home?",
];

describe.skipIf(!hasShared || !isBuilt)(
  "answers beside the seed texts (skipped without ../shared, or before npm run build)",
  () => {
    let home: TempHome;
    let embedder: TokenEmbedder;
    let library: Library;
    let answers: Answer[];
    beforeAll(async () => {
      home = await makeTempHome();
      embedder = await openBuiltInEmbedder();
      // The law's passages are there already, and what else is in that library goes.
      await cp((await makeOwnLibrary()).home, home.folder, { recursive: true });
      for (const name of await readdir(home.corpus)) {
        if (name !== law && name !== "sources.yaml") await home.remove(name);
      }
      for (const name of await readdir(seeds)) {
        if (name.endsWith(".txt")) await copyFile(join(seeds, name), join(home.corpus, name));
      }
      const deps = {
        queryEmbedder: embedder,
        openIndexEmbedder: () => openBuiltInEmbedder(),
        signal: new AbortController().signal,
        onEvent: () => {},
      };
      const place = { corpus: home.corpus, index: home.index };
      const request = { paths: [], rebuild: false, retry: false };
      ({ library } = await bringUpToDate({ ...place, ...request }, deps));
      const references = () => openReferences(library);
      const subjects = createSubjectFinder(async () => embedder);
      const near = createNearness(async () => embedder);
      const answering = { library, embedder, references, subjects, ...near };
      answers = await collect(answerQuestions(questions, answering));
    }, 120_000);
    afterAll(async () => {
      library?.close();
      await embedder?.close();
      await home?.delete();
    });

    it("know each text for what it is", () => {
      const held = library.documents.map(({ file, authority }) => [file.slice(0, 3), authority]);
      expect(held.filter(([name]) => /^\d/.test(name ?? ""))).toEqual([
        ["000", "voluntary"],
        ["001", "voluntary"],
        ["002", "other"],
        ["003", "voluntary"],
        ["004", "untrusted"],
      ]);
    });

    it("quote the charter and the declaration as voluntary, under their own title", () => {
      const voluntary = answers.flatMap(({ claims }) =>
        claims.filter(({ authority }) => authority === "voluntary"),
      );
      expect(voluntary.length).toBeGreaterThan(0);
      for (const { answer, sources, claims } of answers) {
        const numbers = sources.filter(({ authority }) => authority === "voluntary");
        for (const { n } of numbers) {
          const citing = claims.filter(({ citations }) => citations.includes(n));
          expect(new Set(citing.map(({ authority }) => authority))).toEqual(new Set(["voluntary"]));
          const before = answer.slice(0, answer.indexOf(`[${n}]`));
          const title = [...before.matchAll(/^\*\*([^*]+)\*\*$/gm)].at(-1)?.[1];
          expect(title).toMatch(/voluntary/i);
        }
      }
    });

    it("rest nothing on the scraped text, nor on a report made by another program", () => {
      const files = answers.flatMap(({ sources }) => sources.map(({ file }) => file));
      expect(files.filter((file) => file.startsWith("004"))).toEqual([]);
      const errors = answers.flatMap(({ findings }) =>
        findings.filter(
          ({ code, severity }) => severity === "error" || /authority|untrusted|law/.test(code),
        ),
      );
      expect(errors).toEqual([]);
    });
  },
);
