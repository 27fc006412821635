import { useEffect, useMemo, useReducer, useState } from "react";
import type { WorkPlace } from "../../../shared/domain/orders/work-place.ts";
import type { MachineTrendInput } from "../../../shared/screen/machine-trend.ts";
import type { ScreenModel } from "../../../shared/screen/screen-model.ts";
import { draftView } from "../pad/draft-view.ts";
import { readPadDraft } from "../pad/pad-draft.ts";
import { useCheckClosing } from "../quality/use-check-closing.ts";
import type { StationLink } from "../station/station-link.ts";
import { useStopQuestion } from "../stop/use-stop-question.ts";
import { plantTime } from "../text/plant-time.ts";
import { type LanguageChoice, languageNow } from "./language-choice.ts";
import { keepTheme, readTheme, showTheme } from "./preferences.ts";
import type { ScreenContextValue, Theme } from "./screen-context.ts";
import type { Staged } from "./staged.ts";
import { useAsk } from "./use-ask.ts";
import { useRouting } from "./use-routing.ts";
import { sendScan, useSend } from "./use-send.ts";
import { type ViewState, viewReducer } from "./view-state.ts";

const ADDRESS = { step: "address" } as const;

/** Puts together what the parts of a screen share. */
export function useScreenValue(link: StationLink, model: ScreenModel, staged?: Staged): ScreenContextValue {
  const [view, dispatch] = useReducer(viewReducer, model, (first) => staged?.view ?? firstView(first));
  const [choice, setChoice] = useState<LanguageChoice | null>(null);
  const [theme, setTheme] = useState<Theme>(() => readTheme(localStorage));
  const firstQuestion = staged?.firstQuestion ?? ADDRESS;
  const [shownMachineId, showMachine] = useState(staged?.machineId ?? null);
  const language = languageNow(model.people, choice, model.station.defaultLanguage);
  const send = useSend(link, dispatch);
  const ask = useAsk(link, dispatch);
  useRouting(model, view, dispatch);
  useStopQuestion(model, view, dispatch);
  useCheckClosing(link, view);

  useEffect(() => {
    showTheme(document.documentElement, theme);
  }, [theme]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const { timeZone } = model.station;
  const time = useMemo(() => plantTime(language, timeZone), [language, timeZone]);
  const personId = model.people.signedIn.at(-1)?.personId ?? null;
  const actions = useMemo(
    () => ({
      go: (route: ViewState["route"]) => dispatch({ type: "went", route }),
      open: (sheet: NonNullable<ViewState["sheet"]>) => dispatch({ type: "opened", sheet }),
      closeSheet: () => dispatch({ type: "closed-sheet" }),
      notice: (notice: NonNullable<ViewState["notice"]>) => dispatch({ type: "noticed", notice }),
      dismissNotice: () => dispatch({ type: "dismissed-notice" }),
      sendScan: (raw: string) => sendScan(link, raw, dispatch),
      readTrend: (input: MachineTrendInput) => link.readTrend(input),
      openCheck: (characteristicId: string | null) => link.openCheck(characteristicId),
      showPlace: (place: WorkPlace) => {
        dispatch({ type: "closed-sheet" });
        link.showPlace(place);
      },
      chooseTheme: (next: Theme) => {
        keepTheme(localStorage, next);
        setTheme(next);
      },
    }),
    [link],
  );
  return useMemo(
    () => ({
      ...actions,
      model,
      time,
      view,
      language,
      theme,
      shownMachineId,
      showMachine,
      firstQuestion,
      send,
      ask,
      chooseLanguage: (next) => setChoice({ personId, language: next }),
    }),
    [actions, model, time, view, language, theme, shownMachineId, firstQuestion, send, ask, personId],
  );
}

/** A screen that was reloaded over an unsent entry comes back with it; nothing is sent by itself (P6). */
function firstView(model: ScreenModel): ViewState {
  if (model.people.signedIn.length === 0) return { route: "sign-in", sheet: null, notice: null };
  const draft = readPadDraft(sessionStorage);
  if (draft === null) return { route: "home", sheet: null, notice: null };
  return { ...draftView(draft), notice: null };
}
