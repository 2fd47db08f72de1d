// Takes a sentence; tells whether it says that something is not so: in its main clause, whatever others deny.

/** What follows one of these says of whom, and what follows one of those when or why. */
const ofWhom = /\b(?:who|whom|that|which)\b(?:(?!\b(?:and|but)\b)[^,;.])*/gi;
const whenOrWhy =
  /\b(?:when|where|if|because|since|(?<!\bat )once|until|unless|after|as|whether)\b[^,;.]*/gi;
/** Words with which a limit is given and nothing denied. */
const limiting =
  /\b(?:no|not) (?:later|more|less|longer|fewer|earlier|sooner) than\b|\bwithout (?:undue |further |any )?delay\b|\bnot only\b|\bnot (?:to|yet)\b/gi;
const negating =
  /\b(?:not|no|never|nobody|none|nor|neither|nothing|cannot|unsigned|unlocked)\b|n['’]t\b/i;

export function denies(text: string): boolean {
  return negating.test(
    text.replaceAll(limiting, " ").replaceAll(whenOrWhy, " ").replaceAll(ofWhom, " "),
  );
}
