import type { StepRank } from "./podium.ts";

/** A medal on its ribbon, with the rank on it. The words beside it say the same. */
export function Medal({ rank }: { rank: StepRank }) {
  return (
    <svg
      className={`podium-medal podium-medal-${rank}`}
      viewBox="0 0 48 60"
      aria-hidden="true"
      focusable="false"
    >
      <path className="medal-ribbon" d="M9 0h12l6 18-9 6z" />
      <path className="medal-ribbon medal-ribbon-over" d="M39 0H27l-6 18 9 6z" />
      <circle className="medal-edge" cx="24" cy="39" r="20" />
      <circle className="medal-face" cx="24" cy="39" r="16" />
      <text className="medal-rank" x="24" y="46" textAnchor="middle">
        {rank}
      </text>
    </svg>
  );
}
