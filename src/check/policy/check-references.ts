// Takes a piece of a policy; tells which references to law and guidance name nothing that is there, or nothing in force.
import type { FindingCode } from "../../findings/codes.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { familyOf, formatAddress } from "../../place/address.ts";
import { isFieldGuide } from "../../field/of-field.ts";
import { describeNote, type Note, type NoteCode } from "../../references/notes.ts";
import type { Reference } from "../../references/reference.ts";
import type { Resolution } from "../../references/resolution.ts";
import { readText } from "../../references/read-text.ts";
import type { PolicyLibrary } from "./policy-library.ts";
import { readNames } from "./read-names.ts";

/** Remarks that make a reference one to what is no longer there, and the findings that say so. */
const stale: Partial<Record<NoteCode, FindingCode>> = {
  omitted: "expired-text-cited",
  temporary: "expired-text-cited",
  "former-name": "replaced-named",
  enacted: "replaced-named",
  "edition-older": "replaced-named",
};

/** @param text a paragraph, heading, row or footnote */
export function checkPolicyReferences(text: string, library: PolicyLibrary): Finding[] {
  const { references, misspellings } = readNames(text, library.view);
  const names = misspellings.map(({ written, right }) =>
    makeFinding("name-misspelt", { written, right }, { reference: written }),
  );
  const lawful = references.some(namesLaw);
  const found = judged(references, library)
    .filter((reference) => !isOwn(reference, lawful))
    .flatMap((reference) =>
      library.view
        .resolve(reference, [])
        .flatMap((resolution) => judge(reference, resolution, library)),
    );
  return [...names, ...found];
}

/**
 * References but for regulations without a name beside the name of regulations that are not the field's: those may be
 * meant.
 */
export function judged(
  references: readonly Reference[],
  { view }: Pick<PolicyLibrary, "view">,
): Reference[] {
  const named = references.filter(({ document }) => document?.instrument === "regulations");
  const others = named.filter((reference) =>
    view.resolve(reference, []).every(({ status }) => status === "external"),
  );
  if (others.length === 0 || others.length < named.length) return [...references];
  return references.filter(({ document }) => document !== null);
}

/** Whether a reference can only be to legislation, whatever document it stands in. */
function namesLaw({ targets, document }: Reference): boolean {
  const [first] = targets;
  return document !== null || (first !== undefined && familyOf(first.address) === "reg");
}

/**
 * A number without a document is the policy's own: its sections, pages and appendices. Regulations are never a policy's;
 * a Schedule is one of theirs where they are named beside it.
 * @param lawful whether the text names law
 */
export function isOwn({ targets, document, surface }: Reference, lawful: boolean): boolean {
  const [first] = targets;
  if (document !== null) return document.kind === "self";
  if (first === undefined) return true;
  const family = familyOf(first.address);
  if (family === "standard") return !/^quality/i.test(surface);
  if (family === "sch") return !lawful;
  return !["reg", "s"].includes(family);
}

function judge(reference: Reference, resolution: Resolution, library: PolicyLibrary): Finding[] {
  const { status, notes } = resolution;
  if (status === "missing") return [judgeMissing(reference, resolution, library)];
  const old = notes.find(({ code }) => stale[code] !== undefined);
  const code = old === undefined ? undefined : stale[old.code];
  if (old === undefined || code === undefined) return [];
  const { surface } = reference;
  if (code === "expired-text-cited") {
    const args = { variant: "noted", said: describeNote(old) } as const;
    return [makeFinding(code, args, { reference: surface })];
  }
  const args = { variant: "noted", said: describeNote(old) } as const;
  return [makeFinding("replaced-named", args, { reference: surface })];
}

function judgeMissing(
  { surface, document }: Reference,
  { notes, nearest, target, reading }: Resolution,
  library: PolicyLibrary,
): Finding {
  const note: Note | undefined = notes.find(({ severity }) => severity === "error") ?? notes[0];
  const said = note === undefined ? `${surface} was not found.` : describeNote(note);
  const near = nearest?.locator ?? null;
  const told = near === null || said.includes(near) ? said : `${said} The nearest is ${near}.`;
  const guide =
    document === null && target !== null && reading?.document?.structureKind === "legislation"
      ? describeGuide(target.address, library)
      : "";
  const place =
    nearest === null
      ? undefined
      : { file: nearest.file, locator: nearest.locator, page: nearest.page };
  const code = note?.code === "omitted" ? "expired-text-cited" : "reference-missing";
  const args = { variant: "noted", said: `${told}${guide}` } as const;
  return makeFinding(code, args, { reference: surface, place });
}

/** "regulation 15.5" where the Guide has a paragraph of that number: what it says. */
function describeGuide(address: string, { loaded }: PolicyLibrary): string {
  const [family, major, minor, ...more] = address.split("/");
  if (family !== "reg" || minor === undefined || more.length > 0) return "";
  const sought = `para/${major}.${minor}`;
  for (const { info, provisions } of loaded) {
    if (!isFieldGuide(info)) continue;
    const at = provisions.findIndex((provision) => provision.address === sought);
    if (at < 0) continue;
    const words = (readText(provisions, at) ?? "").split(/\s+/);
    const said = words.slice(0, 16).join(" ");
    const end = words.length > 16 ? " …" : "";
    return ` Paragraph ${formatAddress(sought)} of the Guide may be meant: “${said}${end}”`;
  }
  return "";
}
