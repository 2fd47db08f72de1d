// Takes the name of a table; gives what it holds: data of the folder field/, or of the one that CHARM_FIELD names.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CharmError, messageOf } from "../errors.ts";

/** Names of the tables, each a file of JSON; docs/field.md says what each holds. */
export type FieldTable =
  | "field"
  | "instruments"
  | "customs"
  | "differences"
  | "replaced"
  | "measures"
  | "matters"
  | "control-labels"
  | "catalogue";

const builtIn = fileURLToPath(new URL("../../field", import.meta.url));

/**
 * Read where a module needs it, once: tables hold for a run.
 * @param empty what stands for a table that the folder does not have; left out for one that it must have
 * @throws CharmError `field-invalid`, naming the file
 */
export function readFieldTable<T>(table: FieldTable, empty?: T): T {
  const named = process.env["CHARM_FIELD"]?.trim();
  const folder = named === undefined || named === "" ? builtIn : resolve(named);
  const file = join(folder, `${table}.json`);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    if (isMissing && empty !== undefined) return empty;
    throw new CharmError("field-invalid", `${file} cannot be read. ${messageOf(cause)}`, {
      hint: "CHARM_FIELD names a folder of tables as docs/field.md describes them; leave it out for children's homes in England.",
      cause,
    });
  }
}
