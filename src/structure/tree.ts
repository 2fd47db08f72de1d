// The tree of provisions while it is being built; gives the flat, ordered form that the other stages take.
import type { Standing } from "../place/place.ts";
import { groupNeighbours, largestOf, smallestOf } from "../lists.ts";
import { cutText, type MarkedText } from "../extract/marked-text.ts";
import type { Line } from "../extract/page.ts";
import { joinLines, type PlacedLine } from "./join-lines.ts";
import type { Block, Provision, ProvisionKind } from "./provision.ts";

export interface Paragraph {
  readonly kind: "text" | "bullet" | "row" | "head";
  /** As `Block.level`. */
  readonly level?: number;
  readonly lines: PlacedLine[];
}

export interface Node {
  readonly kind: ProvisionKind;
  readonly address: string;
  locator: string | null;
  title: string | null;
  readonly parent: Node | null;
  /** Page its label or title stands on, for provisions without text of their own. */
  readonly page: number | null;
  readonly content: (Node | Paragraph)[];
  standing: Standing;
  readonly notes: string[];
  /** Labels of amendment marks that stood before its own label. */
  readonly marked: string[];
  quotes: string | null;
}

export type NodeInit = Pick<Node, "kind" | "address"> &
  Partial<Pick<Node, "locator" | "title" | "standing" | "quotes" | "page">>;

export interface Tree {
  readonly root: Node;
  /** Adds a provision at the end of its parent's content; a repeated address gets a `~2`, `~3` … suffix. */
  add(parent: Node, init: NodeInit): Node;
  /** Flattens the tree in document order. `vocabulary` decides which line-end hyphens are real. */
  flatten(vocabulary: ReadonlySet<string>): Provision[];
}

export function createTree(): Tree {
  const used = new Map<string, number>();
  const make = (parent: Node | null, init: NodeInit): Node => {
    const count = (used.get(init.address) ?? 0) + 1;
    used.set(init.address, count);
    return {
      kind: init.kind,
      address: count === 1 ? init.address : `${init.address}~${count}`,
      locator: init.locator ?? null,
      title: init.title ?? null,
      parent,
      page: init.page ?? null,
      content: [],
      standing: init.standing ?? "current",
      notes: [],
      marked: [],
      quotes: init.quotes ?? null,
    };
  };
  const root = make(null, { kind: "document", address: "" });
  return {
    root,
    add: (parent, init) => {
      const node = make(parent, init);
      parent.content.push(node);
      return node;
    },
    flatten: (vocabulary) => flatten(root, vocabulary),
  };
}

/** Adds a line to a node: to its last paragraph, or as a new one. */
export function addLine(
  node: Node,
  line: MarkedText,
  page: number | null,
  options: { kind?: Paragraph["kind"]; fresh?: boolean; level?: number } = {},
): void {
  if (line.text === "" && line.marks.length === 0) return;
  const placed = { text: line.text, marks: line.marks, page };
  const last = node.content.at(-1);
  const joins =
    last && "lines" in last && !options.fresh && (options.kind ?? last.kind) === last.kind;
  if (joins) last.lines.push(placed);
  else {
    const level = options.level ? { level: options.level } : {};
    node.content.push({ kind: options.kind ?? "text", ...level, lines: [placed] });
  }
}

/** Takes a label of `length` characters off a line; marks before it go to the node that the label opens. */
export function cutStart(line: Line, length: number, node: Node): Line {
  const before = line.marks.filter((mark) => mark.at === 0);
  for (const { label } of before) node.marked.push(label);
  return cutText({ ...line, marks: line.marks.filter((mark) => mark.at > 0) }, length);
}

export function isNode(item: Node | Paragraph): item is Node {
  return "address" in item;
}

type MutableProvision = { -readonly [K in keyof Provision]: Provision[K] };

function flatten(root: Node, vocabulary: ReadonlySet<string>): Provision[] {
  const provisions: MutableProvision[] = [];
  const visit = (node: Node, parent: number | null): MutableProvision => {
    const provision: MutableProvision = {
      ordinal: provisions.length,
      parent,
      kind: node.kind,
      address: node.address,
      locator: node.locator,
      title: node.title,
      content: [],
      page: null,
      pageEnd: null,
      standing: node.standing,
      notes: [...new Set(node.notes)],
      quotes: node.quotes,
    };
    provisions.push(provision);
    const content: (Block | { child: number })[] = [];
    const pages: (number | null)[] = [node.page];
    for (const item of node.content) {
      if (isNode(item)) {
        const child = visit(item, provision.ordinal);
        content.push({ child: child.ordinal });
        pages.push(child.page, child.pageEnd);
      } else {
        const blocks = paragraphBlocks(item, vocabulary);
        for (const block of blocks) {
          content.push(block);
          pages.push(block.page);
        }
      }
    }
    const numbered = pages.filter((page) => page !== null);
    provision.content = content;
    provision.page = smallestOf(numbered);
    provision.pageEnd = largestOf(numbered);
    return provision;
  };
  visit(root, null);
  return provisions;
}

/** One block for each page the paragraph stands on. */
function paragraphBlocks(paragraph: Paragraph, vocabulary: ReadonlySet<string>): Block[] {
  const blocks: Block[] = [];
  for (const run of groupNeighbours(paragraph.lines, (line, [first]) => line.page === first.page)) {
    const { text, marks } = joinLines(run, vocabulary);
    const kind = blocks.length > 0 ? "continuation" : paragraph.kind;
    const level = paragraph.level ? { level: paragraph.level } : {};
    if (text !== "" || marks.length > 0)
      blocks.push({ text, marks, page: run[0].page, kind, ...level });
  }
  return blocks;
}
