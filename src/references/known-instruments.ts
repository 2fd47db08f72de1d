// Names of instruments and guidance that people in the field cite, so that one not in the library can still be named.
// Vocabulary only: it says what a document is called, never what provisions it has.
import type { Authority } from "../document.ts";
import { field } from "../field/of-field.ts";
import { readFieldTable } from "../field/read-field.ts";
import type { Instrument } from "./reference.ts";

/** Something people call a document by, whether or not the library holds it. */
export interface KnownInstrument {
  /** Short stable name for programs: `ca1989`. */
  readonly key: string;
  readonly name: string;
  readonly instrument: Instrument | null;
  /** Year in the title; null for guidance, which has editions instead. */
  readonly year: string | null;
  /** `2015/541` (statutory instrument) or `1989 c. 41` (Act). */
  readonly number: string | null;
  /** Other names, beside the title with and without its year. */
  readonly aliases: readonly string[];
  /** What people mean by "the 1989 Act" or "the 2010 Regulations" without more. */
  readonly customary: boolean;
  /** Why it is no longer current; null when it is. */
  readonly ended: {
    readonly code: "revoked" | "superseded" | "enacted";
    readonly by: string;
  } | null;
  /** Years of the editions known to exist; `yearlyFrom` for one that appears every year. */
  readonly editions: { readonly years: readonly number[]; readonly yearlyFrom?: number } | null;
  /**
   * How careful readers cite it where the library holds it and nothing else goes by its name, and who must have issued
   * it; null where it goes by its title.
   */
  readonly cited: { readonly short: string; readonly authority: Authority } | null;
}

/** As field/instruments.json has them: what does not hold is left out. */
type Row = Pick<KnownInstrument, "key" | "name"> &
  Partial<Omit<KnownInstrument, "key" | "name" | "year">>;

const table = readFieldTable<{
  readonly instruments: readonly Row[];
  readonly passedIn: Readonly<Record<string, readonly number[]>>;
}>("instruments");

export const knownInstruments: readonly KnownInstrument[] = table.instruments.map((row) => {
  const { name, instrument = null } = row;
  return {
    instrument,
    year: instrument === null ? null : (/\d{4}$/.exec(name)?.[0] ?? null),
    number: null,
    aliases: [],
    customary: false,
    ended: null,
    editions: null,
    cited: null,
    ...row,
  };
});

/**
 * Years in which Acts of these titles were passed, current or not (legislation.gov.uk): one of another year is none. Of
 * titles that are not here nobody can tell.
 */
export const { passedIn } = table;

/** The Act meant by a section number with no Act named, by the custom of the field. */
export const impliedAct = field.act;

/** The regulations meant by a regulation's number alone. */
export const impliedRegulations = field.regulations;

/** The entry of a key; the key must exist. */
export function knownByKey(key: string): KnownInstrument {
  const found = knownInstruments.find((entry) => entry.key === key);
  if (found === undefined) throw new Error(`No known instrument has the key ${key}.`);
  return found;
}
