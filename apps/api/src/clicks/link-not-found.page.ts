import { type PageLanguage, preferredLanguage } from "../http/page-language.ts";

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
  language: PageLanguage;
  html: string;
} {
  const language = preferredLanguage(acceptLanguage);
  return { language, html: PAGES[language] };
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
<link rel="stylesheet" href="/plain.css">
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
