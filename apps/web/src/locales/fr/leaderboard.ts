import type { Catalog } from "../catalog.ts";
import type { leaderboard as english } from "../en/leaderboard.ts";

export const leaderboard: Pick<Catalog, keyof typeof english> = {
  leaderboard: {
    title: "Classement",
    lead: "Les partenaires qui ont le plus de clics comptés. Les adresses sont masquées.",
    period: "Période",
    podium: "Les trois premiers",
    rankOf: "Rang {{rank}}",
    rank: "Rang",
    partner: "Partenaire",
    clicks: "Clics comptés",
    clickCount_one: "{{formatted}} clic",
    clickCount_many: "{{formatted}} clics",
    clickCount_other: "{{formatted}} clics",
    you: "Vous",
    yourPlace: "Votre place",
    placeOf: "Vous êtes numéro {{rank}} sur {{partners}}",
    toNext_one: "encore {{clicks}} pour dépasser le numéro {{rank}}",
    toNext_many: "encore {{clicks}} pour dépasser le numéro {{rank}}",
    toNext_other: "encore {{clicks}} pour dépasser le numéro {{rank}}",
    unlisted: "Vous n’êtes pas au classement",
    unlistedBody:
      "C’est votre choix : personne ne vous voit ici, et vos clics rapportent comme toujours. Sur cette période : {{clicks}}.",
    toSettings: "Changer dans les réglages",
    unranked: "Pas encore de place sur cette période",
    unrankedBody: "Le premier clic compté vous en donne une.",
    toLinks: "Partager un lien",
    emptyTitle: "Personne au classement pour l’instant",
    emptyBody: "Aucun clic compté sur cette période. Le premier prendra la première place.",
    joinLead: "Et si c’était vous ?",
    join: "Rejoindre le programme",
  },
};
