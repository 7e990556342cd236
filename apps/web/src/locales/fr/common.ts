import type { Catalog } from "../catalog.ts";
import type { common as english } from "../en/common.ts";

export const common: Pick<Catalog, keyof typeof english> = {
  shell: {
    skip: "Aller au contenu",
    menu: "Menu principal",
    footerMenu: "Autres pages",
    language: "Langue",
    home: "Programme",
    leaderboard: "Classement",
    faq: "Questions",
    portal: "Accueil",
    earnings: "Revenus",
    links: "Liens",
    settings: "Réglages",
    dashboard: "Tableau de bord",
    signIn: "Connexion",
    signOut: "Déconnexion",
    footer: "ContentFlow Partners. Chaque clic compté, chaque centime suivi.",
  },
  state: {
    loading: "Chargement…",
    retry: "Réessayer",
    more: "Afficher la suite",
    close: "Fermer",
    cancel: "Annuler",
  },
  connection: {
    offline:
      "Vous êtes hors ligne. Voici les derniers chiffres connus ; tout se mettra à jour à votre retour.",
    reconnecting:
      "La liaison en direct est coupée. Reconnexion en cours ; les chiffres peuvent dater un peu.",
  },
  copy: { copy: "Copier", copied: "Copié", failed: "Copie impossible" },
  method: { PAYPAL: "PayPal", BANK: "Virement bancaire" },
  methodInText: { PAYPAL: "PayPal", BANK: "virement bancaire" },
  withdrawalStatus: { REQUESTED: "Demandé", APPROVED: "Accepté", PAID: "Versé", REJECTED: "Refusé" },
  partnerStatus: { ACTIVE: "Actif", SUSPENDED: "Suspendu" },
  period: {
    LAST_7_DAYS: "7 jours",
    LAST_30_DAYS: "30 jours",
    LAST_90_DAYS: "90 jours",
    ALL_TIME: "Depuis le début",
  },
  verdict: {
    COUNTED: "Compté",
    DUPLICATE: "Répété",
    VELOCITY: "Trop nombreux",
    BOT: "Robot",
    PREFETCH: "Aperçu",
    SELF_CLICK: "Votre clic",
    INVALIDATED: "Invalidé",
    SUSPENDED: "Suspendu",
    UNKNOWN_LINK: "Lien inconnu",
    UNKNOWN_PARTNER: "Partenaire inconnu",
  },
  eventKind: { CLICK: "Clic", CONVERSION: "Conversion", VIEW: "Vue" },
  forbidden: {
    title: "Cette page n’est pas pour ce compte",
    body: "Vous êtes connecté avec {{email}}, qui n’y a pas accès.",
    home: "Aller à vos pages",
  },
  notFound: {
    title: "Cette page n’existe pas",
    body: "L’adresse est peut-être mal saisie, ou la page a changé de place.",
    home: "Aller au début",
  },
  offline: {
    title: "Vous êtes hors ligne",
    body: "Cette page a besoin du réseau. Votre argent et vos liens sont en sécurité : les clics continuent de compter sans vous.",
    reload: "Réessayer",
  },
  unreached: {
    title: "Cette page n’est pas arrivée",
    body: "Vérifiez votre connexion. Elle s’affichera dès que le réseau sera là.",
    reload: "Réessayer",
  },
  broken: {
    title: "Cette page a échoué",
    body: "C’est notre faute. Votre argent n’est pas touché.",
    reload: "Recharger",
  },
};
