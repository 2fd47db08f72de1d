// Takes what is known of a home; gives the text of its home.yaml, with TBC for the rest and a word on each field.

/** What is asked for, by the name of its field; what is left out or empty is not known yet. */
export type AskedFacts = Readonly<Partial<Record<AskedField, string>>>;

export type AskedField =
  | "name"
  | "provider"
  | "address"
  | "capacity"
  | "ageFrom"
  | "ageTo"
  | "manager"
  | "responsibleIndividual"
  | "hostAuthority"
  | "versions"
  | "reviewMonths"
  | "approver";

/** How documents may be numbered, as the schema has it. */
const versionForms = ["whole", "major.minor", "year.number", "date"] as const;

/**
 * @param schema path or address of the schema, by which editors complete and check the file
 * @param facts its name has to be filled in before the file can be used, where it is not given
 */
export function writeFacts(facts: AskedFacts, schema: string): string {
  const of = (field: AskedField): string => {
    const value = facts[field]?.trim() ?? "";
    if (value === "") return "TBC";
    return /^\d+$/.test(value) ? value : JSON.stringify(value);
  };
  return `# yaml-language-server: $schema=${schema}
# What is known of the home. TBC stands for what is not known yet; docs/homes.md says what else may stand here.
name: ${of("name")} # the home's name, as charm.yaml has it
provider:
  name: ${of("provider")} # who is registered to carry the home on
address: ${of("address")} # where the home stands
capacity: ${of("capacity")} # number of children it is registered for
ages: # of the children, both included
  from: ${of("ageFrom")}
  to: ${of("ageTo")}
people:
  - name: ${of("manager")}
    post: registered-manager
  - name: ${of("responsibleIndividual")}
    post: responsible-individual
hostAuthority: ${of("hostAuthority")} # the local authority in whose area the home is
documentControl:
  versions: ${of("versions")} # ${versionForms.join(", ")}
  reviewMonths: ${of("reviewMonths")} # months from a document's date to its next review
  approver: ${of("approver")} # post of whoever approves documents, such as registered-manager
`;
}
