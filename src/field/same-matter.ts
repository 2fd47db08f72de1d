// Words by which people in the field speak of one matter: what a provider asks for in everyday words, a policy calls by its
// own. Vocabulary to find a place by; it never says what a text means, and nothing of it is printed.

// A line for each matter: ways of speaking of it, compared by their stems.
const table = `
  sanction, consequence, punishment, discipline, measure of control, penalty, grounding, time out, detention, punish, keep in, loss of privilege, withdraw privilege, early bedtime, early night, putting right
  fine, reparation, pay back, pay for damage, restitution, dock, deduct, make good, keep back, withhold, stopped from, pay to mend, pay towards, repay, damage
  restraint, restrain, hold, physical intervention, safe hold, positive handling, restrictive physical intervention, hands on, use of force, physical restraint, hands-on, guide away
  de-escalation, de-escalate, calm down, talk down, diffuse, defuse, lower voice, give space, step back, distract, distraction
  debrief, talk it through, restorative conversation, talk through, afterwards, reflect, reflection
  missing, run away, runaway, abscond, not come back, awol, whereabouts, unauthorised absence, not back, late back, not returned, absent, absence
  return interview, return home interview, independent return interview, welfare interview, talk after coming back, offers a talk, independent talk
  internet, wi-fi, wifi, online, broadband, web, social media, router, screen, website, app, filter, parental control
  gaming, computer game, console, xbox, playstation, video game, computer
  phone, mobile, smartphone, handset, tablet, device, sim, text message
  complaint, complain, unhappy, grumble, moan, grievance, dissatisfied, not happy, concern, not satisfied, put things right, say so
  allegation, accuse, accusation, accused, claim against
  disclosure, disclose, confide, told by a child, tell someone
  confidential, keep secret, secret, confidentiality
  whistleblowing, whistleblow, blow the whistle, speak up, raise concern, speak out
  ring, call, telephone, phone, dial, contact number, phone number
  pocket money, allowance, spending money, weekly money, cash, spend as they like, a week to spend
  savings, save money, bank account, savings account, put aside, put by, saved, post office account, isa
  clothes, clothing, wardrobe, outfit, coat, shoes, worn, wear
  uniform, dress code, wear, dress, appearance
  bedtime, bed time, lights out, settle, go to sleep, sleep time
  wake up, get up, morning routine
  curfew, stay out, time to be home, back by, home by, come in by
  contact, family time, visit, see family, visitor, call home, family, relatives, sibling, brother, sister, grandparent, see their family
  mum, dad, mother, father, parent, parental responsibility
  friend, mate, peer, sleepover, mates, invite, stay over
  bullying, bully, pick on, peer on peer, child on child, peer abuse, unkind, tease, intimidate, threaten
  pet, animal, dog, cat, hamster, rabbit, guinea pig, fish, hutch, creature, horse, chickens, therapy dog
  bedroom, room, own room, own space, sleep in
  decorate, decoration, poster, paint, personalise, furnish, furniture
  privacy, private, lock, key, knock, knock and wait, alone, confidential space
  search, room search, go through belongings, look through, pat down, gone through, look in, frisk, belongings
  reward, incentive, praise, prize, treat, points, star chart, sticker, thank, celebrate, notice the good, well done, sticker chart, bonus
  smoke, smoking, vape, vaping, cigarette, e-cigarette, tobacco, smoke-free, light up, nicotine, cigarettes
  alcohol, drink, drunk, drinking, intoxicated, beer
  drugs, substance, cannabis, substance misuse, illegal substance, illicit
  medicine, medication, tablet, prescription, dose, controlled drug, paracetamol, painkiller, tablets, pills, drug, inhaler, injection, cabinet
  first aid, medical check, injury, injured, accident, wound, hurt, plaster, marks, bruise, casualty, a&e, hospital
  doctor, gp, surgery, general practitioner, nurse, health centre
  dentist, dental, teeth, toothache, dental check
  optician, eye test, glasses, eyesight, sight test, eyes
  vaccination, immunisation, jab
  allergy, allergic, intolerance, epipen, intolerant, react to
  asthma, inhaler, self-administration, self-medicate
  pharmacy, chemist, disposal of medicine, return of medicine
  sexual health, contraception, sex education, condom, pregnancy
  hygiene, shower, wash, bath, toiletries
  puberty, period products, sanitary
  self-harm, self harm, suicide, ligature, hurt themselves, overdose, cut themselves, harm themselves
  mental health, camhs, therapy, therapist, counselling, psychologist, emotional wellbeing, psychiatrist, trauma, anxiety, clinical psychologist
  school, education, learning, teacher, lesson, class, college, academy, pupil, alternative provider, tutor, tuition, roll, virtual school, educational
  personal education plan, pep
  truancy, truant, school attendance, absent from school, school refusal, not arrived at school, not in school, misses school
  special needs, sen, ehcp, ehc plan, learning difficulty
  exclusion, excluded, suspended, suspension
  homework, study, coursework, revision
  activity, hobby, club, leisure, sport, football, swim, gym, cinema, pastime, recreation
  trip, outing, day out, excursion, day trip, seaside
  achievement, celebrate, success, award, proud
  part-time job, saturday job, part-time work, work experience, apprenticeship
  holiday, vacation, abroad, passport
  annual leave, holiday, leave entitlement, time off, days off, bank holiday, holidays, day off, leave days
  food, meal, dinner, tea, snack, menu, cook, diet, eat, feed, nutrition, fruit, sweets, breakfast, supper, lunch, cooked, kitchen, grocery, eating, drink
  halal, kosher, vegetarian, vegan, faith diet, without meat, meat-free, dietary
  religion, faith, church, mosque, worship, pray, belief, temple, synagogue, chapel, gurdwara, imam, priest, sunday service
  culture, ethnicity, heritage, identity
  language, interpreter, english as second language, translate
  birthday, celebrate, christmas, festival, gift, present
  chore, job, tidy, clean, housework, household tasks, pocket jobs
  laundry, washing, bedding, ironing
  leaving care, move on, moving on, independence, leave the home, transition, aftercare, semi-independent, own flat, eighteenth birthday, move out
  admission, placement, referral, move in, new child, come to live, accept, new arrival, arrive, arrival, newcomer, welcome, first day
  emergency placement, short notice, same day placement, unplanned admission, same day, crisis placement, same-day, immediate placement
  matching, impact risk assessment, compatible, mix of children, live here already, other residents, fit with, group living
  capacity, number of children, how many children, beds, places, registered for
  occupancy, full, beds filled, occupied, break even, rooms taken, voids, utilisation
  age, age range, how old, years old
  gender, boy, girl, sex
  address, where the home is, location, situated
  manager, registered manager, in charge, run the home, head of home, leads the home
  responsible individual, ri, nominated individual, responsible person
  provider, company, organisation, owner, ltd, directors, owners, registered provider
  local authority, council, placing authority, host authority, commissioner, children's services, borough
  social worker, placing social worker
  emergency duty team, out of hours team, edt
  on-call, on call, out of hours, duty manager, standby, duty phone
  designated safeguarding lead, dsl, safeguarding lead, child protection lead, leads on child protection, leads on safeguarding, child protection
  deputy, second in command, stand in, in the absence of, covers for, acting up, in her absence, in his absence
  local authority designated officer, lado, designated officer, allegations against staff, allegations against adults
  police, 101, 999, officer
  ofsted, inspectorate, inspector, hmci, regulator, registration authority, chief inspector
  advocate, advocacy, speak for me, independent voice
  independent person, independent visitor, regulation 44, reg 44, monthly visit, outside visitor, visits each month
  child exploitation, exploited, county lines, cse, cce, gang, groom, sexual exploitation, criminal exploitation, modern slavery, trafficking
  radicalisation, prevent, extremism, terrorism, channel
  female genital mutilation, fgm, forced marriage, honour based
  supervision, one-to-one, one to one, supervisor, 1-1, sit-down, one to one meeting, line manager meets, meets with manager, catch-up
  appraisal, performance review, annual review, look back at the year, yearly review, performance
  probation, trial period, probationary, trial, first six months, new in post
  induction, new starter, new staff, first day, starter, onboard, join the team, newcomer, starting
  training, course, certificate, refresher, train, cpd, trained, courses, qualified, learn
  shadow, buddy, mentor, watch, observe, alongside
  qualification, diploma, level 3, level 5, nvq, degree, level 4, certificate, experience
  recruitment, recruit, hire, job offer, applicant, vacancy, interview, candidate, appoint, applicants, safer recruitment, vetting, apply
  reference, referee
  employment gap, gap in work, gap in employment, work history, career history
  dbs, criminal record, enhanced certificate, disclosure and barring, police check, vetting, disclosure certificate, criminal check
  right to work, visa, identity check, passport
  agency, temp, bank staff, temporary staff, cover staff
  volunteer, student, placement student
  equality, discrimination, diversity, fairness, colour, race, prejudice, inclusive
  wellbeing, stress, support for staff, employee assistance
  sickness, sick, ill, unwell, absent from work, sick leave, unfit, long-term sick, calling in sick, illness
  sick note, doctor's note, fit note, self-certificate, medical certificate
  maternity, paternity, parental leave, adoption leave
  pension, retirement, nest, workplace pension
  salary, wage, pay, earn, paid, wage bill, staff cost, payroll, pay day, hourly rate, remuneration, paid monthly, annual pay
  overtime, extra hours, toil
  rota, shift, working pattern, hours, working week, shifts, hours a week, on shift
  sleep-in, sleep in, sleeping in, sleeps in, sleeping night
  waking night, night staff, awake at night, wake at night, awake overnight, at night, overnight, night-time
  staffing level, ratio, how many staff, adults on shift, on duty, staff per child, adults per child, two adults, staffing numbers, adult to child
  lone working, work alone, lone worker, by themselves, single-handed, on their own
  gift, present, hospitality
  expense, claim, reimburse, receipt, repaid, pay back, out of pocket
  mileage, petrol, fuel, car allowance, mile
  driving, drive, car, vehicle, licence, minibus, transport, travel, bus, taxi, lift, insured to drive
  notice period, notice, resign, resignation, leave the job
  exit interview, reason for leaving, leaver
  disciplinary, misconduct, gross misconduct, dismiss
  camera, cctv, surveillance, film, monitor, record on camera, lens, picture, recording, footage
  door alarm, alarm, sensor, door contact, door sensor, outside doors
  fire drill, drill, evacuation, evacuate, fire practice, walk out of the house, leave the building, assembly point
  fire, smoke alarm, extinguisher
  risk assessment, risk, hazard
  incident, serious incident, notifiable event
  record, log, write down, write up, file, book, paperwork, recorded, put on paper, noted, entry, register, sheet, records
  data protection, gdpr, information sharing, subject access, personal data, privacy notice, information governance
  photograph, photo, picture, image, recent picture
  review, look at again, reviewed
  fee, charge, price, cost of placement, weekly rate, cost, a week for each, weekly fee, per week, placement fee
  loan, borrow, finance, fund, lender, bank, investment, capital, lent, founders, borrowed, investor, to be paid back, start-up money, start-up
  insurance, insured, insurer, policy cover
  lease, rent, tenancy, landlord, mortgage, freehold, freeholder, own the building, owns the building, leased, premises, lessor
  reserve, contingency, buffer, set aside, rainy day, weeks of outgoings, cash reserve
  empty bed, void, vacancy
  referral bonus, finder's fee
  competition, competitor, market, demand, other homes, homes nearby, rival, other providers, within miles
  advertise, advertisement, promote, publicity, brochure, website, marketing, campaign
  budget, forecast, projection, cash flow, costs, spending, income, expenditure, profit, surplus, accounts
  ethos, approach, model of care, philosophy, therapeutic, pace
  aims, objectives, goals, outcomes
  nursing, medical care
  disability, disabled, wheelchair, accessible, wheelchairs, mobility, grab rail, lift, steps, physical disability, adapt, ramp
  secure care, secure accommodation, deprivation of liberty
  heating, boiler, temperature, warm
  garden, outdoor, outside space, grounds, yard, outside
  visitor, guest, sign in
  health and safety, safety check, maintenance, repair, repairs, servicing, inspected, boiler service
  infection, illness, contagious, hygiene, outbreak, covid, vomiting, sickness bug, hand washing
  weapon, knife, knives, sharp
  keyworker, key worker, key adult, named worker, key person
  care plan, placement plan, individual plan, support plan, page with the child, one page profile, all about me
  handover, hand over, changeover, start of shift, each shift begins
  house meeting, children's meeting, young people's meeting, residents' meeting, weekly meeting, sunday meeting
  feedback, consult, consultation, children's views, their views, have a say, wishes and feelings, survey
  closure, close the home, stop trading, cease, winding up, shut down, have to stop, insolvency
  steering, board, directors, governance, board meeting, shareholder
  owner, belongs to, freehold, proprietor
  neighbour, local community, residents nearby, community
  refuse, say no to, not accept, turn down, cannot offer, do not take, exclusion criteria
  window, glass, pane, restrictor
  lock, bolt, locked, bolted, latch
  water, bath, scald, legionella, hot tap
  cooker, kitchen, sharp knives
  electrical, pat test, wiring, appliance, gas safety
  swimming, pool, open water
  bicycle, bike, cycling, helmet
  knife, blade, weapon, offensive weapon
  stealing, theft, steal, stolen
  damage, broken, smash, property damage, vandalism, breakage
  assault, violence, violent, hit, attack, aggression, hurt a colleague, hurt staff
  swearing, rude, shout
  racism, racist, race, ethnic
  lgbt, gay, transgender, sexuality, gender identity
  online safety, grooming, sexting, cyberbullying, internet safety
  television, tv, film, streaming
  hair, haircut, barber, hairdresser
  makeup, jewellery, piercing, tattoo
  money, cash, finances, petty cash
  visits, monitoring visit, oversight, quality assurance, audit
  report, quality of care, six-monthly review, twice a year, regulation 45
  statement, statement of purpose
  register, registration, certificate, application
  notification, notify, inform
  consent, permission, delegated authority
  emergency, crisis
  death, dies, bereavement, serious injury
  body map, bruise, marks, injury
  night check, check through the night, checked during the night, observation
  out of area, distance placement, far from home, away from home
  asylum, unaccompanied, refugee
  autism, adhd, diagnosis, neurodiverse, learning disability, additional needs
  criminal, offending, youth justice, arson, offence, conviction, court
  turnover, retention, leave the company, vacancies
  team meeting, staff meeting, meetings
  code of conduct, conduct, professional boundaries, boundaries, relationship with children
  social media use, facebook, instagram, whatsapp
  charity, donation, volunteer
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
