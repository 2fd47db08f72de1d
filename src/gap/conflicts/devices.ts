// Takes the units of one own document; gives by what devices it says that children are watched, and by which not.
import type { OwnUnit } from "../own-unit.ts";
import type { ToldFact } from "./told-fact.ts";

const devices: readonly (readonly [string, RegExp])[] = [
  ["cameras", /\b(?:CCTV|cameras?|video surveillance)\b/i],
  [
    "door alarms",
    /\b(?:door (?:alarms?|sensors?)|alarms? on (?:the |their |bedroom )*doors?|bedroom alarms?)\b/i,
  ],
  ["listening devices", /\b(?:listening devices?|audio monitors?|baby monitors?)\b/i],
  ["trackers", /\b(?:GPS|tracking devices?|trackers?)\b/i],
];
const all =
  /\b(?:surveillance|monitoring) (?:devices?|equipment|systems?)\b|\belectronic (?:surveillance|monitoring)\b/i;
const denied = /\b(?:no|not|never|without|nor|neither|none)\b|n['’]t\b/i;
const inUse =
  /\b(?:fitted|used?|uses|installed|has|have|cover|covers|operates?|in (?:use|place)|there (?:is|are)|monitored? (?:by|with)|record)\b/i;
/** A rule for a case, an aim, or what is not about watching children. */
const conditional =
  /\b(?:if|unless|would|may|might|could|should|must not|children may|own (?:phone|camera)|photograph|web ?cams?|phones?|before (?:any|a|the)|dash ?cams?|fire|smoke|burglar)\b/i;

export function readDevices(units: readonly OwnUnit[]): ToldFact[] {
  return units.flatMap((unit) => {
    const { text } = unit;
    if (conditional.test(text)) return [];
    const none =
      denied.test(text) && all.test(text) && !/\bother than|except|apart from|only\b/i.test(text);
    return devices.flatMap(([device, name]) => {
      const named = name.test(text);
      if (!named && !none) return [];
      const isDenied = none || deniedBy(text, name);
      if (!isDenied && !inUse.test(text)) return [];
      return [told(device, isDenied ? "no" : "yes", unit)];
    });
  });
}

/** The denial stands in the clause of the device. */
function deniedBy(text: string, name: RegExp): boolean {
  return text
    .split(/[;,]|\bbut\b|\band\b/)
    .some((clause) => name.test(clause) && denied.test(clause));
}

function told(device: string, value: "yes" | "no", unit: OwnUnit): ToldFact {
  const says = value === "yes" ? device : `no ${device}`;
  return { kind: "devices", key: device, about: `Whether ${device} are used`, value, says, unit };
}

/** Where two documents name devices, and each another: what the home watches by is told in two ways. */
export function compareDevices(facts: readonly ToldFact[]): [ToldFact, ToldFact] | null {
  const used = facts.filter(({ value }) => value === "yes");
  for (const one of used) {
    const other = used.find(
      ({ unit, key }) =>
        unit?.file !== one.unit?.file &&
        key !== one.key &&
        !used.some((same) => same.unit?.file === unit?.file && same.key === one.key) &&
        !used.some((same) => same.unit?.file === one.unit?.file && same.key === key),
    );
    if (other !== undefined) return [one, other];
  }
  return null;
}
