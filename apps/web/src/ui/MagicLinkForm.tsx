import { parseEmail } from "@contentflow/domain/email";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRequestMagicLinkMutation } from "../generated/hooks.ts";
import { useAction } from "../lib/use-action.ts";
import { useLanguage } from "../lib/use-language.ts";
import { Failure } from "./Failure.tsx";
import { Field } from "./Field.tsx";

/** Asks for a sign-in link by mail, and then says where to look for it. */
export function MagicLinkForm({ submit, onSent }: { submit: string; onSent?: () => void }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [email, setEmail] = useState("");
  const [malformed, setMalformed] = useState(false);
  const [request, { data, reset }] = useRequestMagicLinkMutation();
  const { busy, error, run } = useAction();

  const send = (event: FormEvent) => {
    event.preventDefault();
    const address = email.trim();
    if (!isEmail(address)) return setMalformed(true);
    run(async () => {
      await request({ variables: { email: address, locale: language === "fr" ? "FR" : "EN" } });
      onSent?.();
    });
  };

  if (data) {
    const { email: sentTo, expiresInMinutes } = data.requestMagicLink;
    return (
      <div className="notice" role="status">
        <p>
          <strong>{t("magic.sentTitle", { email: sentTo })}</strong>
        </p>
        <p>{t("magic.sentBody", { minutes: expiresInMinutes })}</p>
        <button type="button" className="quiet" onClick={reset}>
          {t("magic.again")}
        </button>
      </div>
    );
  }
  return (
    <form className="stack" noValidate onSubmit={send}>
      <Field
        label={t("magic.email")}
        type="email"
        autoComplete="email"
        inputMode="email"
        required
        value={email}
        onValue={(value) => {
          setEmail(value);
          setMalformed(false);
        }}
        problem={malformed ? t("magic.malformed") : undefined}
      />
      {error ? <Failure error={error} /> : null}
      <button type="submit" className="primary" disabled={busy} aria-busy={busy}>
        {submit}
      </button>
    </form>
  );
}

function isEmail(text: string): boolean {
  try {
    parseEmail(text);
    return true;
  } catch {
    return false;
  }
}
