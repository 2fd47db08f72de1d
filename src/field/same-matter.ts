// Words by which people in the field speak of one matter: what a provider asks for in everyday words, a policy calls by its
// own. Vocabulary to find a place by; it never says what a text means, and nothing of it is printed.

// A line for each matter: ways of speaking of it, compared by their stems.
const table = `
  sanction, consequence, punishment, discipline, measure of control, penalty, grounding, time out, detention
  fine, reparation, pay back, pay for damage, restitution, dock, deduct, make good
  restraint, restrain, hold, physical intervention, safe hold, positive handling, restrictive physical intervention, hands on, use of force, physical restraint
  de-escalation, de-escalate, calm down, talk down, diffuse, defuse
  debrief, talk afterwards, talk it through, speak with the child afterwards, restorative conversation
  missing, run away, runaway, abscond, not come back, come home late, awol, whereabouts, unauthorised absence
  return interview, return home interview, independent return interview, welfare interview
  internet, wi-fi, wifi, online, broadband, web, social media, router, data, stream
  gaming, computer game, console, xbox, playstation, video game, computer
  phone, mobile, smartphone, handset, tablet, device
  complaint, complain, unhappy, grumble, moan, grievance, dissatisfied, not happy, concern, put right
  allegation, accuse, accusation
  disclosure, tell you something, disclose, confide
  confidential, keep secret, secret, confidentiality
  whistleblowing, whistleblow, blow the whistle, speak up, raise concern, speak out, colleague
  ring, call, telephone, phone, dial, contact number, phone number
  pocket money, allowance, spending money, weekly money, cash
  savings, save money, bank account, savings account, nest egg
  clothes, clothing, wardrobe, outfit
  uniform, dress code, wear, dress, appearance
  bedtime, bed time, lights out, settle, go to sleep, sleep time
  wake up, get up, morning routine
  curfew, be in by, come in by, stay out, home by
  contact, family time, visit, see family, visitor, call home, parent visit
  mum, dad, mother, father, parent, parental responsibility
  friend, mate, peer, sleepover
  bullying, bully, pick on, peer on peer, child on child, peer abuse
  pet, animal, dog, cat, hamster
  bedroom, room, own room
  decorate, decoration, poster, paint, personalise, furnish, furniture
  privacy, private, lock, key, knock
  search, room search, go through belongings, look through, pat down
  reward, incentive, praise, prize, treat, points, star chart, sticker
  smoke, smoking, vape, vaping, cigarette, e-cigarette, tobacco
  alcohol, drink, drunk
  drugs, substance, cannabis, substance misuse
  medicine, medication, tablet, prescription, dose, controlled drug, paracetamol, inhaler, cream, cabinet
  first aid, nurse, medical check, injury, injured, accident, bump, wound, hurt
  doctor, gp, surgery, general practitioner
  dentist, dental, teeth, toothache
  optician, eye test, glasses, eyesight
  vaccination, immunisation, jab
  allergy, allergic, intolerance, epipen
  asthma, inhaler, self-administration, self-medicate, look after their own medicine
  pharmacy, chemist, disposal of medicine, return of medicine
  sexual health, contraception, sex education, clinic, condom, pregnancy
  hygiene, shower, wash, bath, toiletries
  puberty, period products, sanitary
  self-harm, self harm, suicide, ligature, cut, hurt themselves, overdose
  mental health, camhs, therapy, therapist, counselling, psychologist
  school, education, learning, teacher, lesson, class, college
  personal education plan, pep
  truancy, not in school, not in class, school attendance, absent from school, school refusal
  special needs, sen, ehcp, ehc plan, learning difficulty
  exclusion, excluded, suspended, tutor, off school
  homework, study, coursework, quiet hour, revision
  activity, hobby, club, leisure, sport, football, swim, gym, kit
  trip, outing, day out, excursion, week away, residential
  achievement, certificate, celebrate, success, award, proud
  part-time job, saturday job, paper round, part-time work, work experience, apprenticeship
  holiday, vacation, abroad, passport
  annual leave, holiday, leave entitlement, time off, days off, bank holiday
  food, meal, dinner, tea, snack, menu, cook, diet, eat, feed, nutrition, fruit, sweets, fizzy, sugar
  halal, kosher, vegetarian, vegan, faith diet
  religion, faith, church, mosque, worship, pray, belief, temple, synagogue
  culture, ethnicity, heritage, identity
  language, interpreter, english as second language, translate
  birthday, celebrate, christmas, festival
  chore, job, tidy, clean
  laundry, washing, bedding, dirty clothes, ironing
  leaving care, move on, moving on, independence, leave the home, transition, aftercare
  admission, placement, referral, move in, new child, come to live, accept
  emergency placement, short notice, same day placement, unplanned admission
  matching, impact risk assessment, compatible, mix of children
  capacity, number of children, how many children, beds, places
  occupancy, full, beds filled, occupied
  age, age range, how old, years old
  gender, boy, girl, sex
  address, where the home is, location, situated
  manager, registered manager, in charge, run the home
  responsible individual, ri, nominated individual
  provider, company, organisation, owner
  local authority, council, placing authority, host authority
  social worker, placing social worker
  emergency duty team, out of hours team, edt
  on-call, on call, out of hours, duty manager
  designated safeguarding lead, dsl, safeguarding lead, child protection lead
  deputy, second in command, stand in
  local authority designated officer, lado, designated officer
  police, 101, 999, officer
  ofsted, inspectorate, inspector, hmci, regulator
  advocate, advocacy, speak for me, independent voice
  independent person, independent visitor, regulation 44, reg 44
  child exploitation, exploited, county lines, cse, cce, gang, groom, sexual exploitation
  radicalisation, prevent, extremism, terrorism, channel
  female genital mutilation, fgm, forced marriage, honour based
  supervision, one-to-one, one to one, supervisor, 1-1
  appraisal, performance review, annual review
  probation, trial period, probationary
  induction, new starter, new staff, first day, starter, onboard
  training, course, certificate, refresher, train, cpd
  shadow, buddy, mentor
  qualification, diploma, level 3, level 5, nvq
  recruitment, recruit, hire, job offer, applicant, vacancy, interview, candidate
  reference, referee
  employment gap, gap in work, gap in employment, work history, career history
  dbs, criminal record, enhanced certificate, disclosure and barring, police check
  right to work, visa, identity check, passport
  agency, temp, bank staff, temporary staff, cover staff
  volunteer, student, placement student
  equality, discrimination, diversity, fairness, colour, race, prejudice, inclusive
  wellbeing, stress, support for staff, employee assistance
  sickness, sick, ill, unwell, absent from work, call in, sick leave
  sick note, doctor's note, fit note, self-certificate
  maternity, paternity, parental leave, adoption leave
  pension, retirement
  salary, wage, pay, earn, paid, wage bill, staff cost, payroll, pay day
  overtime, extra hours, toil
  rota, shift, working pattern, hours
  sleep-in, sleep in, sleeping in
  waking night, night staff, awake at night, wake at night
  staffing level, ratio, how many staff, adults on shift, on duty, staff per child
  lone working, work alone, on my own, lone worker
  gift, present, hospitality
  expense, claim, reimburse, receipt
  mileage, petrol, fuel, car allowance, mile
  driving, drive, car, vehicle, licence, minibus, transport, travel, bus, taxi, lift, train
  notice period, notice, resign, resignation, leave the job, warning, leave us
  exit interview, reason for leaving, leaver, asked why
  disciplinary, misconduct, gross misconduct, dismiss
  camera, cctv, surveillance, film, monitor, record on camera
  door alarm, alarm, sensor
  fire drill, drill, evacuation, evacuate, fire practice
  fire, smoke alarm, extinguisher
  risk assessment, risk, hazard
  incident, serious incident, notifiable event
  record, log, write down, write up, file, book, paperwork
  data protection, gdpr, information sharing, subject access
  photograph, photo, picture, image
  review, look at again, reviewed
  fee, charge, price, cost of placement, weekly rate, cost
  loan, borrow, finance, fund, lender, start-up money, bank, investment, capital
  insurance, insured, insurer, policy cover
  lease, rent, tenancy, landlord, mortgage
  reserve, contingency, cash buffer, running costs
  empty bed, void, vacancy
  referral bonus, finder's fee, introduce a friend
  competition, competitor, market, demand
  marketing, advertise, promote
  budget, forecast, projection, cash flow
  ethos, approach, model of care, philosophy, therapeutic, pace
  aims, objectives, goals, outcomes
  nursing, medical care, disability, wheelchair, accessible
  secure care, secure accommodation, deprivation of liberty
  heating, boiler, temperature, warm
  garden, outdoor, outside space
  visitor, guest, sign in
  health and safety, safety check, maintenance, repair
  infection, illness, contagious, hygiene, outbreak
  weapon, knife, knives, sharp
`;

interface Way {
  readonly words: string;
  readonly matter: number;
}

/** Each way of speaking with the number of its matter; one way may belong to several. */
export const waysOfSpeaking: readonly Way[] = table
  .trim()
  .split("\n")
  .flatMap((line, matter) => line.split(",").map((words) => ({ words: words.trim(), matter })));
