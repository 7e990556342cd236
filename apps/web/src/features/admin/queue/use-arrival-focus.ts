import { useEffect, useRef } from "react";

/**
 * Brings the focus to the list when it first has something in it, so that its keys work at once. Not when somebody is
 * elsewhere already, and not on a phone, where there are no keys.
 */
export function useArrivalFocus(there: boolean, focusList: () => void): void {
  const arrived = useRef(false);
  useEffect(() => {
    if (!there || arrived.current) return;
    arrived.current = true;
    const { activeElement, body } = document;
    const elsewhere = activeElement !== null && activeElement !== body && activeElement.id !== "main";
    if (!elsewhere && window.matchMedia("(pointer: fine)").matches) focusList();
  }, [there, focusList]);
}
