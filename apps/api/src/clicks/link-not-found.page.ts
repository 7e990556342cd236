const PAGES = {
  en: page(
    "en",
    "This link does not exist",
    "It may have been copied incompletely. Ask whoever gave it to you, or check the address for missing characters.",
  ),
  fr: page(
    "fr",
    "Ce lien n’existe pas",
    "Il a peut-être été copié incomplètement. Demandez-le à la personne qui vous l’a donné, ou vérifiez qu’il ne manque aucun caractère à l’adresse.",
  ),
};

/** What somebody sees whose link leads nowhere, in their own language. Holds nothing of the request. */
export function linkNotFoundPage(acceptLanguage: string | undefined): {
  language: "en" | "fr";
  html: string;
} {
  const language = preferred(acceptLanguage ?? "");
  return { language, html: PAGES[language] };
}

/** The one of our languages that is weighted highest; the first named wins a tie. */
function preferred(acceptLanguage: string): "en" | "fr" {
  let best: { language: "en" | "fr"; weight: number } = { language: "en", weight: 0 };
  for (const range of acceptLanguage.split(",").slice(0, 20)) {
    const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
    const language = tag.slice(0, 2);
    if ((language !== "en" && language !== "fr") || /^[a-z]/.test(tag.charAt(2))) continue;
    const quality = parameters.map((one) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(one)?.[1]).find(Boolean);
    const weight = quality === undefined ? 1 : Number.parseFloat(quality);
    if (weight > best.weight) best = { language, weight };
  }
  return best.language;
}

function page(language: string, title: string, text: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title} · ContentFlow</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`;
}
