// Sentences as a model writes them of the made-up home: borne by its sources, and invented arrangements of ten kinds and
// more. Those that are held back were written before the check and first judged when it stood.

export interface Written {
  readonly kind: string;
  /** Section by its number, from 1. */
  readonly section: number;
  readonly text: string;
  /** Words of the parts that it cites. */
  readonly cites: readonly string[];
}

type Row = readonly [kind: string, section: number, text: string, ...cites: string[]];
const toWritten = (rows: readonly Row[]): Written[] =>
  rows.map(([kind, section, text, ...cites]) => ({ kind, section, text, cites }));

const lit = "Two members of staff";
const walk = "walk round the landing";
const safe = "day-to-day care";
const levels = "staffing levels";
const search = "search the house";
const police = "within 45 minutes";
const locate = "take reasonable steps";
const abuse = "notify HMCI";
const sensor = "have a sensor";
const agreed = "agreed to the sensor";
const devices = "may only use devices";
const log = "read by the manager";
const stored = "stored for 15 years";
const records = "maintain records";
const contact = "can contact at any time";

export const invented = toWritten([
  ["frequency", 1, "The night staff walk round the landing every half hour.", walk],
  [
    "frequency",
    4,
    "The manager reads the night log each morning and each Friday with the whole team.",
    log,
  ],
  [
    "frequency",
    2,
    "Staff go round the garden again at hourly intervals until the child is found.",
    search,
  ],
  [
    "time limit",
    2,
    "The shift leader reports a child who is not found within 30 minutes to the police.",
    police,
  ],
  ["time limit", 4, "Night logs are stored for 25 years in the locked office.", stored],
  ["time limit", 2, "We notify the placing authority within two hours.", locate],
  [
    "post",
    2,
    "The registered manager searches the house and the garden before anybody else is rung.",
    search,
  ],
  [
    "post",
    1,
    "The waking night worker and a sleeping-in colleague look after the children at night.",
    lit,
  ],
  ["equipment", 3, "Cameras in the corridor record who comes and goes.", sensor],
  ["equipment", 3, "Bedroom doors have a sensor that rings a bell in the hall.", sensor],
  ["training", 1, "Night staff are trained in first aid before they work alone.", lit],
  ["training", 2, "All our staff have completed a course on missing children.", locate],
  [
    "partner",
    2,
    "We work with the local return-home service when a child has been missing.",
    locate,
  ],
  ["partner", 3, "An advocate has agreed to the sensor in writing.", agreed],
  ["record", 4, "Each entry is countersigned by the deputy manager.", records],
  ["record", 2, "The search is entered in the missing-child form.", search],
  [
    "law as done",
    4,
    "The home maintains records for each child which are kept up to date and signed by the author.",
    records,
  ],
  ["law as done", 2, "We notify HMCI without delay if there is an allegation of abuse.", abuse],
  [
    "law as done",
    1,
    "At Wrenfield House staffing levels at night are decided on the basis of the children’s needs.",
    levels,
  ],
  [
    "addition",
    1,
    "Two members of staff are awake in the house throughout the night and wear a radio.",
    lit,
  ],
  [
    "addition",
    4,
    "Night logs are stored for 15 years in the locked office, to which only the manager has a key.",
    stored,
  ],
  [
    "addition",
    1,
    "As Regulation 12(2)(b) requires, staff check on each child without waking them.",
    safe,
    walk,
  ],
  ["negation", 4, "The night log is not read by the manager.", log],
  ["negation", 3, "The child’s social worker has not agreed to the sensor in writing.", agreed],
  ["as law", 2, "Staff must ring the on-call manager before they search.", locate],
  [
    "as law",
    1,
    "The registered person must ensure that one member of staff sleeps on each landing.",
    safe,
  ],
  [
    "in a blank",
    1,
    "Staffing at night is decided as follows: [to complete: confirm that three staff are awake from 10 pm].",
    levels,
  ],
  ["settled", 5, "At night the senior on shift is called first.", "senior on shift"],
  ["settled", 5, "Staff call the deputy manager first.", contact],
  [
    "role",
    2,
    "The police report a child who is not found within 45 minutes to the shift leader.",
    "within 45 minutes",
  ],
  ["we", 3, "We have agreed to the sensor in writing.", "agreed to the sensor"],
  ["link", 3, "Wrenfield House follows the monitoring and surveillance procedure."],
  ["link", 2, "This procedure starts when a child is missing at night."],
  [
    "law+done",
    4,
    "The registered person must maintain records for each child, and the home keeps them up to date.",
    "maintain records",
  ],
  [
    "law+done",
    4,
    "The registered person must maintain records for each child, which the manager signs.",
    "maintain records",
  ],
  [
    "law wrong holder",
    1,
    "Night staff should decide staffing levels on the basis of the needs of the children.",
    "staffing levels",
  ],
  [
    "law force",
    1,
    "The registered person must ensure that staffing levels at night are decided on the basis of the children’s needs.",
    "staffing levels",
  ],
  [
    "law force",
    3,
    "The registered person must use devices for the monitoring of children.",
    "may only use devices",
  ],
  ["law drop", 2, "The registered person must notify HMCI of any event.", "notify HMCI"],
  [
    "own as must",
    1,
    "The night staff must walk round the landing every hour.",
    "walk round the landing",
  ],
  [
    "merge",
    4,
    "Night logs are read by the manager and stored for 15 years by the deputy.",
    "read by the manager",
    "stored for 15 years",
  ],
  [
    "merge",
    1,
    "Two members of staff walk round the landing every hour.",
    "Two members of staff",
    "walk round the landing",
  ],
  ["drop cond", 2, "The shift leader reports a child to the police.", "within 45 minutes"],
  [
    "drop only",
    2,
    "The night staff search the house and the garden, and nobody else is rung.",
    "search the house",
  ],
  [
    "swap",
    2,
    "Before the night staff search the house and the garden, everybody else is rung.",
    "search the house",
  ],
  [
    "fact",
    1,
    "The registered manager, Orla Penhale, is awake at night.",
    "Orla Penhale",
    "Two members of staff",
  ],
  ["fact", 1, "The home is registered for up to six children.", "up to five children"],
  ["fact", 1, "The home is registered for five children.", "up to five children"],
  [
    "blank",
    3,
    "A child is told of the sensor on the day of arrival by [to complete: who].",
    "have a sensor",
  ],
  [
    "blank",
    4,
    "[to complete: name of the manager] keeps the key of the office.",
    "stored for 15 years",
  ],
  [
    "blank",
    1,
    "The number of staff at night is decided each Monday: [to complete: how the number of staff at night is decided].",
    "staffing levels",
  ],
  ["advice", 1, "It is good practice to have a radio on each landing.", "staffing levels"],
  ["ing", 4, "Maintaining records for each child is done by the shift leader.", "maintain records"],
  [
    "we law",
    1,
    "Our commitment is that the day-to-day care keeps each child safe and protects each child from harm.",
    "day-to-day care",
  ],
  [
    "can",
    5,
    "Those on duty can contact a senior member of staff at any time.",
    "can contact at any time",
  ],
  ["ref", 2, "Regulation 41 requires that HMCI is notified without delay.", "notify HMCI"],
  [
    "have to as done",
    4,
    "The home has records for each child which must be kept up to date.",
    "maintain records",
  ],
  ["must as means", 2, "Staff notify HMCI without delay, as they must.", "notify HMCI"],
  [
    "nominal",
    1,
    "Staffing levels at night: decided on the basis of the needs of the children.",
    "staffing levels",
  ],
]);

export const inventedHeld = toWritten([
  ["frequency", 1, "Every fifteen minutes somebody walks round the landing.", walk],
  [
    "time limit",
    2,
    "A child who is not back is reported to the police after a quarter of an hour.",
    police,
  ],
  ["post", 4, "The responsible individual reads the night log each morning.", log],
  ["equipment", 4, "Night logs are kept on an encrypted tablet.", stored],
  ["training", 3, "Everyone who works at night is shown how the sensor works.", sensor],
  ["partner", 2, "Neighbours are asked to look out for the child.", locate],
  ["record", 3, "The opening of a door is noted in the child’s file.", sensor],
  [
    "law as done",
    2,
    "Our staff take reasonable steps to locate the child and report the child to the police as missing.",
    locate,
  ],
  [
    "law as done",
    3,
    "Wrenfield House uses devices for monitoring only for the purpose of safeguarding the child concerned.",
    devices,
  ],
  [
    "addition",
    2,
    "The night staff search the house and the garden, then the bus station, before anybody else is rung.",
    search,
  ],
  [
    "addition",
    1,
    "Two members of staff are awake in the house throughout the night, one of them on the top floor.",
    lit,
  ],
  ["negation", 2, "The night staff do not search the garden before anybody else is rung.", search],
  [
    "as law",
    4,
    "The registered person must maintain records for each child on paper as well as on the computer.",
    records,
  ],
  [
    "in a blank",
    2,
    "[to complete: name of the worker who rings the placing authority by 7 am]",
    locate,
  ],
  ["no source", 4, "The log is bound and its pages are numbered."],
]);

export const borne = toWritten([
  [
    "law",
    1,
    "The registered person must ensure that the home’s day-to-day care keeps each child safe and protects each child from harm.",
    safe,
  ],
  [
    "guidance",
    1,
    "The registered person should ensure that staffing levels at night are decided on the basis of the children’s needs.",
    levels,
  ],
  ["own", 1, "Two members of staff are awake in the house throughout the night.", lit],
  [
    "own",
    1,
    "The night staff walk round the landing every hour and write the time in the night log.",
    walk,
  ],
  ["own", 1, "Every hour the night staff walk round the landing.", walk],
  [
    "blank",
    1,
    "How the number of staff at night is decided: [to complete: how the number of staff at night is decided].",
    levels,
  ],
  ["link", 1, "This section sets out who is awake at night."],
  [
    "law",
    2,
    "The registered person must notify HMCI without delay if there is an allegation of abuse against the home or a person working there.",
    abuse,
  ],
  ["guidance", 2, "Staff should take reasonable steps to locate a child who is missing.", locate],
  [
    "own",
    2,
    "Before anybody else is rung, the night staff search the house and the garden.",
    search,
  ],
  [
    "own",
    2,
    "The shift leader reports a child who is not found within 45 minutes to the police.",
    police,
  ],
  [
    "blank",
    2,
    "The person who tells the placing authority is [to complete: who tells the placing authority, and when].",
    locate,
  ],
  [
    "law",
    3,
    "The registered person may only use devices for the monitoring or surveillance of children if it is for the purpose of safeguarding and promoting the welfare of the child concerned, or other children.",
    devices,
  ],
  [
    "own",
    3,
    "Bedroom doors have a sensor, which tells the night staff when a door is opened.",
    sensor,
  ],
  ["own", 4, "Each morning the manager reads the night log.", log],
  ["fact", 4, "The registered manager is Orla Penhale.", "Orla Penhale"],
  [
    "guidance",
    5,
    "There should be a senior member of staff whom those on duty can contact at any time.",
    contact,
  ],
  [
    "law",
    4,
    "The records must be signed and dated by the author of each entry.",
    "maintain records",
  ],
  [
    "law",
    2,
    "HMCI must be notified without delay if there is an allegation of abuse against the home.",
    "notify HMCI",
  ],
  [
    "law",
    3,
    "Monitoring devices may only be used for the purpose of safeguarding and promoting the welfare of the child concerned, or other children.",
    "may only use devices",
  ],
  [
    "guid",
    1,
    "Staffing levels at night should be decided by the needs of the children who live in the home.",
    "staffing levels",
  ],
  [
    "own",
    1,
    "We have two members of staff awake in the house throughout the night.",
    "Two members of staff",
  ],
  ["own", 4, "The manager reads the night log each morning.", "read by the manager"],
  ["own", 1, "The night staff walk round the landing every hour.", "walk round the landing"],
  ["own", 4, "Night logs are stored in the locked office for 15 years.", "stored for 15 years"],
  [
    "blank",
    3,
    "How a child is told of the sensor: [to complete: how a child is told of the sensor].",
    "have a sensor",
  ],
  [
    "blank",
    4,
    "The people who may read the night log are [to complete: names and posts].",
    "read by the manager",
  ],
  ["fact", 1, "The home is registered for up to five children.", "up to five children"],
  ["link", 3, "This section is about monitoring and surveillance."],
]);

export const borneHeld = toWritten([
  [
    "law",
    4,
    "Records must be maintained for each child, kept up to date, and signed and dated by the author of each entry.",
    records,
  ],
  [
    "guidance",
    2,
    "Where the child’s whereabouts cannot be established, staff should report the child to the police as missing.",
    locate,
  ],
  ["own", 3, "The social worker of the child has agreed in writing to the sensor.", agreed],
  ["own", 4, "We store night logs for 15 years in the locked office.", stored],
  ["own", 1, "Throughout the night, two members of staff are awake in the house.", lit],
  ["blank", 4, "Who may read the night log: [to complete: who may read the night log].", records],
  ["fact", 5, "The telephone number of the home is 01632 960114.", "01632 960114"],
  ["link", 4, "What follows tells of the records of the night."],
]);
