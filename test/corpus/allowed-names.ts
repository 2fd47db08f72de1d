// Titles and names that the corpus may share with the official documents.
import { toWords } from "./word-runs.ts";

const names = [
  "the Children's Homes (England) Regulations 2015",
  "Guide to the children's homes regulations including the quality standards",
  "Level 5 Diploma in Leadership and Management for Residential Childcare (England)",
  "Level 5 Diploma in Leadership and Management for Residential Childcare",
  "Level 5 Diploma in Leadership for Health and Social Care and Children and Young People's Services",
  "NVQ Level 4 Leadership and Management for Care Services",
  "Engaging with the wider system to ensure children's needs are met",
  "Duty to have regard to statements of standards published under section 23 of the Care Standards Act 2000",
  "Continuing professional development: registered person and responsible individual",
  "Notification with respect to children admitted into, or discharged from, a children's home",
  "Application of the Regulations to short breaks and secure children's homes with modifications",
  "Matters to be included in the Statement of Purpose",
  "Information required in respect of persons seeking to carry on, manage or work at a children's home",
  "The quality and purpose of care standard",
  "The children's views, wishes and feelings standard",
  "Level 3 Diploma for Residential Childcare (England)",
  "Level 3 Diploma for Residential Childcare",
  "Placement plan for a child who is not looked after",
  "Matters related to the quality standards",
  "Policies, records, complaints and notifications",
  "Monitoring and reviewing children's homes",
  "Care Standards Act 2000",
  "Safeguarding Vulnerable Groups Act 2006",
  "Information to be included in each child's case records",
  "Modification of the Regulations for short breaks and secure children's homes",
];

/** Replaces the allowed names by a mark that no official text has, so that runs do not reach across them. */
export function withoutNames(words: readonly string[]): string[] {
  let text = ` ${words.join(" ")} `;
  for (const name of names) text = text.replaceAll(` ${toWords(name).join(" ")} `, " §name§ ");
  return text.trim().split(" ");
}
