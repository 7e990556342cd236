import { MailCheck } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { refusalOf } from "../lib/refusal.ts";
import { useAction } from "../lib/use-action.ts";
import { useCountdown } from "../lib/use-countdown.ts";
import { Breakable } from "./Breakable.tsx";
import { Failure } from "./Failure.tsx";
import "./magic-link-sent.css";

/** A mail takes a moment; who asks again at once only kills the link that is on its way. */
const WAIT_SECONDS = 60;

interface MagicLinkSentProps {
  email: string;
  /** How long the link works. */
  minutes: number;
  resend: () => Promise<void>;
  changeAddress: () => void;
}

/** Where to look for the mail, and what to do when it isn't there. */
export function MagicLinkSent({ email, minutes, resend, changeAddress }: MagicLinkSentProps) {
  const { t } = useTranslation();
  const title = useRef<HTMLParagraphElement>(null);
  const [again, setAgain] = useState(false);
  const { busy, error, run } = useAction();
  const { left, start } = useCountdown(WAIT_SECONDS);
  // The form with the keyboard in it is gone.
  useEffect(() => title.current?.focus(), []);

  const send = () => {
    setAgain(false);
    run(async () => {
      try {
        await resend();
        setAgain(true);
        start(WAIT_SECONDS);
      } catch (refused) {
        const refusal = refusalOf(refused);
        if (refusal?.code === "RATE_LIMITED") start(refusal.details.retryAfterSeconds ?? WAIT_SECONDS);
        throw refused;
      }
    });
  };
  return (
    <div className="magic-sent">
      <MailCheck className="magic-sent-sign" aria-hidden="true" size={28} />
      <p className="magic-sent-title" ref={title} tabIndex={-1}>
        <Breakable text={t("magic.sentTitle", { email })} />
      </p>
      <p>{t("magic.sentBody", { minutes })}</p>
      <p className="note">{t("magic.sentMissing")}</p>
      {error ? <Failure error={error} /> : null}
      <p className="magic-sent-again" role="status">
        {again ? t("magic.sentAgain") : null}
      </p>
      <div className="magic-sent-ways">
        <button type="button" onClick={send} disabled={busy || left > 0} aria-busy={busy}>
          {left > 0 ? t("magic.resendIn", { time: clock(left) }) : t("magic.resend")}
        </button>
        <button type="button" className="quiet" onClick={changeAddress}>
          {t("magic.otherAddress")}
        </button>
      </div>
    </div>
  );
}

/** `0:42` */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
