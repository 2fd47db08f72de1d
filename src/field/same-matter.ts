// Words by which people in the field speak of one matter: what a provider asks for in everyday words, a policy calls by its
// own. Vocabulary to find a place by; it never says what a text means, and nothing of it is printed.

// A line for each matter: ways of speaking of it, compared by their stems.
const table = `
  sanction, consequence, punishment, discipline, measure of control, penalty, grounding, time out, detention
  fine, reparation, pay back, pay for damage, restitution, dock, deduct, make good
  restraint, restrain, hold, physical intervention, safe hold, positive handling, restrictive physical intervention, hands on, use of force, physical restraint
  de-escalation, de-escalate, calm down, talk down, diffuse, defuse
  debrief, talk it through, restorative conversation
  missing, run away, runaway, abscond, not come back, awol, whereabouts, unauthorised absence
  return interview, return home interview, independent return interview, welfare interview
  internet, wi-fi, wifi, online, broadband, web, social media, router
  gaming, computer game, console, xbox, playstation, video game, computer
  phone, mobile, smartphone, handset, tablet, device
  complaint, complain, unhappy, grumble, moan, grievance, dissatisfied, not happy, concern
  allegation, accuse, accusation
  disclosure, disclose, confide
  confidential, keep secret, secret, confidentiality
  whistleblowing, whistleblow, blow the whistle, speak up, raise concern, speak out
  ring, call, telephone, phone, dial, contact number, phone number
  pocket money, allowance, spending money, weekly money, cash
  savings, save money, bank account, savings account
  clothes, clothing, wardrobe, outfit
  uniform, dress code, wear, dress, appearance
  bedtime, bed time, lights out, settle, go to sleep, sleep time
  wake up, get up, morning routine
  curfew, stay out, time to be home
  contact, family time, visit, see family, visitor, call home
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
  medicine, medication, tablet, prescription, dose, controlled drug, paracetamol, painkiller
  first aid, medical check, injury, injured, accident, wound, hurt
  doctor, gp, surgery, general practitioner
  dentist, dental, teeth, toothache
  optician, eye test, glasses, eyesight
  vaccination, immunisation, jab
  allergy, allergic, intolerance, epipen
  asthma, inhaler, self-administration, self-medicate
  pharmacy, chemist, disposal of medicine, return of medicine
  sexual health, contraception, sex education, condom, pregnancy
  hygiene, shower, wash, bath, toiletries
  puberty, period products, sanitary
  self-harm, self harm, suicide, ligature, hurt themselves, overdose
  mental health, camhs, therapy, therapist, counselling, psychologist
  school, education, learning, teacher, lesson, class, college
  personal education plan, pep
  truancy, truant, school attendance, absent from school, school refusal
  special needs, sen, ehcp, ehc plan, learning difficulty
  exclusion, excluded, suspended, suspension
  homework, study, coursework, revision
  activity, hobby, club, leisure, sport, football, swim, gym
  trip, outing, day out, excursion
  achievement, celebrate, success, award, proud
  part-time job, saturday job, part-time work, work experience, apprenticeship
  holiday, vacation, abroad, passport
  annual leave, holiday, leave entitlement, time off, days off, bank holiday
  food, meal, dinner, tea, snack, menu, cook, diet, eat, feed, nutrition, fruit, sweets
  halal, kosher, vegetarian, vegan, faith diet
  religion, faith, church, mosque, worship, pray, belief, temple, synagogue
  culture, ethnicity, heritage, identity
  language, interpreter, english as second language, translate
  birthday, celebrate, christmas, festival
  chore, job, tidy, clean
  laundry, washing, bedding, ironing
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
  sickness, sick, ill, unwell, absent from work, sick leave
  sick note, doctor's note, fit note, self-certificate
  maternity, paternity, parental leave, adoption leave
  pension, retirement
  salary, wage, pay, earn, paid, wage bill, staff cost, payroll, pay day
  overtime, extra hours, toil
  rota, shift, working pattern, hours
  sleep-in, sleep in, sleeping in
  waking night, night staff, awake at night, wake at night
  staffing level, ratio, how many staff, adults on shift, on duty, staff per child
  lone working, work alone, lone worker
  gift, present, hospitality
  expense, claim, reimburse, receipt
  mileage, petrol, fuel, car allowance, mile
  driving, drive, car, vehicle, licence, minibus, transport, travel, bus, taxi, lift
  notice period, notice, resign, resignation, leave the job
  exit interview, reason for leaving, leaver
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
  loan, borrow, finance, fund, lender, bank, investment, capital
  insurance, insured, insurer, policy cover
  lease, rent, tenancy, landlord, mortgage
  reserve, contingency, buffer
  empty bed, void, vacancy
  referral bonus, finder's fee
  competition, competitor, market, demand
  advertise, advertisement, promote, publicity
  budget, forecast, projection, cash flow
  ethos, approach, model of care, philosophy, therapeutic, pace
  aims, objectives, goals, outcomes
  nursing, medical care
  disability, disabled, wheelchair, accessible
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
