// Takes an open library; gives what checks policies against it, with law and guidance read once for all of them.
import type { Finding } from "../findings/finding.ts";
import { checkPolicy, sourceWordsOf } from "../check/policy/check-policy.ts";
import type { Policy } from "../check/policy/policy.ts";
import type { NearProvisions, PolicyLibrary } from "../check/policy/policy-library.ts";
import { isOwn } from "../check/policy/check-references.ts";
import { readNames } from "../check/policy/read-names.ts";
import type { LoadedDocument } from "../check/report-library.ts";
import { once } from "../once.ts";
import { isFieldGuide, isFieldLaw } from "../field/of-field.ts";
import type { ReferenceReader } from "../references/reader.ts";
import type { Reference } from "../references/reference.ts";
import type { ReferenceView } from "../verify/statement.ts";
import type { CheckDeps } from "./check-deps.ts";

export function createPolicyChecker(
  { library, subjects, today, otherNames: others }: CheckDeps,
  references: ReferenceReader,
): (policy: Policy) => Promise<Finding[]> {
  const { documents } = library;
  const otherNames = others ?? null;
  const kept = new Map<string, Promise<LoadedDocument>>();
  const load = (id: string): Promise<LoadedDocument>[] => {
    const info = documents.find((document) => document.id === id);
    if (info === undefined) return [];
    const held =
      kept.get(id) ??
      library.provisions(id).then((provisions) => ({ info, provisions, passages: [] }));
    kept.set(id, held);
    return [held];
  };
  const nearest = subjects === undefined ? null : keepSubjects(subjects);
  const field = documents.filter((info) => isFieldLaw(info) || isFieldGuide(info));
  const openField = once(async () => {
    const loaded = await Promise.all(field.flatMap(({ id }) => load(id)));
    return { loaded, source: sourceWordsOf({ loaded }) };
  });
  return async (policy) => {
    const { loaded: ofField, source } = await openField();
    const own = { ...references, parse: keepParsed(references.parse) };
    const ids = namedDocuments(policy, own).filter((id) => !field.some((info) => info.id === id));
    const named = await Promise.all(ids.flatMap(load));
    const loaded = [...ofField, ...named];
    const shared = { documents, view: own, references, loaded, today, otherNames };
    const policyLibrary: PolicyLibrary = { ...shared, subjects: nearest };
    return checkPolicy(policy, policyLibrary, source);
  };
}

/** What a policy's headings and tables are about is looked up once. */
function keepSubjects(
  find: NonNullable<CheckDeps["subjects"]>,
): NonNullable<PolicyLibrary["subjects"]> {
  const known = new Map<string, Promise<NearProvisions>>();
  return (wordings) => {
    const key = wordings.join("\n");
    // Of what is found no more is kept than is asked for.
    const held = known.get(key) ?? find(wordings).then(({ provisions }) => ({ provisions }));
    if (known.size >= mostKept) known.clear();
    known.set(key, held);
    return held;
  };
}

/** Matters whose subjects are kept, each some 300 kB. */
const mostKept = 20;

/** Several rules read the same texts. */
function keepParsed(parse: ReferenceView["parse"]): ReferenceView["parse"] {
  const known = new Map<string, readonly Reference[]>();
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    const read = parse(text);
    known.set(text, read);
    return read;
  };
}

/** Ids of the documents of the library that a policy refers to. */
function namedDocuments({ pieces }: Policy, view: ReferenceView): string[] {
  const ids = pieces.flatMap(({ text }) =>
    readNames(text, view)
      .references.filter((reference) => reference.document !== null && !isOwn(reference, true))
      .flatMap((reference) => view.resolve(reference, []))
      .flatMap(({ reading }) => reading?.document?.documentId ?? []),
  );
  return [...new Set(ids)];
}
