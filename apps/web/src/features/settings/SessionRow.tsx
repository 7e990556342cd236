import { useTranslation } from "react-i18next";
import type { SessionRowFragment } from "../../generated/graphql.ts";
import { useEndSessionMutation } from "../../generated/hooks.ts";
import { useAction } from "../../lib/use-action.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Failure } from "../../ui/Failure.tsx";
import { When } from "../../ui/When.tsx";

/** One place where the person is signed in; this one is left by signing out. */
export function SessionRow({ session, onEnded }: { session: SessionRowFragment; onEnded: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [endSession] = useEndSessionMutation({ refetchQueries: ["Sessions"], awaitRefetchQueries: true });
  const { busy, error, run } = useAction();
  const end = () =>
    run(async () => {
      await endSession({ variables: { id: session.id } });
      onEnded();
    });
  const device = session.device ?? t("settings.sessionUnknown");
  return (
    <li className="session">
      <div>
        <p>
          <strong>{device}</strong>
          {session.current ? <span className="badge badge-paid">{t("settings.sessionHere")}</span> : null}
        </p>
        <p className="note">
          {t("settings.sessionSince")} <When at={session.createdAt} />
          {" · "}
          {t("settings.sessionUntil", { day: format.dayAndMonth(session.expiresAt.slice(0, 10)) })}
        </p>
        {error ? <Failure error={error} /> : null}
      </div>
      {session.current ? null : (
        <button
          type="button"
          className="quiet"
          // Disabled, it would let go of the keyboard.
          aria-disabled={busy}
          aria-label={t("settings.endSessionOf", { device })}
          onClick={() => busy || end()}
        >
          {t("settings.endSession")}
        </button>
      )}
    </li>
  );
}
