/**
 * Colours for light (inline, for programs that drop style sheets) and dark (media query). Every pair of text and
 * background used has a contrast of at least 4.5:1.
 */
export const LIGHT = {
  page: "#f6f1e9",
  card: "#fffdf9",
  line: "#e4dccf",
  text: "#20302f",
  muted: "#566463",
  accent: "#0f5c5a",
  onAccent: "#ffffff",
  tint: "#eef4f1",
} as const;

const DARK = {
  page: "#121918",
  card: "#1c2524",
  line: "#33403e",
  text: "#ecebe6",
  muted: "#a9b6b3",
  accent: "#7fd1c7",
  onAccent: "#0b2927",
  tint: "#24312f",
} as const;

export const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** For the head. `!important` because it has to win over the inline styles. */
export const STYLE_SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; width: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
@media (max-width: 480px) {
  .frame { padding: 12px 8px 24px !important; }
  .card { padding: 28px 20px !important; }
  .small { padding-left: 20px !important; padding-right: 20px !important; }
  .action { width: 100% !important; }
  .button a { display: block !important; }
  .fact td { display: block !important; width: auto !important; }
  .fact td.label { padding-bottom: 0 !important; border-bottom: 0 !important; }
  .fact td.value { padding-top: 2px !important; }
}
@media (prefers-color-scheme: dark) {
  body, .page { background-color: ${DARK.page} !important; }
  .card { background-color: ${DARK.card} !important; border-color: ${DARK.line} !important; }
  .text { color: ${DARK.text} !important; }
  .muted { color: ${DARK.muted} !important; }
  .accent { color: ${DARK.accent} !important; }
  .button { background-color: ${DARK.accent} !important; }
  .button a { color: ${DARK.onAccent} !important; }
  .quote { background-color: ${DARK.tint} !important; border-color: ${DARK.accent} !important; }
  .fact td { border-color: ${DARK.line} !important; }
}`;
