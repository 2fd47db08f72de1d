// Takes the name of a file or folder; says whether Windows keeps it for a device, whatever its ending.

const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])$/i;

/** "CON", "nul.md", "com1 .txt" (Microsoft, "Naming Files, Paths, and Namespaces"). */
export function isReserved(name: string): boolean {
  return devices.test((name.split(".")[0] ?? "").trimEnd());
}
