// Words for made-up documents, by a seed.

const subjects =
  "The manager,The shift leader,Each key worker,The night worker,A member of staff,The responsible individual,Every visitor,The social worker".split(
    ",",
  );
const verbs = "signs,checks,keeps,reads,brings,counts,returns,reports,explains,repairs".split(",");
const objects =
  "the fire book,the key of the office,the medicine record,the plan of the child,the rota of the week,the list of visitors,the first aid box,the log of the night,the letter from the doctor".split(
    ",",
  );
const times =
  "before the end of the shift,within two working days,on the first Monday of the month,at the start of each visit,after every incident,when the child asks for it,as soon as it is safe".split(
    ",",
  );
const heads =
  "Purpose,Scope,Keeping records,Visits and visitors,When a child is missing,Medicines,Fire and alarms,Staff at night,Complaints,Food and meals,Transport,Bedrooms,Telephones,Holidays,Family time,Money,Health,School,Review,Training".split(
    ",",
  );
const syllables = "bar den fol gar hin jor kel lum mor nev pol rud sel tam vin wex".split(" ");

/** @param {number} seed */
export function makeWords(seed) {
  let state = (seed * 2654435761 + 1) >>> 0;
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const pick = (list) => list[Math.floor(next() * list.length)];
  const used = new Set();
  let left = [];
  /** A name that no other sentence of the document has. */
  const name = () => {
    for (;;) {
      const made = pick(syllables) + pick(syllables) + pick(syllables);
      if (used.has(made)) continue;
      used.add(made);
      return made[0].toUpperCase() + made.slice(1);
    }
  };
  return {
    chance: (share) => next() < share,
    name,
    sentence: () =>
      `${pick(subjects)} at ${name()} House ${pick(verbs)} ${pick(objects)} ${pick(times)}.`,
    phrase: () => `${pick(verbs)} ${pick(objects)} of ${name()}`,
    title: () => {
      if (left.length === 0) left = [...heads];
      const [title] = left.splice(Math.floor(next() * left.length), 1);
      return `${title} in ${name()}`;
    },
  };
}
