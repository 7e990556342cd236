/** A pattern for `like` that finds what contains the text, whatever is in it. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
