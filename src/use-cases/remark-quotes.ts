// Takes quotations of a home's documents; gives of each what is wrong with what it says of law and guidance.
import type { FindingCode } from "../findings/codes.ts";
import type { Library } from "../library/library.ts";
import type { ReferenceReader } from "../references/reader.ts";
import { createPolicyChecker } from "./check-policies.ts";

/** Faults that a policy must not be sent out with; what is left blank and what fell due is told elsewhere. */
const told: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "reference-missing",
  "expired-text-cited",
  "replaced-named",
]);

/** The same quotations and library give the same remarks, on whatever day. */
export async function remarkQuotes(
  quotes: readonly string[],
  library: Library,
  references: ReferenceReader,
): Promise<(quote: string) => readonly string[]> {
  const distinct = [...new Set(quotes)];
  const pieces = distinct.map((text, at) => ({
    kind: "text" as const,
    text,
    headings: [],
    page: null,
    line: at + 1,
  }));
  // No date of a review is among what is told, so that the day makes no difference.
  const check = createPolicyChecker({ library, today: "" }, references);
  const remarks = new Map<string, string[]>();
  for (const { code, line, message } of await check({ title: null, pieces })) {
    const quote = distinct[(line ?? 0) - 1];
    if (quote === undefined || !told.has(code)) continue;
    remarks.set(quote, [...(remarks.get(quote) ?? []), message]);
  }
  return (quote) => remarks.get(quote) ?? [];
}
