// What measures that law forbids to use on a child, and people whom it forbids to appoint, are called in policies:
// vocabulary, which says nothing of what is forbidden. Sources: the words of regulations 19(2) and 43(3) of SI 2015/541,
// beside those of policies and of the subject index.

// A line for each: words by which law speaks of a matter; words by which others do.
const table = `
  financial penalty | fine, fines, fined, money, allowance, pound, pounds, pence, £, dock, docked, pay, pays, wages
  food or drink | food, drink, drinks, meal, meals, breakfast, lunch, dinner, tea, supper, pudding, puddings, dessert, desserts, snack, snacks, sweets, hungry, eat
  parents, relatives or friends | contact, visit, visits, phone, phones, phoning, telephone, call, calls, calling, ring, letters, parent, parents, mother, father, relatives, grandparents, family, friends
  communications with | contact, phone, phones, phoning, telephone, call, calls, calling, letters, solicitor, advocate, social worker
  helpline | helpline, helplines, childline
  medication | medicine, medicines, medication, tablets, inhaler, treatment, dentist, doctor
  sleep | sleep, asleep, awake, woken, wake
  intimate physical examination | search, searched, examined, examination, undress
  aids or equipment | wheelchair, hearing aid, glasses, aid, aids, equipment
  against another child | older, another, one another, each other, peers, residents, others
  group of children | group, everyone, everybody, nobody, no one, all, others, whole, together
  employed for payment | employee, employed, employs, staff, worker, workers, manager, deputy, director, administrator, bookkeeper, payroll, training officer
  financial interest | director, shareholder, owner, investor, partner, accountant
  commissioning or financing | commissioner, commissioners, finance
  the responsible individual | responsible individual
  connection with | partner, wife, husband, sister, brother, daughter, son, mother, father, friend, relative, former, neighbour
  preparing the care plan | social worker
  corporal punishment | smack, smacked, slap, slapped, hit, hits, beaten, corporal, caned
`;

const rows = table
  .trim()
  .split("\n")
  .map((row) => {
    const [law = "", others = ""] = row.split("|");
    const names = others.split(",").map((name) => name.trim());
    const words = names.map((name) => (name === "£" ? name : `\\b${name}\\b`)).join("|");
    return { law: law.trim(), words: new RegExp(words, "i") };
  });

/** Whether a text may speak of what words of law are about; null where the table has nothing on these. */
export function speaksOfMeasure(law: string, text: string): boolean | null {
  const about = rows.filter((row) => law.toLowerCase().includes(row.law));
  return about.length === 0 ? null : about.some(({ words }) => words.test(text));
}
