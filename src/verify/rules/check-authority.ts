// Tells whether the documents a statement rests on can carry it: trusted, in force, and with a say in the matter.
import { carriesDuties, type Authority } from "../../document.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { readModals } from "../modality.ts";
import { nameSupport } from "../name-supports.ts";
import type { Statement, Support } from "../statement.ts";

/** Looks at a statement as a whole: what it cites, whatever the words. */
export function checkAuthority(statement: Statement, supports: readonly Support[]): Finding[] {
  const { line } = statement;
  const untrusted = filesOf(supports, "untrusted").map((file) =>
    makeFinding("untrusted-source", { document: file }, { line, reference: file }),
  );
  const findings = [...untrusted, ...checkStanding(statement, supports)];
  if (statement.kind !== "requirement" || supports.length === 0) return findings;
  if (supports.some(({ document }) => carriesDuties(document.authority))) {
    return [...findings, ...checkLaw(statement, supports)];
  }
  // "Our plan says that staff must …" tells of a document; it lays no duty on anyone.
  const attributed = supports.some(({ document }) => namesDocument(statement, document));
  const binds = readModals(statement.text).some(({ force }) => force === "must");
  const { authority, file } = (supports[0] as Support).document;
  if (!binds || attributed) return findings;
  const position = { line, reference: file };
  if (authority === "own") {
    const args = { variant: "binding", document: file } as const;
    findings.push(makeFinding("own-document-as-authority", args, position));
  } else if (authority === "voluntary" || authority === "other") {
    const args = { variant: authority, document: file };
    findings.push(makeFinding("weak-authority", args, position));
  }
  return findings;
}

function filesOf(supports: readonly Support[], authority: Authority): string[] {
  const found = supports.filter(({ document }) => document.authority === authority);
  return [...new Set(found.map(({ document }) => document.file))];
}

function namesDocument(statement: Statement, document: Support["document"]): boolean {
  const text = `${statement.lead ?? ""} ${statement.text}`.toLowerCase();
  const own =
    /\b(?:our|your|the home['’]s|the provider['’]s) (?:own )?(?:\w+ )?(?:plan|polic(?:y|ies)|procedures?|handbook|documents?|statement)\b|\bcharter\b/;
  return (
    text.includes(document.short.toLowerCase()) ||
    text.includes(document.title.toLowerCase()) ||
    own.test(text)
  );
}

/** Text omitted by amendment, or temporary text that has run out, told as if it were law. */
function checkStanding(statement: Statement, supports: readonly Support[]): Finding[] {
  const aware =
    /\b(?:temporar\w+|omitted|lapsed|expired|repealed|revoked|former(?:ly)?|no longer|ceased|coronavirus|covid)\b/i;
  if (statement.kind === "connective" || aware.test(statement.text)) return [];
  const dead = supports.filter(({ standing }) => standing !== "current");
  if (dead.length === 0 || dead.length < supports.length) return [];
  return dead.slice(0, 1).map((support) => {
    const variant = support.standing === "omitted" ? "omitted" : "temporary";
    const place = nameSupport(support);
    return makeFinding(
      "expired-text-cited",
      { variant, place },
      { line: statement.line, reference: place },
    );
  });
}

/** "By law", "a legal requirement", with nothing but guidance behind it. */
function checkLaw(statement: Statement, supports: readonly Support[]): Finding[] {
  if (supports.some(({ document }) => document.authority === "legislation")) return [];
  const words =
    /\b(?:by law|the law (?:requires|says)|legal (?:requirement|obligation|duty)|legally|statutory (?:requirement|obligation|duty)|the regulations (?:require|say|state))\b/i.exec(
      statement.text,
    );
  const lawNamed = /\bregulations? \d|\bsection \d|\bthe regulations\b/i;
  if (words === null || supports.some(({ text }) => lawNamed.test(text))) return [];
  const place = nameSupport(supports[0] as Support);
  return [
    makeFinding(
      "guidance-as-law",
      { variant: "guidance", place },
      { line: statement.line, reference: words[0] },
    ),
  ];
}
