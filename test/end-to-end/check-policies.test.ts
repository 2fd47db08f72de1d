// Policies checked as a user checks them: a Word file against the project's own corpus, and the cases beside the project.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extractDocx } from "../../src/extract/word/extract-docx.ts";
import { docxParts, makeZip, paragraph } from "../extract/word/make-docx.ts";
import { makeOwnLibrary } from "../support/own-library.ts";
import { runCharm } from "../support/run-charm.ts";
import { hasShared, sharedPath, withoutShared } from "../support/shared-folder.ts";

interface Checked {
  readonly file: string;
  readonly findings: readonly Record<string, unknown>[];
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-check-policies-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("charm check policy.docx", () => {
  it("tells section and page, ends with 3, and marks a copy", async () => {
    const { home } = await makeOwnLibrary();
    const place = ["--corpus", join(home, "corpus"), "--index", join(home, "index"), "--offline"];
    const body =
      paragraph("Fire drills (Regulation 99)", { style: "heading1" }) +
      paragraph("The Local Safeguarding Children Board is told within 28 days.");
    const before = makeZip(docxParts(body));
    await writeFile(join(folder, "policy.docx"), before);
    const args = ["check", "policy.docx", "--output", "marked.docx", "--json", "--quiet", ...place];
    const { code, stdout } = await runCharm(args, { cwd: folder });
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        file: "policy.docx",
        findings: [
          {
            code: "reference-missing",
            line: null,
            section: "Fire drills (Regulation 99)",
            page: null,
          },
          { code: "replaced-named", section: "Fire drills (Regulation 99)" },
        ],
      },
    ]);
    const marked = new Uint8Array(await readFile(join(folder, "marked.docx")));
    expect(extractDocx(marked).pages).toEqual(extractDocx(before).pages);
    expect(new Uint8Array(await readFile(join(folder, "policy.docx")))).toEqual(before);
    const same = await runCharm(["check", "policy.docx", "-o", "policy.docx", ...place], {
      cwd: folder,
    });
    expect(same).toMatchObject({ code: 2, stdout: "" });
  });
});

describe.skipIf(!hasShared)(`the cases of checking${withoutShared}`, () => {
  const check = async (name: string): Promise<string[]> => {
    const at = sharedPath("cases", name);
    const place = ["--corpus", join(at, "corpus"), "--index", join(folder, name), "--offline"];
    const { stdout } = await runCharm(
      ["check", join(at, "report.md"), "--json", "--quiet", ...place],
      { cwd: folder },
    );
    const [report] = JSON.parse(stdout) as Checked[];
    return (report?.findings ?? []).map(
      ({ line, severity, code }) => `${line} ${severity} ${code}`,
    );
  };

  it("looks for a quotation in the document that it is given to", async () => {
    expect(await check("check-quote-of-whole-document")).toEqual([
      "3 error quote-not-on-page",
      "5 error quote-not-on-page",
      "7 error quote-not-on-page",
    ]);
  });

  it("reads a section of the provider's own document as that document's", async () => {
    expect(await check("check-section-of-own-document")).toEqual(["5 error reference-missing"]);
  });
});
