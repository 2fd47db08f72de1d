// Opens the subject index that comes with the program.
import { findModelFolder, openModelFolder } from "../../models/model-folder.ts";
import {
  createSubjectIndex,
  readSubjects,
  subjectSources,
  type SubjectIndex,
} from "./subject-index.ts";

/** @throws {CharmError} `model-missing`, `model-damaged` as the built-in model's folder */
export async function openSubjects(
  folder = findModelFolder("subject-index"),
): Promise<SubjectIndex> {
  const files = await openModelFolder(folder);
  const subjects = subjectSources.flatMap((source) =>
    readSubjects(source, files.readText(`${source}.tsv`)),
  );
  const bytes = await files.readBytes("vectors.i8");
  return createSubjectIndex(
    subjects,
    new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  );
}
