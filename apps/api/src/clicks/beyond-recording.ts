/** The clicks themselves are to blame, so that trying again could only fail again. Anything else may pass. */
export function isBeyondRecording(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const unreadable = [SyntaxError, RangeError, TypeError].some((kind) => error instanceof kind);
  return unreadable || /^2[23]/.test(code);
}
