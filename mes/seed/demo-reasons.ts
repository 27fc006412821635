import type { Reason, ReasonKind } from "../../shared/domain/stops/reason.ts";

type Names = readonly [en: string, de: string, da: string, pl: string];

/** Why an order pauses, most frequent first. */
const PAUSE: readonly [code: string, names: Names][] = [
  ["P-SETUP", ["Setup", "Rüsten", "Omstilling", "Przezbrojenie"]],
  [
    "P-MATERIAL",
    ["Waiting for material", "Warten auf Material", "Venter på materiale", "Czekanie na materiał"],
  ],
  ["P-TOOL", ["Tool change", "Werkzeugwechsel", "Værktøjsskift", "Wymiana narzędzia"]],
  ["P-CHIPS", ["Chips in conveyor", "Späne im Förderer", "Spåner i transportør", "Wióry w przenośniku"]],
  ["P-FAULT", ["Machine fault", "Maschinenstörung", "Maskinfejl", "Awaria maszyny"]],
  ["P-CHECK", ["Waiting for inspection", "Warten auf Prüfung", "Venter på kontrol", "Czekanie na kontrolę"]],
  ["P-CLEAN", ["Cleaning", "Reinigung", "Rengøring", "Czyszczenie"]],
  ["P-BREAK", ["Break", "Pause", "Pause", "Przerwa"]],
];

const SCRAP: readonly [code: string, names: Names][] = [
  ["S-DIM", ["Out of dimension", "Maß nicht eingehalten", "Uden for mål", "Poza wymiarem"]],
  [
    "S-SURFACE",
    ["Surface damaged", "Oberfläche beschädigt", "Overflade beskadiget", "Uszkodzona powierzchnia"],
  ],
  ["S-BURR", ["Burr", "Grat", "Grat", "Zadzior"]],
  ["S-TOOL", ["Tool broke", "Werkzeugbruch", "Værktøjsbrud", "Złamane narzędzie"]],
  ["S-SETUP", ["Setup part", "Einrichtteil", "Opstillingsemne", "Część ustawcza"]],
  ["S-MATERIAL", ["Material fault", "Materialfehler", "Materialefejl", "Wada materiału"]],
  ["S-CLAMP", ["Clamped wrong", "Falsch gespannt", "Forkert opspændt", "Źle zamocowane"]],
  ["S-OTHER", ["Other scrap", "Anderer Ausschuss", "Andet skrot", "Inny brak"]],
];

const REWORK: readonly [code: string, names: Names][] = [
  ["R-DEBURR", ["Deburr", "Entgraten", "Afgrate", "Gratowanie"]],
  ["R-POLISH", ["Polish", "Polieren", "Polere", "Polerowanie"]],
  ["R-TURN", ["Turn again", "Nachdrehen", "Dreje igen", "Ponowne toczenie"]],
  ["R-THREAD", ["Recut thread", "Gewinde nachschneiden", "Skære gevind igen", "Ponowne gwintowanie"]],
  ["R-CLEAN", ["Clean", "Reinigen", "Rense", "Czyszczenie części"]],
  ["R-MARK", ["Mark again", "Neu kennzeichnen", "Mærke igen", "Ponowne znakowanie"]],
  ["R-SORT", ["Sort", "Sortieren", "Sortere", "Sortowanie"]],
  ["R-OTHER", ["Other rework", "Andere Nacharbeit", "Andet omarbejde", "Inna poprawka"]],
];

/** Why a rule of materials is set aside. */
const OVERRIDE: readonly [code: string, names: Names][] = [
  [
    "O-NOT-FOUND",
    [
      "Older lot not found",
      "Älteres Los nicht auffindbar",
      "Ældre parti ikke fundet",
      "Nie znaleziono starszej partii",
    ],
  ],
  [
    "O-QUALITY",
    ["Quality has agreed", "Qualität hat zugestimmt", "Kvalitet har godkendt", "Jakość wyraziła zgodę"],
  ],
  ["O-TRIAL", ["Trial run", "Versuchslauf", "Prøvekørsel", "Próba"]],
];

/** Why an order ends with pieces missing. */
const SHORT: readonly [code: string, names: Names][] = [
  ["E-MATERIAL", ["Material used up", "Material zu Ende", "Materiale brugt op", "Materiał się skończył"]],
  ["E-SCRAP", ["Too many rejects", "Zu viel Ausschuss", "For meget kasseret", "Za dużo braków"]],
  ["E-MACHINE", ["Machine down", "Maschine ausgefallen", "Maskine ude af drift", "Maszyna nie działa"]],
  ["E-ENOUGH", ["Enough for the customer", "Reicht dem Kunden", "Nok til kunden", "Klientowi wystarczy"]],
];

/** Why a lead gives an order up. */
const ABORT: readonly [code: string, names: Names][] = [
  ["A-DRAWING", ["Wrong drawing", "Falsche Zeichnung", "Forkert tegning", "Zły rysunek"]],
  ["A-MATERIAL", ["Wrong material", "Falsches Material", "Forkert materiale", "Zły materiał"]],
  ["A-TOOLING", ["Tooling broken", "Vorrichtung defekt", "Værktøj i stykker", "Zepsute oprzyrządowanie"]],
];

/** Why a lead opens a closed box again. */
const REOPEN: readonly [code: string, names: Names][] = [
  ["B-COUNT", ["Wrong count", "Falsche Stückzahl", "Forkert antal", "Zła liczba sztuk"]],
  ["B-CONTENT", ["Wrong content", "Falscher Inhalt", "Forkert indhold", "Zła zawartość"]],
  ["B-QUALITY", ["Pieces to be checked", "Teile zu prüfen", "Emner skal kontrolleres", "Sztuki do kontroli"]],
  ["B-DAMAGE", ["Box damaged", "Karton beschädigt", "Kasse beskadiget", "Uszkodzony karton"]],
];

export const demoReasons: readonly Reason[] = [
  ...reasons("pause", PAUSE),
  ...reasons("scrap", SCRAP),
  ...reasons("rework", REWORK),
  ...reasons("override", OVERRIDE),
  ...reasons("short", SHORT),
  ...reasons("abort", ABORT),
  ...reasons("reopen", REOPEN),
];

function reasons(kind: ReasonKind, tree: readonly [string, Names][]): readonly Reason[] {
  return tree.map(([reasonCode, [en, de, da, pl]], index) => ({
    reasonCode,
    kind,
    name: { en, de, da, pl },
    rank: index + 1,
  }));
}
