// Compares for whom and how far a sentence says that something holds (anyone, only, even if, as far as possible) with what
// its sources say.
import { hedge } from "../clause.ts";
import { findActors } from "../duty-holders.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { contentStems } from "../../text/word-stems.ts";
import { textOf, type Compared } from "./compared.ts";
import { forcesOf } from "./check-force.ts";
import { blankOut } from "../quotes.ts";
import { at, findAgainst } from "./rule.ts";

export function checkScope(compared: Compared): Finding[] {
  return [
    ...compareAnyone(compared),
    ...compareShares(compared),
    ...compareAreas(compared),
    ...compareLimits(compared),
    ...compareRoom(compared),
    ...compareConcession(compared),
  ];
}

/** "to anyone who asks", where the source names those to whom it is done. */
function compareAnyone({ claim, close, best }: Compared): Finding[] {
  const claimed = /\b(?:anyone|anybody|everyone|everybody)\b/i.exec(claim.sentence)?.[0];
  const general =
    /\b(?:any|every|all|each|no|person|persons|people|individuals?|someone|who|whoever)\w*\b/i;
  const open = close.some(({ unit }) => {
    const source = textOf(unit);
    return general.test(blankOut(source, findActors(source)));
  });
  if (claimed === undefined || open) return [];
  const options = { reference: claimed, severity: "warning" } as const;
  const args = { variant: "stranger", claimed } as const;
  return [
    makeFinding("wrong-duty-holder", args, {
      ...at(claim, claimed, best.unit.support),
      ...options,
    }),
  ];
}

/** Words for less than all of those that a sentence is about. */
const someOf =
  /^\W*(?:most|some|many|a few|few|several|(?:at least )?half|a majority|the majority|part)(?: of(?: the| its)?)? [\w’'-]+/i;
const allOf = /\b(?:all|each|every|any|no)\b/i;

/** "Most employees must", where the source speaks of all of them. */
function compareShares({ claim, close, best }: Compared): Finding[] {
  const claimed = someOf.exec(claim.sentence)?.[0].trim();
  const texts = close.map(({ unit }) => textOf(unit));
  if (claimed === undefined || !texts.some((text) => allOf.test(text))) return [];
  const args = { variant: "added", claimed } as const;
  const options = { reference: claimed, severity: "warning" } as const;
  return [findAgainst(claim, best.unit.support, "limit-changed", args, options)];
}

/** "the authority where the home is", where the source means that of the place where something happened. */
function compareAreas({ claim, close, best }: Compared): Finding[] {
  const isOfHome = (area: string) => findActors(area).some(({ actor }) => actor === "home");
  const claimed = readAreas(claim.sentence).find(isOfHome);
  const said = close.flatMap(({ unit }) => readAreas(textOf(unit)));
  if (claimed === undefined || said.length === 0 || said.some(isOfHome)) return [];
  const args = { variant: "stranger", claimed: `the authority ${claimed}` } as const;
  const where = at(claim, claimed, best.unit.support);
  return [makeFinding("wrong-duty-holder", args, { ...where, severity: "warning" })];
}

/** By what an authority is told from others: "in whose area the home is located". */
function readAreas(text: string): string[] {
  const area =
    /\bauthorit(?:y|ies)(?: \(?[^(),;.]{0,20}\)?)? ?((?:in whose area|for the area in which|for the area where|where)\b[^,;.]*)/gi;
  return [...text.matchAll(area)].map((match) => match[1] ?? "");
}

/** "Only permanent employees", where the source makes no such difference. */
function compareLimits({ claim, mine: { limit }, close, best }: Compared): Finding[] {
  // "only every second month" is how often, and no more.
  if (limit === null || /^only (?:every|once|twice|\d|half|a )/i.test(limit)) return [];
  // "whether real or only possible" widens.
  if (/\bor $/i.test(claim.sentence.slice(0, claim.sentence.indexOf(limit)))) return [];
  const hangs = /\b(?:if|where|when|with|after|once|by|until|as|in)\b/i.test(limit);
  const sets =
    /\b(?:only|solely|exclusively|except|unless|other than|no (?:other|one|person|more)|not more|purposes? (?:of|is|are)|(?:intended|in order) to)\b/i;
  const conditions =
    /\b(?:if|where|when|subject to|provided|until|after|once|during|within|at|in)\b/i;
  const limited = close.some(({ unit }) => {
    const source = textOf(unit);
    return sets.test(source) || (hangs && conditions.test(source));
  });
  if (limited) return [];
  const args = { variant: "added", claimed: limit } as const;
  const options = { reference: limit, severity: "warning" } as const;
  return [findAgainst(claim, best.unit.support, "limit-changed", args, options)];
}

/** "whatever the plans say" of what hangs on the plans; "no employee may" of what no employment rules out. */
function compareConcession({ claim, mine, close, best }: Compared): Finding[] {
  const conceded = conceding.exec(claim.sentence);
  const stems = contentStems(conceded?.[1] ?? "");
  const hanging = close.some(({ unit }) => {
    const source = textOf(unit);
    return (
      leaning.test(source) &&
      !lasting.test(source) &&
      [...stems].some((stem) => contentStems(source).has(stem))
    );
  });
  const voided =
    conceded !== null &&
    stems.size > 0 &&
    !close.some(({ unit }) => lasting.test(textOf(unit))) &&
    /^(?:whether|regardless|irrespective|no matter)/i.test(conceded[0]);
  const forbidden = mine.deeds.find(({ modal }) => modal.negative)?.modal.words;
  const freed =
    !freeing.test(claim.sentence) && close.some(({ unit }) => freeing.test(textOf(unit)));
  const claimed = hanging || voided ? conceded?.[0] : freed ? forbidden : undefined;
  if (claimed === undefined) return [];
  const args = { variant: "added", claimed } as const;
  const options = { reference: claimed, severity: "warning" } as const;
  return [findAgainst(claim, best.unit.support, "limit-changed", args, options)];
}

const conceding =
  /\b(?:whatever|regardless of|irrespective of|no matter (?:what|how|who)|(?:even|also|including) (?:if|where|when)|whether or not|however (?=(?:it|they|he|she|the|this|that)\b))\b([^.;,]*)/i;
const leaning =
  /\b(?:in accordance with|according to|in line with|consistent with|subject to|if|where|unless|except|having regard to|taking (?:into )?account)\b/i;
/** The source makes a concession of its own. */
const lasting = /\b(?:still|remains?|despite|even|whether or not|regardless|continues?)\b/i;
const freeing =
  /\bnot\b[^.;]{0,60}\b(?:disqualif|prevent|prohibit|preclud|barred|ruled out)\w*|\bnothing in\b[^.;]*\b(?:prevent|prohibit|stop)|\bno bar\b/i;

/** "as far as possible", "at least by day", where the source leaves no such room. */
function compareRoom({ claim, mine, close, best }: Compared): Finding[] {
  const room = /\b(?:at least|mostly|most of|mainly|during|by) (?:the )?(?:day|night|week|time)\b/i;
  const claimed = (hedge.exec(claim.sentence) ?? room.exec(claim.sentence))?.[0];
  if (claimed === undefined) return [];
  // "As a rule …; if …" names the exception itself.
  const left =
    mine.conditional ||
    close.some(({ unit }) => hedge.test(textOf(unit)) || room.test(textOf(unit)));
  const binds = close.some((match) => forcesOf(match).includes("must"));
  if (left || !binds) return [];
  const args = { variant: "added", claimed } as const;
  const options = { reference: claimed, severity: "warning" } as const;
  return [findAgainst(claim, best.unit.support, "limit-changed", args, options)];
}
