import type { MasterData } from "../master-data.ts";
import type { JobOrder } from "../orders/job-order.ts";
import type { SsccRange } from "../packing/sscc-range.ts";
import type { Language } from "../people/localized-text.ts";
import type { Person, Role } from "../people/person.ts";
import type { ReasonKind } from "../stops/reason.ts";

/** A work unit with everything that tests and trials need, as the MES would send it. Times are fixed. */
export const WORK_UNIT = "CNC-2";

const order: JobOrder = {
  jobOrderId: "4711",
  workUnit: WORK_UNIT,
  item: { itemId: "FLANGE-40", name: "Flange 40" },
  operation: { number: "30", name: "Turn" },
  plannedQuantity: 600,
  boxQuantity: 24,
  idealCycleSeconds: 48,
  dueUtc: "2026-12-01T12:00:00.000Z",
  priority: 1,
  countAuthority: "machine",
  materials: [
    { itemId: "RING-40", name: "Ring 40", location: "A-03" },
    { itemId: "OIL-X", name: "Oil X", location: "B-01" },
  ],
  characteristicIds: ["DIA-40"],
  blockedBy: null,
  status: "released",
};

const jobOrders: readonly JobOrder[] = [
  order,
  { ...order, jobOrderId: "4712", priority: 2 },
  {
    ...order,
    jobOrderId: "4720",
    item: { itemId: "RING-22", name: "Ring 22", gtin: "04012345000221" },
    plannedQuantity: 150,
    countAuthority: "operator",
    priority: 3,
  },
  {
    ...order,
    jobOrderId: "4698",
    item: { itemId: "HUB-90", name: "Hub 90" },
    plannedQuantity: 40,
    blockedBy: "Hold Q-118: operation 20 has finished 12 of 40",
    priority: 4,
  },
  {
    ...order,
    jobOrderId: "4731",
    item: { itemId: "PIN-8", name: "Pin 8", gtin: "04012345000085" },
    plannedQuantity: 2000,
    boxQuantity: null,
    countAuthority: "operator",
    materials: [],
    priority: 5,
  },
  { ...order, jobOrderId: "4740", status: "cancelled", priority: 6 },
  { ...order, jobOrderId: "4750", workUnit: "CNC-3", priority: 7 },
];

/** argon2id of PIN 1234, so that sign-in is the real thing in tests. */
const PIN_1234 =
  "$argon2id$v=19$m=19456,t=2,p=1$//V7k/9PefR7TxJ/8+1cow$hkE8CJvvskXd7wu75pz02Sqz+qAgQYztERt7VgYmh3M";

const staff: readonly (readonly [string, string, Role, Language])[] = [
  ["P-1001", "A. Nowak", "operator", "pl"],
  ["P-1002", "B. Kaya", "operator", "de"],
  ["P-1003", "C. Weiss", "lead", "de"],
  ["P-1004", "D. Ito", "inspector", "en"],
  ["P-1005", "E. Lind", "maintenance", "da"],
];

const people: readonly Person[] = staff.map(([personId, name, role, language], index) => ({
  personId,
  name,
  role,
  language,
  badgeCode: `BG${1001 + index}`,
  pinHash: PIN_1234,
}));

const reasons = (
  [
    "pause",
    "scrap",
    "rework",
    "override",
    "short",
    "abort",
    "reopen",
  ] as const satisfies readonly ReasonKind[]
).flatMap((kind) =>
  [1, 2].map((rank) => ({
    reasonCode: `${kind}-${rank}`,
    kind,
    name: { en: `${kind} reason ${rank}` },
    rank,
  })),
);

const lots = [
  lot("88213", { itemId: "RING-40", name: "Ring 40" }, {}),
  lot("66001", { itemId: "RING-40", name: "Ring 40" }, { hold: "Q-121" }),
  lot("5520", { itemId: "OIL-X", name: "Oil X" }, { expiresUtc: "2020-01-01T00:00:00.000Z" }),
  lot("5521", { itemId: "OIL-X", name: "Oil X" }, { expiresUtc: "2040-01-01T00:00:00.000Z" }),
  lot("77120", { itemId: "RING-22", name: "Ring 22" }, {}),
];

function lot(
  lotId: string,
  item: { itemId: string; name: string },
  rest: { hold?: string; expiresUtc?: string },
) {
  return { lotId, item, quantity: 200, expiresUtc: rest.expiresUtc ?? null, hold: rest.hold ?? null };
}

const characteristic = {
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
};

const tool = {
  toolId: "T4",
  name: "T4 insert",
  workUnit: WORK_UNIT,
  lifeLimitCycles: 400,
  warnAtCycles: 320,
};

const defectCodes = ["BURR", "SCRATCH"].map((defectCode, index) => ({
  defectCode,
  name: { en: defectCode },
  rank: index + 1,
}));

const ssccRange: SsccRange = {
  ssccRangeId: "WS-14",
  stationId: "WS-14",
  extensionDigit: 3,
  companyPrefix: "4012345",
  fromSerial: 14_000_000,
  toSerial: 14_999_999,
};

function byId<Row>(rows: readonly Row[], idOf: (row: Row) => string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [idOf(row), row]));
}

export const sampleMasterData: MasterData = {
  "job-order": byId(jobOrders, (row) => row.jobOrderId),
  "made-elsewhere": new Map(),
  reason: byId(reasons, (row) => row.reasonCode),
  "defect-code": byId(defectCodes, (row) => row.defectCode),
  characteristic: byId([characteristic], (row) => row.characteristicId),
  person: byId(people, (row) => row.personId),
  lot: byId(lots, (row) => row.lotId),
  tool: byId([tool], (row) => row.toolId),
  "shift-calendar": new Map(),
  "sscc-range": byId([ssccRange], (row) => row.ssccRangeId),
  message: new Map(),
};
