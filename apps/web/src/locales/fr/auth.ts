import type { Catalog } from "../catalog.ts";
import type { auth as english } from "../en/auth.ts";

export const auth: Pick<Catalog, keyof typeof english> = {
  magic: {
    title: "Connexion",
    lead: "Nous envoyons un lien dans votre boîte. Si vous êtes nouveau, il fait de vous un partenaire.",
    leadNext:
      "Cette page demande d’être connecté. Nous envoyons un lien dans votre boîte, puis vous ramenons ici.",
    email: "Adresse e-mail",
    submit: "Recevoir un lien",
    malformed: "Saisissez une adresse comme nom@example.org.",
    sentTitle: "Regardez dans la boîte de {{email}}",
    sentBody:
      "Ouvrez l’e-mail de ContentFlow Partners et suivez son lien. Il sert une fois, pendant {{minutes}} minutes.",
    sentMissing: "Rien après une minute ? Regardez dans les indésirables, et vérifiez l’adresse ci-dessus.",
    resend: "Renvoyer",
    resendIn: "Renvoyer dans {{time}}",
    sentAgain: "Renvoyé. Seul le dernier lien fonctionne.",
    otherAddress: "Utiliser une autre adresse",
  },
  login: {
    title: "Plus qu’un clic",
    lead: "Confirmez que c’est bien vous qui avez ouvert le lien de notre e-mail.",
    continue: "Continuer",
    continueAs: "Continuer en tant que {{email}}",
    switching:
      "Vous êtes connecté en tant que {{email}} en ce moment. Continuer déconnecte ce compte dans ce navigateur.",
    notYou: "Ce n’est pas vous ? Fermez cette page : rien ne s’est passé, et le lien expire tout seul.",
    spent: "Ce lien a expiré ou a déjà servi",
    spentBody:
      "Chaque lien sert une fois, pendant 15 minutes, et en demander un nouveau met fin aux précédents.",
    noTokenTitle: "Ce lien est incomplet",
    noTokenBody: "Ouvrez le lien entier de notre e-mail, ou demandez-en un nouveau.",
    askAgain: "Demander un nouveau lien",
    signedInTitle: "Vous êtes connecté",
    signedInBody: "En tant que {{email}}. Il n’y a plus rien à faire ici.",
    spentSignedIn: "Vous n’en avez pas besoin : vous êtes connecté en tant que {{email}}.",
    goOn: "Aller à vos pages",
  },
};
