import type { LotGenealogy, LotRecall, OrderGenealogy } from "../../shared/protocol/genealogy-pages.ts";
import type { FloorPage, OrderDetail, OrdersPage } from "../../shared/protocol/pages.ts";
import { ASSEMBLY_ORDERS, LOT, PARTS_ORDERS } from "./lot-history.ts";

/** What is asked of the MES, and the bare SQL that reads the rows such an answer is made of. */
export interface Asked {
  readonly id: string;
  readonly path: string;
  readonly floorSql: string;
  /** Whether the answer is right, so that no figure is one of a wrong answer. */
  readonly holds: (page: unknown) => boolean;
  readonly limitMs: number | null;
  /** Asked also right after a start, which takes half a minute a page. */
  readonly alsoCold: boolean;
}

const RECALL_LIMIT_MS = 1_000;
const LEAST_PIECES = 10_000;
const [ORDER = ""] = PARTS_ORDERS;

const rowsOf = (orders: readonly string[]): string =>
  `SELECT event_id, type, version, payload, at_utc, actor, job_order, station_id, work_unit FROM journal_event
   WHERE job_order = ANY('{${orders.join(",")}}') ORDER BY arrival`;

export const ASKED: readonly Asked[] = [
  {
    id: "recall",
    path: `/api/v1/genealogy/lots/${LOT}/recall`,
    floorSql: rowsOf([...PARTS_ORDERS, ...ASSEMBLY_ORDERS]),
    holds: (page) => (page as LotRecall).pieces >= LEAST_PIECES && (page as LotRecall).affected.length === 6,
    limitMs: RECALL_LIMIT_MS,
    alsoCold: true,
  },
  {
    id: "lot",
    path: `/api/v1/genealogy/lots/${LOT}`,
    floorSql: rowsOf(PARTS_ORDERS),
    holds: (page) => (page as LotGenealogy).uses.length === PARTS_ORDERS.length,
    limitMs: null,
    alsoCold: false,
  },
  {
    id: "order-genealogy",
    path: `/api/v1/genealogy/orders/${ORDER}`,
    floorSql: rowsOf([ORDER]),
    holds: (page) => (page as OrderGenealogy).lots.length === 2,
    limitMs: null,
    alsoCold: false,
  },
  {
    id: "order-detail",
    path: `/api/v1/orders/${ORDER}`,
    floorSql: `SELECT event_id, type, version, at_utc, actor, payload, received_at, station_id, verdict, code
      FROM journal_event WHERE job_order = '${ORDER}' ORDER BY arrival DESC LIMIT 2000`,
    holds: (page) => (page as OrderDetail).measurements.length > 0,
    limitMs: null,
    alsoCold: true,
  },
  {
    id: "orders",
    path: "/api/v1/orders",
    floorSql: "SELECT body FROM job_order",
    holds: (page) => (page as OrdersPage).orders.some(({ checks }) => checks.measured > 0),
    limitMs: null,
    alsoCold: false,
  },
  {
    id: "floor",
    path: "/api/v1/floor",
    floorSql: "SELECT body FROM job_order",
    holds: (page) => (page as FloorPage).tiles.length > 0,
    limitMs: null,
    alsoCold: false,
  },
];
