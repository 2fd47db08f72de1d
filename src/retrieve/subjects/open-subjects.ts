// Opens the subject index that comes with the program.
import { findModelFolder, openModelFolder } from "../../models/model-folder.ts";
import { readSubjects, subjectFiles, type SubjectIndex } from "./subject-index.ts";

/** @throws {CharmError} `model-missing`, `model-damaged` as the built-in model's folder */
export async function openSubjects(
  folder = findModelFolder("subject-index"),
): Promise<SubjectIndex> {
  const files = await openModelFolder(folder);
  const subjects = subjectFiles.flatMap((file) =>
    readSubjects(file, files.readText(file.name)).map(({ subject }) => subject),
  );
  const bytes = await files.readBytes("vectors.i8");
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { subjects, vectors };
}
