import type { MachineMapping } from "../../../../shared/domain/machines/mapping.ts";

/** What the plant has its people do about the alarms of the lathe, by the controller's number. */
export const LATHE_ADVICE: MachineMapping["alarmAdvice"] = {
  "510220": {
    en: "Clear the chips, reset at the machine",
    de: "Späne entfernen, an der Maschine zurücksetzen",
    da: "Fjern spånerne, nulstil ved maskinen",
    pl: "Usuń wióry, zresetuj przy maszynie",
  },
  "510001": {
    en: "Close the door",
    de: "Tür schließen",
    da: "Luk døren",
    pl: "Zamknij drzwi",
  },
  "700210": {
    en: "Refill coolant, mix 6 %",
    de: "Kühlmittel nachfüllen, Mischung 6 %",
    da: "Fyld kølemiddel på, blanding 6 %",
    pl: "Uzupełnij chłodziwo, mieszanka 6 %",
  },
  "300508": {
    en: "Do not restart. Call maintenance",
    de: "Nicht wieder starten. Instandhaltung rufen",
    da: "Start ikke igen. Tilkald vedligehold",
    pl: "Nie uruchamiaj ponownie. Wezwij utrzymanie ruchu",
  },
};
