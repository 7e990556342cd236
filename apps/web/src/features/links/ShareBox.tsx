import { QrCode, Share2 } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShareBoxFragment } from "../../generated/graphql.ts";
import { CopyLink } from "./CopyLink.tsx";

/** Few make a code: those who don't need not load what draws it. */
const QrDialog = lazy(async () => ({ default: (await import("./QrDialog.tsx")).QrDialog }));

interface ShareBoxProps {
  link: ShareBoxFragment;
  /** Just made: the keyboard goes to copying it. */
  fresh?: boolean;
  /** More that can be done with it. */
  children?: ReactNode;
}

/** The ways to get a link out: copied, handed to another app, or as a picture to scan. */
export function ShareBox({ link, fresh = false, children }: ShareBoxProps) {
  const { t } = useTranslation();
  const [showsQr, setShowsQr] = useState(false);
  return (
    <div className="share-box">
      <CopyLink url={link.url} fresh={fresh} />
      <div className="share-ways">
        {"share" in navigator ? (
          <button type="button" className="quiet" onClick={() => void share(link)}>
            <Share2 aria-hidden="true" size={18} />
            {t("links.share")}
          </button>
        ) : null}
        <button type="button" className="quiet" aria-haspopup="dialog" onClick={() => setShowsQr(true)}>
          <QrCode aria-hidden="true" size={18} />
          {t("links.qr")}
        </button>
        {children}
      </div>
      {showsQr ? (
        <Suspense fallback={null}>
          <QrDialog link={link} onClose={() => setShowsQr(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

async function share({ url, title }: ShareBoxFragment): Promise<void> {
  try {
    await navigator.share(title === null ? { url } : { url, title });
  } catch {
    // Closed without choosing an app: that is an answer too.
  }
}
