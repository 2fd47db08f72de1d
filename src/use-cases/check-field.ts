// Takes a library; gives the rows of the field's tables that its texts do not bear out: tables outlive editions.
import {
  differingDocuments,
  knownDifferences,
  type DifferenceSide,
} from "../annotate/known-differences.ts";
import type { DocumentInfo } from "../document.ts";
import { isFieldLaw } from "../field/of-field.ts";
import type { Library } from "../library/library.ts";
import { readTexts, type DocumentTexts } from "../lock/document-texts.ts";
import { formerNames } from "../references/field-facts.ts";

/**
 * Of each text that tables speak of the one edition in force, where the library holds it; nothing is told of others.
 * @param library without editions that others replaced
 * @returns sentences, each naming its table
 */
export async function findUnborne({
  documents,
  provisions,
}: Pick<Library, "documents" | "provisions">): Promise<string[]> {
  const read = async (info: DocumentInfo | null): Promise<DocumentTexts | null> =>
    info === null ? null : readTexts(await provisions(info.id));
  const of = (titles: RegExp) => onlyOne(documents.filter(({ title }) => titles.test(title)));
  const law = of(differingDocuments.law);
  const guidance = of(differingDocuments.guidance);
  const fieldLaw = onlyOne(documents.filter(isFieldLaw));
  const lawTexts = await read(law);
  const sides = [
    { side: "law" as const, info: law, texts: lawTexts },
    { side: "guidance" as const, info: guidance, texts: await read(guidance) },
  ];
  const differing = knownDifferences.flatMap((row) =>
    sides.flatMap(({ side, info, texts }) =>
      info === null || texts === null || isBorne(row[side], texts)
        ? []
        : [
            `The table of differences (field/differences.json): ${info.short} does not say, at the places noted, what the row “${row.topic}” has of it.`,
          ],
    ),
  );
  const now = fieldLaw?.id === law?.id ? lawTexts : await read(fieldLaw);
  const former = formerNames.flatMap(({ address, now: place, matter }) =>
    now === null || now.at(place) !== null
      ? []
      : [
          `The table of customs (field/customs.json): ${fieldLaw?.short ?? ""} has no ${place}, which the row ${address} (${matter}) names.`,
        ],
  );
  return [...differing, ...former];
}

function onlyOne(documents: readonly DocumentInfo[]): DocumentInfo | null {
  return documents.length === 1 ? (documents[0] ?? null) : null;
}

function isBorne({ addresses, words }: DifferenceSide, texts: DocumentTexts): boolean {
  return addresses.some((address) => words.test(texts.at(address)?.folded ?? ""));
}
