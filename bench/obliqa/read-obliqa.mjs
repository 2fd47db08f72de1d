// Takes the folders of the ObliQA benchmark; gives its passages with headings, and its questions.
// Layout: github.com/RegNLP/ObliQADataset. One JSON array of passages a document, one of questions.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A passage with more words is text of its own, not the heading of what stands below it. */
const mostHeadingWords = 14;

/**
 * @typedef {object} ObliqaPassage
 * @property {number} document
 * @property {string} number   its PassageID, such as `3.4.2.(a)`
 * @property {string} text
 * @property {string[]} trail   headings above it, outermost first
 */

/** @typedef {{ id: string, text: string, relevant: Set<string> }} ObliqaQuestion */

/**
 * What relevance is judged by.
 *
 * @param {number} document
 * @param {string} number
 */
export function passageKey(document, number) {
  return `${document}#${number}`;
}

/**
 * Passages of every document in order of document number; empty ones are left out.
 *
 * @param {string} folder
 * @returns {ObliqaPassage[][]}
 */
export function readDocuments(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  files.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return files.map((name) => {
    const rows = JSON.parse(readFileSync(join(folder, name), "utf8"));
    const texts = new Map(rows.map((row) => [trimNumber(row.PassageID), row.Passage]));
    return rows
      .filter((row) => row.Passage.trim() !== "")
      .map((row) => ({
        document: row.DocumentID,
        number: row.PassageID,
        text: row.Passage,
        trail: findTrail(row.PassageID, texts),
      }));
  });
}

/**
 * Questions with the keys of their relevant passages, empty ones left out.
 *
 * @param {string} file
 * @returns {ObliqaQuestion[]}
 */
export function readQuestions(file) {
  return JSON.parse(readFileSync(file, "utf8"))
    .map(({ QuestionID, Question, Passages }) => ({
      id: QuestionID,
      text: Question,
      relevant: new Set(
        Passages.filter(({ Passage }) => Passage === undefined || Passage.trim() !== "").map(
          ({ DocumentID, PassageID }) => passageKey(DocumentID, PassageID),
        ),
      ),
    }))
    .filter(({ relevant }) => relevant.size > 0);
}

/**
 * First lines of the passages whose numbers this one's number begins with, where they read as headings.
 *
 * @param {string} number
 * @param {ReadonlyMap<string, string>} texts
 */
function findTrail(number, texts) {
  const trail = [];
  for (let above = parentNumber(number); above !== ""; above = parentNumber(above)) {
    const heading = (texts.get(above) ?? "").trim().split("\n")[0] ?? "";
    if (heading !== "" && isHeading(heading)) trail.unshift(heading);
  }
  return [...new Set(trail)];
}

/** @param {string} text */
function isHeading(text) {
  return text.split(/\s+/).length <= mostHeadingWords && !/[.;:]$/.test(text);
}

/**
 * `3.4.2.(a)` → `3.4.2` → `3.4` → `3` → ``
 *
 * @param {string} number
 */
function parentNumber(number) {
  const trimmed = trimNumber(number);
  return trimNumber(
    trimmed.slice(0, Math.max(trimmed.lastIndexOf("."), trimmed.lastIndexOf("("), 0)),
  );
}

/** @param {string} number */
function trimNumber(number) {
  return number.replace(/\.+$/, "");
}
