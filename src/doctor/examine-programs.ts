// Takes where programs are looked for; gives which programs of others are there that charm can use, and for what.
import { access, constants } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
import { officePrograms } from "../export/word/print-pdf.ts";
import { sound, type Examination } from "./examination.ts";

/** None is needed. None is started either: some write files into the home folder, even to say their version. */
export async function examinePrograms(searched: string | undefined): Promise<Examination> {
  for (const program of officePrograms) {
    const path = await findProgram(program, searched);
    if (path !== null) return sound("programs", `LibreOffice is there, for PDF: ${path}.`);
  }
  return sound("programs", "LibreOffice is not there: `charm export` writes no PDF.", [
    "Word files and web pages need nothing.",
  ]);
}

/** @param searched as the variable PATH has it */
async function findProgram(program: string, searched = ""): Promise<string | null> {
  const folders = searched.split(delimiter).filter((folder) => folder !== "");
  const paths = isAbsolute(program)
    ? [program]
    : folders.flatMap((folder) => [join(folder, program), join(folder, `${program}.exe`)]);
  for (const path of paths) {
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return path;
  }
  return null;
}
