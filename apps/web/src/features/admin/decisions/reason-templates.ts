import type { Locale } from "../../../generated/schema.ts";

/**
 * Ready-made reasons. Partners read them, so they come in the partner's language and not in the admin's: they are no
 * part of the catalogs, which only hold the language on screen.
 */
const REJECTION: Readonly<Record<Locale, readonly string[]>> = {
  EN: [
    "We couldn’t pay to this account: please check the details and ask again.",
    "The name of the account’s holder doesn’t match yours.",
    "We are checking some of your clicks first. Ask again in a few days.",
    "This request was made twice; the other one is on its way.",
  ],
  FR: [
    "Le versement vers ce compte n’est pas possible : vérifiez les coordonnées et refaites une demande.",
    "Le nom du titulaire du compte ne correspond pas au vôtre.",
    "Nous vérifions d’abord une partie de vos clics. Refaites une demande dans quelques jours.",
    "Cette demande a été faite deux fois ; l’autre est en cours.",
  ],
};

const SUSPENSION: Readonly<Record<Locale, readonly string[]>> = {
  EN: [
    "Clicks that don’t come from real readers.",
    "Links shared where they aren’t allowed.",
    "Asked for by the partner.",
  ],
  FR: [
    "Des clics qui ne viennent pas de vrais lecteurs.",
    "Des liens partagés là où ce n’est pas permis.",
    "À la demande du partenaire.",
  ],
};

const REACTIVATION: Readonly<Record<Locale, readonly string[]>> = {
  EN: ["Checked: the clicks were genuine.", "The question has been settled."],
  FR: ["Vérifié : les clics étaient authentiques.", "La question est réglée."],
};

const INVALIDATION: Readonly<Record<Locale, readonly string[]>> = {
  EN: ["Made by a program, not by readers.", "Many clicks of the same readers within minutes."],
  FR: [
    "Faits par un programme, pas par des lecteurs.",
    "Beaucoup de clics des mêmes lecteurs en quelques minutes.",
  ],
};

const TEMPLATES = {
  invalidate: INVALIDATION,
  reactivate: REACTIVATION,
  reject: REJECTION,
  suspend: SUSPENSION,
} as const;

/** The wordings for one occasion, in the language of whoever reads them. */
export function reasonTemplates(occasion: keyof typeof TEMPLATES, reader: Locale): readonly string[] {
  return TEMPLATES[occasion][reader];
}

/** One language if all of them read it; else the admin's, who then knows what they send. */
export function commonLocale(readers: readonly Locale[], own: Locale): Locale {
  const [first] = readers;
  return first !== undefined && readers.every((locale) => locale === first) ? first : own;
}
