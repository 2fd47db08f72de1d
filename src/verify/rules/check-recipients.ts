// Compares to whom a sentence has something told or sent with whom its sources name otherwise than in a condition.
import { findActors, actorNames, institutions, type ActorMention } from "../duty-holders.ts";
import type { Finding } from "../../findings/finding.ts";
import { findAgainst, type SentenceClaim } from "./rule.ts";

/** Share of a sentence that a unit must cover to speak of a part of it. */
const touched = 0.2;

/** "notify the police", "be reported to HMCI": right in front of the one who hears of it. */
const telling =
  /\b(?:notify|inform|tell|consult|alert|(?:notified|told|reported|sent|given|supplied|copied|passed|disclosed|submitted)(?: [\w’']+){0,4} to|(?:report|send|give|supply|copy|pass|disclose|submit)(?: [\w’']+){1,5} to)\s+(?:the |each |its |their |every |any )?$/i;
/** "the police must be told": right behind. */
const told =
  /^\s+(?:must|should|may|has to|have to|is to|are to|needs? to|will)\s+(?:\w+ly |also |then |first )?be\s+(?:notified|informed|told|consulted|alerted|sent|given|supplied)\b/i;
/** Nothing else of a clause stands in front of its subject: not "an incident that needs the police must be notified". */
const opening = /(?:^|[,;:.—]|\b(?:and|or|but|then))\s*(?:the |each |its |their |every |any )?$/i;
/** What stands behind it, up to where its clause ends, says when and not to whom. */
const condition = /\b(?:if|where|when|whenever|unless|until)\b[^,;.]*$/i;

/**
 * "must be notified to the police", where a source speaks of the police only to say when somebody else is notified. One
 * of whom no source speaks at all is found where duties are compared.
 */
export function checkRecipients(claim: SentenceClaim): readonly Finding[] {
  if (claim.context.strict !== true || claim.statement.kind === "advice") return [];
  return findActors(claim.sentence)
    .filter((mention) => institutions.has(mention.actor) && isTold(claim.sentence, mention))
    .flatMap((mention): Finding[] => {
      const about = new Set(
        claim.matches.filter(({ covered }) => covered >= touched).map(({ unit }) => unit),
      );
      const said = claim.units.flatMap((unit) => {
        const source = `${unit.lead} ${unit.text}`;
        return findActors(source)
          .filter(({ actor }) => actor === mention.actor)
          .map(({ start }) => ({
            unit,
            aside: !(unit.quoted || about.has(unit)) || condition.test(source.slice(0, start)),
          }));
      });
      const [first] = said;
      if (first === undefined || said.some(({ aside }) => !aside)) return [];
      const args = { variant: "aside", claimed: actorNames[mention.actor] } as const;
      const options = { reference: mention.words, severity: "warning" } as const;
      return [findAgainst(claim, first.unit.support, "wrong-duty-holder", args, options)];
    })
    .slice(0, 1);
}

function isTold(sentence: string, { start, end }: ActorMention): boolean {
  const before = sentence.slice(0, start);
  if (condition.test(before)) return false;
  return telling.test(before) || (opening.test(before) && told.test(sentence.slice(end)));
}
