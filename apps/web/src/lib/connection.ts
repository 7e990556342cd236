import { useSyncExternalStore } from "react";

/** `offline`: no network at all; `reconnecting`: the line that carries live figures was lost and is being mended. */
export type Connection = "live" | "offline" | "reconnecting";

let lineLost = false;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Told by the live line itself, when it is lost and when it is back. */
export function reportLine(lost: boolean): void {
  if (lost === lineLost) return;
  lineLost = lost;
  tell();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener("online", tell);
    window.addEventListener("offline", tell);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener("online", tell);
    window.removeEventListener("offline", tell);
  };
}

function read(): Connection {
  if (!navigator.onLine) return "offline";
  return lineLost ? "reconnecting" : "live";
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, read, () => "live");
}
