import type { Queries } from "../database/database.ts";

export interface Identity {
  readonly mesId: string;
  readonly mesEpoch: string;
  readonly plantName: string;
  readonly ingressFrame: number;
}

/** @returns undefined while the database is fresh */
export async function readIdentity(db: Queries): Promise<Identity | undefined> {
  const rows = await db.query<Identity>(
    `SELECT mes_id AS "mesId", mes_epoch AS "mesEpoch", plant_name AS "plantName", ingress_frame AS "ingressFrame"
     FROM mes_identity`,
  );
  return rows[0];
}

export async function insertIdentity(tx: Queries, identity: Omit<Identity, "ingressFrame">): Promise<void> {
  await tx.query("INSERT INTO mes_identity (mes_id, mes_epoch, plant_name) VALUES ($1, $2, $3)", [
    identity.mesId,
    identity.mesEpoch,
    identity.plantName,
  ]);
}

export async function renamePlant(tx: Queries, plantName: string): Promise<void> {
  await tx.query("UPDATE mes_identity SET plant_name = $1", [plantName]);
}

export async function writeIngressFrame(tx: Queries, frame: number): Promise<void> {
  await tx.query("UPDATE mes_identity SET ingress_frame = $1", [frame]);
}

export async function renewMesEpoch(db: Queries, mesEpoch: string): Promise<void> {
  await db.query("UPDATE mes_identity SET mes_epoch = $1", [mesEpoch]);
}
