import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { BoardListingQuery } from "../../generated/graphql.ts";
import { useBoardListingQuery, useSetLeaderboardListingMutation } from "../../generated/hooks.ts";
import { useAction } from "../../lib/use-action.ts";
import { Failure } from "../../ui/Failure.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { Skeletons } from "../../ui/Skeleton.tsx";
import { SwitchField } from "../../ui/SwitchField.tsx";

/** Whether the public board may show the partner. */
export function BoardPanel() {
  const { t } = useTranslation();
  const listing = useBoardListingQuery();
  return (
    <Panel title={t("settings.boardTitle")}>
      <QueryView result={listing} loading={<Skeletons shape="row" count={1} />}>
        {({ me }) => (me ? <BoardSwitch me={me} /> : null)}
      </QueryView>
      <p>
        <Link to="/partners/leaderboard">{t("settings.toBoard")}</Link>
      </p>
    </Panel>
  );
}

function BoardSwitch({ me }: { me: NonNullable<BoardListingQuery["me"]> }) {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const [setListing] = useSetLeaderboardListingMutation();
  const listed = me.onLeaderboard ?? false;
  const change = (next: boolean) =>
    run(() =>
      setListing({
        variables: { listed: next },
        optimisticResponse: { setLeaderboardListing: { ...me, onLeaderboard: next } },
      }),
    );
  return (
    <>
      <SwitchField
        label={t("settings.boardSwitch")}
        hint={t("settings.boardHint")}
        checked={listed}
        disabled={busy}
        onChecked={change}
      />
      <p role="status" className="note">
        {listed ? t("settings.boardListed") : t("settings.boardHidden")}
      </p>
      {error ? <Failure error={error} /> : null}
    </>
  );
}
