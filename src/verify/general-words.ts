// Words of general meaning, which any text may have: that a source lacks one of them tells nothing of what it says.
import { readWords } from "../text/word-stems.ts";

/**
 * Verbs that carry little of their own, nouns that stand for any other, and adverbs and adjectives of degree, order and
 * manner: a closed class of the language.
 */
const words = `
able accept achieve act add allow apply arise arrange ask avoid be become begin belong bring build call carry cause
change check choose come complete concern confirm consider consist contain continue count cover create deal decide depend
describe do draw end ensure enter exist expect explain face fall feel find finish follow gain get give go happen have
hear help hold include inform intend involve join keep know lack last lay lead learn leave let lie list live look lose
make mark matter mean meet mind mention move name need obtain occur offer open pass pay permit place play point prove
provide put quote rather reach read receive recommend regard relate rely remain repeat report require respond rest
result rule run say see seek seem send serve set share show speak stand start state stay step stop suit take talk tell
test think treat turn understand use want watch weigh wish work write
account action activity age amount answer area aspect attention back basis case chance choice circumstance condition
consideration content course date day deadline detail difference doubt duty effect effort event example extent fact
field figure force form frame ground group half hand idea instance issue item job kind length level life limit line list
manner means minimum maximum moment nature nothing number obligation occasion option order part party past people
period person picture place plan point position possibility practice purpose question range reason record relation
requirement right role scope sense side situation something sort space step subject task term text thing time title
topic total turn type use view way whole word world year
again ahead almost alone along already also always apart away before behind beyond both briefly certain clear close
common complete different direct early easy else enough entire equal even ever exact far few final first former free
full further general good great high important initial just large last late likely little long low main many mere most
much namely natural near necessary never new next normal now obvious often old only open other outright own particular
possible present previous proper quick rather real recent same second separate several short similar simple single
slow small soon special specific still straight such sufficient suitable sure then together total true twice usual
various well whatever whether whole wide without yet together third
became began brought came chose did fell felt found gave got held kept knew laid learnt led left lost made meant met
paid put ran read said sat saw sent set shown spoke stood taught thought told took went wrote
ban bar compulsory mandatory optional lawful oblige forbid entitle restrict prohibit waive exempt
fifth fourth sixth seventh eighth ninth tenth incident hour minute month week
down meanwhile moreover nevertheless otherwise therefore afterwards beforehand throughout
accord among beside despite during except like per regarding respect than though toward unless until upon versus
judge judgement
himself herself itself themselves yourself ourselves everything anything nothing something another done latest earliest
nobody everybody anybody somebody everyone anyone someone none whoever
`;
const general = new Set(readWords(words).map(({ stem }) => stem));

export function isGeneral(word: string): boolean {
  return readWords(word).every(({ stem }) => general.has(stem));
}
