// Takes the shapes of a slide in reading order; gives their paragraphs, list items and table rows.
import type { FlowText } from "../flow/flow-page.ts";
import { leaveOut, noteUnread } from "../losses.ts";
import { childOf, childrenOf, descendantsOf, type Element } from "../office/read-xml.ts";
import { tableTexts, type TableCell, type TableRow } from "../flow/table-texts.ts";
import { diagramTexts } from "./diagram-texts.ts";
import type { Shape } from "./read-shapes.ts";
import { groundOf } from "./seen-runs.ts";
import { bodyTexts, type SlideReader } from "./text-body.ts";

export function shapeTexts(shape: Shape, around: SlideReader): FlowText[] {
  const { element } = shape;
  const reader = { ...around, ground: groundOf(shape, around.canvas) };
  if (element.name === "p:pic") {
    noteUnread(reader.losses, "picture", reader);
    return [];
  }
  if (element.name === "p:graphicFrame") return graphicTexts(element, reader);
  const body = childOf(element, "p:txBody");
  if (!body) return [];
  const isTitle = shape.role === "title" || shape.role === "ctrTitle";
  const holders = [
    childOf(body, "a:lstStyle"),
    ...shape.models.map((model) => childOf(model, "p:txBody", "a:lstStyle")),
    childOf(reader.textStyles, textStyleOf(shape.role, isTitle)),
  ];
  const texts = bodyTexts(body, holders, reader, isTitle ? reader.titleLevel : null);
  // The lines of a title are one heading.
  return isTitle && texts.length > 1 ? [joinLines(texts)] : texts;
}

function joinLines(texts: readonly FlowText[]): FlowText {
  return { ...texts[0], text: texts.map(({ text }) => text).join(" "), marks: [] };
}

function textStyleOf(role: string | null, isTitle: boolean): string {
  if (isTitle) return "p:titleStyle";
  return role === null ? "p:otherStyle" : "p:bodyStyle";
}

function graphicTexts(element: Element, reader: SlideReader): FlowText[] {
  const data = childOf(element, "a:graphic", "a:graphicData");
  const table = childOf(data, "a:tbl");
  if (table) return tableTexts(tableRows(table, reader), reader.losses.repeats);
  const diagram = childOf(data, "dgm:relIds");
  if (diagram) {
    const id = diagram.attributes.get("r:dm");
    const target = reader.relations.find((relation) => relation.id === id)?.target ?? "";
    return diagramTexts(reader.parts.read(target), reader);
  }
  if (data) {
    const kind = descendantsOf(data, "c:chart").length > 0 ? "chart" : "object";
    noteUnread(reader.losses, kind, reader);
  }
  return [];
}

function tableRows(table: Element, reader: SlideReader): TableRow[] {
  const hasHeader = ["1", "true"].includes(
    childOf(table, "a:tblPr")?.attributes.get("firstRow") ?? "",
  );
  const properties = childOf(table, "a:tblPr");
  const isPainted = childrenOf(properties).length > 0;
  const ground = isPainted ? null : reader.ground;
  const rows = childrenOf(table, "a:tr").map((row, at) => ({
    flat: row.attributes.get("h") === "0",
    header: hasHeader && at === 0,
    cells: childrenOf(row, "a:tc").flatMap((cell) => readCell(cell, { ...reader, ground })),
  }));
  for (const { cells } of rows.filter(({ flat }) => flat)) {
    const words = cells.flatMap(({ texts }) => texts.map(({ text }) => text)).join(" ");
    leaveOut(reader.losses, "hidden", words, { page: reader.page });
  }
  return rows.filter(({ flat }) => !flat).map(({ header, cells }) => ({ header, cells }));
}

/** Cells that a span covers stand in the file too, and are passed over. */
function readCell(cell: Element, around: SlideReader): TableCell[] {
  const filling = childrenOf(childOf(cell, "a:tcPr")).find(({ name }) => name.endsWith("Fill"));
  const isPlain = filling === undefined || filling.name === "a:noFill";
  const ground = isPlain ? around.ground : around.canvas.resolve(filling);
  const reader = { ...around, ground };
  const get = (name: string) => cell.attributes.get(name);
  if (["1", "true"].includes(get("hMerge") ?? "") || ["1", "true"].includes(get("vMerge") ?? ""))
    return [];
  const body = childOf(cell, "a:txBody");
  return [
    {
      texts: body ? bodyTexts(body, [childOf(body, "a:lstStyle")], reader) : [],
      across: Number(get("gridSpan")) || 1,
      down: Number(get("rowSpan")) || 1,
    },
  ];
}
