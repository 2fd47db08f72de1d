// Takes XML as it is written; gives its elements with where they stand in it, so that what is not changed stays as it is.

export interface RawNode {
  readonly name: string;
  /** From its first bracket to behind its last. */
  readonly start: number;
  readonly end: number;
  /** What is between its tags; of an empty element nothing, at its end. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly children: readonly RawNode[];
}

interface OpenNode extends RawNode {
  end: number;
  innerEnd: number;
  readonly children: OpenNode[];
}

const tag =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>|<(\/?)([\w:.-]+)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/g;

/** The outermost node is the document itself. @param xml well formed: it has been read by a parser */
export function parseRaw(xml: string): RawNode {
  const root = openNode("", 0, 0);
  const open: OpenNode[] = [root];
  for (const { index, 0: whole, 1: closing, 2: name, 3: empty } of xml.matchAll(tag)) {
    if (name === undefined) continue;
    const after = index + whole.length;
    if (closing === "/") {
      const node = open.length > 1 ? open.pop() : undefined;
      if (node === undefined) continue;
      [node.innerEnd, node.end] = [index, after];
      continue;
    }
    const node = openNode(name, index, after);
    open.at(-1)?.children.push(node);
    if (empty !== "/") open.push(node);
  }
  [root.innerEnd, root.end] = [xml.length, xml.length];
  return root;
}

function openNode(name: string, start: number, innerStart: number): OpenNode {
  return { name, start, innerStart, innerEnd: innerStart, end: innerStart, children: [] };
}

export function childNamed(
  node: RawNode | undefined,
  ...path: readonly string[]
): RawNode | undefined {
  return path.reduce<RawNode | undefined>(
    (at, name) => at?.children.find((child) => child.name === name),
    node,
  );
}

/** Without attributes of later namespaces, which the file that it goes to may not declare. */
export function withoutLater(xml: string): string {
  return xml.replaceAll(/<\w[^>]*>/g, (opening) =>
    opening.replaceAll(/ (?!(?:w|r|xml):)\w+:\w+="[^"]*"/g, ""),
  );
}

/** As it is written. */
export function rawOf(xml: string, node: RawNode | undefined): string {
  return node === undefined ? "" : xml.slice(node.start, node.end);
}

/** Value of an attribute, entities and all; null where it is not there. */
export function attributeOf(xml: string, node: RawNode | undefined, name: string): string | null {
  if (node === undefined) return null;
  const opening = xml.slice(node.start, node.innerStart);
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(opening);
  return found?.[1] ?? found?.[2] ?? null;
}
