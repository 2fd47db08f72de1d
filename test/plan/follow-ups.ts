// Questions put one after the other, written before they were resolved: what the second means when it is read after the first.

export interface FollowUp {
  readonly before: string;
  readonly asked: string;
  /** Words that the whole question must have, of either question. */
  readonly whole: readonly string[];
}

export const followUps: readonly FollowUp[] = [
  {
    before: "Can a girl have her own phone?",
    asked: "and if she is under 16?",
    whole: ["phone", "under 16"],
  },
  {
    before: "May staff search a child's room?",
    asked: "What if the child says no?",
    whole: ["search", "says no"],
  },
  {
    before: "How often must the independent person visit the home?",
    asked: "And who gets the report?",
    whole: ["independent person", "report"],
  },
  {
    before: "How soon must we tell Ofsted about a serious event?",
    asked: "in writing?",
    whole: ["Ofsted", "in writing"],
  },
  {
    before: "Who can be the registered manager?",
    asked: "What qualifications do they need?",
    whole: ["registered manager", "qualifications"],
  },
  {
    before: "What must a statement of purpose contain?",
    asked: "How often is it reviewed?",
    whole: ["statement of purpose", "reviewed"],
  },
  { before: "Must we record a restraint?", asked: "By when?", whole: ["restraint", "when"] },
  {
    before: "Do agency workers need a DBS check?",
    asked: "and volunteers?",
    whole: ["DBS", "volunteers"],
  },
  {
    before: "Can we lock the kitchen at night?",
    asked: "even if a child has self-harmed?",
    whole: ["kitchen", "self-harmed"],
  },
  {
    before: "Which policies must a children's home have?",
    asked: "which of those must be shown to children?",
    whole: ["policies", "shown to children"],
  },
  {
    before: "When does a child need a return interview?",
    asked: "who does it?",
    whole: ["return interview", "who"],
  },
  { before: "May a child keep a dog?", asked: "What about a snake?", whole: ["keep", "snake"] },
  {
    before: "How long do we keep case records?",
    asked: "and staff files?",
    whole: ["keep", "staff files"],
  },
  {
    before: "Who must be told when a child dies?",
    asked: "how soon?",
    whole: ["dies", "how soon"],
  },
  { before: "Can a deputy act as manager?", asked: "for how long?", whole: ["deputy", "how long"] },
  {
    before: "Must medicines be locked away?",
    asked: "But what about an inhaler?",
    whole: ["medicines", "inhaler"],
  },
  {
    before: "What does regulation 45 require?",
    asked: "Does it go to the placing authority?",
    whole: ["regulation 45", "placing authority"],
  },
  {
    before: "Should staff sleep in or stay awake at night?",
    asked: "why?",
    whole: ["awake", "why"],
  },
  {
    before: "Can we fine a child for damage?",
    asked: "not even a pound a week?",
    whole: ["fine", "pound"],
  },
  {
    before: "Do we need a fire risk assessment?",
    asked: "Who signs it off?",
    whole: ["fire risk assessment", "signs"],
  },
];

/** Each stands by itself, whatever came before. */
export const whole: readonly FollowUp[] = [
  {
    before: "Can a girl have her own phone?",
    asked: "How often must fire drills be held?",
    whole: [],
  },
  {
    before: "Who can be the registered manager?",
    asked: "What must a statement of purpose contain?",
    whole: [],
  },
  {
    before: "May staff search a child's room?",
    asked: "When must Ofsted be told that a child is missing?",
    whole: [],
  },
  {
    before: "How long do we keep case records?",
    asked: "Does our plan say who the responsible individual is?",
    whole: [],
  },
  {
    before: "Must medicines be locked away?",
    asked: "And what does the Guide say about education?",
    whole: [],
  },
  {
    before: "Can we fine a child for damage?",
    asked: "If a child complains about a worker, who looks into it?",
    whole: [],
  },
  { before: "May a child keep a dog?", asked: "reg 44 visitor DBS", whole: [] },
  {
    before: "Which policies must a children's home have?",
    asked: "A boy of 14 says he was slapped by a night worker. What now?",
    whole: [],
  },
  {
    before: "What does regulation 45 require?",
    asked: "What does regulation 46 require?",
    whole: [],
  },
  {
    before: "How soon must we tell Ofsted about a serious event?",
    asked: "Can children see their own records?",
    whole: [],
  },
];
