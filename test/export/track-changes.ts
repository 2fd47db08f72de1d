// Accepts or refuses all tracked changes of a main part, as Word does: what a test holds a redline against.

/** The text of each paragraph that is left, cells in order; a paragraph whose end goes joins the next. */
export function settleChanges(xml: string, how: "accept" | "refuse"): string[] {
  const [gone, kept] = how === "accept" ? ["del", "ins"] : ["ins", "del"];
  const body = /<w:body>(.*)<\/w:body>/s.exec(xml)?.[1] ?? "";
  const settled = body
    .replaceAll(/<w:sdt>.*?<\/w:sdt>/gs, "")
    .replaceAll(/<w:tr>(?:(?!<\/w:tr>).)*?<\/w:tr>/gs, (row) =>
      new RegExp(`^<w:tr><w:trPr>(?:(?!</w:trPr>).)*<w:${gone} `, "s").test(row) ? "" : row,
    )
    .replaceAll(
      new RegExp(`<w:pPr>((?:(?!</w:pPr>).)*)<w:rPr><w:${gone} [^>]*/></w:rPr>`, "gs"),
      "<w:gone/><w:pPr>$1",
    )
    .replaceAll(new RegExp(`<w:rPr><w:${kept} [^>]*/></w:rPr>`, "g"), "")
    .replaceAll(new RegExp(`<w:${gone} [^>]*[^/]>.*?</w:${gone}>`, "gs"), "")
    .replaceAll(/<w:(?:instrText|delInstrText)[^>]*>.*?<\/w:(?:instrText|delInstrText)>/gs, "");
  const paragraphs: string[] = [];
  let open = "";
  for (const [paragraph] of settled.matchAll(/<w:p>.*?<\/w:p>/gs)) {
    open += textOf(paragraph);
    if (paragraph.startsWith("<w:p><w:gone/>")) continue;
    paragraphs.push(open);
    open = "";
  }
  return open === "" ? paragraphs : [...paragraphs, open];
}

function textOf(paragraph: string): string {
  const parts = paragraph.matchAll(
    /<w:(?:t|delText)(?:\s[^>]*)?>(.*?)<\/w:(?:t|delText)>|<w:footnoteReference [^>]*w:id="(\d+)"|<w:(?:br|tab)\/>/gs,
  );
  return [...parts]
    .map(([whole, text]) => text ?? (whole.includes("footnote") ? "†" : " "))
    .join("");
}

/** The same of a file without changes. */
export function readParagraphs(xml: string): string[] {
  return settleChanges(xml, "accept");
}
