import { french } from "../french.ts";
import type { MailTexts } from "./mail-texts.ts";

export const fr: MailTexts = {
  plainLink: french`Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :`,
  accountFooter: french`Vous recevez ce message parce qu’il concerne votre compte partenaire.`,
  facts: { amount: "Montant", method: "Mode de paiement", destination: "Compte", reference: "Référence" },
  methods: { paypal: "PayPal", bank: "Virement bancaire" },
  magicLink: {
    subject: french`Votre lien de connexion à ContentFlow Partners`,
    preheader: (minutes) => french`Il fonctionne une seule fois, pendant ${minutes}.`,
    heading: french`Voici votre lien de connexion`,
    intro: (minutes) =>
      french`Il fonctionne une seule fois, dans les ${minutes} qui suivent votre demande. Si vous en avez demandé plusieurs, seul le plus récent est valable.`,
    action: french`Me connecter`,
    note: french`Vous n’avez rien demandé ? Quelqu’un s’est sans doute trompé d’adresse. Vous pouvez ignorer ce message : sans ce lien, personne ne peut se connecter.`,
    footer: french`Vous recevez ce message parce que cette adresse a été saisie sur la page de connexion.`,
  },
  withdrawalRequested: {
    subject: (amount) => french`Nous avons bien reçu votre demande de ${amount}`,
    preheader: french`Le montant vous est réservé pendant que nous l’examinons.`,
    heading: french`Votre demande est arrivée`,
    intro: french`Merci. Le montant vous est désormais réservé. Nous vous écrirons dès que nous aurons examiné votre demande.`,
    action: french`Suivre ce retrait`,
    note: french`Cette demande ne vient pas de vous ? Connectez-vous, choisissez « Se déconnecter partout » dans vos paramètres et écrivez sans attendre à l’assistance : l’adresse figure dans la FAQ.`,
  },
  withdrawalApproved: {
    subject: (amount) => french`Votre retrait de ${amount} est approuvé`,
    preheader: french`Il ne reste plus qu’à le verser. Nous vous préviendrons de son départ.`,
    heading: french`C’est approuvé`,
    intro: french`Votre retrait a été approuvé. Il ne reste plus qu’à le verser : nous vous écrirons une dernière fois quand le paiement sera parti.`,
    action: french`Suivre ce retrait`,
    note: french`Vous n’avez rien à faire.`,
  },
  withdrawalRejected: {
    subject: (amount) => french`Votre retrait de ${amount} a été refusé`,
    preheader: french`Le montant est revenu dans votre solde. Voici le motif du refus.`,
    heading: french`Nous n’avons pas pu effectuer ce paiement`,
    intro: french`Votre retrait a été refusé, pour le motif suivant :`,
    outcome: french`Le montant est revenu dans votre solde. Il compte comme gagné aujourd’hui : le temps de l’examen ne vous coûte rien.`,
    action: french`Voir mon solde`,
    note: french`Une fois la question réglée, vous pouvez refaire une demande à tout moment. Si le motif ne vous paraît pas clair, écrivez à l’assistance : l’adresse figure dans la FAQ.`,
  },
  withdrawalPaid: {
    subject: (amount) => french`Nous vous avons versé ${amount}`,
    preheader: french`Le paiement est parti. Voici sa référence.`,
    heading: french`Votre argent est en route`,
    intro: {
      paypal: french`Le paiement est parti. PayPal l’affiche en général en quelques minutes.`,
      bank: french`Le virement est parti. Les banques mettent en général un ou deux jours ouvrés.`,
    },
    action: french`Voir ce retrait`,
    note: french`Conservez la référence : c’est elle qui permet de retrouver le paiement en cas de besoin.`,
  },
  bonus: {
    subject: (amount) => french`Vous avez reçu un bonus de ${amount}`,
    preheader: french`Il est déjà dans votre solde. Voici à quoi il correspond.`,
    heading: french`Un bonus pour vous`,
    intro: (amount) => french`Nous avons ajouté ${amount} à votre solde, pour le motif suivant :`,
    outcome: french`Il compte comme gagné aujourd’hui, et vous pouvez le retirer comme le reste de vos gains.`,
    outcomeWithDebt: (part, debt) =>
      debt === null
        ? french`${part} ont servi à rembourser ce que vous deviez : vous ne devez plus rien. Le reste, s’il y en a un, compte comme gagné aujourd’hui.`
        : french`Il a servi à rembourser ce que vous deviez. Il reste ${debt} à rembourser : vos prochains gains serviront d’abord à cela.`,
    action: french`Voir mon solde`,
    note: french`Vous n’avez rien à faire.`,
  },
  clawback: {
    subject: (amount) => french`Nous avons repris ${amount} sur votre solde`,
    preheader: french`Voici pourquoi, et ce que cela change pour votre solde.`,
    heading: french`Une correction de votre solde`,
    intro: (amount) => french`Nous avons retiré ${amount} de votre solde, pour le motif suivant :`,
    outcome: french`Le reste de votre solde ne change pas, vos retraits non plus.`,
    outcomeWithDebt: (part, debt) =>
      french`Sur ce montant, ${part} n’étaient plus dans votre solde : vous devez désormais ${debt ?? part}. Vous n’avez rien à verser : vos prochains gains serviront d’abord à rembourser cette somme.`,
    action: french`Voir mon solde`,
    note: french`Si le motif ne vous paraît pas clair, ou s’il vous semble erroné, écrivez à l’assistance : l’adresse figure dans la FAQ.`,
  },
  accountErased: {
    subject: french`Votre compte ContentFlow Partners est effacé`,
    preheader: french`C’est le dernier message à son sujet.`,
    heading: french`Votre compte est effacé`,
    forgotten: french`Comme vous l’avez demandé, nous avons oublié qui vous êtes : votre adresse, vos sessions, les comptes où partaient vos versements et les noms de vos liens.`,
    kept: french`Ce qui a été gagné et versé reste dans nos livres, sans votre nom. Les lecteurs qui suivent vos anciens liens arrivent toujours à destination, mais ces liens ne rapportent plus rien.`,
    again: french`Vous pouvez revenir à tout moment, avec cette adresse ou une autre : vous repartirez de zéro.`,
    action: french`Voir le programme`,
    note: french`Cette demande ne vient pas de vous ? Écrivez sans attendre à l’assistance : l’adresse figure dans la FAQ.`,
    footer: french`Vous recevez ce message parce que cette adresse était, il y a un instant encore, celle d’un compte partenaire.`,
  },
  lapseWarning: {
    subject: (amount, on) => french`Vous avez ${amount} à retirer avant le ${on}`,
    preheader: (lastDay) => french`Dernier jour pour le faire : le ${lastDay}.`,
    heading: french`Une partie de vos gains va bientôt expirer`,
    intro: (amount, on, lastDay) =>
      french`Les gains peuvent être retirés pendant une durée limitée. Sans retrait de votre part, vous perdrez ${amount} le ${on}. Le dernier jour pour agir est le ${lastDay}, jusqu’à minuit (UTC).`,
    advice: french`Les gains les plus anciens partent toujours en premier : un retrait de ce montant ou plus suffit à tout sauver. Le minimum du programme s’applique.`,
    action: french`Retirer mes gains`,
    note: french`C’est déjà fait ? Vous pouvez ignorer ce message.`,
  },
};
