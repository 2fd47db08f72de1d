// Bodies, laws, plans and practices that others have taken the place of, for what providers write of their own.
// Vocabulary with a source and a date for each row: it says what a name stands for, never what the law requires.

export interface Replaced {
  /** The names it goes by, each as written in full or short; plural endings and apostrophes are folded. */
  readonly names: readonly string[];
  readonly now: string;
  /** ISO date, or its leading part, from which the other has its place. */
  readonly since: string;
  /** Where that is laid down. */
  readonly source: string;
}

// A line for each: names; what is there now; since when; source. A name in small letters is compared in any letters.
const table = `
  Local Safeguarding Children Board, Local Children's Safeguarding Board, Local Children Safeguarding Board, LSCB, LSCBs | the safeguarding partners | 2018-06-29 | Children and Social Work Act 2017, ss. 16-30; SI 2018/497
  Area Child Protection Committee, ACPC, ACPCs | the safeguarding partners | 2018-06-29 | Children Act 2004, s. 13 (boards from 1 April 2006); Children and Social Work Act 2017, ss. 16-30
  Children's Rights Director, Office of the Children's Rights Director | the Children's Commissioner | 2014-04-01 | Children and Families Act 2014, Part 6; SI 2014/889
  Equal Opportunities Commission, Commission for Racial Equality, Disability Rights Commission | the Equality and Human Rights Commission | 2007-10-01 | Equality Act 2006, s. 36; SI 2007/2603
  registration and inspection unit, inspection and registration unit | Ofsted (HM Chief Inspector) | 2007-04-01 | Care Standards Act 2000, Part 1 (a national body from 1 April 2002); Education and Inspections Act 2006, s. 148
  National Care Standards Commission, NCSC | Ofsted (HM Chief Inspector) | 2007-04-01 | Health and Social Care (Community Health and Standards) Act 2003, Part 2; Education and Inspections Act 2006, s. 148
  Commission for Social Care Inspection, CSCI | Ofsted (HM Chief Inspector) | 2007-04-01 | Education and Inspections Act 2006, s. 148
  Criminal Records Bureau, CRB | the Disclosure and Barring Service (DBS) | 2012-12-01 | Protection of Freedoms Act 2012, ss. 87-88; SI 2012/3006
  Independent Safeguarding Authority | the Disclosure and Barring Service (DBS) | 2012-12-01 | Protection of Freedoms Act 2012, ss. 87-88; SI 2012/3006
  Protection of Children Act list, POCA list, PoCA list, List 99 | the children's barred list of the Disclosure and Barring Service | 2009-10-12 | Safeguarding Vulnerable Groups Act 2006; SI 2009/2611
  National Minimum Standard, NMS | the quality standards of the Children's Homes (England) Regulations 2015 | 2015-04-01 | SI 2015/541, Part 2 and reg. 55
  Clinical Commissioning Group, CCG, CCGs | the integrated care board | 2022-07-01 | Health and Care Act 2022, s. 14; SI 2022/634
  Primary Care Trust, PCT, PCTs | the integrated care board | 2022-07-01 | Health and Social Care Act 2012, s. 34 (trusts abolished on 1 April 2013); Health and Care Act 2022, s. 14
  Strategic Health Authority | NHS England | 2013-04-01 | Health and Social Care Act 2012, s. 33
  General Social Care Council, GSCC | Social Work England, for social workers | 2019-12-02 | Health and Social Care Act 2012, s. 212 (abolished on 1 August 2012); Children and Social Work Act 2017, Part 2
  Children's Workforce Development Council, CWDC | the Department for Education | 2012-04-01 | closed at the end of March 2012 by the Department for Education
  Department for Children Schools and Families, DCSF, Department for Education and Skills, DfES | the Department for Education | 2010-05-12 | SI 2010/1836
  Health Protection Agency, Public Health England | the UK Health Security Agency | 2021-10-01 | Health and Social Care Act 2012, s. 56; SI 2021/892
  Association of Chief Police Officers, ACPO | the National Police Chiefs' Council | 2015-04-01 | agreement under section 22A of the Police Act 1996
  Qualifications and Credit Framework, QCF | the Regulated Qualifications Framework | 2015-10-01 | Ofqual, Regulated Qualifications Framework
  statement of special educational needs, SEN statement, statement of SEN | the education, health and care plan | 2018-03-31 | Children and Families Act 2014, Part 3; SI 2014/2270
  child protection register | the child protection plan | 2008-04-01 | Working together to safeguard children (2006), chapter 5
  interim inspection | the assurance inspection | 2022-04-01 | Ofsted, social care common inspection framework
  Care Standards Tribunal | the First-tier Tribunal (Care Standards) | 2008-11-03 | Tribunals, Courts and Enforcement Act 2007; SI 2008/2833
  Data Protection Act 1998, Data Protection Act 1984 | the Data Protection Act 2018 and the UK GDPR | 2018-05-25 | Data Protection Act 2018, Sch. 19; SI 2018/625
  Disability Discrimination Act 1995, Disability Discrimination Act, Sex Discrimination Act 1975, Race Relations Act 1976, Race Relations (Amendment) Act 2000 | the Equality Act 2010 | 2010-10-01 | Equality Act 2010, Sch. 27; SI 2010/2317
  Children's Homes Regulations 2001 | the Children's Homes (England) Regulations 2015 | 2015-04-01 | SI 2015/541, reg. 55
  Fire Precautions Act 1971, Fire Precautions (Workplace) Regulations 1997 | the Regulatory Reform (Fire Safety) Order 2005 | 2006-10-01 | SI 2005/1541, Sch. 4
  Protection of Children Act 1999 | the Safeguarding Vulnerable Groups Act 2006 | 2009-10-12 | Safeguarding Vulnerable Groups Act 2006, Sch. 10; SI 2009/2611
`;

export const replaced: readonly Replaced[] = table
  .trim()
  .split("\n")
  .map((row) => row.split("|").map((cell) => cell.trim()))
  .map(([names = "", now = "", since = "", source = ""]) => ({
    names: names.split(/,\s+(?![^()]*\))/),
    now,
    since,
    source,
  }));
