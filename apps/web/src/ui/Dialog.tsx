import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import "./dialog.css";

/** A question that wants an answer first. It opens when mounted; Escape, the cross and `onClose` are the way out. */
export function Dialog(props: {
  title: string;
  lead?: ReactNode;
  onClose: () => void;
  /** Where the focus goes when it closes; by itself, and for true, to what had it before. */
  finalFocus?: (() => HTMLElement | true) | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const popup = useRef<HTMLDivElement>(null);
  // Whoever has keys goes on typing; under a finger, the keyboard on the screen would cover the question.
  const firstFocus = () => {
    if (window.matchMedia("(pointer: coarse)").matches) return true;
    return popup.current?.querySelector<HTMLElement>("textarea, input:not([type=radio])") ?? true;
  };
  return (
    <Base.Root open onOpenChange={(open) => open || props.onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-veil" />
        <Base.Viewport className="dialog-viewport">
          <Base.Popup className="dialog" ref={popup} initialFocus={firstFocus} finalFocus={props.finalFocus}>
            <div className="dialog-head">
              <Base.Title className="dialog-title">{props.title}</Base.Title>
              <Base.Close className="icon-button" aria-label={t("state.close")}>
                <X aria-hidden="true" size={20} />
              </Base.Close>
            </div>
            {props.lead ? (
              <Base.Description className="dialog-lead" render={<div />}>
                {props.lead}
              </Base.Description>
            ) : null}
            {props.children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
