// Takes the data of a SmartArt diagram; gives the texts of its nodes, what hangs on a node after it.
import type { FlowText } from "../flow/flow-page.ts";
import { childOf, childrenOf, type Element } from "../office/read-xml.ts";
import { bodyTexts, type SlideReader } from "./text-body.ts";

export function diagramTexts(data: Element | undefined, reader: SlideReader): FlowText[] {
  const points = childrenOf(childOf(data, "dgm:ptLst"), "dgm:pt");
  const byId = new Map(points.map((point) => [point.attributes.get("modelId") ?? "", point]));
  const below = readConnections(childOf(data, "dgm:cxnLst"));
  const seen = new Set<string>();
  const visit = (id: string): FlowText[] => {
    if (seen.has(id) || seen.size > 10_000) return [];
    seen.add(id);
    const body = childOf(byId.get(id), "dgm:t");
    const own = body ? bodyTexts(body, [], reader) : [];
    return [...own, ...(below.get(id) ?? []).flatMap(visit)];
  };
  const isNode = (point: Element) =>
    ["node", "asst"].includes(point.attributes.get("type") ?? "node");
  const document = points.find((point) => point.attributes.get("type") === "doc");
  // Nodes that hang on nothing follow.
  return [...(document ? [document] : []), ...points.filter(isNode)].flatMap((point) =>
    visit(point.attributes.get("modelId") ?? ""),
  );
}

/** The nodes that hang on each, in order. */
function readConnections(list: Element | undefined): Map<string, string[]> {
  const order = (element: Element) => Number(element.attributes.get("srcOrd")) || 0;
  const below = new Map<string, string[]>();
  const connections = childrenOf(list, "dgm:cxn")
    .filter((one) => (one.attributes.get("type") ?? "parOf") === "parOf")
    .sort((a, b) => order(a) - order(b));
  for (const one of connections) {
    const from = one.attributes.get("srcId") ?? "";
    const ids = below.get(from) ?? [];
    below.set(from, ids);
    ids.push(one.attributes.get("destId") ?? "");
  }
  return below;
}
