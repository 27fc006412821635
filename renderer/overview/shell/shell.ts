import type { Language } from "../../../shared/domain/people/localized-text.ts";
import type { Navigate } from "./use-route.ts";
import type { Theme } from "./use-theme.ts";

/** What every page needs of the frame around it. */
export interface Shell {
  readonly theme: Theme;
  readonly toggleTheme: () => void;
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
  readonly navigate: Navigate;
}
