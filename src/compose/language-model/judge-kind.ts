// Takes an item as a model labelled it; gives what it is, so that no label keeps a statement from being checked.
import type { ReplyItem } from "./reply.ts";

/** Words that bind, forbid or allow, and words for duties and their breach. */
const binding =
  /\b(?:must|shall|required?|requires|requirements?|mandatory|obliged|obligations?|duty|duties|needs?|needed|has to|have to|may not|cannot|can only|prohibited|forbidden|permitted|allowed|entitled|exempt|optional|unnecessary|legal(?:ly)?|law(?:ful(?:ly)?)?|unlawful(?:ly)?|offence|statutory|compulsory|essential)\b/i;
const reference =
  /\b(?:regulations?|regs?|sections?|paragraphs?|paras?|schedules?|articles?|annex(?:es)?|standards?|act|guide|guidance|ofsted|hmci)\b/i;
const figure =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)\b[ -](?:\w+ )?(?:hours?|days?|weeks?|months?|years?)\b|\b(?:hourly|daily|weekly|fortnightly|monthly|annual(?:ly)?|yearly)\b/i;
/** Who can bear a duty: with "should", guidance is being reported and not advice given. */
const bearer =
  /\b(?:registered (?:provider|person|manager)|responsible individual|(?:placing|local) authorit(?:y|ies)|independent (?:person|visitor)|inspectors?)\b/i;
/** A sentence that leads on says so. */
const leading =
  /:$|\b(?:following|follows?|below|next|these|this (?:part|section)|turning to|first|then|in addition|also)\b/i;
const longestLink = 16;
const longestHeading = 12;

/**
 * Advice that speaks of law, numbers or another's duty is a requirement; so is a link that does not merely lead on, and
 * a heading that states something. A requirement without keys then fails like any other.
 */
export function judgeKind(item: Pick<ReplyItem, "kind" | "text" | "sources">): ReplyItem["kind"] {
  const { kind, text, sources } = item;
  if (kind === "requirement") return kind;
  const words = text.split(/\s+/).length;
  if (kind === "advice") {
    const reports = bearer.test(text) && /\bshould\b/i.test(text);
    return binding.test(text) || reference.test(text) || figure.test(text) || reports
      ? "requirement"
      : "advice";
  }
  const bare = sources.length === 0 && !figure.test(text);
  if (kind === "heading") {
    const states =
      /\b(?:must|shall|should|may|can|cannot|is|are|has|have|no|not|needs?|needed)\b|[.;]$/i;
    return bare && words <= longestHeading && !states.test(text) ? "heading" : "requirement";
  }
  const states =
    /\b(?:must|shall|should|may|can|cannot|need(?:s|ed)?|has to|have to|only|no|not|never|exempt|required|allowed|permitted)\b/i;
  const leads = words <= longestLink && leading.test(text) && !bearer.test(text);
  return bare && leads && !states.test(text) ? "link" : "requirement";
}
