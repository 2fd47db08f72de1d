// Takes the body of one Word file that is to stand in another; gives it with its lists added to that one's.
import { type EditedPackage, putBefore } from "../../office/edit-package.ts";
import { withoutLater } from "./raw-xml.ts";

/** Ids of lists change where the other file has lists of its own. */
export function addNumbering(body: string, source: EditedPackage, target: EditedPackage): string {
  const from = source.partOf("numbering");
  if (from === null || !body.includes("<w:numPr>")) return body;
  const xml = source.read(from) ?? "";
  const into = target.partOf("numbering");
  if (into === null) {
    target.addPart("numbering", "numbering", xml);
    return body;
  }
  const held = target.read(into) ?? "";
  const abstract = highest(held, /<w:abstractNum\s[^>]*?w:abstractNumId="(\d+)"/g) + 1;
  const number = highest(held, /<w:num\s[^>]*?w:numId="(\d+)"/g) + 1;
  const abstracts = [...xml.matchAll(/<w:abstractNum\s.*?<\/w:abstractNum>/gs)].map(([whole]) =>
    shift(withoutLater(whole), "w:abstractNumId", abstract),
  );
  const numbers = [...xml.matchAll(/<w:num\s.*?<\/w:num>/gs)].map(([whole]) =>
    shift(withoutLater(whole), "w:numId", number).replace(
      /(<w:abstractNumId w:val=")(\d+)/,
      (_all, before: string, id: string) => before + String(Number(id) + abstract),
    ),
  );
  // All that lists are made of stands before the lists (ECMA-376 part 1, 17.9.16), and both before a last counter.
  const firstList = /<w:num\s|<w:numIdMacAtCleanup|<\/w:numbering>/.exec(held)?.index ?? -1;
  if (firstList < 0) return body;
  const withAbstracts = held.slice(0, firstList) + abstracts.join("") + held.slice(firstList);
  const end = withAbstracts.includes("<w:numIdMacAtCleanup")
    ? "<w:numIdMacAtCleanup"
    : "</w:numbering>";
  target.write(into, putBefore(withAbstracts, end, numbers.join("")));
  return body.replaceAll(
    /(<w:numId w:val=")(\d+)/g,
    (_all, before: string, id: string) => before + String(Number(id) + number),
  );
}

function highest(xml: string, pattern: RegExp): number {
  return [...xml.matchAll(pattern)].reduce((most, [, id]) => Math.max(most, Number(id)), 0);
}

function shift(xml: string, attribute: string, by: number): string {
  return xml.replace(
    new RegExp(`( ${attribute}=")(\\d+)`),
    (_all, before: string, id: string) => before + String(Number(id) + by),
  );
}
