export type DemoTopic =
  | "travel"
  | "food"
  | "tech"
  | "sport"
  | "garden"
  | "photo"
  | "music"
  | "books"
  | "home";

/** A title and where the link leads: hosts that the demo lets links lead to, and that lead nobody anywhere. */
export type DemoTarget = readonly [title: string, destination: string];

/** What people who write about something recommend; the first ones the most. */
export const DEMO_TARGETS: Readonly<
  Record<DemoTopic, Readonly<Record<"en" | "fr", readonly [DemoTarget, ...DemoTarget[]]>>>
> = {
  travel: {
    en: [
      ["The van conversion kit", "https://shop.example.com/van-conversion-kit"],
      ["Night trains of Europe, the guide", "https://www.example.org/guides/night-trains"],
      ["Packing list, one bag", "https://www.example.net/packing-list"],
      ["Rain jacket I live in", "https://shop.example.com/rain-jacket?color=moss"],
    ],
    fr: [
      ["Sac 30 litres, mon fidèle", "https://boutique.example.com/sac-30-litres"],
      ["Guide des trains de nuit", "https://www.example.org/guides/trains-de-nuit"],
      ["Trois jours à Lisbonne", "https://voyages.example.net/lisbonne/3-jours"],
      ["Carnet de voyage relié", "https://boutique.example.com/carnet-relie"],
      ["Assurance voyage comparée", "https://comparer.example.org/assurance-voyage"],
    ],
  },
  food: {
    en: [
      ["Sourdough starter box", "https://shop.example.com/sourdough-box"],
      ["The cast-iron pan", "https://shop.example.com/cast-iron-26"],
      ["Seasonal recipe calendar", "https://www.example.org/recipes/calendar"],
      ["Spice subscription", "https://spices.example.net/subscribe"],
    ],
    fr: [
      ["Panier de légumes de saison", "https://marche.example.com/panier"],
      ["La cocotte en fonte", "https://boutique.example.com/cocotte-24"],
      ["Coffret d'épices du marché", "https://epices.example.net/coffret"],
      ["Mon cours de pâtisserie", "https://cours.example.org/patisserie"],
    ],
  },
  tech: {
    en: [
      ["Mechanical keyboard, 65 %", "https://shop.example.com/keyboard-65"],
      ["Hosting for side projects", "https://cloud.example.net/starter"],
      ["Learn TypeScript properly", "https://learn.example.org/typescript"],
      ["Noise-cancelling headphones", "https://shop.example.com/headphones-nc"],
    ],
    fr: [
      ["Clavier mécanique silencieux", "https://boutique.example.com/clavier-silence"],
      ["Hébergement pour petits projets", "https://nuage.example.net/debuter"],
      ["Écran 27 pouces, mon avis", "https://tests.example.org/ecran-27"],
      ["Formation : automatiser son bureau", "https://cours.example.org/automatiser"],
    ],
  },
  sport: {
    en: [
      ["Trail shoes, third pair", "https://shop.example.com/trail-shoes"],
      ["Half-marathon plan, 10 weeks", "https://run.example.org/plans/half-10-weeks"],
      ["The running belt", "https://shop.example.com/running-belt"],
    ],
    fr: [
      ["Chaussures de trail", "https://boutique.example.com/trail"],
      ["Plan semi-marathon, 10 semaines", "https://courir.example.org/plans/semi"],
      ["Gourde filtrante", "https://boutique.example.com/gourde-filtrante"],
    ],
  },
  garden: {
    en: [
      ["Balcony herb starter set", "https://garden.example.com/herb-set"],
      ["Self-watering planters", "https://garden.example.com/planters"],
      ["What to sow this month", "https://www.example.org/sowing-calendar"],
    ],
    fr: [
      ["Graines paysannes", "https://jardin.example.com/graines-paysannes"],
      ["Composteur d'appartement", "https://jardin.example.com/composteur"],
      ["Calendrier des semis", "https://www.example.org/calendrier-semis"],
    ],
  },
  photo: {
    en: [
      ["My 35 mm lens", "https://camera.example.com/lens-35"],
      ["Film development at home", "https://learn.example.org/film-at-home"],
      ["Presets: northern light", "https://presets.example.net/northern-light"],
    ],
    fr: [
      ["Objectif 50 mm d'occasion", "https://photo.example.com/occasion-50mm"],
      ["Développer sa pellicule", "https://cours.example.org/pellicule"],
      ["Tirages sur papier coton", "https://tirages.example.net/papier-coton"],
    ],
  },
  music: {
    en: [
      ["Starter microphone", "https://audio.example.com/microphone"],
      ["Home studio in 9 steps", "https://learn.example.org/home-studio"],
      ["Vinyl cleaning kit", "https://audio.example.com/vinyl-care"],
    ],
    fr: [
      ["Micro pour débuter", "https://audio.example.com/micro-debuter"],
      ["Platine vinyle, le bon choix", "https://tests.example.org/platine-vinyle"],
      ["Cours de chant en ligne", "https://cours.example.org/chant"],
    ],
  },
  books: {
    en: [
      ["Book of the month", "https://books.example.com/month"],
      ["Reading light", "https://shop.example.com/reading-light"],
      ["The indie bookshop map", "https://www.example.org/bookshops"],
    ],
    fr: [
      ["Le livre du mois", "https://livres.example.com/du-mois"],
      ["Lampe de lecture", "https://boutique.example.com/lampe-lecture"],
      ["Carte des librairies", "https://www.example.org/librairies"],
    ],
  },
  home: {
    en: [
      ["Japanese pull saw", "https://tools.example.com/pull-saw"],
      ["Plans: the oak bench", "https://plans.example.net/oak-bench"],
      ["Wood finish I trust", "https://tools.example.com/hardwax-oil"],
    ],
    fr: [
      ["Coffret de couture", "https://boutique.example.com/coffret-couture"],
      ["Patrons à imprimer", "https://patrons.example.net/imprimer"],
      ["Peinture à la caséine", "https://maison.example.com/peinture-caseine"],
    ],
  },
};
