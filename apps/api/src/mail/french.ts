const NBSP = "\u00a0";

/**
 * Tag for French text, which lets it be written with ordinary spaces: puts a no-break space before `; : ! ? €` and
 * inside « », where French typography wants one. Inserted values are left as they are.
 */
export function french(strings: TemplateStringsArray, ...values: string[]): string {
  return strings.map((text, index) => typeset(text) + (values[index] ?? "")).join("");
}

function typeset(text: string): string {
  return text.replace(/ (?=[;:!?€»])/g, NBSP).replace(/« /g, `«${NBSP}`);
}
