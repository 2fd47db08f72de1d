// Parts of office files as elements: names by namespace, nothing fetched or expanded, nothing too deep.
import { describe, expect, it } from "vitest";
import {
  childOf,
  childrenOf,
  descendantsOf,
  readXml,
  textOf,
  XmlFault,
} from "../../../src/extract/office/read-xml.ts";

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const read = (text: string) => readXml(new Uint8Array(Buffer.from(text)));

describe("readXml", () => {
  it("names elements and attributes by namespace", () => {
    const root = read(
      `<x:a xmlns:x="${main}" xmlns="urn:other" plain="1" x:val="2"><b/><x:c>t &amp; &#233;</x:c></x:a>`,
    );
    expect(root.name).toBe("w:a");
    expect([...root.attributes]).toEqual([
      ["plain", "1"],
      ["w:val", "2"],
    ]);
    expect(childrenOf(root).map(({ name }) => name)).toEqual(["?:b", "w:c"]);
    expect(textOf(childOf(root, "w:c"))).toBe("t & é");
  });

  it("keeps white space and character data, and finds what is further in", () => {
    const root = read(`<a xmlns="${main}"> <b><c>1</c></b><![CDATA[<2>]]><c>3</c></a>`);
    expect(textOf(root)).toBe(" 1<2>3");
    expect(descendantsOf(root, "w:c").map(textOf)).toEqual(["1", "3"]);
    expect(childOf(root, "w:b", "w:c")).toBeDefined();
    expect(childOf(root, "w:b", "w:x", "w:c")).toBeUndefined();
  });

  it("hands children over one by one and keeps none of them", () => {
    const seen: string[] = [];
    const text = `<a xmlns="${main}"><body><p>1</p><p>2</p></body></a>`;
    const root = readXml(new Uint8Array(Buffer.from(text)), {
      inside: "w:body",
      visit: (element) => seen.push(textOf(element)),
    });
    expect(seen).toEqual(["1", "2"]);
    expect(childrenOf(childOf(root, "w:body"))).toEqual([]);
  });

  it.each([
    ["UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("<a>é</a>", "utf16le")])],
    [
      "UTF-16 the other way round",
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from("<a>é</a>", "utf16le").swap16()]),
    ],
    ["UTF-8 with a mark", Buffer.from("\uFEFF<a>é</a>")],
  ])("reads %s", (_name, bytes) => {
    expect(textOf(readXml(new Uint8Array(bytes)))).toBe("é");
  });

  it.each([
    ["nothing", ""],
    ["a tag that never ends", "<a><b></a>"],
    ["an entity of its own", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ["entities in entities", '<!DOCTYPE a [<!ENTITY x "yy"><!ENTITY z "&x;&x;">]><a>&z;</a>'],
    ["depth beyond all sense", "<a>".repeat(5000) + "</a>".repeat(5000)],
    ["a prefix without a namespace", "<w:a/>"],
  ])("refuses %s", (_name, text) => {
    expect(() => read(text)).toThrow(XmlFault);
  });
});

describe("readXml: many attributes", () => {
  it("refuses an element with more than any has, and takes some dozens", () => {
    const list = (count: number) =>
      Array.from({ length: count }, (_, at) => `a${at}="1"`).join(" ");
    const of = (count: number) => `<a xmlns="${main}"><p ${list(count)}/></a>`;
    expect(() => read(of(5000))).toThrow(XmlFault);
    expect(childOf(read(of(80)), "w:p")?.attributes.size).toBe(80);
  });
});
