// Takes the declarations that the compiler wrote, and the entry of the package; gives those that a user of it can reach.
import { parseSync, printSync } from "@swc/core";

/**
 * @typedef {object} Item a statement of a declaration file, cut from its text with the comment before it
 * @property {string} text
 * @property {string[]} names what it declares
 * @property {object} node
 *
 * @typedef {object} Module
 * @property {Item[]} items declarations, in their order
 * @property {Map<string, { from: string, name: string }>} imports by local name; paths are relative to the root
 * @property {Map<string, { from: string | null, name: string }>} exports by exported name; null for its own
 * @property {boolean} isEntry
 */

const options = { syntax: "typescript", dts: true, target: "es2022" };

/**
 * @param {(path: string) => string} read text of a declaration file, by its path with the ending .ts: "api/index.ts"
 * @param {string} entry
 * @returns {Map<string, { types: string, printed: string }>} by path, in order: what is kept of each file, and the same
 *   for a reader, without comments
 */
export function trimTypes(read, entry) {
  const modules = new Map();
  const open = (path) => {
    if (!modules.has(path)) modules.set(path, readModule(read(path), path));
    return modules.get(path);
  };
  /** Names of declarations that are kept, by path. */
  const kept = new Map();
  const waiting = [...open(entry).exports].map(([name]) => [entry, name]);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, name] = next;
    const module = open(path);
    const passed = module.exports.get(name) ?? module.imports.get(name);
    const isOwn = module.items.some(({ names }) => names.includes(name));
    if (!isOwn && passed !== undefined) {
      waiting.push([passed.from ?? path, passed.name]);
      continue;
    }
    const names = kept.get(path) ?? new Set();
    if (names.has(name)) continue;
    kept.set(path, names.add(name));
    if (!isOwn) throw new Error(`${path} has no declaration of ${name}.`);
    for (const item of module.items.filter((one) => one.names.includes(name)))
      for (const used of listUsed(item.node))
        if (module.imports.get(used)?.from !== null && isKnown(module, used))
          waiting.push([path, used]);
  }
  const paths = [...new Set([entry, ...kept.keys()])].toSorted();
  return new Map(paths.map((path) => [path, write(open(path), kept.get(path), path === entry)]));
}

function isKnown({ imports, items }, name) {
  return imports.has(name) || items.some(({ names }) => names.includes(name));
}

/** What is kept of a file, with the imports that it needs. */
function write(module, names = new Set(), isEntry) {
  const items = module.items.filter((item) => item.names.some((name) => names.has(name)));
  const used = new Set(items.flatMap(({ node }) => listUsed(node)));
  const imports = module.importLines.filter(({ local }) => used.has(local));
  const lines = imports.map(({ local, name, source }) => {
    const named = local === name ? name : `${name} as ${local}`;
    return `import type { ${named} } from "${source}";\n`;
  });
  const own = items.map(({ text }) => `${text.trim()}\n`);
  const passedOn = isEntry ? module.exportTexts.map((text) => `${text.trim()}\n`) : [];
  return {
    types: [...lines, ...own, ...passedOn, ...(isEntry ? [] : ["export {};\n"])].join(""),
    printed: [...items.map(({ node }) => print(node)), ...passedOn.map(stripComments)].join(""),
  };
}

function readModule(text, path) {
  // Places count on from the file that was parsed before, in bytes.
  const offset = parseSync("", options).span.end;
  const bytes = Buffer.from(text);
  const { body } = parseSync(text, options);
  const module = {
    items: [],
    imports: new Map(),
    importLines: [],
    exports: new Map(),
    exportTexts: [],
  };
  let end = 0;
  for (const node of body) {
    const cut = bytes.subarray(end, node.span.end - offset).toString();
    end = node.span.end - offset;
    take(node, cut, module, path);
  }
  return module;
}

function take(node, text, module, path) {
  if (node.type === "ImportDeclaration") {
    const source = node.source.value;
    for (const one of node.specifiers) {
      const name = one.imported?.value ?? one.local.value;
      const from = resolve(path, source);
      // Of packages nothing is cut away.
      module.imports.set(one.local.value, { from, name });
      module.importLines.push({ local: one.local.value, name, source });
    }
  } else if (node.type === "ExportNamedDeclaration") {
    module.exportTexts.push(text);
    for (const { orig, exported } of node.specifiers) {
      const from = node.source === null ? null : resolve(path, node.source.value);
      module.exports.set((exported ?? orig).value, { from, name: orig.value });
    }
  } else {
    const { declaration = node } = node;
    const named = declaration.declarations?.map(({ id }) => id.value) ?? [
      (declaration.identifier ?? declaration.id)?.value,
    ];
    if (named.includes(undefined)) throw new Error(`${path}: ${node.type} is not understood.`);
    module.items.push({ text, names: named, node });
  }
}

/** Null for a package. */
function resolve(path, source) {
  if (!source.startsWith(".")) return null;
  return new URL(source, `file:///${path}`).pathname.slice(1);
}

/** Names that stand in a declaration, except as keys. */
function listUsed(node) {
  if (Array.isArray(node)) return node.flatMap(listUsed);
  if (node === null || typeof node !== "object") return [];
  if (node.type === "TsImportType")
    throw new Error(`A type is imported where it stands: ${node.argument.value}. Write its name.`);
  if (node.type === "Identifier") return [node.value, ...listUsed(node.typeAnnotation)];
  return Object.entries(node).flatMap(([key, value]) => {
    const isKey = key === "key" && value?.type === "Identifier" && node.computed !== true;
    return isKey || key === "span" ? [] : listUsed(value);
  });
}

/** Of a table of words its names alone: another wording is no other type. */
function print(node) {
  const copy = structuredClone(node);
  for (const { id } of copy.declaration?.declarations ?? []) {
    for (const member of id.typeAnnotation?.typeAnnotation.members ?? []) {
      const type = member.typeAnnotation?.typeAnnotation;
      if (type?.type === "TsTypeLiteral") type.members = [];
    }
  }
  return printBody([copy]);
}

function stripComments(text) {
  return printBody(parseSync(text, options).body);
}

function printBody(body) {
  const span = { start: 0, end: 0, ctxt: 0 };
  return printSync({ type: "Module", span, body, interpreter: null }).code;
}
