// Takes the text of a YAML file; gives its values as written, and the line each stands on.
import { CharmError } from "../errors.ts";

export type YamlPath = readonly (string | number)[];

export interface YamlText {
  /** Mappings as objects, sequences as arrays, and every scalar as the string that was written: `1.10` stays `1.10`. */
  readonly value: unknown;
  /** Line, counted from 1, of the key or list entry that a path ends with; of the nearest one above it that exists. */
  lineOf(path: YamlPath): number;
}

/**
 * The parser is loaded on the first call: most commands meet no YAML, and loading it costs some 30 ms.
 * @param name how messages name the file
 * @throws CharmError with `code` when it is not YAML, naming file and line
 */
export async function readYaml(text: string, name: string, code: string): Promise<YamlText> {
  const { LineCounter, isMap, isScalar, isSeq, parseDocument } = await import("yaml");
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    logLevel: "silent",
    // Only strings, sequences and mappings: a version must not become a number, nor a date lose its form.
    schema: "failsafe",
  });
  const fault = document.errors[0];
  if (fault) {
    const { line } = lineCounter.linePos(fault.pos[0]);
    throw new CharmError(code, `${name}, line ${line}, is not YAML: ${fault.message}`, {
      hint: "Check the indentation and quotes there; a text with a colon or a leading * needs quotes.",
    });
  }
  const lineOf = (path: YamlPath): number => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
        if (!pair || !isScalar(pair.key)) break;
        offset = pair.key.range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof step === "number") {
        node = node.items[step];
        const range = (node as { range?: readonly number[] | null } | undefined)?.range;
        offset = range?.[0] ?? offset;
      } else break;
    }
    return lineCounter.linePos(offset).line;
  };
  try {
    return { value: document.toJS({ maxAliasCount: 0 }), lineOf };
  } catch (cause) {
    // An alias can stand for itself, or a few of them for more values than memory holds.
    throw new CharmError(code, `${name} uses aliases (*name), which are not read here.`, {
      hint: "Write the values out.",
      cause,
    });
  }
}
