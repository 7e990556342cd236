export interface DemoPeople {
  readonly partner: string | undefined;
  readonly admin: string;
}

/** Where to go and whom to sign in as, in a box that is hard to miss. */
export function demoBanner(publicUrl: string, { partner, admin }: DemoPeople): string {
  const lines = [
    "ContentFlow Partners — demo",
    "",
    `Open      ${publicUrl}/partners`,
    ...(partner === undefined ? [] : [`Partner   ${partner}`]),
    `Admin     ${admin}`,
    `Mails     ${publicUrl}/dev/mail   (sign-in links arrive here)`,
    `API       ${publicUrl}/sandbox`,
    "",
    "Ctrl-C stops it; starting again goes on where it was.",
  ];
  const width = Math.max(...lines.map((line) => line.length));
  const row = (line: string) => `│ ${line.padEnd(width)} │`;
  const edge = "─".repeat(width + 2);
  return `\n┌${edge}┐\n${lines.map(row).join("\n")}\n└${edge}┘\n\n`;
}
