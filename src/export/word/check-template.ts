// Takes the bytes of a client's template; refuses it where the text could not be put into it, or would not be safe there.
import { CharmError } from "../../errors.ts";
import { openPackage, type Package } from "../../extract/office/open-package.ts";
import { readZip, unpackEntry, ZipFault } from "../../extract/office/read-zip.ts";
import { editPackage, type EditedPackage, typesPart } from "../../office/edit-package.ts";
import { findParagraphs } from "../../office/find-paragraphs.ts";

const kind = { name: "Word document", extension: ".docx" };

/** What the paragraph says that the text takes the place of. */
export const bodyMark = /^\{\{\s*body\s*\}\}$/i;
const anyMark = /\{\{\s*body\s*\}\}/gi;

/**
 * @throws CharmError `encrypted`, `unreadable`, `not-editable`; `template-macros`, `template-not-word`, `template-mark`
 */
export function checkTemplate(template: Uint8Array): void {
  const parts = openPackage(template, kind);
  refuseOtherFiles(parts);
  refuseDamaged(template, parts);
  const target = editPackage(template);
  refuseMacros(target, parts);
  refuseMarks(target, parts);
}

/** Spreadsheets and slides are packages too. */
function refuseOtherFiles(parts: Package): void {
  const main = parts.relations("").find(({ type }) => type === "officeDocument")?.target ?? "";
  const what = [
    [/^xl\//i, "an Excel workbook"],
    [/^ppt\//i, "a PowerPoint presentation"],
  ] as const;
  const other = what.find(([folder]) => folder.test(main))?.[1];
  const odt = parts.has("mimetype") && parts.has("content.xml");
  if (other === undefined && !odt && main !== "") return;
  const said = other ?? (odt ? "an OpenDocument file" : "a package without a document in it");
  throw new CharmError("template-not-word", `It is ${said}, whatever its name says.`, {
    hint: "Give a letterhead that Word has saved as .docx.",
  });
}

/** Parts that are passed on as they are would make Word call the whole file damaged. */
function refuseDamaged(template: Uint8Array, parts: Package): void {
  for (const entry of readZip(template, kind)) {
    if (/\.(?:xml|rels)$/i.test(entry.name)) parts.read(entry.name);
    else {
      try {
        unpackEntry(entry);
      } catch (cause) {
        if (!(cause instanceof ZipFault)) throw cause;
        throw new CharmError("unreadable", `Its part ${entry.name} is damaged.`, {
          hint: "Open it in Word and save it again as .docx.",
          cause,
        });
      }
    }
  }
}

function refuseMacros(target: EditedPackage, parts: Package): void {
  const types = target.read(typesPart) ?? "";
  const isProgram = (name: string) => /(?:^|\/)(?:vbaProject|vbaData|activeX)/i.test(name);
  if (!/macroEnabled|vbaProject/i.test(types) && !parts.names().some(isProgram)) return;
  throw new CharmError("template-macros", "It holds macros.", {
    hint: "Save it in Word as .docx, which holds none, and give that.",
  });
}

/** What holds words outside the text: Word allows no footnotes there. */
const besides: ReadonlySet<string> = new Set([
  "header",
  "footer",
  "footnotes",
  "endnotes",
  "comments",
]);

function refuseMarks(target: EditedPackage, parts: Package): void {
  for (const { type, target: part } of parts.relations(target.main))
    if (besides.has(type) && countMarks(target.read(part) ?? "") > 0)
      throw misplaced(`{{body}} stands in its ${type.replace(/s$/, "")}`);
  const xml = target.read(target.main) ?? "";
  const boxes = [...xml.matchAll(/<w:txbxContent\b.*?<\/w:txbxContent>/gs)].map(([box]) => box);
  if (boxes.some((box) => countMarks(box) > 0)) throw misplaced("{{body}} stands in a text box");
  const marks = countMarks(xml);
  if (marks > 1) throw misplaced(`{{body}} stands in it ${marks} times`);
  const alone = findParagraphs(xml).some(({ text }) => bodyMark.test(text.trim()));
  if (marks === 1 && !alone) throw misplaced("{{body}} stands among other words");
}

function countMarks(xml: string): number {
  return findParagraphs(xml).reduce((sum, { text }) => sum + (text.match(anyMark)?.length ?? 0), 0);
}

function misplaced(where: string): CharmError {
  return new CharmError("template-mark", `${where}.`, {
    hint: "Let {{body}} stand once, in a paragraph of its own, in the text of the template.",
  });
}
