import type { Characteristic } from "../../shared/domain/quality/characteristic.ts";
import type { DefectCode } from "../../shared/domain/quality/defect-code.ts";

export const demoCharacteristics: readonly Characteristic[] = [
  {
    characteristicId: "DIA-40",
    name: "Dia 40 h7",
    unit: "mm",
    nominal: "39.988",
    lowerLimit: "39.975",
    upperLimit: "40.000",
    decimals: 3,
    sampleSize: 5,
    everyPieces: 50,
    gaugeId: "MIT-07",
  },
];

const DEFECTS: readonly [code: string, en: string, de: string, da: string, pl: string][] = [
  ["BURR", "Burr", "Grat", "Grat", "Zadzior"],
  ["SCRATCH", "Scratch", "Kratzer", "Ridse", "Rysa"],
  ["DIA-LARGE", "Dia too large", "Durchmesser zu groß", "Diameter for stor", "Średnica za duża"],
  ["CHATTER", "Chatter marks", "Rattermarken", "Vibrationsmærker", "Ślady drgań"],
  ["DENT", "Dent", "Delle", "Bule", "Wgniecenie"],
  ["THREAD", "Thread damage", "Gewindeschaden", "Gevindskade", "Uszkodzony gwint"],
  ["RUST", "Rust", "Rost", "Rust", "Rdza"],
  ["OTHER", "Other", "Anderes", "Andet", "Inne"],
];

export const demoDefectCodes: readonly DefectCode[] = DEFECTS.map(([defectCode, en, de, da, pl], index) => ({
  defectCode,
  name: { en, de, da, pl },
  rank: index + 1,
}));
