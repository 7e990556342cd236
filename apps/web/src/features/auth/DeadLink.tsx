import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { homeOf } from "../../lib/home-of.ts";
import { useViewer } from "../../lib/use-viewer.ts";
import { Page } from "../../ui/Page.tsx";

/** A link that signs nobody in: what to do instead, which is nothing for who is signed in already. */
export function DeadLink({ why }: { why: "spent" | "noToken" }) {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  if (viewer) {
    const { email } = viewer;
    const [title, lead] =
      why === "spent"
        ? [t("login.spent"), t("login.spentSignedIn", { email })]
        : [t("login.signedInTitle"), t("login.signedInBody", { email })];
    return (
      <Page title={title} lead={lead}>
        <p>
          <Link className="button primary" to={homeOf(viewer)}>
            {t("login.goOn")}
          </Link>
        </p>
      </Page>
    );
  }
  const [title, lead] =
    why === "spent"
      ? [t("login.spent"), t("login.spentBody")]
      : [t("login.noTokenTitle"), t("login.noTokenBody")];
  return (
    <Page title={title} lead={lead}>
      <p>
        <Link className="button primary" to="/partner/magic">
          {t("login.askAgain")}
        </Link>
      </p>
    </Page>
  );
}
