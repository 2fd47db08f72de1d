// Takes an ISO date, or its leading part; gives it as it is written out: "29 June 2018", "June 2018", "2018".

export function writeDay(iso: string): string {
  const [year, month, day] = iso.split("-");
  if (year === undefined || month === undefined) return iso;
  return new Intl.DateTimeFormat("en-GB", {
    ...(day === undefined ? {} : { day: "numeric" as const }),
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`));
}
