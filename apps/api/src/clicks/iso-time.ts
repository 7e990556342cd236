let time = Number.NaN;
let text = "";

/** As `toISOString`: of thousands of clicks a second many share their millisecond, and each is written down twice. */
export function isoTime(date: Date): string {
  if (date.getTime() !== time) {
    text = date.toISOString();
    time = date.getTime();
  }
  return text;
}
