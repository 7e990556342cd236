import { Download } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ShareBoxFragment } from "../../generated/graphql.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import { downloadBlob } from "./download-blob.ts";
import { drawQr, qrPath, qrPng, qrSvg } from "./qr-picture.ts";

/** A link as a picture to scan: on screen, and as files for print. */
export function QrDialog({ link, onClose }: { link: ShareBoxFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const picture = useMemo(() => drawQr(link.url), [link.url]);
  const file = `contentflow-${link.code}`;
  const saveSvg = () => downloadBlob(new Blob([qrSvg(picture)], { type: "image/svg+xml" }), `${file}.svg`);
  const savePng = async () => {
    const blob = await qrPng(picture);
    if (blob) downloadBlob(blob, `${file}.png`);
    else notify({ title: t("links.pngFailed"), tone: "danger" });
  };
  return (
    <Dialog
      title={t("links.qrFor", { name: link.title ?? link.code })}
      lead={<p>{t("links.qrLead")}</p>}
      onClose={onClose}
    >
      <figure className="qr">
        <svg
          viewBox={`0 0 ${picture.size} ${picture.size}`}
          role="img"
          aria-label={t("links.qrImage", { url: link.url })}
          shapeRendering="crispEdges"
        >
          <path d={qrPath(picture)} />
        </svg>
        <figcaption>
          <code>{link.url}</code>
        </figcaption>
      </figure>
      <div className="qr-files">
        <button type="button" onClick={saveSvg}>
          <Download aria-hidden="true" size={18} />
          {t("links.svg")}
        </button>
        <button type="button" onClick={() => void savePng()}>
          <Download aria-hidden="true" size={18} />
          {t("links.png")}
        </button>
      </div>
    </Dialog>
  );
}
