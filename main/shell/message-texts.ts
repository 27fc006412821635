export type MessageKind = "station-keeps-ending" | "station-refused" | "screen-keeps-ending";

interface MessageText {
  readonly title: string;
  readonly body: string;
}

type Language = "en" | "de" | "da" | "pl";

/** All four at once: nobody is signed in, so the person's language is not known. */
export const MESSAGE_LANGUAGES: readonly Language[] = ["en", "de", "da", "pl"];

export const MESSAGE_TEXTS: Readonly<Record<MessageKind, Readonly<Record<Language, MessageText>>>> = {
  "station-keeps-ending": {
    en: {
      title: "The station stopped five times",
      body: "What was booked is saved. Nothing more is counted until it runs again. Call maintenance or try again.",
    },
    de: {
      title: "Die Station ist fünfmal ausgefallen",
      body: "Gebuchtes ist gespeichert. Bis sie wieder läuft, wird nichts gezählt. Instandhaltung rufen oder erneut versuchen.",
    },
    da: {
      title: "Stationen er stoppet fem gange",
      body: "Det registrerede er gemt. Der tælles ikke, før den kører igen. Tilkald vedligehold, eller prøv igen.",
    },
    pl: {
      title: "Stacja zatrzymała się pięć razy",
      body: "Zapisane dane są bezpieczne. Do ponownego uruchomienia nic nie jest liczone. Wezwij utrzymanie ruchu lub spróbuj ponownie.",
    },
  },
  "station-refused": {
    en: {
      title: "The station will not start like this",
      body: "A person must act first; the reason stands below. What was booked before is untouched.",
    },
    de: {
      title: "So startet die Station nicht",
      body: "Zuerst muss jemand eingreifen; der Grund steht unten. Früher Gebuchtes ist unberührt.",
    },
    da: {
      title: "Stationen vil ikke starte sådan",
      body: "En person skal gribe ind først; årsagen står nedenfor. Tidligere registreringer er urørt.",
    },
    pl: {
      title: "Stacja nie uruchomi się w tym stanie",
      body: "Najpierw musi zadziałać człowiek; przyczyna jest poniżej. Wcześniejsze zapisy są nienaruszone.",
    },
  },
  "screen-keeps-ending": {
    en: {
      title: "The screen failed five times",
      body: "The station still runs and counts, and what was booked is saved. Call maintenance or try again.",
    },
    de: {
      title: "Der Bildschirm ist fünfmal ausgefallen",
      body: "Die Station läuft und zählt weiter, Gebuchtes ist gespeichert. Instandhaltung rufen oder erneut versuchen.",
    },
    da: {
      title: "Skærmen er fejlet fem gange",
      body: "Stationen kører og tæller stadig, og det registrerede er gemt. Tilkald vedligehold, eller prøv igen.",
    },
    pl: {
      title: "Ekran zawiódł pięć razy",
      body: "Stacja nadal działa i liczy, a zapisane dane są bezpieczne. Wezwij utrzymanie ruchu lub spróbuj ponownie.",
    },
  },
};

export const TRY_AGAIN: Readonly<Record<Language, string>> = {
  en: "Try again",
  de: "Erneut versuchen",
  da: "Prøv igen",
  pl: "Spróbuj ponownie",
};
