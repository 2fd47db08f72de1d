// Takes the annotations of a page; gives the fields of its form, its comments, and the words that they strike out.
import type { Stroke } from "./drawn-page.ts";

/** A field that is filled in, or a box that may be ticked. Positions are in points from the lower left of the file's page. */
export interface FormField {
  readonly kind: "value" | "box";
  /** As filled in, on one line; `☒` or `☐` for a box. */
  readonly value: string;
  /** What a reader is told of the field; empty without. */
  readonly tip: string;
  /** Left, bottom, right and top. */
  readonly rect: readonly [number, number, number, number];
}

export interface PageAnnotations {
  readonly fields: readonly FormField[];
  /** Words of notes and of text laid over the page. */
  readonly comments: readonly string[];
  /** Names of files that are attached to a place on the page. */
  readonly files: readonly string[];
  readonly strikes: readonly Stroke[];
}

/** As pdf.js gives it. */
interface Annotation {
  readonly subtype: string;
  readonly rect: readonly number[];
  readonly annotationFlags?: number;
  readonly contentsObj?: { readonly str: string };
  readonly quadPoints?: ArrayLike<number> | null;
  readonly file?: { readonly filename: string };
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly alternativeText?: string;
  readonly password?: boolean;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly exportValue?: string;
  readonly buttonValue?: string;
  readonly options?: readonly { readonly exportValue: string; readonly displayValue: string }[];
}

/** Flags of the format: not shown at all, and not shown on a screen. */
const unshown = 2 | 32;

export const noAnnotations: PageAnnotations = { fields: [], comments: [], files: [], strikes: [] };

export function readAnnotations(raw: readonly unknown[]): PageAnnotations {
  const annotations = (raw as Annotation[]).filter(
    ({ annotationFlags = 0 }) => (annotationFlags & unshown) === 0,
  );
  const marks = annotations.filter(({ subtype }) => !["Widget", "Link", "Popup"].includes(subtype));
  return {
    fields: annotations.filter(({ subtype }) => subtype === "Widget").flatMap(readField),
    comments: marks.flatMap(({ contentsObj }) => oneLine(contentsObj?.str) || []),
    files: marks.flatMap(({ file }) => file?.filename ?? []),
    strikes: marks.filter(({ subtype }) => subtype === "StrikeOut").flatMap(readStrikes),
  };
}

function oneLine(text: unknown): string {
  return typeof text === "string" ? text.replace(/\s+/g, " ").trim() : "";
}

function readField(field: Annotation): FormField[] {
  const [left = 0, bottom = 0, right = 0, top = 0] = field.rect;
  const place = { tip: oneLine(field.alternativeText), rect: [left, bottom, right, top] as const };
  if (field.checkBox === true || field.radioButton === true) {
    const on = field.checkBox === true ? field.exportValue : field.buttonValue;
    const ticked = typeof field.fieldValue === "string" && field.fieldValue === on;
    return [{ ...place, kind: "box", value: ticked ? "☒" : "☐" }];
  }
  const value = field.password === true ? "" : readValue(field);
  return value === "" ? [] : [{ ...place, kind: "value", value }];
}

function readValue({ fieldType, fieldValue, options = [] }: Annotation): string {
  if (fieldType === "Tx") return oneLine(fieldValue);
  if (fieldType !== "Ch") return "";
  const chosen = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  const shown = chosen.map(
    (one) => options.find(({ exportValue }) => exportValue === one)?.displayValue ?? one,
  );
  return shown.map(oneLine).filter(Boolean).join(", ");
}

/** Four corners for each line of words; the line goes through their middle. */
function readStrikes({ quadPoints }: Annotation): Stroke[] {
  const numbers = Array.from(quadPoints ?? []);
  const strikes: Stroke[] = [];
  for (let i = 0; i + 8 <= numbers.length; i += 8) {
    const corners = numbers.slice(i, i + 8);
    const xs = corners.filter((_, at) => at % 2 === 0);
    const ys = corners.filter((_, at) => at % 2 === 1);
    const middle = (Math.min(...ys) + Math.max(...ys)) / 2;
    strikes.push({ from: [Math.min(...xs), middle], to: [Math.max(...xs), middle] });
  }
  return strikes;
}
