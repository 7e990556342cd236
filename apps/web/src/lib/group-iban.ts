/** An IBAN in groups of four, as it is printed: nobody finds a slip in thirty letters at a stretch. */
export function groupIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, "$1 ");
}
