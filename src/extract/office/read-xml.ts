// Takes the bytes of an XML part of an office file; gives its elements, under one name each whatever prefix they came with.
import { SaxesParser } from "saxes";

/** An element of an office file. */
export interface Element {
  /** With the usual prefix of its namespace, whatever the file calls it: `w:p`; `?:name` in namespaces not known here. */
  readonly name: string;
  /** By name as above; attributes without a namespace have none: `Id`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and the text between them, in order. */
  readonly children: readonly (Element | string)[];
}

interface OpenElement extends Element {
  readonly attributes: Map<string, string>;
  readonly children: (Element | string)[];
}

/** Usual prefixes of the last two parts of a namespace's address, which strict and transitional files share. */
const prefixes: readonly (readonly [ending: RegExp, prefix: string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, "w"],
  [/\/officeDocument(?:\/2006)?\/relationships$/, "r"],
  [/\/package\/2006\/relationships$/, "rel"],
  [/\/package\/2006\/content-types$/, "ct"],
  [/\/officeDocument(?:\/2006)?\/math$/, "m"],
  [/\/drawingml(?:\/2006)?\/main$/, "a"],
  [/\/drawingml(?:\/2006)?\/wordprocessingDrawing$/, "wp"],
  [/\/drawingml(?:\/2006)?\/picture$/, "pic"],
  [/\/drawingml(?:\/2006)?\/chart$/, "c"],
  [/\/drawingml(?:\/2006)?\/diagram$/, "dgm"],
  [/\/presentationml(?:\/2006)?\/main$/, "p"],
  [/\/spreadsheetml(?:\/2006)?\/main$/, "x"],
  [/\/markup-compatibility\/2006$/, "mc"],
  [/\/word\/2010\/wordprocessingShape$/, "wps"],
  [/\/word\/2010\/wordprocessingGroup$/, "wpg"],
  [/\/word\/2010\/wordprocessingCanvas$/, "wpc"],
  [/\/word\/2010\/wordml$/, "w14"],
  [/^urn:schemas-microsoft-com:vml$/, "v"],
  [/^urn:schemas-microsoft-com:office:office$/, "o"],
  [/\/core-properties$|\/coreProperties$/, "cp"],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, "dc"],
  [/^http:\/\/purl\.org\/dc\/terms\/$/, "dcterms"],
  [/\/custom-properties$|\/customProperties$/, "op"],
  [/\/extended-properties$|\/extendedProperties$/, "ep"],
  [/\/drawingml(?:\/2006)?\/spreadsheetDrawing$/, "xdr"],
  [/^urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1\.0$/, "fo"],
  [/^urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1\.0$/, "svg"],
  [/^urn:oasis:names:tc:opendocument:xmlns:drawing:1\.0$/, "draw"],
  [/^http:\/\/www\.w3\.org\/1999\/xlink$/, "xlink"],
  [/^http:\/\/www\.w3\.org\/XML\/1998\/namespace$/, "xml"],
  [/^urn:org:documentfoundation:names:experimental:office:xmlns:loext:1\.0$/, "loext"],
];
const openDocument = /^urn:oasis:names:tc:opendocument:xmlns:([a-z]+):1\.0$/;

/** Deeper than any document nests its tables and boxes; readers of a tree need not guard their stacks. */
const deepest = 400;
/** As many elements as some 3,000 pages make; more at once would fill the memory. */
const mostHeld = 1_500_000;

/** No element of any of these formats has more attributes than a few dozen. */
const mostAttributes = 1000;
/** What an attribute takes of the memory of an element. */
const attributeShare = 0.25;

/** A part that cannot be read, to be told of with its name. */
export class XmlFault extends Error {}

/**
 * Text of elements is kept as it is, white space and all. Entities that a file declares itself are not expanded.
 * @param each where the children of an element named so come one by one: they are handed over as they close, and are
 *   not kept, so that a long document is never held whole
 * @throws XmlFault where the part is not well formed, or nests deeper than any document
 */
export function readXml(
  bytes: Uint8Array,
  each?: { readonly inside: string; readonly visit: (element: Element) => void },
): Element {
  const parser = new SaxesParser({ xmlns: true });
  const known = new Map<string, string>();
  const prefixOf = (uri: string) => {
    const found = known.get(uri) ?? findPrefix(uri);
    known.set(uri, found);
    return found;
  };
  const root: OpenElement = { name: "", attributes: new Map(), children: [] };
  const open: OpenElement[] = [root];
  parser.on("error", (fault) => {
    throw new XmlFault(fault.message);
  });
  let held = 0;
  /** How many were held when each open element began. */
  const heldBefore: number[] = [];
  let attributes = 0;
  // With one more handler than these the engine keeps the parser's fields in a slow way, five times as slow.
  // Told before the tag is read whole, which takes long where there are millions.
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > mostAttributes) throw new XmlFault("it holds more than a document can");
  });
  parser.on("opentag", (tag) => {
    if (open.length > deepest) throw new XmlFault("it nests too deep");
    heldBefore.push(held);
    held += 1 + attributes * attributeShare;
    attributes = 0;
    if (held > mostHeld) throw new XmlFault("it holds more than a document can");
    const named = new Map<string, string>();
    for (const { prefix, local, uri, value } of Object.values(tag.attributes)) {
      if (prefix !== "xmlns" && local !== "xmlns")
        named.set(uri === "" ? local : `${prefixOf(uri)}:${local}`, value);
    }
    open.push({ name: `${prefixOf(tag.uri)}:${tag.local}`, attributes: named, children: [] });
  });
  parser.on("text", (text) => open.at(-1)?.children.push(text));
  parser.on("cdata", (text) => open.at(-1)?.children.push(text));
  parser.on("closetag", () => {
    const element = open.pop() as OpenElement;
    const around = open.at(-1) as OpenElement;
    const before = heldBefore.pop() ?? 0;
    if (each && around.name === each.inside) {
      each.visit(element);
      held = before;
    } else around.children.push(element);
  });
  parser.write(decodeXml(bytes)).close();
  const first = root.children.find(isElement);
  if (!first) throw new XmlFault("it holds nothing");
  return first;
}

function findPrefix(uri: string): string {
  return prefixes.find(([ending]) => ending.test(uri))?.[1] ?? openDocument.exec(uri)?.[1] ?? "?";
}

/** Office files are in UTF-8, or in UTF-16 with a mark (ECMA-376 part 2, 10.1.2.4). */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) {
    const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
    return new TextDecoder("utf-16le").decode(Buffer.from(even).swap16());
  }
  return new TextDecoder("utf-8").decode(bytes);
}

export function isElement(node: Element | string | undefined): node is Element {
  return typeof node === "object";
}

/** The elements inside an element, all or those of one name. */
export function childrenOf(element: Element | undefined, name?: string): Element[] {
  const children = (element?.children ?? []).filter(isElement);
  return name === undefined ? children : children.filter((child) => child.name === name);
}

/** The first element of a name directly inside; along a path, if several names are given. */
export function childOf(element: Element | undefined, ...path: string[]): Element | undefined {
  let at = element;
  for (const name of path) at = childrenOf(at).find((child) => child.name === name);
  return at;
}

/** All elements of a name inside, at any depth, in order. */
export function descendantsOf(element: Element | undefined, name: string): Element[] {
  return childrenOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);
}

/** All text inside, at any depth. */
export function textOf(element: Element | undefined): string {
  return (element?.children ?? [])
    .map((child) => (isElement(child) ? textOf(child) : child))
    .join("");
}
