// Every surface form of the field's own list, resolved with the documents at hand, against the list's targets and status.
import { describe, expect, it } from "vitest";
import type { ReferenceContext } from "../../src/references/subject.ts";
import { emptyContext } from "../../src/references/subject.ts";
import { explainNonReference } from "../../src/references/non-references.ts";
import { parseReferences } from "../../src/references/parse-references.ts";
import { writeTarget } from "./write-target.ts";
import type { Reading, Resolution } from "../../src/references/resolution.ts";
import { resolveReference } from "../../src/references/resolve-references.ts";
import { makeSharedLibrary, readShared } from "./shared-library.ts";
import { hasShared } from "../support/shared-folder.ts";

interface Form {
  readonly number: number;
  readonly surface: string;
  readonly target: string;
  readonly status: string;
}

const forms: readonly Form[] = (hasShared ? readShared("domain/references.txt") : "")
  .split("\n")
  .filter((line) => /^\d+\t/.test(line))
  .map((line) => line.split("\t"))
  .map(([number, surface, target, status]) => ({
    number: Number(number),
    surface: surface ?? "",
    target: target ?? "",
    status: status ?? "",
  }));

/** Targets that the list gives in words, or that another row gives; by the number of the row. */
const inWords: Readonly<Record<number, string>> = {
  53: "chr:sch/1/para/14",
  74: "guide:para/1.1 | guide:annex-a/1.1 | guide:annex-b/1.1",
  86: "chr:reg/10 | nms:standard/5",
  90: "chr:reg/12 | sa2023:reg/5",
  111: "chr:reg/16/2 | fees2015:reg/16/2",
  121: "sccif:head/good",
  123: "Working together to safeguard children 2018",
  124: "Keeping children safe in education 2025:part/2",
  128: "iro:head/chapter-3",
};

/** Documents that the list calls external but that stand in this library, so that the place itself is found. */
const heldHere = new Set([127, 128]);

/** A target of the list without the pages and remarks in brackets. */
function normalise(target: string): string {
  return target
    .replaceAll(/ \([^)]*\)/g, "")
    .replace(/@\d+$/, "")
    .trim();
}

function write(reading: Reading): string {
  const document =
    reading.document?.documentId ?? reading.instrument?.key ?? reading.instrument?.name;
  if (reading.address === null) return document ?? "";
  return `${document}:${writeTarget({ address: reading.address, to: reading.to })}`;
}

/** "Charter commitment O3". */
const charterForm = 129;

const library = hasShared ? makeSharedLibrary() : null;

function resolve(surface: string, context: Partial<ReferenceContext> = {}): Resolution[] {
  if (library === null) return [];
  return parseReferences(surface).flatMap((reference) =>
    resolveReference(reference, library, { ...emptyContext, ...context }),
  );
}

/** What is asserted of a form's resolutions, as plain data. */
function outline(resolutions: readonly Resolution[]) {
  return {
    statuses: [...new Set(resolutions.map((one) => one.status))],
    targets: resolutions.map((one) => (one.reading === null ? "" : write(one.reading))).join(";"),
    severities: [...new Set(resolutions.flatMap((one) => one.notes.map((note) => note.severity)))],
    codes: resolutions.flatMap((one) => one.notes.map((note) => note.code)),
  };
}

function formsOf(...statuses: string[]) {
  return forms
    .filter((form) => statuses.includes(form.status) && form.number !== charterForm)
    .map((form) => ({ ...form, expected: inWords[form.number] ?? form.target }));
}

describe.skipIf(!hasShared)("the list of surface forms (needs ../shared)", () => {
  it("has 139 forms, each with a status that is tested here", () => {
    expect(forms).toHaveLength(139);
    expect([...new Set(forms.map((form) => form.status))].toSorted()).toEqual([
      "ambiguous",
      "external",
      "external-superseded",
      "invalid",
      "invalid-omitted",
      "invalid-pair",
      "label",
      "needs-context",
      "not-a-reference",
      "ok",
      "ok-if-prefixed",
      "ok-warn",
      "stale",
      "stale-mapped",
    ]);
  });

  // ok: found where the list says, without a warning. Shapes without a word are read where the list attests them, in the
  // Guide; a page or footnote without a document may be of another document, and the warning says so.
  it.each(formsOf("ok"))("$number $surface is found", ({ surface, expected }) => {
    const bare = surface.startsWith("(40)");
    const seen = outline(resolve(surface, bare ? { documentId: "guide" } : {}));
    expect(seen).toMatchObject({ statuses: ["found"], targets: normalise(expected) });
    const others = seen.codes.includes("read-in") && /^(?:pp\.|footnote)/.test(surface);
    expect(seen.severities.filter((one) => one !== "note")).toEqual(others ? ["warning"] : []);
  });

  // ok-warn: found, with a warning that says what is doubtful.
  it.each(formsOf("ok-warn"))(
    "$number $surface is found with a warning",
    ({ surface, expected }) => {
      const seen = outline(resolve(surface));
      expect(seen).toMatchObject({ statuses: ["found"], targets: normalise(expected) });
      expect(seen.severities).toContain("warning");
    },
  );

  // needs-context, ok-if-prefixed: not without a warning when no document is in scope; with it, nothing to warn of.
  it.each(formsOf("needs-context", "ok-if-prefixed"))(
    "$number $surface depends on what is in scope",
    ({ surface, expected }) => {
      const alone = outline(resolve(surface));
      expect(alone).toMatchObject({ statuses: ["found"], targets: normalise(expected) });
      expect(alone.severities).toContain("warning");
      const scope = [expected.split(":")[0] ?? ""];
      const inScope = outline(resolve(surface, { scope }));
      expect(inScope).toMatchObject({ statuses: ["found"], targets: normalise(expected) });
      expect(inScope.severities).toEqual([]);
    },
  );

  // ambiguous: all readings of the list, one of them taken.
  it.each(formsOf("ambiguous"))("$number $surface is ambiguous", ({ surface, expected }) => {
    const [one] = resolve(surface);
    expect(one?.status).toBe("ambiguous");
    const readings = [one?.reading ?? null, ...(one?.alternatives ?? [])];
    const written = readings.map((reading) => (reading === null ? "" : write(reading)));
    expect(written.toSorted()).toEqual(expected.split(" | ").map(normalise).toSorted());
    expect(one?.reading?.places.length).toBeGreaterThan(0);
  });

  // invalid, invalid-omitted: missing, with an error that says why.
  it.each(formsOf("invalid", "invalid-omitted"))(
    "$number $surface is missing",
    ({ surface, status }) => {
      const seen = outline(resolve(surface));
      expect(seen.statuses).toEqual(["missing"]);
      expect(seen.severities).toContain("error");
      expect(seen.codes.includes("omitted")).toBe(status === "invalid-omitted");
    },
  );

  // invalid-pair: the paragraph exists, on another page.
  it.each(formsOf("invalid-pair"))("$number $surface disagrees", ({ surface, expected }) => {
    const seen = outline(resolve(surface));
    expect(seen).toMatchObject({
      statuses: ["found"],
      targets: expected,
      codes: ["page-disagrees"],
    });
  });

  // external: in an instrument or edition that is not held, named as the list names it; found when it is held here.
  it.each(formsOf("external"))(
    "$number $surface is of another document",
    ({ number, surface, expected }) => {
      const seen = outline(resolve(surface).slice(0, 1));
      expect(seen.statuses).toEqual([heldHere.has(number) ? "found" : "external"]);
      expect(seen.targets).toBe(normalise(expected));
    },
  );

  // stale and its kin: as external, with a warning that it is out of date.
  it.each(formsOf("stale", "stale-mapped", "external-superseded"))(
    "$number $surface is out of date",
    ({ surface, expected }) => {
      const seen = outline(resolve(surface));
      expect(seen.statuses).toEqual(["external"]);
      expect(seen.severities).toContain("warning");
      expect(expected === "-" || seen.targets === normalise(expected)).toBe(true);
    },
  );

  it.each(formsOf("not-a-reference", "label"))(
    "$number $surface is no reference",
    ({ surface }) => {
      expect(parseReferences(surface)).toEqual([]);
      expect(explainNonReference(surface)).not.toMatch(/^Nothing in it names/);
    },
  );

  it("names the charter, which is ok in the list but not among these documents", () => {
    const form = forms.find((one) => one.number === charterForm);
    const seen = outline(resolve(form?.surface ?? ""));
    expect(seen).toMatchObject({ statuses: ["external"], targets: form?.target });
    expect(seen.codes).toContain("own-numbering");
  });
});

/** Every address of the library's two tables, with how it is written in full. */
function listWritten(): {
  readonly written: string;
  readonly address: string;
  readonly gone: boolean;
}[] {
  const listed: { written: string; address: string; gone: boolean }[] = [];
  const walk = (documentId: string, prefix: string, address: string): void => {
    for (const row of library?.children(documentId, address) ?? []) {
      if (/^(?:part|fn)\/|head\//.test(row.address)) continue;
      const word = row.address.startsWith("reg/") ? "regulation " : prefix;
      listed.push({
        written: `${word}${row.locator}`,
        address: `${documentId}:${row.address}`,
        gone: row.standing === "omitted",
      });
      walk(documentId, prefix, row.address);
    }
  };
  walk("chr", "", "");
  walk("guide", "Guide ", "");
  return listed;
}

describe.skipIf(!hasShared)("the tables of valid targets (needs ../shared)", () => {
  it("finds each of them, and nothing below or beside them that does not exist", () => {
    const listed = listWritten();
    const wrong = listed.filter(({ written, address, gone }) => {
      const [one] = resolve(written);
      if (gone) return one?.status !== "missing";
      return one?.reading === null || one === undefined || write(one.reading) !== address;
    });
    expect(listed.length).toBeGreaterThan(869 + 376);
    expect(wrong).toEqual([]);
    const invented = listed
      .filter(({ address }) => /:(?:reg|sch)\//.test(address))
      .flatMap(({ written }) => [`${written}(99)`, `${written}(zz)`])
      .filter((written) => resolve(written).some((one) => one.status !== "missing"));
    expect(invented).toEqual([]);
  });
});
