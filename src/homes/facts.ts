// What charm knows of a home besides its documents: the content of its home.yaml.

/** ISO date or its leading part: `2025`, `2025-03`, `2025-03-01`. */
type DatePart = string;

export interface HomePerson {
  /** Null where nobody is known to hold the post yet. */
  readonly name: string | null;
  /** As the schema lists them: `registered-manager`. */
  readonly post: string;
  readonly title: string | null;
  /** First and last day in the post; null where not known, or still in it. */
  readonly from: DatePart | null;
  readonly until: DatePart | null;
  readonly telephone: string | null;
  readonly email: string | null;
}

/** What is not said, or left blank ("TBC"), is null, and of lists left out. */
export interface HomeFacts {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly provider: {
    readonly name: string | null;
    readonly aliases: readonly string[];
    readonly address: string | null;
    readonly companyNumber: string | null;
  };
  readonly urn: string | null;
  readonly address: string | null;
  readonly postalAddress: string | null;
  readonly telephone: string | null;
  readonly email: string | null;
  /** Number of children. */
  readonly capacity: number | null;
  /** In years, both included. */
  readonly ages: { readonly from: number | null; readonly to: number | null };
  readonly people: readonly HomePerson[];
  readonly hostAuthority: string | null;
  readonly placingAuthorities: readonly string[];
  readonly documentControl: {
    readonly versions: string | null;
    readonly reviewMonths: number | null;
    readonly approver: string | null;
  };
}
