import type { Catalog } from "../catalog.ts";
import type { faq as english } from "../en/faq.ts";

export const faq: Pick<Catalog, keyof typeof english> = {
  faq: {
    title: "Questions et réponses",
    lead: "Ce que vous gagnez, quand vous le recevez, et ce que nous gardons sur qui. Les chiffres sont ceux d’aujourd’hui.",
    terms: {
      epc: "Un clic compté rapporte",
      minimum: "Retrait minimal",
      window: "À retirer sous",
      days: "{{days}} jours",
      noLimit: "Sans limite",
      methods: "Versé par",
    },
    group: { earning: "Gagner", money: "Votre argent", privacy: "Compte et vie privée" },
    earn: {
      q: "Combien rapporte un clic ?",
      a: "{{epc}} par clic compté. Un lien peut avoir son propre tarif : c’est alors indiqué sur le lien.",
    },
    rate: {
      q: "Et si le tarif change ?",
      a: "Il change pour les clics à venir. Chaque clic garde le tarif du moment où il a été enregistré : ce que vous avez gagné ne bouge pas.",
    },
    counts: {
      q: "Quels clics comptent ?",
      a: "Le premier clic d’une personne sur un lien en 24 heures. La même personne compte de nouveau un jour plus tard, et sur chacun de vos liens.",
      reader:
        "Les lecteurs arrivent toujours sur la page, que leur clic compte ou non. Ils ne remarquent rien.",
    },
    reasons: {
      q: "Pourquoi un clic n’a‑t‑il pas compté ?",
      a: "Ouvrez un lien dans votre page de liens : chaque clic récent y est, avec la raison en toutes lettres. Voici toutes les raisons possibles.",
    },
    withdraw: {
      q: "Comment recevoir mon argent ?",
      a: "Demandez-le sur votre page de revenus : n’importe quel montant, de {{minimum}} à ce qui est disponible. Modes de versement : {{methods}}.",
      review:
        "Une personne vérifie chaque demande. Vous voyez où elle en est et recevez un e-mail à chaque étape.",
    },
    window: {
      q: "De combien de temps est‑ce que je dispose pour retirer ?",
      a: "De {{days}} jours à compter du jour où l’argent est gagné. Un retrait prend d’abord les revenus les plus anciens.",
      lapse:
        "Ce qui n’est pas retiré d’ici là expire : il retourne au programme. Vous le voyez venir sur votre page de revenus, montant et date, et recevez un e-mail avant.",
      never: "De tout le temps que vous voulez : actuellement, les revenus n’expirent pas.",
    },
    rejected: {
      q: "Et si ma demande est refusée ?",
      a: "La raison vous est indiquée et l’argent revient aussitôt dans votre solde.",
      window:
        "Il compte comme gagné ce jour-là, vous avez donc {{days}} jours de plus : personne ne perd d’argent parce qu’une vérification a duré.",
    },
    invalid: {
      q: "Des revenus peuvent‑ils être repris ?",
      a: "Seulement pour des clics qui s’avèrent ne pas être authentiques. Si cet argent a déjà été versé, vos revenus suivants le compensent d’abord. Chaque mouvement de ce genre figure dans votre historique.",
    },
    visitors: {
      q: "Que gardez‑vous sur mes visiteurs ?",
      a: "Aucune adresse IP, aucun cookie. Un visiteur est un code calculé à partir de la connexion et du navigateur avec une clé secrète. La clé change chaque jour et est détruite un jour plus tard : ensuite, personne ne peut dire qui c’était.",
      kept: "Avec chaque clic, nous gardons l’heure, le lien, l’endroit du partage et le verdict, pendant {{days}} jours. Après, il ne reste que des sommes par jour.",
    },
    aboutYou: {
      q: "Que gardez‑vous sur moi ?",
      a: "Votre adresse e-mail, votre langue, vos liens, ce qu’ils ont rapporté, et vos retraits.",
      payment:
        "Les coordonnées de versement sont chiffrées et affichées masquées. Seule la personne qui s’apprête à vous payer les voit en entier, et c’est consigné.",
    },
    yourData: {
      q: "Puis‑je avoir mes données, ou les faire effacer ?",
      export:
        "Les deux, à tout moment, sans demander à personne : téléchargez tout ce qui vous concerne en JSON ou en tableaux (CSV).",
      erase:
        "Effacez votre compte : votre adresse et vos coordonnées de versement disparaissent pour de bon. Ce qui a été gagné et versé reste dans les comptes sans votre nom : les sommes doivent rester justes.",
      link: "Aller aux réglages",
    },
    board: {
      q: "Qui me voit au classement ?",
      a: "Tout le monde, mais seulement par deux lettres séparées de points : personne n’apprend votre adresse. Si vous préférez, retirez-vous dans les réglages. Vous disparaissez aussitôt, et gagnez comme avant.",
    },
    signIn: {
      q: "Pourquoi n’y a‑t‑il pas de mot de passe ?",
      a: "Vous vous connectez par un lien envoyé dans votre boîte. Il sert une fois, pendant 15 minutes, et seulement après votre confirmation : pas de mot de passe à oublier, ni à se faire voler. Dans les réglages, vous pouvez fermer toutes vos sessions d’un coup.",
    },
    contact: { q: "Autre chose ?", a: "Une personne lit ce que vous écrivez à" },
  },
};
