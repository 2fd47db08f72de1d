// Takes the annotations of a page; gives the fields of its form, its comments, and the words that they strike out.
import { type Colour, isLost, white } from "../colour.ts";
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
  /** Values that fields hold and do not show. */
  readonly unseen: readonly string[];
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
  /** Lines that the field's appearance shows, where the file has one that readers do not draw anew. */
  readonly textContent?: readonly string[];
  readonly backgroundColor?: ArrayLike<number> | null;
  readonly defaultAppearanceData?: {
    readonly fontSize: number;
    readonly fontColor: ArrayLike<number>;
  };
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

export const noAnnotations: PageAnnotations = {
  fields: [],
  comments: [],
  files: [],
  strikes: [],
  unseen: [],
};

/** @param view the page as it is shown: left, bottom, right and top */
export function readAnnotations(raw: readonly unknown[], view: readonly number[]): PageAnnotations {
  const isShown = ({ annotationFlags = 0 }: Annotation) => (annotationFlags & unshown) === 0;
  const annotations = (raw as Annotation[]).filter(isShown);
  const widgets = (raw as Annotation[]).filter(({ subtype }) => subtype === "Widget");
  const isSeen = (field: Annotation) => isShown(field) && hasPlace(field, view) && isLegible(field);
  const marks = annotations.filter(({ subtype }) => !["Widget", "Link", "Popup"].includes(subtype));
  return {
    fields: widgets.filter(isSeen).flatMap(readField),
    unseen: widgets.flatMap((field) => (isSeen(field) ? heldBack(field) : readValue(field)) || []),
    comments: marks.flatMap(({ contentsObj }) => oneLine(contentsObj?.str) || []),
    files: marks.flatMap(({ file }) => file?.filename ?? []),
    strikes: marks.filter(({ subtype }) => subtype === "StrikeOut").flatMap(readStrikes),
  };
}

function oneLine(text: unknown): string {
  return typeof text === "string" ? text.replace(/\s+/g, " ").trim() : "";
}

/** Smaller fields, in points, show nothing. */
const smallest = 1;

function hasPlace({ rect }: Annotation, view: readonly number[]): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  const [from = 0, foot = 0, to = 0, head = 0] = view;
  const isOn = left < to && right > from && bottom < head && top > foot;
  return isOn && right - left >= smallest && top - bottom >= smallest;
}

/** Type of size 0 is made to fit. */
function isLegible({ defaultAppearanceData: look, backgroundColor }: Annotation): boolean {
  if (!look) return true;
  const isSpeck = look.fontSize > 0 && look.fontSize <= smallest;
  return !isSpeck && !isLost(colourOf(look.fontColor), colourOf(backgroundColor) ?? white);
}

function colourOf(parts: ArrayLike<number> | null | undefined): Colour | null {
  const [red, green, blue] = Array.from(parts ?? []);
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
}

/** A value that is not what the field's appearance shows. */
function heldBack(field: Annotation): string {
  const value = readValue(field);
  return value === shownValue(field) ? "" : value;
}

/** Of a value and another appearance, the appearance is what people see. */
function shownValue(field: Annotation): string {
  const value = readValue(field);
  const drawn = oneLine(field.textContent?.join(" "));
  const plain = (text: string) => text.replace(/\s/g, "");
  return drawn === "" || plain(drawn) === plain(value) ? value : drawn;
}

function readField(field: Annotation): FormField[] {
  const [left = 0, bottom = 0, right = 0, top = 0] = field.rect;
  const place = { tip: oneLine(field.alternativeText), rect: [left, bottom, right, top] as const };
  if (field.checkBox === true || field.radioButton === true) {
    const on = field.checkBox === true ? field.exportValue : field.buttonValue;
    const ticked = typeof field.fieldValue === "string" && field.fieldValue === on;
    return [{ ...place, kind: "box", value: ticked ? "☒" : "☐" }];
  }
  const value = shownValue(field);
  return value === "" ? [] : [{ ...place, kind: "value", value }];
}

function readValue({ fieldType, fieldValue, options = [], password }: Annotation): string {
  if (password === true) return "";
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
