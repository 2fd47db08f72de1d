// Declares the tools of the server: each reads the library, and gives what the command of the same name prints with --json.
import type {
  CallToolResult,
  McpServer,
  ServerContext,
  StandardSchemaWithJSON,
  StandardSchemaV1,
} from "@modelcontextprotocol/server";
import type { CallOptions } from "../api/events.ts";
import type { Library } from "../api/library.ts";
import { CharmError } from "../errors.ts";
import { nearestWord } from "../settings/nearest-word.ts";
import { toCall } from "./hooks.ts";
import { toFailure, toResult } from "./results.ts";
import * as shapes from "./schemas.ts";

export interface ServedLibrary {
  readonly library: Library;
  /** Aborted when the server is told to stop. */
  readonly stopped: AbortSignal;
}

/** What a tool found: to be read, and as data. */
interface Found {
  readonly reading: string;
  readonly data: object;
}

interface ToolShape<Input extends StandardSchemaWithJSON> {
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: StandardSchemaWithJSON;
  readonly run: (asked: StandardSchemaV1.InferOutput<Input>, call: CallOptions) => Promise<Found>;
}

/** No tool writes, and none reads but the corpus and the library made of it. */
const annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

export function addTools(server: McpServer, served: ServedLibrary): void {
  const add = <Input extends StandardSchemaWithJSON>(
    name: string,
    tool: ToolShape<Input>,
  ): void => {
    const { title, description, input, output, run } = tool;
    const shape = { title, description, inputSchema: input, outputSchema: output, annotations };
    const answer = async (
      asked: StandardSchemaV1.InferOutput<Input>,
      context: ServerContext,
    ): Promise<CallToolResult> => {
      const { call, notes } = toCall(context, served.stopped);
      try {
        const { reading, data } = await run(asked, call);
        return toResult(reading, data, notes());
      } catch (error) {
        // A call that the client has taken back is answered by nothing.
        call.signal.throwIfAborted();
        return toFailure(error);
      }
    };
    // Its own type of a callback cannot be told of an input that is not known yet.
    server.registerTool<StandardSchemaWithJSON, StandardSchemaWithJSON>(
      name,
      shape,
      answer as never,
    );
  };
  addReading(add, served.library);
  addJudging(add, served.library);
}

type AddTool = <Input extends StandardSchemaWithJSON>(name: string, tool: ToolShape<Input>) => void;

function addReading(add: AddTool, library: Library): void {
  add("list_documents", {
    title: "Documents of the library",
    description:
      "Lists the documents that answers can rest on: law, guidance, inspection framework and the home's own plans and " +
      "policies, each with file, version, date, authority and number of pages.",
    input: shapes.documentsInput,
    output: shapes.documentsOutput,
    run: async (_asked, call) => {
      const documents = await library.listDocuments(call);
      const reading = documents
        .map(({ short, authority, file }) => `${short} (${authority}): ${file}`)
        .join("\n");
      return { reading, data: { documents } };
    },
  });
  add("search", {
    title: "Search passages",
    description:
      "Finds the passages that bear on some words or a question, best first, each with file, page, locator and text.",
    input: shapes.searchInput,
    output: shapes.searchOutput,
    run: async ({ query, k, documents }, call) => {
      const data = await library.search(query, { k, documents, ...call });
      const reading = data.results
        .map(
          ({ rank, file, page, locator, text }) =>
            `${rank}. ${file}${page === null ? "" : `, page ${page}`}${locator === null ? "" : `, ${locator}`}\n${text}`,
        )
        .join("\n\n");
      return { reading, data };
    },
  });
  add("show", {
    title: "Show provisions or pages",
    description:
      "Gives the text of provisions, however they are written (“reg 28(2)(c)”, “Guide 10.13”), or of a page (“Guide " +
      "page 53”), and where else they are mentioned. A reference to what does not exist is said to be missing.",
    input: shapes.showInput,
    output: shapes.showOutput,
    run: async ({ references }, call) => {
      const shown = await library.show(references, call);
      const reading = shown
        .flatMap(({ reference, status, note, targets }) => [
          `${reference}: ${status}${note === null ? "" : ` (${note})`}`,
          ...targets.map(
            ({ file, page, text }) => `${file}${page === null ? "" : `, page ${page}`}\n${text}`,
          ),
        ])
        .join("\n\n");
      return { reading, data: { references: shown } };
    },
  });
}

function addJudging(add: AddTool, library: Library): void {
  add("ask", {
    title: "Answer questions",
    description:
      "Answers questions from the library as a report in Markdown. Each statement carries a number that leads to file, " +
      "version, page and paragraph; quotes stand there word for word; what the documents do not say is said.",
    input: shapes.askInput,
    output: shapes.askOutput,
    run: async ({ questions, brief, maxWords }, call) => {
      const { renderReport } = await import("../report/layout-report.ts");
      const answers = await library.ask(questions, { brief, maxWords, ...call });
      return { reading: renderReport(answers), data: { answers } };
    },
  });
  add("check", {
    title: "Check a text",
    description:
      "Verifies the citations, quotes and references of a report or policy against the library: what does not exist, " +
      "does not stand there, or says something else. A text without findings is not thereby right.",
    input: shapes.checkInput,
    output: shapes.checkOutput,
    run: async ({ text, as }, call) => {
      const findings = await library.checkText(text, { as, ...call });
      const reading = findings
        .map(({ line, severity, message }) => `${line ?? "-"} ${severity}: ${message}`)
        .join("\n");
      return { reading: reading || "No findings.", data: { findings } };
    },
  });
  add("gap", {
    title: "Requirements against own documents",
    description:
      "Holds a set of requirements against the home's own documents of the library: which is met where, what is missing, " +
      "left blank or contradicted. Whether the home does so no document can show.",
    input: shapes.gapInput,
    output: shapes.gapOutput,
    run: async ({ set, documents }, call) => {
      await requireSet(set, library);
      if (documents.length > 0) await requireOwn(documents, library, call);
      const matrix = await library.gap(set, { documents, ...call });
      const { writeGap } = await import("../gap/write/write-gap.ts");
      return { reading: String(await writeGap(matrix, "md", { changes: null })), data: matrix };
    },
  });
}

/** A path would be read as a file of requirements: only the sets that charm comes with are taken. */
async function requireSet(set: string, library: Library): Promise<void> {
  const names = (await library.listRequirementSets()).map(({ name }) => name);
  if (names.includes(set)) return;
  const near = nearestWord(set, names);
  throw new CharmError("set-unknown", `There is no set of requirements “${set}”.`, {
    hint: `${near === null ? "" : `Did you mean ${near}? `}Sets: ${names.join(", ")}.`,
  });
}

/** Only own documents of the library are read: no other file, and no folder. */
async function requireOwn(
  named: readonly string[],
  library: Library,
  call: CallOptions,
): Promise<void> {
  const documents = await library.listDocuments(call);
  const own = documents.filter(({ authority }) => authority === "own").map(({ file }) => file);
  const unknown = named.find((file) => !own.includes(file));
  if (unknown === undefined) return;
  throw new CharmError("document-unknown", `“${unknown}” is no own document of the library.`, {
    hint: own.length === 0 ? "It has none." : `It has ${own.join(", ")}.`,
  });
}
