/** True when `error` is a file system error of one of these codes, such as `ENOENT`. */
export function hasCode(error: unknown, ...codes: string[]): error is Error {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

/** What `action` gives, or null when it fails with one of `codes`; other errors go on. */
export async function orNull<T>(action: Promise<T>, ...codes: string[]): Promise<T | null> {
  try {
    return await action;
  } catch (error) {
    if (hasCode(error, ...codes)) return null;
    throw error;
  }
}
