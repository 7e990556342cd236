import type { ErrorWords } from "../../lib/error-text.ts";

/** Every refusal in words: a code added to the domain does not compile until it has its own here. */
export const errors: ErrorWords = {
  refused: {
    UNAUTHENTICATED: () => "Votre session est terminée. Reconnectez-vous pour continuer.",
    FORBIDDEN: () => "Ce compte n’y est pas autorisé.",
    NOT_FOUND: () => "Introuvable. C’est peut-être supprimé, ou l’adresse est erronée.",
    BAD_USER_INPUT: ({ field }) =>
      field ? `Vérifiez « ${field} » : cette saisie n’est pas valable.` : "Vérifiez votre saisie.",
    BELOW_MINIMUM: ({ minimum, asked }, { money }) =>
      `Le minimum est de ${money(minimum)} ; vous avez demandé ${money(asked)}.`,
    INSUFFICIENT_BALANCE: ({ available, asked }, { money }) =>
      `Vous disposez de ${money(available)} ; vous avez demandé ${money(asked)}.`,
    METHOD_NOT_ALLOWED: ({ allowed }, { list }) =>
      `Ce mode de versement n’est pas proposé. Choisissez : ${list(methods(allowed))}.`,
    INVALID_DESTINATION: ({ field }) =>
      field === "iban"
        ? "Cet IBAN n’est pas valable. Comparez-le à celui de votre banque."
        : field === "holder"
          ? "Saisissez le nom du titulaire comme il figure sur un relevé bancaire : lettres, chiffres et signes simples."
          : "Impossible de verser à cette adresse. Vérifiez-la.",
    INVALID_TRANSITION: () => "Cette demande a déjà été traitée. Voici où elle en est.",
    CONFLICT: () => "Ceci a changé entre-temps. Vérifiez, puis décidez.",
    IDEMPOTENCY_CONFLICT: () =>
      "Cette demande a déjà été envoyée avec d’autres données. Vérifiez l’historique, puis recommencez.",
    OPEN_WITHDRAWALS: ({ count }) =>
      count === 1
        ? "Un de vos retraits est encore en cours. Une fois qu’il sera versé ou refusé, vous pourrez effacer votre compte."
        : `${count} de vos retraits sont encore en cours. Une fois qu’ils seront versés ou refusés, vous pourrez effacer votre compte.`,
    LINK_EXPIRED: () => "Ce lien a expiré ou a déjà servi. Demandez-en un nouveau.",
    RATE_LIMITED: ({ retryAfterSeconds }) => `Trop de tentatives. Réessayez ${soon(retryAfterSeconds)}.`,
    ACCOUNT_SUSPENDED: () => "Ce compte est suspendu. Écrivez-nous pour en connaître la raison.",
    DESTINATION_NOT_ALLOWED: ({ host, allowed }, { list }) =>
      `Un lien ne peut pas mener à ${host}. Sites possibles : ${list(allowed)}.`,
    INVALID_SESSION_ID: () => "L’identifiant de session de cet événement n’est pas valable.",
    INVALID_EVENT: ({ field }) =>
      field ? `Cet événement n’est pas valable : ${field}.` : "Cet événement n’est pas valable.",
    PAYLOAD_TOO_LARGE: ({ limit, unit }, { integer }) =>
      `C’est trop en une fois : la limite est de ${integer(limit)} ${unit === "bytes" ? "octets" : "événements"}.`,
    SERVICE_UNAVAILABLE: ({ retryAfterSeconds }) =>
      `Nous ne pouvons pas répondre pour l’instant. Réessayez ${soon(retryAfterSeconds)}.`,
    INTERNAL_SERVER_ERROR: ({ requestId }) =>
      `Une erreur est survenue de notre côté. Réessayez dans un instant.${requestId ? ` Si elle persiste, donnez-nous ce numéro : ${requestId}` : ""}`,
  },
  unreachable: "Le serveur est injoignable. Vérifiez votre connexion et réessayez.",
};

const METHODS: Record<string, string> = { paypal: "PayPal", bank: "virement bancaire" };

function methods(names: readonly string[]): string[] {
  return names.map((name) => METHODS[name.toLowerCase()] ?? name);
}

function soon(seconds: number | undefined): string {
  if (seconds === undefined) return "plus tard";
  const inMinutes = seconds > 90;
  const format = new Intl.RelativeTimeFormat("fr", { numeric: "always" });
  return format.format(inMinutes ? Math.ceil(seconds / 60) : seconds, inMinutes ? "minute" : "second");
}
