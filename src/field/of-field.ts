// What charm's field is (field/field.json): the law that is meant by a number alone, and which documents are of it.
import type { DocumentInfo } from "../document.ts";
import { readFieldTable } from "./read-field.ts";

export interface Field {
  /** "children's homes in England". */
  readonly name: string;
  /** ISO month in which the tables were last held against their sources. */
  readonly checked: string;
  /** Regular expressions, of either case: of titles of the field's documents, and of the statutory guidance to its law. */
  readonly title: string;
  readonly guideTitle: string;
  /** Keys of instruments: of the regulations and the Act meant by a number alone, and of what the regulations replaced. */
  readonly regulations: string;
  readonly act: string;
  readonly formerRegulations: string;
}

export const field: Field = readFieldTable<Field>("field");

const titles = new RegExp(field.title, "i");
const guideTitles = new RegExp(field.guideTitle, "i");

/** What documents of the field have in their titles; an unnamed provision is looked for in them first. */
export function isFieldTitle(title: string): boolean {
  return titles.test(title);
}

/** The law of the field itself, not what explains it. */
export function isFieldLaw({ authority, field: own }: Pick<DocumentInfo, "authority" | "field">) {
  return authority === "legislation" && own;
}

/** The statutory guidance to it, or what stands for it. */
export function isFieldGuide({ authority, title }: Pick<DocumentInfo, "authority" | "title">) {
  return authority === "statutory-guidance" && guideTitles.test(title);
}
