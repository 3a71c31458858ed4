import { draftPath } from '#domain/incident/draft-link.ts';
import { type Language, type Say, textIn } from '#locales/text.ts';

/** The page behind a link: one button. It says nothing of the incident: whoever looks at links in chats sees it too. */
export function draftPage(language: Language): string {
  const say = textIn(language);
  return page(
    language,
    say,
    `<p>${escaped(say('paper-page-ready'))}</p>
    <form method="post"><button>${escaped(say('paper-page-button'))}</button></form>
    <p class="note">${escaped(say('paper-page-note'))}</p>`,
  );
}

/** A link that opens nothing, for whatever reason. */
export function gonePage(): string {
  const say = textIn('vi');
  return page(
    'vi',
    say,
    `<p>${escaped(say('paper-page-gone'))}</p>
    <p>${escaped(say('paper-page-again'))}</p>`,
  );
}

/** Needs no script; fits a phone. */
function page(language: Language, say: Say, content: string): string {
  const title = escaped(say('paper-page-title'));
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex, nofollow">
  <title>${title}</title>
  <link rel="stylesheet" href="${draftPath}/draft-page.css">
</head>
<body>
  <main>
    <h1>${title}</h1>
    ${content}
  </main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
