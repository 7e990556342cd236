import type { ErrorCode, ErrorDetails } from "@contentflow/domain/errors";
import type { Format } from "./format.ts";
import type { Language } from "./language.ts";
import { type Refusal, refusalOf } from "./refusal.ts";

type Wording<C extends ErrorCode> = Readonly<
  Record<Language, (details: ErrorDetails[C], format: Format) => string>
>;

const METHODS: Record<string, Record<Language, string>> = {
  paypal: { en: "PayPal", fr: "PayPal" },
  bank: { en: "bank transfer", fr: "virement bancaire" },
};

/** Every refusal in every language: a code added to the domain does not compile until it has its words here. */
export const ERROR_TEXTS: { readonly [C in ErrorCode]: Wording<C> } = {
  UNAUTHENTICATED: {
    en: () => "Your session has ended. Sign in again to go on.",
    fr: () => "Votre session est terminée. Reconnectez-vous pour continuer.",
  },
  FORBIDDEN: {
    en: () => "This account isn't allowed to do that.",
    fr: () => "Ce compte n'y est pas autorisé.",
  },
  NOT_FOUND: {
    en: () => "We can't find that. It may have been removed, or the address is wrong.",
    fr: () => "Introuvable. C'est peut-être supprimé, ou l'adresse est erronée.",
  },
  BAD_USER_INPUT: {
    en: ({ field }) =>
      field ? `Please check “${field}”: we can't use it as it is.` : "Please check what you entered.",
    fr: ({ field }) =>
      field ? `Vérifiez « ${field} » : cette saisie n'est pas valable.` : "Vérifiez votre saisie.",
  },
  BELOW_MINIMUM: {
    en: ({ minimum, asked }, { money }) => `The minimum is ${money(minimum)}; you asked for ${money(asked)}.`,
    fr: ({ minimum, asked }, { money }) =>
      `Le minimum est de ${money(minimum)} ; vous avez demandé ${money(asked)}.`,
  },
  INSUFFICIENT_BALANCE: {
    en: ({ available, asked }, { money }) =>
      `You have ${money(available)} available; you asked for ${money(asked)}.`,
    fr: ({ available, asked }, { money }) =>
      `Vous disposez de ${money(available)} ; vous avez demandé ${money(asked)}.`,
  },
  METHOD_NOT_ALLOWED: {
    en: ({ allowed }, { list }) =>
      `This way of being paid isn't offered. Choose ${list(methods(allowed, "en"))}.`,
    fr: ({ allowed }, { list }) =>
      `Ce mode de versement n'est pas proposé. Choisissez : ${list(methods(allowed, "fr"))}.`,
  },
  INVALID_DESTINATION: {
    en: ({ field }) =>
      field === "iban"
        ? "This IBAN isn't valid. Check it against your bank's."
        : "We can't pay to this address. Check it.",
    fr: ({ field }) =>
      field === "iban"
        ? "Cet IBAN n'est pas valable. Comparez-le à celui de votre banque."
        : "Impossible de verser à cette adresse. Vérifiez-la.",
  },
  INVALID_TRANSITION: {
    en: () => "Somebody has decided on this request already. Here is where it stands now.",
    fr: () => "Cette demande a déjà été traitée. Voici où elle en est.",
  },
  CONFLICT: {
    en: () => "This has changed in the meantime. Look at it again, then decide.",
    fr: () => "Ceci a changé entre-temps. Vérifiez, puis décidez.",
  },
  IDEMPOTENCY_CONFLICT: {
    en: () => "This request was sent before with other details. Check your history, then start again.",
    fr: () =>
      "Cette demande a déjà été envoyée avec d'autres données. Vérifiez l'historique, puis recommencez.",
  },
  LINK_EXPIRED: {
    en: () => "This link has expired or was used already. Ask for a new one.",
    fr: () => "Ce lien a expiré ou a déjà servi. Demandez-en un nouveau.",
  },
  RATE_LIMITED: {
    en: ({ retryAfterSeconds }) => `Too many attempts. Try again ${soon(retryAfterSeconds, "en")}.`,
    fr: ({ retryAfterSeconds }) => `Trop de tentatives. Réessayez ${soon(retryAfterSeconds, "fr")}.`,
  },
  ACCOUNT_SUSPENDED: {
    en: () => "This account is suspended. Write to us to find out why.",
    fr: () => "Ce compte est suspendu. Écrivez-nous pour en connaître la raison.",
  },
  DESTINATION_NOT_ALLOWED: {
    en: ({ host, allowed }, { list }) => `Links can't lead to ${host}. They can lead to ${list(allowed)}.`,
    fr: ({ host, allowed }, { list }) =>
      `Un lien ne peut pas mener à ${host}. Sites possibles : ${list(allowed)}.`,
  },
  INVALID_SESSION_ID: {
    en: () => "The session id of this event isn't valid.",
    fr: () => "L'identifiant de session de cet événement n'est pas valable.",
  },
  INVALID_EVENT: {
    en: ({ field }) => (field ? `This event isn't valid: ${field}.` : "This event isn't valid."),
    fr: ({ field }) =>
      field ? `Cet événement n'est pas valable : ${field}.` : "Cet événement n'est pas valable.",
  },
  PAYLOAD_TOO_LARGE: {
    en: ({ limit, unit }, { integer }) => `That is too much at once: the limit is ${integer(limit)} ${unit}.`,
    fr: ({ limit, unit }, { integer }) =>
      `C'est trop en une fois : la limite est de ${integer(limit)} ${unit === "bytes" ? "octets" : "événements"}.`,
  },
  SERVICE_UNAVAILABLE: {
    en: ({ retryAfterSeconds }) => `We can't answer right now. Try again ${soon(retryAfterSeconds, "en")}.`,
    fr: ({ retryAfterSeconds }) =>
      `Nous ne pouvons pas répondre pour l'instant. Réessayez ${soon(retryAfterSeconds, "fr")}.`,
  },
  INTERNAL_SERVER_ERROR: {
    en: ({ requestId }) =>
      `Something went wrong on our side. Try again in a moment.${requestId ? ` If it stays, tell us this number: ${requestId}` : ""}`,
    fr: ({ requestId }) =>
      `Une erreur est survenue de notre côté. Réessayez dans un instant.${requestId ? ` Si elle persiste, donnez-nous ce numéro : ${requestId}` : ""}`,
  },
};

const UNREACHABLE: Record<Language, string> = {
  en: "We couldn't reach the server. Check your connection and try again.",
  fr: "Le serveur est injoignable. Vérifiez votre connexion et réessayez.",
};

/** Words for any error: a refusal by its code and numbers, anything else as a lost connection. */
export function errorText(error: unknown, language: Language, format: Format): string {
  const refusal = refusalOf(error);
  return refusal ? refusalText(refusal, language, format) : UNREACHABLE[language];
}

export function refusalText({ code, details }: Refusal, language: Language, format: Format): string {
  // Code and details come as a pair; the compiler cannot follow the pair through the look-up.
  const word = ERROR_TEXTS[code][language] as (details: Refusal["details"], format: Format) => string;
  return word(details, format);
}

function methods(names: readonly string[], language: Language): string[] {
  return names.map((name) => METHODS[name.toLowerCase()]?.[language] ?? name);
}

function soon(seconds: number | undefined, language: Language): string {
  if (seconds === undefined) return language === "fr" ? "plus tard" : "later";
  const inMinutes = seconds > 90;
  const format = new Intl.RelativeTimeFormat(language, { numeric: "always" });
  return format.format(inMinutes ? Math.ceil(seconds / 60) : seconds, inMinutes ? "minute" : "second");
}
