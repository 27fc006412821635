import type { ImportKind } from "../../shared/protocol/import-report.ts";

/** A column by its plain name, with what else planning systems call it; case, blanks, "_" and "-" do not matter. */
interface Column {
  readonly isRequired: boolean;
  readonly also: readonly string[];
}

const needed = (...also: readonly string[]): Column => ({ isRequired: true, also });
const may = (...also: readonly string[]): Column => ({ isRequired: false, also });

const item = needed("material number", "artikel", "vare", "wyrób", "pozycja");
const itemName = may("description", "bezeichnung", "benævnelse", "nazwa");
const operation = may("op", "step", "vorgang", "arbeitsgang", "operacja");
const workUnit = may(
  "station",
  "work center",
  "machine",
  "arbeitsplatz",
  "maschine",
  "arbejdsplads",
  "stanowisko",
);
const cycle = may("cycle time", "seconds", "stückzeit", "zykluszeit", "cyklustid", "czas cyklu");
const setUp = may(
  "setup",
  "set-up time",
  "setup time",
  "rüstzeit",
  "rüstminuten",
  "opstillingstid",
  "opstilling",
  "czas przezbrojenia",
  "przezbrojenie",
);
const boxQuantity = may("box", "per box", "je kiste", "pr kasse", "w pudełku");
const instructions = {
  instruction: may(
    "document",
    "work instruction",
    "arbeitsanweisung",
    "dokument",
    "arbejdsinstruktion",
    "instrukcja",
  ),
  instructionTitle: may("document title", "dokumenttitel", "tytuł dokumentu", "tytuł instrukcji"),
  instructionRevision: may(
    "document revision",
    "dokumentrevision",
    "instruktionsrevision",
    "rewizja instrukcji",
  ),
};
const counts = may("counting", "zählung", "tælling", "liczenie");

const importColumns = {
  orders: {
    order: needed("job order", "order number", "auftrag", "ordre", "zlecenie"),
    item,
    itemName,
    quantity: needed("qty", "planned quantity", "menge", "antal", "ilość"),
    due: needed("due date", "termin", "frist"),
    workUnit,
    operation,
    operationName: may("operation name", "vorgangstext", "operationsnavn", "nazwa operacji"),
    cycleSeconds: cycle,
    setUpMinutes: setUp,
    priority: may("prio", "priorität", "prioritet", "priorytet"),
    boxQuantity,
    counts,
    ...instructions,
  },
  bom: {
    item,
    material: needed("component", "komponente", "komponent", "materiał", "składnik"),
    materialName: may("component name", "komponentenname", "komponentnavn", "nazwa materiału"),
    quantityPerPiece: needed("quantity", "qty", "per piece", "menge", "menge je stück", "antal", "ilość"),
    unit: may("uom", "einheit", "enhed", "jednostka"),
    operation,
    location: may("rack", "lagerplatz", "lagerplads", "lokalizacja"),
    revision: may("rev", "rewizja"),
    backflush: may("retrograd", "automatisch", "automatisk", "automatycznie"),
  },
  routing: {
    item,
    itemName,
    operation: { ...operation, isRequired: true },
    operationName: needed("operation name", "vorgangstext", "operationsnavn", "nazwa operacji", "name"),
    workUnit: { ...workUnit, isRequired: true },
    cycleSeconds: { ...cycle, isRequired: true },
    setUpMinutes: setUp,
    transferQuantity: may("transfer", "weitergabemenge", "overførselsantal", "partia transportowa"),
    boxQuantity,
    counts,
    ...instructions,
  },
} as const satisfies Record<ImportKind, Record<string, Column>>;

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, "");
}

/** @returns the plain name of a column as somebody wrote it in a head; undefined for none of ours */
export function columnNamed(kind: ImportKind, written: string): string | undefined {
  const wanted = plain(written.replaceAll(/\(.*?\)/g, ""));
  const columns: Readonly<Record<string, Column>> = importColumns[kind];
  return Object.keys(columns).find((name) =>
    [name, ...(columns[name]?.also ?? [])].some((one) => plain(one) === wanted),
  );
}

export function requiredColumns(kind: ImportKind): readonly string[] {
  const columns: Readonly<Record<string, Column>> = importColumns[kind];
  return Object.keys(columns).filter((name) => columns[name]?.isRequired === true);
}
