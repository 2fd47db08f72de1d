// Reads an address at legislation.gov.uk: which instrument, and which place in it.
import type { Instrument } from "./reference.ts";

export interface LegislationUrl {
  /** `2015/541` for a statutory instrument, `1989 c. 41` for an Act. */
  readonly number: string;
  /** Statutory instruments are regulations, orders or rules: the URL does not say. */
  readonly instrument: Instrument | null;
  readonly year: string;
  /** Address of the place, or null for the instrument as a whole. */
  readonly address: string | null;
}

const urlPattern =
  /^https?:\/\/(?:www\.)?legislation\.gov\.uk\/(?:id\/)?([a-z]{3,6})\/(\d{4})\/(\d{1,5})(\/[^?#]*)?/i;

const divisions: Readonly<Record<string, string>> = {
  regulation: "reg",
  section: "s",
  article: "art",
  rule: "rule",
  schedule: "sch",
  part: "part",
  chapter: "chapter",
  paragraph: "para",
};

/**
 * The instrument and place of a URL such as `https://www.legislation.gov.uk/uksi/2015/541/regulation/28/2`; null for
 * other URLs. Versions (`/made`, `/2020-09-25`) and data formats are ignored. Scheme: legislation.gov.uk's own URI set.
 */
export function readLegislationUrl(url: string): LegislationUrl | null {
  const match = urlPattern.exec(url);
  if (match === null) return null;
  const [, type = "", year = "", number = "", path = ""] = match;
  const act = /^(?:ukpga|ukla|asp|anaw|asc)$/i.test(type);
  return {
    number: act ? `${year} c. ${number}` : `${year}/${number}`,
    instrument: act ? "act" : null,
    year,
    address: addressOf(path.split("/").filter((part) => part !== "")),
  };
}

function addressOf(parts: readonly string[]): string | null {
  const address: string[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = (parts[index] ?? "").toLowerCase();
    const key = divisions[part];
    if (key !== undefined) address.push(key);
    else if (address.length > 0 && /^(?:\d{1,4}[a-z]{0,3}|[a-z]{1,5})$/.test(part)) {
      if (["made", "enacted", "data", "crossheading"].includes(part)) break;
      address.push(/^\d/.test(part) ? part.toUpperCase() : part);
    } else break;
  }
  return address.length < 2 ? null : address.join("/");
}
