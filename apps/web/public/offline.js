/** The address is still that of the page which was wanted: loading it again is all it takes, once the server answers. */
const PAUSE_MS = 3_000;
const again = () => window.location.reload();

document.querySelector("button")?.addEventListener("click", again);
// Opened by its own address there is nothing to wait for.
if (!window.location.pathname.startsWith("/offline.")) void look();

/** Asks rather than listens: a browser says that it is online before anything can be reached. */
async function look() {
  const answer = await fetch("/livez", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) again();
  else setTimeout(() => void look(), PAUSE_MS);
}
