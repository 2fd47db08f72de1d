// Declares the resources of the server: the contents of each document, and each provision.
import { ResourceTemplate, type McpServer } from "@modelcontextprotocol/server";
import { CharmError } from "../errors.ts";
import { toCall } from "./hooks.ts";
import type { ServedLibrary } from "./tools.ts";

const json = "application/json";

/** Names in addresses are percent-encoded. */
const documentAddress = (file: string): string => `charm://document/${encodeURIComponent(file)}`;

export function addResources(server: McpServer, { library, stopped }: ServedLibrary): void {
  const documents = new ResourceTemplate("charm://document/{file}", {
    list: async (context) => {
      const all = await library.listDocuments(toCall(context, stopped).call);
      return {
        resources: all.map(({ file, title, short, authority }) => ({
          uri: documentAddress(file),
          name: short,
          title,
          description: `${authority}: contents with pages`,
          mimeType: json,
        })),
      };
    },
    complete: {
      file: async (begun) => {
        const all = await library.listDocuments({ signal: stopped });
        return all.map(({ file }) => file).filter((file) => file.startsWith(begun));
      },
    },
  });
  server.registerResource(
    "document",
    documents,
    {
      title: "Document",
      description: "The contents of a document: headings and provisions with their pages.",
      mimeType: json,
    },
    async (uri, { file }, context) =>
      read(uri, () => library.outline(decode(file), toCall(context, stopped).call)),
  );
  server.registerResource(
    "provision",
    new ResourceTemplate("charm://provision/{reference}", { list: undefined }),
    {
      title: "Provision",
      description:
        "The text of a provision with its place: charm://provision/reg%2028(2)(c). What it quotes is data.",
      mimeType: json,
    },
    async (uri, { reference }, context) =>
      read(uri, () => library.show(decode(reference), toCall(context, stopped).call)),
  );
}

async function read(uri: URL, find: () => Promise<unknown>) {
  try {
    const text = JSON.stringify(await find());
    return { contents: [{ uri: uri.href, mimeType: json, text }] };
  } catch (error) {
    // The client is told what a person would be.
    if (error instanceof CharmError && error.hint !== null)
      throw new Error(`${error.message} ${error.hint}`, { cause: error });
    throw error;
  }
}

function decode(variable: string | string[] | undefined): string {
  const text = Array.isArray(variable) ? variable.join("/") : (variable ?? "");
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
