// Policies as people make them in Word without heading styles: what is set how, and which lines a reader takes for
// headings.
import { flowLine, plainItem } from "../../src/extract/flow/flow-page.ts";
import type { FlowLine } from "../../src/extract/page.ts";

export interface Situation {
  readonly name: string;
  readonly lines: readonly FlowLine[];
  /** Those that a reader takes for headings. */
  readonly headings: ReadonlySet<FlowLine>;
  /** Those that name the document: found as headings or not, neither is wrong. */
  readonly titles: ReadonlySet<FlowLine>;
}

/**
 * One line a line: what it is (`H` heading, `T` title or cover, `-` text), how it is set, and its words. Set: `b` bold,
 * `u` underlined, `i` italic, a number for points (11), `*` for a bullet, `#2.1@1` for a number that Word prints at a
 * level of its list, `row` for a row whose cells `;` parts.
 */
function situation(name: string, text: string): Situation {
  const headings = new Set<FlowLine>();
  const titles = new Set<FlowLine>();
  const lines = text
    .trim()
    .split("\n")
    .map((spec) => {
      const [kind = "", look = "", ...rest] = spec.trim().split("|");
      const words = rest.join("|");
      const line = readLine(look.split(",").filter(Boolean), words);
      if (kind === "H") headings.add(line);
      if (kind === "T") titles.add(line);
      return line;
    });
  return { name, lines, headings, titles };
}

function readLine(look: readonly string[], words: string): FlowLine {
  const isRow = look.includes("row");
  const printed = /^#([^@]+)(?:@(\d))?$/;
  const number = look.flatMap((each) => printed.exec(each) ?? [])[1] ?? null;
  const level = Number(printed.exec(look.find((each) => printed.test(each)) ?? "")?.[2] ?? 0);
  const place = { list: "1", level, joined: /\d\.\d/.test(number ?? "") };
  return flowLine({
    text: isRow
      ? words
          .split(";")
          .map((cell) => cell.trim())
          .join(" | ")
      : words,
    cells: isRow ? words.split(";").map((cell) => cell.trim()) : null,
    size: Number(look.find((each) => /^\d+(?:\.5)?$/.test(each)) ?? 11),
    bold: look.includes("b"),
    underlined: look.includes("u"),
    italic: look.includes("i"),
    number,
    place: number !== null ? place : look.includes("*") ? plainItem : null,
  });
}

export const situations: readonly Situation[] = [
  situation(
    "bold headings of the text's size, bold labels in bold forms",
    `T|b,14|Missing from care policy
    -||This policy says what staff of the home do when a child is missing or away without permission.
    H|b|Purpose
    -||Children who go missing are at risk. The home acts at once, and never waits for a set time to pass.
    H|b|Before a child goes missing
    -||Each child has a plan that says where they may go, with whom, and when they are to be back.
    -||The plan is looked at each month and after each incident.
    H|b|When a child is missing
    -||Staff do these things in this order:
    -|*|search the house and the garden
    -|*|ring the child and their friends
    -|*|ring the police
    H|b|Return interviews
    -||An independent person offers the child a talk within 72 hours.
    -|b|Signed:
    -|b|Date:
    -|b|Name of manager:
    -||Reviewed each year by the responsible individual.`,
  ),
  situation(
    "underlined headings",
    `T|b,u|MEDICATION POLICY
    H|u|Ordering medicines
    -||The shift leader orders medicines from the chemist each month and checks what comes against the order.
    H|u|Keeping medicines
    -||Medicines are kept in the locked cabinet in the office. The shift leader holds the key.
    -||Controlled drugs are kept in a second locked box inside it.
    H|u|Giving medicines
    -||Two members of staff give a medicine. Both sign the record.
    -|b|Never give a medicine from a bottle that has no label.
    -||Staff ask the child whether they want it, and write down if they refuse.
    H|u|Errors
    -||An error is reported to the manager within one hour.`,
  ),
  situation(
    "numbers typed before bold headings, clauses below",
    `T|b,16|Complaints policy and procedure
    H|b|1. Introduction
    -||1.1 Children, parents and placing authorities may complain about anything the home does.
    -||1.2 Nobody is treated worse because they complained.
    H|b|2. How to complain
    -||2.1 A complaint may be made by word of mouth, in writing, or through an advocate.
    -||2.2 Staff help a child to write it down.
    -||2.3 The complaint is written in the book on the same day.
    H|b|3. What happens next
    -||3.1 The manager answers in writing within ten working days.
    -||3.2 If the complaint is about the manager, the responsible individual answers.
    H|b|4. Records
    -||4.1 The book is kept for fifteen years.`,
  ),
  situation(
    "numbers printed by Word before bold capitals",
    `T|b,14|BEHAVIOUR SUPPORT POLICY
    H|b,#1.|AIMS
    -||The home helps children to behave well by praise, by example, and by clear rules.
    H|b,#2.|REWARDS
    -||Children choose rewards with their key worker. They may be:
    -|*|a trip out
    -|*|a later bed time
    -|*|money for a hobby
    H|b,#3.|CONSEQUENCES
    -||A consequence is fair, short, and has to do with what happened.
    H|b,#4.|WHAT IS NEVER DONE
    -||No child is hit, locked in, or kept from food, drink, sleep, or family.
    H|b,#5.|RECORDING
    -||Each consequence is written in the book within 24 hours.`,
  ),
  situation(
    "capitals without bold",
    `T||FIRE SAFETY
    -||This is what everyone in the house has to know about fire. Read it on your first day.
    H||THE ALARM
    -||The panel is in the hall. The alarm is tested on Mondays at ten.
    H||IF YOU FIND A FIRE
    -||Break the glass. Leave by the nearest door. Do not stop to collect anything.
    H||ASSEMBLY POINT
    -||Go to the car park of the village hall and wait to be counted.
    -||TV sets and chargers are switched off at night.
    H||DRILLS
    -||There is a drill every 28 days, at least two of them a year at night.`,
  ),
  situation(
    "a cover with the home's name, title and version",
    `T|b,28|Elm House
    T|b,20|Safeguarding and child protection policy
    T|12|Version 4.2
    T|12|Approved by the directors on 3 March 2025
    T|12|Next review: March 2026
    H|b,14|Policy statement
    -||Every child has a right to be safe. Everybody who works here has a duty to keep them so.
    H|b,14|Who is who
    H|b|Designated safeguarding lead
    -||The manager leads on safeguarding, and the deputy stands in when the manager is away.
    H|b|Responsible individual
    -||The responsible individual sees that the policy is followed.
    H|b,14|Kinds of harm
    H|b|Neglect
    -||Neglect is to fail, again and again, to meet a child's needs.
    H|b|Emotional harm
    -||Emotional harm is to make a child feel worthless or unloved.
    H|b,14|What to do
    -||Listen. Do not promise to keep it secret. Write it down in the child's words.`,
  ),
  situation(
    "bold words at the start of paragraphs",
    `T|b,14|Staff supervision
    H|b|Frequency
    -||Supervision takes place each month. New staff have it every fortnight for the first three months.
    H|b|Content
    -||Welfare: how the member of staff is, and what they need to work well.
    -||Practice: what has gone well with the children, and what has not.
    -||Training: what is due, and what has been learned.
    -|b|Remember: supervision is a right as well as a duty, and is never put off for want of time on the rota.
    H|b|Records
    -||Both sign the record, and each keeps a copy.`,
  ),
  situation(
    "a list of bold terms like a table",
    `T|b,14|Contacts and roles
    H|b,12|On call
    -||The rota on the office wall says who is on call.
    -|b|Manager
    -|b|Deputy manager
    -|b|Responsible individual
    -|b|Independent visitor
    -||All of them may be rung at any time.
    H|b,12|Out of hours
    -||Out of hours, the emergency duty team of the placing authority is rung first.
    H|b,12|Complaints to others
    -||Children may ring the Commissioner and Ofsted from the telephone in the hall.`,
  ),
  situation(
    "questions as headings",
    `T|b,18|Your guide to Elm House
    H|b|What is Elm House like?
    -||It is a big old house with four bedrooms, a garden, and a kitchen where everybody eats.
    H|b|Can I see my family?
    -||Yes. Your social worker and you make a plan for it. Staff help you with trains and lifts.
    H|b|Do I get pocket money?
    -||Yes, on Fridays. How much it is depends on your age.
    H|b|What if I am unhappy about something?
    -||Tell any grown-up you trust. Would you rather tell somebody outside? The numbers are on the wall.
    H|b|Who can look at my records?
    -||You can. Ask your key worker, and they will sit with you.`,
  ),
  situation(
    "quotations and examples in italics and in bold",
    `T|b,16|Recording and language
    H|b|Why words matter
    -||Children read what we wrote when they grow up. We write as if they stood beside us.
    -|i|“I was called a placement. I was never called a child.”
    -||Young person, aged 19
    H|b|Words we use
    -||We write home and not unit, time with family and not contact.
    -|b|“Mum rang and we talked about the weekend.”
    -||That is a good entry. It says who did what.
    H|b|Words we do not use
    -||We do not write that a child kicked off, or was attention seeking.`,
  ),
  situation(
    "larger type for two levels, none bold",
    `T|22|Anti-bullying policy
    H|16|What bullying is
    -||Bullying hurts, is done on purpose, and happens again and again.
    H|13|Online
    -||It may happen by telephone, in games, and in groups that others cannot see.
    H|13|In the house
    -||It may be loud or silent. To leave somebody out is bullying, too.
    H|16|What staff do
    H|13|At once
    -||They stop it, and see to the child who was hurt.
    H|13|Later
    -||They talk with both children, on their own, and write down what was agreed.
    H|16|Review
    -||The manager looks at the record of bullying each month.`,
  ),
  situation(
    "bold headings that end in a colon, and lead-ins that do",
    `T|b,14|Visitors
    H|b|Who may visit:
    -||Family and friends may visit if the child's plan says so.
    H|b|On arrival:
    -||Visitors sign the book in the hall and show a photograph of themselves.
    -||Staff ask each visitor:
    -|*|whom they have come to see
    -|*|whether they have been before
    H|b|During the visit:
    -||Visits take place in the lounge. Staff are near by.
    H|b|When a visit goes wrong:
    -||Staff end it calmly and tell the social worker on the same day.`,
  ),
  situation(
    "a document control table first, sign-off last",
    `-|row,b|Document control
    -|row|Document number ; 14
    -|row|Version ; 3
    -|row|Approved by ; J. Bloggs
    T|b,16|Bedroom searches
    H|b|Principles
    -||A child's room is their own. It is searched only where somebody may be in danger.
    H|b|Before a search
    -||Two members of staff take part. The manager agrees, unless there is no time to ask.
    H|b|After a search
    -||The child is told what was taken and why.
    -|row,b|Date ; Change ; By
    -|row|1 May 2024 ; First version ; JB
    -|b|Signed: ................................
    -|b|Print name: ................................
    -|b|Position: Registered manager
    -|b|Date: ................................`,
  ),
  // From here on: not looked at while the rules were made.
  situation(
    "numbered bold sub-headings of two levels printed by Word",
    `T|b,16|Health and wellbeing
    H|b,#1.|Registration
    -||Each child is registered with a doctor, a dentist and an optician within two weeks.
    H|b,#1.1@1|Consent
    -||The plan says who may consent to treatment. Staff carry a copy to each appointment.
    H|b,#1.2@1|Records
    -||What the doctor said is written down on the same day.
    H|b,#2.|Food
    -||Children help to plan meals and to cook them.
    H|b,#2.1@1|Allergies
    -||The list is on the kitchen door. It is read by agency staff before they cook.
    H|b,#3.|Sleep
    -||Bed times are agreed with each child.`,
  ),
  situation(
    "bold and underlined outside, bold inside",
    `T|b,16|Transport policy
    H|b,u|Vehicles
    -||The home has two cars. Both are checked each week and the check is written down.
    H|b|Insurance
    -||Staff who use their own car show their insurance each year.
    H|b|Seats
    -||Children under 135 centimetres sit on a booster seat.
    H|b,u|Drivers
    H|b|Licence
    -||The manager looks at each driving licence every six months.
    H|b|Telephones
    -||Nobody telephones while they drive.
    H|b,u|Incidents
    -||An accident is reported to the manager at once.`,
  ),
  situation(
    "a form between the headings",
    `T|b,14|Admissions
    H|b|Before a child comes
    -||The manager reads the papers and asks what is missing.
    -||The manager writes an assessment of what the child would mean to those who live here.
    H|b|The first day
    -||The key worker is in the house. The room is ready, and the child chooses the bedding.
    H|b|Placement form
    -|b|Name of child:
    -|b|Date of birth:
    -|b|Social worker:
    -|b|Allergies:
    -|b|Name to be called by:
    H|b|The first month
    -||The manager holds a meeting within 72 hours and another after four weeks.
    -||What was agreed goes into the plan.`,
  ),
  situation(
    "headings with numbers, dates and brackets in them",
    `T|b,18|What children said (summer 2025)
    H|b|24 hour cover
    -||Children said that it is good to have somebody awake at night.
    H|b|Food (all houses)
    -||They would like more say in what is cooked, and less rice.
    H|b|9 to 5 is not enough
    -||Staff are busy in the mornings. Children would like them to sit down for breakfast.
    H|b|Trips – what next
    -||A trip to the sea was asked for by all four of them.
    H|b|Next survey: 30 June 2026
    -||The questions will be shorter.`,
  ),
  situation(
    "long policy of parts in capitals, underlined heads, italics below",
    `T|b,20|RESTRICTIVE PHYSICAL INTERVENTION
    H|b,13|PART ONE: PRINCIPLES
    H|u|Last resort
    -||Force is used only where somebody would otherwise be hurt or property badly damaged.
    H|u|Least force
    -||The least force is used for the shortest time.
    H|b,13|PART TWO: PRACTICE
    H|u|Training
    -||Only staff who have been trained in the last twelve months hold a child.
    H|u|During
    H|i|Talking
    -||One member of staff talks to the child all through.
    H|i|Watching
    -||Another watches the child's breathing and face.
    H|b,13|PART THREE: AFTERWARDS
    H|u|The child
    -||The child is seen by a nurse or doctor if they wish.
    H|u|The record
    -||The record is made within 24 hours.`,
  ),
  situation(
    "bold text throughout, headings larger",
    `T|b,18|House rules
    H|b,14|Mornings
    -|b|Breakfast is from seven to nine. Everybody clears away what they have used.
    H|b,14|Telephones
    -|b|Telephones are handed in at ten, and given back at seven.
    H|b,14|Visitors
    -|b|Tell staff who is coming and when.
    H|b,14|Smoking
    -|b|Nobody smokes in the house, nor within ten metres of a door.`,
  ),
  situation(
    "appendices and a bold note within a section",
    `T|b,16|Lone working
    H|b|Scope
    -||This is for all who work alone in the house, at night or on a trip.
    H|b|Risk assessment
    -||The manager writes a risk assessment before anybody works alone.
    -|b|NOTE
    -||No member of staff works alone in their first six weeks.
    H|b|Staying in touch
    -||Who works alone rings the on-call manager at the start and at the end.
    H|b|Appendix 1: Checklist
    -|*|telephone charged
    -|*|alarm tested
    -|*|on-call manager knows
    H|b|Appendix 2: Numbers
    -|row|Manager ; 204
    -|row|Police ; 101`,
  ),
  situation(
    "plain numbers that somebody typed",
    `T|b,14|Internet policy
    H||1. Purpose
    -||This policy says how children and staff use the internet in the house.
    H||2. Filtering
    -||The manager looks at the filter each week and writes down what it stopped.
    -||Children are told what is filtered, and why.
    H||3. Photographs
    -||Nobody puts a photograph of a child on the internet.
    H||4. Review
    -||The policy is reviewed each year.`,
  ),
  situation(
    "plain numbers that Word prints, and a list of steps",
    `T|b,14|Absence of staff
    H|#1.|Ringing in
    -||Who is ill rings the on-call manager at least two hours before the shift.
    H|#2.|On the day
    -||The on-call manager does these things:
    -|#a)@1|rings the bank staff
    -|#b)@1|rings the agency
    -|#c)@1|comes in
    H|#3.|Coming back
    -||There is a talk on the first day back.`,
  ),
  situation(
    "steps in bold",
    `T|b,18|What to do after an incident
    H|b|Step 1 – Make safe
    -||See that everybody is safe and that first aid is given.
    H|b|Step 2 – Tell
    -||Ring the manager. Ring the parents if the plan says so.
    H|b|Step 3 – Write
    -||Write it down before the end of the shift.
    -|*,b|what happened
    -|*,b|who saw it
    -|*,b|what was done
    H|b|Step 4 – Learn
    -||The team talks about it at the next meeting.`,
  ),
  situation(
    "a job description with labels and values",
    `T|b,16|Night worker
    -|b|Position: Night worker
    -|b|Reports to: Shift leader
    -|b|Hours: 37 each week
    H|b|MAIN PURPOSE
    -||To be awake at night, and to see that the children are safe.
    H|b|MAIN DUTIES
    -|#1.|Go round the house each hour.
    -|#2.|Write the night log.
    -|#3.|Hand over in the morning.
    H|b|PERSON
    -||The post is for somebody who is calm and can stay awake.
    -|b|Signed:
    -|b|Date:`,
  ),
  situation(
    "a letter",
    `-||Elm House
    -||12 Station Road
    -||Norwich
    -||4 March 2025
    -||Dear parents and carers,
    T|b|Changes to visits
    -||From April visits are on Saturdays as well. Please ring the day before.
    H|b|What stays the same
    -||The lounge is yours from two to five. Staff are near by.
    H|b|What is new
    -||There is a second room, with games, for younger brothers and sisters.
    -||Yours sincerely,
    -|b|J. Bloggs
    -|b|Registered manager`,
  ),
  situation(
    "sections that are mostly tables",
    `T|b,16|Risk register
    H|b,12|House
    -|row,b|Risk ; Who ; When
    -|row|Fire ; Warden ; Daily
    -|row|Water ; Manager ; Weekly
    H|b,12|Garden
    -|row,b|Risk ; Who ; When
    -|row|Pond ; Manager ; Daily
    -||Source: walk round the garden with the children.
    H|b,12|Trips
    -|row,b|Risk ; Who ; When
    -|row|Road ; Leader ; Each trip`,
  ),
  situation(
    "questions and answers marked with letters",
    `T|b,16|Questions that staff ask
    H|b|Q: May I lend a child money?
    -||A: No. Ask the shift leader for petty cash.
    H|b|Q: May I take a child home?
    -||A: No, never.
    H|b|Q: What if a child asks for a lift?
    -||A: Ask the shift leader, and write it in the log.`,
  ),
  situation(
    "bold sentences that are stressed",
    `T|b,16|First aid
    H|b,u|Calling for help
    -|b|Always ring 999 first.
    -||Say where you are, and stay on the telephone.
    -|b|If in doubt, ring; nobody was ever blamed for ringing once too often, and never will be in this house.
    H|b,u|The box
    -||It hangs in the kitchen.
    -|b|Do not lock it!
    H|b,u|Afterwards
    -||Write in the accident book. Tell the manager.`,
  ),
  situation(
    "text in two sizes, put together from others",
    `T|b,16|Agency staff
    H|b,14|Before the first shift
    -|11|The manager reads the profile that the agency sends, and rings somebody who knows them.
    -|12|Nobody works in the house without a check that is less than three years old.
    -|12|The profile says:
    -|12|name and photograph
    -|12|training
    H|b,14|The first shift
    -|12|The shift leader shows them the house, the fire exits and the plans of the children.
    -|11|They sign that they have read them.
    H|b,14|Afterwards
    -|11|The shift leader tells the agency how it went.`,
  ),
  situation(
    "a cover of labels with their values",
    `T|b,20|Recruitment policy
    -|b|Policy owner: J. Bloggs
    -|b|Date of issue: March 2025
    -||This policy says how the home finds people who are safe to work with children.
    H|b|Advertising
    -||Each post is advertised with the words that the home uses about safety.
    H|b|Interviews
    -||Two people who have been trained hold the interview, and a child has a part in it.
    H|b|Checks
    -||Two references are read before the first day.`,
  ),
  situation(
    "a bold list of steps",
    `T|b,16|Fire
    H|b,14|When the alarm rings
    -||Whoever hears it does these things, and does them in this order.
    -|b,#1.|Ring 999
    -|b,#2.|Leave by the nearest door
    -|b,#3.|Count everybody
    -||Nobody goes back into the house until the fire brigade says so.
    H|b,14|Drills
    -||There is a drill every 28 days, and it is written down.`,
  ),
];
