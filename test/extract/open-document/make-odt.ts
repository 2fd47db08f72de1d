// Builds small OpenDocument texts for tests.
import { makeZip } from "../word/make-docx.ts";

const namespaces = ["office", "style", "text", "table", "meta", "manifest"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat([
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  ])
  .join(" ");

/** Styles that the texts of the tests use: headings, lists `L` and `N`, looks `Hidden`, `Struck`, `Bold`. */
const styles = `<style:style style:name="Heading_20_2" style:family="paragraph" style:default-outline-level="2"/>
<style:style style:name="Ours" style:family="paragraph" style:parent-style-name="Heading_20_2"/>
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>
<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Shown" style:family="text"><style:text-properties text:display="true"/></style:style>
<style:style style:name="Struck" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/><text:list-level-style-number text:level="2" style:num-format="i" style:num-suffix="." text:display-levels="2"/><text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="3"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-list-format="%1%.%2%)"/></text:list-style>`;

/** @param outline XML of the numbering of headings */
export function odtParts(
  body: string,
  {
    outline = "",
    masters = "",
    parts = {},
  }: { outline?: string; masters?: string; parts?: Record<string, string> } = {},
): Record<string, string> {
  return {
    mimetype: "application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml": `<manifest:manifest ${namespaces}><manifest:file-entry manifest:full-path="/"/></manifest:manifest>`,
    "meta.xml": `<office:document-meta ${namespaces}><office:meta><dc:title>Fire policy</dc:title><meta:creation-date>2025-03-04T10:00:00</meta:creation-date></office:meta></office:document-meta>`,
    "styles.xml": `<office:document-styles ${namespaces}><office:styles>${styles}${outline}</office:styles><office:master-styles>${masters}</office:master-styles></office:document-styles>`,
    "content.xml": `<office:document-content ${namespaces}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...parts,
  };
}

export function makeOdt(body: string, rest: Parameters<typeof odtParts>[1] = {}): Uint8Array {
  return makeZip(odtParts(body, rest));
}

/** A paragraph; `style` of the paragraph. */
export function p(text: string, style = "Standard"): string {
  return `<text:p text:style-name="${style}">${text}</text:p>`;
}

export function h(level: number, text: string, attributes = ""): string {
  return `<text:h text:outline-level="${level}" ${attributes}>${text}</text:h>`;
}

export function list(attributes: string, ...items: readonly string[]): string {
  const each = items.map((item) =>
    item.startsWith("<text:list-") ? item : `<text:list-item>${item}</text:list-item>`,
  );
  return `<text:list ${attributes}>${each.join("")}</text:list>`;
}
