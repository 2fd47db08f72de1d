// Facts of a home that is not there.
import type { HomeFacts, HomePerson } from "../../src/homes/facts.ts";

const person = (name: string | null, post: string, until: string | null = null): HomePerson => ({
  name,
  post,
  title: null,
  from: null,
  until,
  telephone: null,
  email: null,
});

export const made: HomeFacts = {
  name: "Elm House",
  aliases: [],
  provider: { name: "Larch Care Ltd", aliases: [], address: null, companyNumber: null },
  urn: null,
  address: "1 Mill Lane, Ashby",
  postalAddress: null,
  telephone: null,
  email: null,
  capacity: 1,
  ages: { from: 11, to: null },
  people: [
    person("Petra Vale", "registered-manager"),
    person(null, "responsible-individual"),
    person("Ann Lee", "deputy-manager"),
    person("Bo Ray", "deputy-manager"),
    person("Old Hand", "fire-officer", "2024-05"),
  ],
  hostAuthority: null,
  placingAuthorities: [],
  documentControl: { versions: null, reviewMonths: 12, approver: null },
};
