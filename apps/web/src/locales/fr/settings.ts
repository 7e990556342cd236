import type { Catalog } from "../catalog.ts";
import type { settings as english } from "../en/settings.ts";

export const settings: Pick<Catalog, keyof typeof english> = {
  settings: {
    title: "Réglages",
    lead: "Connexion avec {{email}}.",
    languageTitle: "Langue",
    languageNote: "Pour ces pages et pour les e-mails que nous vous envoyons.",
    languageLegend: "Langue de ces pages",
    boardTitle: "Classement",
    boardSwitch: "M’afficher au classement public",
    boardHint:
      "Avec votre adresse masquée, si vous êtes parmi les 20 premiers. Vos revenus restent les mêmes dans tous les cas.",
    boardListed: "Vous pouvez y apparaître.",
    boardHidden: "Vous n’avez de place au classement sur aucune période. Vos clics comptent toujours.",
    toBoard: "Voir le classement",
    sessionsTitle: "Sessions",
    sessionsNote: "Là où vous avez une session ouverte. Elle prend fin d’elle-même après 7 jours.",
    sessionHere: "ce navigateur",
    sessionUnknown: "Navigateur inconnu",
    sessionSince: "Connexion",
    sessionUntil: "prend fin le {{day}}",
    endSession: "Fermer",
    endSessionOf: "Fermer la session de {{device}}",
    signOut: "Se déconnecter ici",
    signOutEverywhere: "Se déconnecter partout",
    everywhereTitle: "Se déconnecter partout ?",
    everywhereBody: "Toutes vos sessions se ferment, sur cet appareil et sur tous les autres.",
    dataTitle: "Vos données",
    dataNote: "Tout ce que nous gardons à votre sujet, à emporter.",
    dataAll: "Tout télécharger (JSON)",
    dataTables: "Ou en tableaux pour un tableur (CSV) :",
    table: {
      ledger: "Mouvements d’argent",
      withdrawals: "Retraits",
      links: "Liens",
      clicks: "Clics",
    },
  },
  erase: {
    title: "Effacer mon compte",
    goes: "Ce qui disparaît, pour de bon",
    goesText:
      "Votre adresse, vos sessions, les noms de vos liens et vos destinations de versement. Vos liens mènent toujours les lecteurs à leur page, mais ne rapportent plus rien.",
    stays: "Ce qui reste",
    staysText:
      "L’historique de ce qui a été gagné et versé, comme l’exige la comptabilité. Plus rien n’y mène à vous.",
    givenUp: "Vous renonceriez à votre solde de {{amount}}. Personne ne pourra vous le rendre ensuite.",
    withdrawFirst: "Retirer d’abord",
    open_one:
      "Une de vos demandes est encore en cours. Une fois qu’elle sera versée ou refusée, vous pourrez effacer votre compte.",
    open_many:
      "{{count, number}} de vos demandes sont encore en cours. Une fois qu’elles seront versées ou refusées, vous pourrez effacer votre compte.",
    open_other:
      "{{count, number}} de vos demandes sont encore en cours. Une fois qu’elles seront versées ou refusées, vous pourrez effacer votre compte.",
    toWithdrawals: "Voir vos retraits",
    start: "Effacer mon compte…",
    confirmTitle: "Effacer votre compte ?",
    confirmBody: "C’est irréversible. Toutes vos sessions se ferment aussitôt.",
    confirmGivenUp: "Vous renoncez à {{amount}}.",
    confirmEmail: "Saisissez votre adresse pour confirmer",
    notYours: "Ce n’est pas l’adresse de ce compte.",
    confirm: "Effacer pour de bon",
    doneTitle: "Votre compte est effacé",
    done: "Toutes vos sessions sont fermées. Un dernier e-mail le confirme.",
    doneAgain: "Vous pouvez revenir quand vous voulez : la même adresse ouvrira alors un nouveau compte.",
    toStart: "Aller à l’accueil",
  },
};
