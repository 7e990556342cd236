import { Skeletons } from "../../ui/Skeleton.tsx";

/** The board to come: the podium, then rows. */
export function BoardSkeleton() {
  return (
    <div className="board-panel">
      <div className="podium-coming" aria-hidden="true">
        <span className="podium-plinth-coming" />
        <span className="podium-plinth-coming podium-plinth-coming-1" />
        <span className="podium-plinth-coming podium-plinth-coming-3" />
      </div>
      <Skeletons shape="row" count={8} />
    </div>
  );
}
