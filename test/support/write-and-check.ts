// Has charm answer questions of every kind and check its own reports; gives what its check finds that they do not say.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import type { CheckedReport } from "../../src/use-cases/check-reports.ts";
import { runCharm } from "./run-charm.ts";

/** Of every form an answer has: single facts, lists, parts, surveys, differences, plans, what is declined. */
const questions = [
  "What qualifications must our registered manager hold?",
  "How soon must Ofsted be told of a serious event?",
  "Within how many days must we talk to a child after a restraint, and what do we write down?",
  "What has to be in our statement of purpose and who gets it?",
  "Who can be the independent person, how often do they visit, and who gets their report?",
  "Which policies must a children's home have?",
  "Does our plan on reporting serious incidents to Ofsted meet the law?",
  "A child has gone missing overnight. What must we do?",
  "How do we recruit staff safely?",
  "May staff lock a child in a bedroom?",
  "What does regulation 45(4) say?",
  "How do inspectors judge how well children are protected?",
  "Draft a section on medicines for our staff handbook.",
  "How many moons does the planet Jupiter have?",
];

/** Each a way of writing the same answers. */
const forms: readonly (readonly string[])[] = [[], ["--brief"], ["--max-words", "120"]];

/**
 * Writes reports on all questions, in each form, and checks them.
 * @param place options that say where corpus and index are
 * @returns what is found and not said in the report itself
 */
export async function writeAndCheck(place: readonly string[], folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const [i, form] of forms.entries()) {
    const file = join(folder, `report-${i}.md`);
    const asked = await runCharm(["ask", ...questions, ...form, "-o", file, ...place], {
      cwd: folder,
    });
    // One question is declined, and its reason told.
    expect(asked).toMatchObject({ code: 3 });
    expect(asked.stderr).toMatch(/^Question 14: Declined: /m);
    files.push(file);
  }
  const { stdout } = await runCharm(["check", ...files, "--json", ...place], { cwd: folder });
  const checked = JSON.parse(stdout) as CheckedReport[];
  expect(checked.map(({ file }) => file)).toEqual(files);
  const found = await Promise.all(
    checked.map(async ({ file, findings }) => {
      const report = await readFile(file, "utf8");
      return findings.filter(({ code }) => !report.includes(`(${code})`));
    }),
  );
  return found.flat().map(({ code, line, message }) => `${line} ${code}: ${message}`);
}
