# Takes a folder; writes the development documents of `charm gap` into it as Word files: own writing about fictional homes.
# Needs python-docx. scripts/gap/gold.tsv has the judged rows.
#
#   python write-documents.py DIR
import io
import os
import struct
import sys
import zlib

import docx

OUT = sys.argv[1]


def png():
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body) & 0xFFFFFFFF)

    rows = b"".join(b"\0" + b"\x10\x90\x20" * 400 for _ in range(300))
    size = struct.pack(">IIBBBBB", 400, 300, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def build(name, style, blocks, footer=None):
    d=docx.Document(); n=0
    for b in blocks:
        k=b[0]
        if k=="t": d.add_heading(b[1],0) if style!="bold" else d.add_paragraph().add_run(b[1]).__setattr__("bold",True)
        elif k=="h":
            if style=="bold": d.add_paragraph().add_run(b[1]).bold=True
            elif style=="num":
                n+=1; d.add_paragraph().add_run(f"{n}. {b[1]}").bold=True
            else: d.add_heading(b[1],1)
        elif k=="h2": d.add_heading(b[1],2) if style=="word" else d.add_paragraph().add_run(b[1]).__setattr__("bold",True)
        elif k=="p": d.add_paragraph(b[1])
        elif k=="li": d.add_paragraph(b[1],style="List Bullet")
        elif k=="table":
            t=d.add_table(rows=0,cols=len(b[1][0])); t.style="Table Grid"
            for r in b[1]:
                cells=t.add_row().cells
                for c,x in zip(cells,r): c.text=x
        elif k=="pic":
            d.add_picture(io.BytesIO(png()))
    if footer: d.sections[0].footer.paragraphs[0].text=footer
    d.save(os.path.join(OUT, f"{name}.docx"))
H=lambda x:("h",x); P=lambda x:("p",x); L=lambda x:("li",x)
# A thorough missing policy -------------------------------------------------
build("a-missing","word",[("t","Missing From Home Procedure"),
H("Purpose"),P("This procedure applies to every adult who works at Hazelmere House, including bank and agency staff."),
P("When we wrote it we asked Northshire Council, Northshire Police and the children who live here what they thought, and we changed the section on phone calls because of what they told us. We do the same before any change of substance."),
P("We follow the Northshire runaway and missing from home and care protocol, and we read it again each time the procedure is altered."),
H("Keeping children from going missing"),
P("Each child has a key worker who meets them weekly to talk about worries, friendships and family. Staff agree a home time with the child before they go out, hold the numbers of their friends and ring if they are ten minutes late."),
P("Where a child has gone missing before, the placement plan includes a plan drawn up with the child to cut the chance of it happening again."),
P("Key workers use one-to-one sessions to explain what can happen to young people who go missing, such as exploitation, assault or arrest. Every child carries a card with the home's number, Childline and the Missing People helpline 116 000, and knows they can reverse the charges."),
H("What to do when a child is missing"),
L("Search the house, the garden and the nearby park."),L("Ring the child's mobile, friends and family."),L("If the child cannot be found within 30 minutes, the shift leader telephones the police on 101 and takes the reference number."),L("Tell the social worker or the emergency duty team, and the parents where the plan allows."),
("table",[["Who","Does what"],["Shift leader","Leads the search, rings the police and keeps the log"],["Second member of staff","Stays with the other children"],["On-call manager","Decides on risk level and informs the responsible individual"]]),
H("When a child comes back"),
P("The child is welcomed warmly, offered food, a bath and clean clothes, and asked whether they are hurt. The shift leader tells the police and the social worker that the child is home. The key worker sits down with the child the next day."),
P("An independent person appointed by the local authority offers the child a return home interview within 72 hours."),
P("What the child says in the interview is put into the risk assessment by the deputy manager within two working days, and the safety plan is changed where needed."),
H("Recording"),
P("A separate missing record is written for every incident. It gives the date and time the child left and came back, what led up to it and where the child says they have been."),
P("The record is emailed to the placing authority by noon on the next working day."),
P("After each incident the manager looks at what staff did well and whether anyone needs more training."),
H("Children who go missing often"),
P("If a child goes missing three times in a month, the manager asks the placing authority for a review of the care plan and calls a risk management meeting with the social worker, Northshire Council and the neighbourhood police team, who all sign the plan."),
H("Notifications"),
P("Serious missing incidents are notified to Ofsted and the placing authority without delay."),
H("Review"),
P("The registered manager reviews this procedure every year and after any missing incident, and alters it where the review shows that it has not worked."),
],footer="Doc No: HH-12 Version 4 Next review: March 2027")
# B behaviour, copied law ----------------------------------------------------
build("b-behaviour","bold",[("t","Behaviour Management and Physical Intervention"),
H("Introduction"),P("At Tansy Lodge we believe that all behaviour is communication. Adults build warm, lasting relationships with young people, who are treated with kindness, dignity and respect."),
H("Promoting positive behaviour"),P("Young people earn points for helping, attending school and being kind. Points are swapped each Friday for an activity of their choice, and staff write a postcard home when someone has handled a hard moment well."),
H("Sanctions"),P("Sanctions may include earlier bedtimes by 30 minutes, loss of television for one evening, and repairing or contributing up to a third of pocket money towards damage. All sanctions are logged."),
P("Consequences should help the young person to put things right; wherever possible they do so together with the person they have harmed."),
H("Prohibited measures"),P("The following measures may not be used to discipline any child"),
L("any form of corporal punishment"),L("any punishment involving the consumption or deprivation of food or drink"),L("any measure which involves imposing or restricting a child's contact with parents"),L("the use or withholding of medication"),L("the intentional deprivation of sleep"),L("imposing a financial penalty, other than a requirement for the payment of a reasonable sum by way of reparation"),
P("No group is ever punished because of what one young person did."),
H("Physical intervention"),
P("Restraint in relation to a child is only permitted for the purpose of preventing injury to any person (including the child), serious damage to the property of any person (including the child), or a child who is accommodated in a secure children's home from absconding from the home."),
P("Staff only hold a young person when there is no other safe way, and let go as soon as the risk has passed. Holds that press on the neck or chest are forbidden, as is any hold meant to hurt."),
P("Staff know each young person's age, size, health and history and think of these before any hold."),
P("Only staff who have completed Team Teach may use a hold: a guide by the elbow, a two-person seated hold."),
H("Recording"),
P("The registered person must ensure that within 24 hours of the use of a measure of control, discipline or restraint in relation to a child in the home, a record is made."),
P("The record gives the young person's name, the date, time and place, what led up to the incident, what was tried beforehand, the hold used and how long it lasted, and the names of everyone present. Injuries are drawn on a body map and any treatment is noted."),
P("The manager speaks with the staff involved and signs the record."),
P("The young person is offered a talk with a member of staff of their choice within five days, and this is noted on the record. They may add their own account."),
H("Monitoring"),
P("Each month the manager reads all records of sanctions and holds, looks for patterns, and takes them to the team meeting."),
H("Calling the police"),
H("Training"),
("table",[["Course","Refresher"],["Team Teach 12 hour","Every 2 years"],["De-escalation","Yearly"],["Restorative practice","Every 3 years"]]),
H("Related documents"),P("Missing from care policy; Searching young people policy; Deprivation of liberty policy; Safeguarding policy"),
],footer="Tansy Lodge  Behaviour  v2  Review due: TBC")
# C statement of purpose with tables ----------------------------------------
build("c-sop","word",[("t","Statement of Purpose – Fernlea"),
H("About the home"),P("Fernlea is a detached five-bedroomed house on the edge of Millbrook, a market town with a bus service every 20 minutes and a railway station ten minutes' walk away. It stands in a quiet street of family homes."),
("table",[["Matter","Detail"],["Registered provider","Fernlea Care Ltd, 4 Castle Way, Millbrook MB1 2AA"],["Responsible Individual","TBC"],["Registered Manager","Joan Pell, Fernlea, 9 Orchard Road, Millbrook MB3 4TT"],["Age range","11-18 years"],["Places","4"]]),
P("Each child has their own bedroom with a lock and a desk. Two bathrooms are shared, and there is a large garden."),
H("Who we care for"),P("We care for children who have emotional and behavioural difficulties after early trauma, and children with mild learning disabilities."),
H("Our ethos"),P("We believe in warmth, curiosity and second chances. Staff work with the PACE model in everyday talk. We want children to leave us safe, well, in education and with people they can count on."),
H("Culture, language and religion"),P("Children are driven to the church, mosque or temple of their choice and the kitchen keeps halal food. The key worker helps each child to keep festivals and food of their heritage."),
H("Complaints"),P("A child or anyone else who is unhappy can speak to Joan Pell on 01632 960001. A copy of the complaints policy is handed out on admission and can be asked for at the office."),
H("Safeguarding and behaviour policies"),P("Our safeguarding policy protects children from abuse."),
H("Consulting children"),P("Children meet every Sunday evening to plan menus and trips and to say what should change. Minutes are kept and the manager answers each point within a week."),
H("Equality and rights"),P("Fernlea has an Equality and Diversity Policy."),P("Racist or homophobic words are challenged at once by the adult who hears them, towards children as much as towards their families, and are recorded."),
H("Education"),P("Fernlea is not registered as a school. All children attend Millbrook Academy or a local college. Staff drive them there, attend parents' evenings and sit with homework from 5 to 6 each evening."),
P("Staff training: First aid, Special educational needs, Autism awareness, Food hygiene."),
H("Activities"),P("Every child is helped to join at least one club. Recent choices are boxing, riding and army cadets, and the home pays the fees and provides transport."),
H("Health"),P("Fernlea does not provide therapy or health care itself. Each child is registered with a GP, dentist and optician within five days."),
H("Family and friends"),P("Parents may visit at weekends by arrangement and there is a private room for it."),
H("Cameras"),P("There are no cameras in the house. Door alarms are fitted to bedroom doors and used at night only where the placing authority has agreed in writing."),
H("Behaviour support"),P("Staff use praise, clear boundaries and natural consequences. Restraint is a last resort and is used only to prevent injury or serious damage to property."),
H("Staffing"),P("Joan Pell holds the Level 5 Diploma and has run homes for nine years. The team has one deputy, two senior workers and eight residential workers."),
("table",[["Post","Number","Reports to"],["Deputy manager","1","Registered manager"],["Senior workers","2","Deputy manager"],["Residential workers","8","Senior workers"]]),
P("All staff have supervision every six weeks with their line manager."),
P("The team is made up of seven women and four men."),
H("Admissions"),P("We admit children whose needs we can meet and who match those already living here, after an impact risk assessment."),
H("Emergency admissions"),
],footer="Fernlea SOP  version 3  reviewed January 2026")
# D complaints, advice -------------------------------------------------------
build("d-complaints","num",[("t","Complaints and Representations Policy"),
H("About this template"),P("This policy was prepared by Brightpath Consulting. Your home could adapt the wording to its own practice."),
H("Principles"),P("Your home should consider having a clear process by which children can complain. It is good practice for staff to encourage young people to speak up about small worries before they grow."),
P("Children need to feel safe to complain. A child must never be treated worse because they complained."),
H("How a child can complain"),P("A young person may tell any adult, fill in a form from the hall or ring the manager. Parents, social workers and friends may also complain on a child's behalf. The manager replies in writing within 10 working days."),
H("Investigation"),P("The complaint is looked into by a manager who has no link with the matter. Nobody who is the subject of a complaint takes any part in looking into it."),
H("Records"),P("A complaints log could be kept, in which each complaint might be entered together with the outcome."),
H("Information for children"),P("The social worker should explain to the child how to complain when the placement is agreed."),
P("[Insert how young people are reminded of the procedure]"),
H("Ofsted"),P("Ofsted, Piccadilly Gate, Store Street, Manchester M1 2WD. Telephone 0300 123 1231."),
H("Learning from complaints"),P("Once a term the team meeting looks at complaints, and what needs to change is put into the development plan."),
H("Review"),P("____"),
])
# E thin missing policy ------------------------------------------------------
build("e-missing-thin","bold",[("t","MISSING CHILDREN POLICY"),
H("Policy statement"),P("Rowan Court takes children going missing very seriously. The home is committed to the safety and wellbeing of every young person and works in partnership with other agencies."),
H("Law"),P("The registered person must prepare and implement a policy setting out the arrangements in place, and to be followed, to prevent children from going missing, and the procedures to be followed, and the roles and responsibilities of staff, when a child is absent without permission."),
H("Prevention"),P("Staff should try to get to know the young people."),
H("Action"),P("If a young person is missing, staff contact the police and the social worker. The manager must be told."),
H("Roles"),
H("Return"),P("Police carry out a prevention interview when the child returns. The social worker arranges the independent return interview."),
H("Records"),P("Staff complete a missing form. Forms are kept in the child's file and sent to the social worker."),
H("Notification"),P("The manager notifies Ofsted within 7 days."),
H("Flow chart"),("pic",),
H("Training"),L("Missing from care"),L("Child sexual exploitation"),L("Safeguarding level 2"),
H("Policy review"),P("Reviewed by: [name]. Date: ____"),
])
# F medicines ---------------------------------------------------------------
build("f-medicines","word",[("t","Medication Policy"),
H("Scope"),P("This policy is for all staff of Bramble View. See also: First Aid Policy, Infection Control Policy, Health Care Policy."),
H("Receiving and storing"),
P("When medicine arrives, two staff count it and enter name, dose and quantity in the medicines book. It goes straight into a locked steel cabinet in the office, and controlled drugs into a second locked box inside it. The shift leader carries the key; no young person has access to it."),
H("Giving medicine"),
P("One member of staff gives and a second watches. They check the child's name, the label, the dose, the time and the way it is to be taken, and give it exactly as the label says. Medicine labelled for one child is not given to any other."),
P("Each dose is signed for at once on the MAR sheet by both."),
P("If a child refuses, staff try again after 20 minutes. The GP or pharmacist is rung for advice about missed or unusual doses."),
H("Looking after one's own medicine"),
P("Young people over 14 may keep their own inhaler or contraceptive pill after a risk assessment signed by the manager; they have a lockable drawer and staff count with them once a week."),
H("Disposal"),P("Unused medicine is taken back to Lowe's Pharmacy, who sign the returns book."),
H("Homely remedies"),P("Consent for paracetamol and cough syrup is obtained by the social worker."),
H("Training"),("table",[["Course","Staff"],["Safe handling of medicines","All"],["Epilepsy and buccal midazolam","As needed"],["Emergency first aid at work","All"]]),
H("Audit"),P("The deputy audits the cabinet and sheets every Monday."),
H("Short stays"),P("Not applicable: Bramble View does not offer short breaks."),
])

build("m-recruit","num",[("t","Choosing the Right People – how Quarry Bank recruits"),
H("Why this matters"),
P("Everyone who joins Quarry Bank goes through the same steps, whatever their job, because people who want to hurt children look for the place with the weakest checks. No step is skipped to fill a shift."),
P("Nobody is taken on until the manager has ticked and signed all four boxes on the front sheet: character, ability, health and paperwork."),
H("Interview"),
P("Two trained people interview. They ask about attitudes to children, test honesty with case questions and score it; anything doubtful in the disclosure or the references about how someone has conducted themselves is talked through before an offer."),
P("Applicants are matched against the person specification, which lists the experience, skills and qualifications that the post needs. Only those who match it are offered the job."),
P("A doctor's note confirms that the person is physically able to do the work."),
H("The file"),
P("The personnel file of each person holds a record of:"),
("table",[["Check","Seen on","Signed"],["Passport or driving licence with photo","",""],["Passport-size photograph taken this year","",""],["Enhanced DBS with children's barred list","",""],["Two written references, one from the current or last employer","",""],["Every job since leaving school, with months and years","",""],["Gaps: reason given in the applicant's own hand and checked","",""],["Certificates of qualifications, originals copied","",""]]),
P("The manager signs the sheet only when every item is there and nothing in it gives cause for worry."),
P("We ring the former manager of anyone who has cared for children and ask why they left; the answer is noted."),
H("Qualifications"),
P("Residential workers who come without it start the Level 3 Diploma for Residential Childcare after probation and hold it no later than 24 months after their first day with us. This goes for bank staff as much as for permanent ones."),
P("Another Level 3 award counts only after the training lead has compared its units with those of the Diploma."),
H("Starting early"),
P("Now and then a person is needed before everything is back. Only the registered manager can allow it, only where the home would otherwise be unsafe, and only with passport and clear DBS certificate on file. Two things may still be outstanding: the second reference and the last certificate. Until they arrive the newcomer is never alone with a child and works beside a named senior."),
H("Agency workers and visitors"),
P("Agencies send a profile with photograph and DBS number. Before the shift the shift leader reads it, goes through what the worker can do and what they are trained in, and walks them round. Never more than half of a shift, by day or by night, comes from an agency. The number of agency hours is counted each month for the budget."),
P("Builders, tutors and others who come to the house are accompanied by a member of staff at all times."),
H("After the start"),
P("Supervision starts in the first week. Where somebody's way of working could put a child at risk, the manager takes it up the same day under the capability procedure."),
],footer="QB-HR-03  Approved by T. Osei  Review July 2027")
build("n-speakup","word",[("t","Speaking Up at Linden House"),
H("Who can speak up"),
P("Anyone who lives here can say that something is wrong, and so can somebody on their behalf: mum or dad, a social worker, a friend or a teacher."),
P("Moaning, complaining or ringing Ofsted never costs anyone a treat, an outing or a friendly face."),
H("What we do"),
L("An adult writes it down in the child's own words."),L("The manager reads it the same day and decides with the child who will look into it."),L("The child has a written reply within ten days."),
P("Whoever is named in it stays out of it. If it is about the manager, the responsible individual takes it over."),
P("An adult whom the child picks sits with them throughout."),
H("The Speaking Up book"),
P("For every complaint these boxes are filled in:"),
("table",[["Box","Who fills it in"],["Date, name and what it is about","The adult who is told"],["What we did about it","Manager"],["How it ended","Manager"],["Is the child happy with that?","Child"]]),
P("The book stands in the manager's office, where inspectors and the regulation 44 visitor can read it at once."),
P("Each January the manager counts up the year's complaints for the responsible individual."),
H("Telling children"),
P("The booklet goes to the child in the welcome pack before the first visit, when the social worker and we have agreed that the child is coming, and hangs by the phone for as long as they live here."),
P("In the first two days the key worker goes through it with the child, with pictures for those who prefer them, and shows on the flow picture what happens after somebody has spoken up."),
P("The house meeting goes over it again on the first Sunday of each month."),
P("Adults ask at bedtime and after visits whether anything is bothering a child, and act on small grumbles before they grow."),
H("Learning"),
P("Last year three complaints about noise led to quiet hours after ten. Each quarter we look for such lessons and change how we run the house."),
H("Looking at this policy again"),
P("The manager goes through it every March and after any complaint that went badly. Changes are read out at the house meeting once they have been made."),
P("Want to complain? Dora Finch, manager, 01632 960444. Ask her, or any adult, for a copy of this policy."),
],footer="Linden House – copies of this policy: hall table, office shelf, each child's folder")
build("o-contact","bold",[("t","Contact, Privacy and Possessions – Heron Court"),
H("Keeping in touch"),
P("Placement plans, which the social worker signs, say whom the child sees, when and where, and have the addresses and numbers that are needed; the key worker updates them after each review."),
P("We drive children to their families and pay the fares of those who visit, so that what the plan says about mums, dads, grandparents and mates really happens. Visits here, days out, letters, video calls and messages are all used."),
P("Visitors are welcome between 10 am and 8 pm. They have the snug, which has a door that shuts."),
P("Staff leave the room when a social worker, solicitor or advocate comes to see a child. Ofsted inspectors speak with children on their own in any room. The regulation 44 visitor sits with each child who wants it, without staff."),
P("There is a cordless phone in the hall that children take to their room until bedtime. Nobody has to ask for it, and calls come in on the same line. If a child's mobile is broken or out of credit, the hall phone is theirs to use."),
P("Letters are handed over unopened, and there are stamps and envelopes in the kitchen drawer. Children share a tablet, on which they write emails with a member of staff beside them."),
H("Limits on contact"),
P("A call or visit is limited only where the child would otherwise come to harm, and never to punish."),
P("The social worker is told of any limit. In an emergency the manager emails full details to the social worker by the end of the next working day."),
H("Bedrooms"),
P("Each child has a room of their own, and adults never sleep in it. They choose the paint, the bedding and the posters. The desk has a drawer that locks; the child holds the key."),
P("We knock and wait. Nobody goes in uninvited unless there is danger, and adults step in when children walk into each other's rooms."),
P("A room is searched only after the child has been told and, if they wish, with them there. We search at once only where there is good reason to think that somebody may get hurt, for example because a knife has been seen."),
H("Free use of the house"),
P("Children use the kitchen, lounge, garden and games room freely. The office and the boiler cupboard are locked."),
P("Where a door is locked or an alarm set for one child, it is to keep that child safe and only if nothing milder works. It follows a risk assessment of that child, the reasons are written in their plan, and the team looks at it each month and changes or ends it."),
H("Cameras"),
P("The front door and the drive have CCTV to deter burglars. A sign tells visitors. No camera looks into a bedroom, bathroom or living room."),
P("Door sensors are fitted to bedrooms for the night. Parents sign for them on the admission form. The key worker explains the sensors to the child on the first evening."),
])
build("p-missing2","num",[("t","When Someone Isn't Home – The Maltings"),
H("Before anyone goes"),
P("Most of our work is done before anyone leaves: we learn what pulls a child away, agree times and places before each outing and keep the evenings busy."),
P("For a child who has run off before, the placement plan has a page on what will make it less likely."),
P("Adults talk with them about county lines, grooming and sleeping rough, and put the numbers of the home, Runaway Helpline and a taxi firm that will bill us into their phone."),
H("The timeline"),
("table",[["When","Who","What"],["Within 15 minutes","Adult on shift","Looks round the house, shed and lane and calls the mobile"],["30 minutes","Shift lead","Phones 101, or 999 if there is danger, and the social worker's duty line"],["1 hour","On call","Drives round the usual places, tells mum or dad, decides on the risk grade"]]),
H("Back home"),
P("There is a hug, tea and a shower. An adult asks whether they are hurt, gets a doctor if need be, tells police and social worker, and sits with them the next morning to hear what it was about."),
P("What the independent interviewer writes to us goes into the child's risk assessment that week."),
H("Writing it down"),
P("Each time has its own sheet, kept on the child's file. These boxes are on it:"),
("table",[["Time out and time in",""],["How they went, with whom and why",""],["Where they were",""],["Who was told and when",""]]),
P("The sheet is uploaded to the council's portal the same evening, so that the social worker has it."),
P("Bea Lund, the manager, reads each sheet with the shift and asks what we could have done better and what we need to learn; her findings go into the six-monthly review of quality of care."),
H("When it keeps happening"),
P("After the second time in a month Bea rings the placing authority, asks for the child's plans to be reviewed and gets everyone round a table: their social worker, Westmere children's services and the beat officer. Nobody leaves before all have agreed what will be done."),
P("If no review comes about within a fortnight she takes it to the council's director in writing."),
H("Telling Ofsted"),
P("Ofsted and the placing authority hear of a grave incident within two days."),
H("Who helped to write this"),
P("The council's missing team, Westmere Constabulary and our young people read the draft before Bea signed it; two of the police's comments led to the 30 minute step. It fits the Westmere joint protocol of council and police on children missing from care."),
],footer="Next look at this policy: 12 May 2027. It hangs in the office and lies in the hall.")
build("q-fire","word",[("t","Fire Safety – Tollgate House"),
H("Law"),P("The Regulatory Reform (Fire Safety) Order 2005 applies to Tollgate House. Ray Dunn is the responsible person: he has the fire risk assessment done by a qualified assessor each year and sees that its action points are finished."),
H("Equipment"),P("There are extinguishers and blankets on each floor, and linked smoke alarms in all rooms. An engineer services them every spring."),
P("The signs are small and the extinguishers stand in alcoves, so that it still feels like a family house."),
H("Drills"),P("We practise leaving the house once a month, once a term by night. New children walk the route on their first day."),
("table",[["Date of drill","How long it took","What went wrong","What was done about it","Signed"],["","","","",""]]),
P("The alarm is tested each Friday from a different call point and the test is written in the fire log."),
P("The fire log is kept for ten years."),
])

build("r-safe","word",[("t","Safeguarding and Anti-Bullying – Copse View"),
H("Our aim"),P("We are committed to keeping every child safe from harm."),
H("When an adult is worried"),
P("An adult who sees or hears something worrying writes it on a concern form and hands it to the designated lead, Amy Holt, or to the on-call manager before the shift ends."),
P("Amy rings the child's social worker the same day. Staff answer the questions of the council's children's services team, hand over records and go to strategy meetings."),
P("Every allegation is entered in the safeguarding log with the date, who said what and to whom."),
P("While it is being looked into, the child may sleep in another room, the adult may be moved to other work, and a doctor may be asked to see the child."),
H("Allegations against staff"),
P("The council's designated officer is told of an allegation against a worker within one working day. A worker about whom an allegation is made can be sent home on full pay."),
P("Reporting is everyone's business."),
H("Telling Ofsted"),
P("Ofsted hears at once if we suspect that a child is being sexually exploited. Notices are made on Ofsted's online form. All other events go to Ofsted within 48 hours."),
P("It is good practice to involve the council when there are serious worries about a child."),
H("Bullying"),
P("Adults sit with the group at meals, talk about kindness in house meetings, and look out for nasty messages on phones and for children who are left out."),
P("Where a child says that they are being bullied, the key worker hears both sides, keeps them apart and writes a plan within two days."),
H("Helping children to keep safe"),
P("Key workers use picture cards on what is and is not OK, and show ways to tell someone: the worry box, the text line, any adult. Childline can be rung from the quiet room with the door shut."),
P("Children can tell any adult in the home."),
P("A picture version of this policy is read with each child. Families are sent a link to it. All who work here, cook and driver too, have it explained in their first week."),
H("Self-harm"),
P("For a child who cuts, staff lock sharp things away, check wounds and ask a nurse for help."),
H("Online safety"),
H("Risk assessments"),
P("Risk assessments are read again each week and after anything that happens. The school tells us each week what it has noticed."),
H("Speaking out"),
P("See the Whistleblowing Policy. A worker who is not listened to can ring Ofsted on 0300 123 3155 or the NSPCC line."),
H("Training"),
("table",[["Course","How often"],["Safeguarding level 3","Yearly"],["Anti-bullying","Every 2 years"]]),
P("The date of each worker's next safeguarding refresher is in the workforce plan."),
H("Audit"),
P("The company audits the health and safety log each quarter."),
],footer="Copse View Safeguarding v6  Next review: to be confirmed")
build("s-monitor","bold",[("t","Monitoring the Home – Pike Hall"),
H("The independent visitor"),
P("Claire Moss of Vantage Audit Ltd is engaged and paid by the company to visit each month. She holds no shares in it and has no say in the buying of places."),
P("She speaks alone with any child, parent or member of staff who wants to, walks round every room and reads the records. Her reports are in a folder in the office."),
H("Review of the quality of care"),
P("Once a year the manager goes standard by standard through the nine quality standards and writes it up as a report with what she will do and by when. It says what goes well."),
P("Children fill in smiley sheets on the food, their rooms and how adults treat them. Social workers answer a short survey, and what they say is in the report."),
P("What has to be done is put into an action list. Ofsted gets the report within six weeks."),
P("After a placement that ended early the team looks back at why, and changes what it does."),
H("The place"),
P("Pike Hall stands at the edge of Thornby, next to a park and ten minutes from the station."),
P("Every January the manager looks at whether this is still the right place, above all whether children can be kept safe here. She writes down what the neighbours, police and council answered and what was changed because of it."),
("table",[["What","Danger or chance","What we do"],["Quarry","Danger: deep water","Fence checked weekly, walks with an adult"],["A66","Danger: lorries","Children cross by the bridge"],["Riding school","Chance: jobs with horses","Two places kept for us"]]),
])
