// Points on which the Regulations and the Guide say different things of the same matter: where each says it, and in which words.

/** One side: the places that say it, the one to show first, and the words that say it. */
export interface DifferenceSide {
  /** Addresses: `reg/28/4`, `para/10.12`, `annex-a/1.2` (src/structure/provision.ts). */
  readonly addresses: readonly string[];
  /** Finds the words in the official text, or in a digest of it. */
  readonly words: RegExp;
}

export interface KnownDifference {
  /** What they differ on, to stand before a colon. */
  readonly topic: string;
  readonly law: DifferenceSide;
  readonly guidance: DifferenceSide;
}

/** Titles of the documents that may hold the two sides, official or digest. */
export const differingDocuments = {
  law: /children['’]s homes \(england\) regulations 2015/i,
  guidance: /guide to the children['’]s homes regulations/i,
} as const;

/** Source: SI 2015/541 as revised to 21 May 2024, compared with the Guide of April 2015 (DFE-00099-2015), paragraph by paragraph. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    topic: "Who judges that a manager's qualification is equivalent",
    law: {
      addresses: ["reg/28/2/c/ii"],
      words:
        /(?:a qualification which )?the registered\s+provider considers (?:it|to be) equivalent to the Level 5 Diploma/,
    },
    guidance: {
      addresses: ["para/10.13", "annex-a/1.2"],
      words:
        /(?:will be a judgement for|gives the judgement to) the registered person|the registered person should also establish whether the units/,
    },
  },
  {
    topic: "Who may give a manager longer to qualify",
    law: {
      addresses: ["reg/28/4"],
      words: /The registered provider may (?:defer|put) the relevant date(?: back)?/,
    },
    guidance: {
      addresses: ["para/10.12"],
      words:
        /(?:The registered person may extend the time period|the Guide gives the extension to the registered person)/,
    },
  },
  {
    topic: "Who appoints the independent person",
    law: {
      addresses: ["reg/43/1"],
      words:
        /The registered provider must appoint(?:, at the registered provider['’]s expense,)? an? (?:independent )?person/,
    },
    guidance: {
      addresses: ["para/15.6"],
      words: /the registered person (?:must appoint|appoints) the independent person/i,
    },
  },
  {
    topic: "Whether the quality of care report goes to the placing authority unasked",
    law: {
      addresses: ["reg/45/4/b"],
      words:
        /[^.;—]*\bavailable (?:on request to a placing authority|to a placing authority that asks for it)[^.;]*/,
    },
    guidance: {
      addresses: ["para/15.3"],
      words:
        /should be sent to Ofsted and (?:to )?the placing (?:local )?authority of (?:all|each)[^.(]*\w/,
    },
  },
  {
    topic: "How soon a serious event is notified",
    law: {
      addresses: ["reg/40/4", "reg/40/1", "reg/40/3"],
      words: /must,? (?:notify [^.;—]{0,70}?)?without delay(?:,? (?:notify|give notice))?/,
    },
    guidance: {
      addresses: ["para/14.13"],
      words:
        /all serious events are notified, within 24 hours|every serious event notified within 24 hours/,
    },
  },
  {
    topic: "How soon a child is spoken to after restraint",
    law: {
      addresses: ["reg/35/3/c"],
      words: /within 5 days[^.;]+? (?:spoken to|talked with) the child/i,
    },
    guidance: {
      addresses: ["para/9.60"],
      words: /as soon as (?:is )?practicable, ideally within 24 hours/,
    },
  },
];
