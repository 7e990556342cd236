import { parseEmail } from "@contentflow/domain/email";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { RequestMagicLinkDocument, type RequestMagicLinkMutation } from "../generated/asked.ts";
import { ask } from "../lib/ask.ts";
import { localeOf } from "../lib/language.ts";
import { useAction } from "../lib/use-action.ts";
import { useLanguage } from "../lib/use-language.ts";
import { Failure } from "./Failure.tsx";
import { Field } from "./Field.tsx";
import { MagicLinkSent } from "./MagicLinkSent.tsx";

/** Asks for a sign-in link by mail, and then says where to look for it. */
export function MagicLinkForm({ submit, onSent }: { submit: string; onSent?: () => void }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [email, setEmail] = useState("");
  const [malformed, setMalformed] = useState(false);
  const [sent, setSent] = useState<RequestMagicLinkMutation["requestMagicLink"] | null>(null);
  const { busy, error, run, clear } = useAction();

  const request = async () => {
    const locale = localeOf(language);
    const { requestMagicLink } = await ask(RequestMagicLinkDocument, { email: email.trim(), locale });
    setSent(requestMagicLink);
    onSent?.();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmail(email.trim())) return setMalformed(true);
    run(() => request());
  };

  if (sent) {
    return (
      <MagicLinkSent
        email={sent.email}
        minutes={sent.expiresInMinutes}
        resend={request}
        changeAddress={() => setSent(null)}
      />
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
          clear();
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
