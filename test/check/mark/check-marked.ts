// Holds a marked Word file against the one it was made of, by the rules of ECMA-376 for comments.
import { expect } from "vitest";
import { childrenOf, readXml, type Element } from "../../../src/extract/office/read-xml.ts";
import { textParts } from "../../support/text-parts.ts";

const marks =
  /<w:commentRange(?:Start|End) w:id="\d+"\/>|<w:r><w:commentReference w:id="\d+"\/><\/w:r>/g;

/** What may change besides the main part. */
const touched = new Set([
  "[Content_Types].xml",
  "word/_rels/document.xml.rels",
  "word/comments.xml",
  "word/document.xml",
]);

/** What the marked file breaks first; null where it breaks nothing. */
export function faultsOf(before: Uint8Array, after: Uint8Array): string | null {
  try {
    checkMarked(before, after);
    return null;
  } catch (error) {
    return String(error);
  }
}

function checkMarked(before: Uint8Array, after: Uint8Array): void {
  const [old, now] = [textParts(before), textParts(after)];
  for (const [name, text] of old) if (!touched.has(name)) expect(now.get(name)).toBe(text);
  for (const name of now.keys()) expect(old.has(name) || touched.has(name)).toBe(true);
  const xml = now.get("word/document.xml") ?? "";
  const added = [...xml.matchAll(/<w:commentReference w:id="(\d+)"/g)].map(([, id]) => id ?? "");
  expect(xml.replaceAll(marks, "")).toBe(
    (old.get("word/document.xml") ?? "").replaceAll(marks, ""),
  );
  const comments = now.get("word/comments.xml") ?? "";
  const ids = [...comments.matchAll(/<w:comment\s[^>]*?w:id="(\d+)"/g)].map(([, id]) => id ?? "");
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    // 17.13.4: a start, an end behind it and a reference behind both, once each.
    expect(added.filter((one) => one === id)).toHaveLength(1);
    const [start, end, reference] = ["RangeStart", "RangeEnd", "Reference"].map((mark) =>
      xml.indexOf(`<w:comment${mark} w:id="${id}"`),
    );
    expect(start).toBeGreaterThan(0);
    expect(end).toBeGreaterThan(start ?? 0);
    expect(reference).toBeGreaterThan(end ?? 0);
  }
  checkOrder(readXml(new TextEncoder().encode(xml)));
  expect(now.get("[Content_Types].xml")).toMatch(
    /<Override PartName="\/word\/comments\.xml" ContentType="application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.comments\+xml"\/>/,
  );
  expect(now.get("word/_rels/document.xml.rels")).toMatch(
    /Type="[^"]*\/comments" Target="\/?(?:word\/)?comments\.xml"/,
  );
}

/** Properties come first in paragraphs and runs, and marks stand in no properties. */
function checkOrder(element: Element): void {
  const inside = childrenOf(element);
  for (const [i, child] of inside.entries()) {
    if (/^w:(?:p|r|tbl|tr|tc|sdt)Pr$/.test(child.name)) {
      expect(inside.slice(0, i).every(({ name }) => /Pr(?:Ex)?$/.test(name))).toBe(true);
      expect(JSON.stringify(child)).not.toContain("w:comment");
    }
    checkOrder(child);
  }
}

/** Text of the paragraph that each comment is on, in the order of their numbers. */
export function commentedText(bytes: Uint8Array): string[] {
  const xml = textParts(bytes).get("word/document.xml") ?? "";
  const ids = [...xml.matchAll(/<w:commentReference w:id="(\d+)"/g)].map(([, id]) => Number(id));
  return ids
    .toSorted((a, b) => a - b)
    .map((id) => {
      const start = xml.indexOf(`<w:commentRangeStart w:id="${id}"`);
      const range = xml.indexOf(`<w:commentRangeEnd w:id="${id}"`);
      // In the content of a control all marks are at its beginning.
      const empty = range - start < 50;
      const end = empty ? xml.indexOf("</w:p>", range) : range;
      return xml
        .slice(start, end)
        .replaceAll(/<w:(?:delText|instrText)[^>]*>[^<]*/g, "")
        .replaceAll(/<w:noBreakHyphen\/>/g, "-")
        .replaceAll(/<[^>]+>/g, "");
    });
}
