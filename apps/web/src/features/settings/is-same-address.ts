import { parseEmail } from "@contentflow/domain/email";

/** Whether what was typed is that address, as the server will see it: case and surrounding spaces do not matter. */
export function isSameAddress(typed: string, email: string): boolean {
  try {
    return parseEmail(typed.trim()) === email;
  } catch {
    return false;
  }
}
