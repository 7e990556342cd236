/** A piece of the body, in reading order. */
export type MailBlock =
  | { kind: "paragraph"; text: string }
  /** Label and value, one pair a line. */
  | { kind: "facts"; rows: [label: string, value: string][] }
  /** Words of a person, line breaks kept. */
  | { kind: "quote"; text: string };

/**
 * A mail in words, without markup. Every string is plain text: the layouts escape all of them, so that no template
 * can forget to.
 */
export interface MailContent {
  /** Never holds what a person typed. */
  subject: string;
  /** What a mailbox shows beside the subject. */
  preheader: string;
  heading: string;
  blocks: MailBlock[];
  action: { label: string; url: string };
  /** Small print below the button. */
  note: string;
  footer: string;
}
