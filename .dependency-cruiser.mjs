// Which way imports may run through `src`: never in a circle, and only from a room to those below it. Types count.

// It reads the TypeScript. Where it does not load, dependency-cruiser would look at no file and find nothing wrong.
await import("@swc/core");

/**
 * The rooms of `src` (its folders, and the files beside them), floor by floor from the ground up. A room imports only
 * from rooms that stand before it here, on its own floor as well, so that no two rooms can need each other.
 */
const rooms = [
  ["errors", "document", "lists", "once", "text", "files", "field"],
  ["place", "findings"],
  ["models", "http"],
  ["extract", "office", "structure", "chunk", "settings", "homes", "discover", "identify", "trust"],
  ["language-model", "embed"],
  ["references", "library"],
  ["plan", "retrieve"],
  ["score"],
  ["law"],
  ["draft"],
  ["verify"],
  ["facts"],
  ["compose", "annotate"],
  ["check", "report", "show", "export", "compare", "digest"],
  ["requirements", "gap"],
  ["packs", "policy"],
  ["batch"],
  ["lock", "doctor", "sources"],
  ["use-cases"],
  ["program"],
  ["api"],
  ["mcp"],
  ["cli"],
].flat();

/** Packages that one part of `src` stands in front of; all else calls that part. */
const packages = {
  "extract/pdf": ["pdf-parse", "pdfjs-dist"],
  "(extract/office|sources)": ["saxes"],
  "(extract/flow|export|text)": ["marked"],
  "extract/flow": ["node-html-parser"],
  export: ["docx"],
  settings: ["yaml"],
  "(batch|mcp|packs|settings|sources)": ["zod"],
  mcp: ["@modelcontextprotocol"],
  "language-model": ["openai", "tiktoken"],
  "(embed|models)": ["@huggingface/tokenizers", "onnxruntime-node"],
  office: ["write-excel-file"],
  "library/lance": ["@lancedb/lancedb", "apache-arrow"],
  cli: ["chalk", "commander", "ora"],
};

/** Files of the rooms, as a regular expression. */
const within = (...names) => `^src/(${names.join("|")})(/|\\.ts$)`;

const noWayUp = rooms.slice(0, -1).map((room, at) => ({
  name: `${room}-imports-from-above`,
  comment: "A room imports only from rooms before it in .dependency-cruiser.mjs.",
  severity: "error",
  from: { path: within(room) },
  to: { path: within(...rooms.slice(at + 1)) },
}));

const packagesInOnePlace = Object.entries(packages).map(([part, names]) => ({
  name: `only-in-${part}`,
  comment: `Only src/${part} imports ${names.join(", ")}.`,
  severity: "error",
  from: { path: "^src/", pathNot: `^src/${part}/` },
  // One that is not installed keeps the name it is imported by.
  to: { path: `(^|node_modules/)(${names.join("|")})(/|$)` },
}));

/** Of the command line the same holds for what it runs, though not for types: see .oxlintrc.json. */
const mcpThroughApi = {
  name: "mcp-through-api",
  comment: "The server gives what any program gets: it calls src/api alone.",
  severity: "error",
  from: { path: "^src/mcp/" },
  to: { path: within("program", "use-cases") },
};

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circles",
      comment: "Put what both files need into one below them.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "room-without-a-floor",
      comment: "Say in .dependency-cruiser.mjs where the new room stands.",
      severity: "error",
      from: {},
      to: { path: "^src/", pathNot: within(...rooms) },
    },
    ...noWayUp,
    ...packagesInOnePlace,
    mcpThroughApi,
  ],
  options: {
    // TypeScript 7 has no parser that can be called from here.
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
  },
};
