// Takes the body of one Word file that is to stand in another; gives it in the styles of that one.
import { type EditedPackage, putBefore } from "../../office/edit-package.ts";
import { withoutLater } from "./raw-xml.ts";

interface Style {
  readonly id: string;
  readonly name: string;
  readonly raw: string;
}

/** What a style does for the text where the other file lacks it: that is set by hand instead. */
const byHand: Readonly<Record<string, string>> = {
  FootnoteReference: '<w:vertAlign w:val="superscript"/>',
};

/** What is written in the styles of another file. */
export interface StyleFitter {
  /** Of any part of the text. */
  readonly fit: (xml: string) => string;
  /** To be called behind the last part: adds the styles that are needed. */
  readonly end: () => void;
}

/**
 * Styles are the same by their names, whatever their ids: "heading 1". Without its style a heading is none, so that
 * styles of headings are added; other styles that the file lacks are left out.
 */
export function openStyleFitter(source: EditedPackage, target: EditedPackage): StyleFitter {
  const part = target.partOf("styles");
  const held = part === null ? null : target.read(part);
  const given = source.read(source.partOf("styles") ?? "") ?? "";
  const known = new Map(readStyles(given).map((style) => [style.id, style]));
  const byName = new Map(
    readStyles(held ?? "").map((style) => [style.name.toLowerCase(), style.id]),
  );
  const added = new Map<string, string>();
  const find = (id: string): string | null => {
    const style = known.get(id);
    const found = byName.get((style?.name ?? id).toLowerCase());
    if (found !== undefined) return found;
    if (style === undefined || !/^heading \d$/i.test(style.name)) return null;
    added.set(id, withoutLater(style.raw));
    return id;
  };
  const fit = (xml: string): string =>
    xml.replaceAll(/<w:(pStyle|rStyle) w:val="([^"]*)"\/>/g, (_whole, kind: string, id: string) => {
      const style = find(id);
      if (style !== null) return `<w:${kind} w:val="${style}"/>`;
      return kind === "rStyle" ? (byHand[id] ?? "") : "";
    });
  const end = (): void => {
    if (part === null || held === null) target.addPart("styles", "styles", given);
    else if (added.size > 0)
      target.write(part, putBefore(held, "</w:styles>", [...added.values()].join("")));
  };
  return { fit, end };
}

function readStyles(xml: string): Style[] {
  return [...xml.matchAll(/<w:style\s[^>]*>.*?<\/w:style>/gs)].map(([raw]) => ({
    id: / w:styleId="([^"]*)"/.exec(raw)?.[1] ?? "",
    name: /<w:name w:val="([^"]*)"/.exec(raw)?.[1] ?? "",
    raw,
  }));
}
