// Takes the bytes of an office file; gives its parts, and which part is which by the file's own relations.
import { posix } from "node:path";
import { CharmError } from "../../errors.ts";
import { tidyText } from "../../text/clean-text.ts";
import type { FlowExtraction } from "../page.ts";
import { passwordNeeded } from "../refusals.ts";
import type { OfficeKind } from "./office-kind.ts";
import { childOf, childrenOf, type Element, readXml, textOf, XmlFault } from "./read-xml.ts";
import { readZip, unpackEntry, type ZipEntry, ZipFault } from "./read-zip.ts";

/** A part of the package that another part names. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `styles`, `footer`, `image`. */
  readonly type: string;
  /** Name of the part, or the address of something outside the file. */
  readonly target: string;
  readonly external: boolean;
}

/** A zip of parts (ECMA-376 part 2, Open Packaging Conventions); OpenDocument files are zips too, without relations. */
export interface Package {
  has(name: string): boolean;
  names(): readonly string[];
  /**
   * A part as an element; undefined where the file has no such part.
   * @throws CharmError `unreadable`, naming the part, where it is damaged
   */
  read(name: string, each?: Parameters<typeof readXml>[1]): Element | undefined;
  /** What a part refers to; of the package itself for "". */
  relations(name: string): readonly Relation[];
}

/** Beyond this size in bytes, pictures and all, a document is taken for a zip bomb. */
const largestUnpacked = 400_000_000;
/** As much XML in one part as some 3,000 pages make. */
const largestPart = 60_000_000;

/**
 * Nothing outside the file is fetched.
 * @throws CharmError `encrypted`, `unreadable`
 */
export function openPackage(bytes: Uint8Array, kind: OfficeKind): Package {
  refuseCompoundFile(bytes, kind);
  const entries = readZip(bytes, kind);
  if (entries.some((entry) => entry.encrypted)) throw passwordNeeded();
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > largestUnpacked) throw tooLarge();
  // Names are compared without regard to case (part 2, 6.2.2.3); a name that comes twice counts once.
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    if (!byName.has(key)) byName.set(key, entry);
  }
  let left = largestUnpacked;
  const read: Package["read"] = (name, each) => {
    const entry = byName.get(name.toLowerCase());
    if (!entry) return undefined;
    // Parts may name one part a thousand times over.
    left -= entry.size;
    if (entry.size > largestPart || left < 0) throw tooLarge();
    try {
      return readXml(unpackEntry(entry), each);
    } catch (cause) {
      // What a visitor throws is none of the part's faults.
      if (!(cause instanceof XmlFault || cause instanceof ZipFault)) throw cause;
      throw new CharmError("unreadable", `Its part ${name} is damaged.`, {
        hint: `Open it in the program that made it and save it again as ${kind.extension}.`,
        cause,
      });
    }
  };
  return {
    has: (name) => byName.has(name.toLowerCase()),
    names: () => entries.map((entry) => entry.name),
    read,
    relations: (name) => readRelations(name, read),
  };
}

/** Office before 2007, and files with a password, are compound files (MS-CFB 2.2) and no zips. */
function refuseCompoundFile(bytes: Uint8Array, kind: OfficeKind): void {
  const start = [0xd0, 0xcf, 0x11, 0xe0];
  if (!start.every((byte, at) => bytes[at] === byte)) return;
  if (Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le")))
    throw passwordNeeded();
  const old = kind.extension === ".docx" ? "in Word's old format (.doc)" : "in an old format";
  throw new CharmError("unreadable", `It is ${old}, whatever its name says.`, {
    hint: `Open it in the program that made it and save it as ${kind.extension}.`,
  });
}

function tooLarge(): CharmError {
  return new CharmError("unreadable", "It unpacks to more than a document can hold.", {
    hint: "If it is genuine, split it into several documents.",
  });
}

function readRelations(name: string, read: Package["read"]): Relation[] {
  const folder = name === "" ? "" : posix.dirname(name);
  const part = posix.join(folder === "." ? "" : folder, "_rels", `${posix.basename(name)}.rels`);
  return childrenOf(read(part), "rel:Relationship").map((relation) => {
    const get = (key: string) => relation.attributes.get(key) ?? "";
    const external = get("TargetMode") === "External";
    const target = get("Target");
    return {
      id: get("Id"),
      type: get("Type").split("/").at(-1) ?? "",
      target: external ? target : posix.resolve("/", folder, decodeTarget(target)).slice(1),
      external,
    };
  });
}

/** Targets are addresses: blanks come as %20, and some programs write Windows' slashes. */
function decodeTarget(target: string): string {
  const slashed = target.replaceAll("\\", "/");
  try {
    return decodeURIComponent(slashed);
  } catch {
    return slashed;
  }
}

/** What the file says of itself. */
export function readProperties(parts: Package): FlowExtraction["info"] {
  const part = parts.relations("").find(({ type }) => type === "core-properties");
  return readInfo(() => parts.read(part?.target ?? "docProps/core.xml"), {
    author: ["dc:creator"],
    producer: [],
    created: ["dcterms:created"],
  });
}

/** @param names elements that say it, the first that stands there before the others */
export function readInfo(
  read: () => Element | undefined,
  names: Readonly<Record<"author" | "producer" | "created", readonly string[]>>,
): FlowExtraction["info"] {
  let holder: Element | undefined;
  try {
    holder = read();
  } catch {
    // Stale at the best: a document is not refused for it.
    holder = undefined;
  }
  const get = (elements: readonly string[]) =>
    elements.map((name) => tidyText(textOf(childOf(holder, name)))).find(Boolean) ?? null;
  return {
    title: get(["dc:title"]),
    author: get(names.author),
    producer: get(names.producer),
    created: /^\d{4}-\d{2}-\d{2}/.exec(get(names.created) ?? "")?.[0] ?? null,
  };
}
