// Takes the path of a file; says whether its folders are named as a provider names those of its own documents.
import { setOfWords } from "../lists.ts";

/** Say whose documents they are. */
const ours = setOfWords("own our ours my internal inhouse provider provider's providers");
/** What a provider writes for itself; others write such things too, and then the folder says who. */
const written = setOfWords(
  "policy policies policys procedure procedures plan plans protocol protocols handbook handbooks",
);
const holders = setOfWords("home house company organisation organization service staff");
const papers = setOfWords("document documents doc docs file files paper papers paperwork");

/** Those who write about homes, and what they write: their folders hold nothing of the provider's, whatever else they say. */
const others = setOfWords(
  "ofsted cqc government gov govuk dfe department ministry council la las authority authorities lscp lscb nhs nice hse ico parliament national statutory legislation law laws acts regulations official external published example examples sample samples",
);
/** Under such a folder even “policies” may be somebody else's. */
const guiding = setOfWords(
  "guidance guidances guides guide reference references research reading library",
);

/**
 * `own`, `Our policies`, `Policies 2025`, `Elm House policies and procedures`, `home documents` are; `Ofsted policies`,
 * `national policies`, `guidance/policies` are not. Of two folders that disagree the inner one decides, but
 * nobody's policies are ours for standing in a folder of that name.
 */
export function isOwnFolder(file: string): boolean {
  const folders = file.split("/").slice(0, -1).map(wordsOfFolder);
  const guided = folders.some((words) => words.some((word) => guiding.has(word)));
  let perhaps = false;
  for (const words of folders.toReversed()) {
    const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
    if (has(others) || words.join(" ").includes("home office")) return false;
    if (has(ours)) return true;
    perhaps ||= !guided && (has(written) || (has(holders) && has(papers)));
  }
  return perhaps;
}

/** `PoliciesAndProcedures_2025` → policies, and, procedures, 2025. */
function wordsOfFolder(folder: string): string[] {
  return (
    folder
      .replace(/(\p{Ll}{2})(\p{Lu}\p{Ll})/gu, "$1 $2")
      .toLowerCase()
      .replaceAll("’", "'")
      .replaceAll("in-house", "inhouse")
      .match(/[\p{L}']+/gu) ?? []
  );
}
