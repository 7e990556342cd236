import { useTranslation } from "react-i18next";
import { LandingDocument, SignOutDocument } from "../../generated/asked.ts";
import { ask } from "../../lib/ask.ts";
import { useAccountLanguage } from "../../lib/use-account-language.ts";
import { useAction } from "../../lib/use-action.ts";
import { useAnswer } from "../../lib/use-answer.ts";
import { useTitle } from "../../lib/use-title.ts";
import { Failure } from "../../ui/Failure.tsx";
import { Frame } from "../../ui/Frame.tsx";
import { SiteHeader } from "../../ui/SiteHeader.tsx";
import { BoardTop } from "./BoardTop.tsx";
import { Calculator } from "./Calculator.tsx";
import { Join } from "./Join.tsx";
import { Steps } from "./Steps.tsx";
import { Terms } from "./Terms.tsx";
import "./landing.css";

/** The first thing a creator sees: it stands before the rest of the app is loaded, and needs none of it. */
export function LandingPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useAnswer(LandingDocument);
  const viewer = data?.me;
  useTitle(t("landing.title"));
  useAccountLanguage(viewer?.locale);
  const leaving = useAction();
  const signOut = () =>
    leaving.run(async () => {
      await ask(SignOutDocument, { everywhere: false });
      await refetch();
    });
  return (
    <Frame header={<SiteHeader viewer={viewer} signOut={signOut} />}>
      <div className="landing">
        <section className="hero">
          <div>
            <h1>{t("landing.title")}</h1>
            <p className="lead">{t("landing.lead")}</p>
          </div>
          <Join viewer={viewer} />
        </section>
        {leaving.error ? <Failure error={leaving.error} retry={signOut} /> : null}
        {error ? <Failure error={error} retry={() => void refetch()} /> : null}
        <Terms program={data?.program} />
        <Calculator epc={data?.program.epc} />
        <Steps />
        <BoardTop entries={data?.leaderboard} />
      </div>
    </Frame>
  );
}
