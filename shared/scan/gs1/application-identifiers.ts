/** How the data of an application identifier is written; `exact`: so many characters, else at most so many. */
export interface AiFormat {
  readonly digits: boolean;
  readonly length: number;
  readonly exact: boolean;
  /** Its last digit is a GS1 check digit. */
  readonly isKey?: boolean;
}

const key = (length: number): AiFormat => ({ digits: true, length, exact: true, isKey: true });
const digits = (length: number): AiFormat => ({ digits: true, length, exact: true });
const upToDigits = (length: number): AiFormat => ({ digits: true, length, exact: false });
const text = (length: number): AiFormat => ({ digits: false, length, exact: false });

/** The identifiers a factory meets on units, pieces and materials (GS1 syntax dictionary, 2026-01-27). */
const FORMATS: Readonly<Record<string, AiFormat>> = {
  "00": key(18),
  "01": key(14),
  "02": key(14),
  "10": text(20),
  "11": digits(6),
  "12": digits(6),
  "13": digits(6),
  "15": digits(6),
  "16": digits(6),
  "17": digits(6),
  "20": digits(2),
  "21": text(20),
  "22": text(20),
  "30": upToDigits(8),
  "37": upToDigits(8),
  "240": text(30),
  "241": text(30),
  "250": text(30),
  "251": text(30),
  "400": text(30),
  "401": text(30),
  "402": key(17),
  "410": key(13),
  "414": key(13),
  "420": text(20),
  "7003": digits(10),
  "8008": upToDigits(12),
};

/** Numbers with a point: the last digit of the identifier says where it stands. */
const MEASURE = /^(3[1-6]\d)[0-5]$/;

/** The identifier with which the text begins, and its format; undefined: none that is known here. */
export function identifierAt(from: string): { readonly ai: string; readonly format: AiFormat } | undefined {
  const measure = MEASURE.exec(from.slice(0, 4));
  if (measure !== null) return { ai: from.slice(0, 4), format: digits(6) };
  for (const length of [4, 3, 2]) {
    const ai = from.slice(0, length);
    const format = Object.hasOwn(FORMATS, ai) ? FORMATS[ai] : undefined;
    if (format !== undefined && ai.length === length) return { ai, format };
  }
  return undefined;
}

/** Identifiers whose data needs no separator behind it, by their first two digits (General Specifications 7.8.5). */
const PREDEFINED = /^(0[0-4]|1[1-9]|20|3[1-6]|41)/;

export function needsSeparator(ai: string): boolean {
  return !PREDEFINED.test(ai);
}
