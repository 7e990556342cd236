import type { Catalog } from "../catalog.ts";
import type { clickReasons as english } from "../en/click-reasons.ts";

export const clickReasons: Pick<Catalog, keyof typeof english> = {
  clickReason: {
    why: {
      DUPLICATE: "Un clic de ce visiteur sur ce lien a déjà compté dans les dernières 24 heures.",
      VELOCITY: "Un même visiteur a fait trop de clics en peu de temps.",
      BOT: "Un programme a ouvert le lien, pas une personne.",
      PREFETCH: "Une application a chargé la page d’avance, pour un aperçu.",
      SELF_CLICK: "C’est vous qui l’avez ouvert.",
      INVALIDATED: "Il comptait d’abord, puis a été invalidé.",
      SUSPENDED: "Le compte était suspendu à ce moment-là.",
      UNKNOWN_LINK: "Impossible de savoir de quel lien il s’agissait.",
      UNKNOWN_PARTNER: "Impossible de savoir à qui était le lien.",
    },
    order: "Nous vérifions dans cet ordre. La première raison qui s’applique est celle que vous voyez.",
    todo: "Ce que vous pouvez faire",
    SUSPENDED: {
      title: "Votre compte est suspendu",
      what: "Les clics sont toujours enregistrés et les lecteurs arrivent sur la page, mais rien n’est gagné.",
      todo: "Écrivez au support : il vous dit pourquoi, et comment en sortir.",
    },
    SELF_CLICK: {
      title: "C’était vous",
      what: "Le lien a été ouvert dans un navigateur où vous êtes connecté ici.",
      todo: "Rien. Essayez vos liens autant que vous voulez : cela ne vous est jamais reproché.",
    },
    PREFETCH: {
      title: "Un aperçu, chargé d’avance",
      what: "Navigateurs et messageries chargent des pages avant qu’on les demande, pour montrer une image ou aller vite.",
      todo: "Rien. Quand la personne ouvre ensuite le lien, ce clic-là est jugé pour lui-même.",
    },
    BOT: {
      title: "Un robot",
      what: "Moteurs de recherche, antivirus et scripts suivent aussi les liens. La plupart disent qui ils sont.",
      todo: "Rien s’il y en a peu. S’ils sont nombreux, regardez où le lien est publié : les flux automatiques les attirent.",
    },
    DUPLICATE: {
      title: "Le même visiteur en moins de 24 heures",
      what: "Chaque visiteur compte une fois par lien en 24 heures. Un visiteur, c’est un navigateur sur une connexion.",
      todo: "Rien. Qui revient un jour plus tard compte de nouveau, et chacun de vos liens compte pour lui-même.",
    },
    VELOCITY: {
      title: "Trop de clics, trop vite",
      what: "D’un même visiteur, au plus {{perTenMinutes}} clics en 10 minutes, {{perHour}} en une heure et {{perDay}} en 24 heures comptent, tous liens confondus.",
      todo: "Partagez là où beaucoup de gens voient un lien une fois, plutôt que peu de gens souvent.",
    },
    INVALIDATED: {
      title: "Invalidé après coup",
      what: "Il arrive que des clics comptés s’avèrent ne pas être authentiques. Ce qu’ils ont rapporté est repris.",
      todo: "Si vous pensez à une erreur, écrivez au support en donnant le nom du lien.",
    },
  },
};
