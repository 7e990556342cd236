import { useMemo } from "react";
import { createFormat, type Format } from "./format.ts";
import { useLanguage } from "./use-language.ts";

/** The formats of the language on screen. */
export function useFormat(): Format {
  const { language } = useLanguage();
  return useMemo(() => createFormat(language), [language]);
}
