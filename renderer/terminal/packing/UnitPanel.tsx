import { IconBox, IconPackages } from "@tabler/icons-react";
import type { UnitKind } from "../../../shared/domain/packing/events.ts";
import { groupedSscc } from "../../../shared/lib/grouped-sscc.ts";
import type { OpenUnitView } from "../../../shared/screen/packing-view.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { useText } from "../text/use-text.ts";
import styles from "./PackingSheet.module.css";
import type { PackingPrimary } from "./packing-primary.ts";

interface UnitPanelProps {
  readonly kind: UnitKind;
  /** null: none of the kind is open. */
  readonly unit: OpenUnitView | null;
  readonly primary: PackingPrimary;
}

/** The open box or pallet with what is in it, and all that can be done with it. */
export function UnitPanel({ kind, unit, primary }: UnitPanelProps) {
  const t = useText();
  const Icon = kind === "box" ? IconBox : IconPackages;
  return (
    <section className={styles.unit} aria-label={t(`packing.${kind}`)}>
      <p className={styles.first}>
        <Icon size={32} aria-hidden="true" />
        <strong>{t(`packing.${kind}`)}</strong>
        {unit === null ? (
          <span className={styles.quiet}>{t("packing.none-open")}</span>
        ) : (
          <Contents unit={unit} />
        )}
      </p>
      {unit !== null && unit.hold !== null && (
        <p className={styles.hold} data-clip>
          {t("packing.held", { why: unit.hold })}
        </p>
      )}
      {unit !== null && unit.voidSscc !== null && (
        <p className={styles.void} data-clip>
          {t("packing.label-void", { sscc: groupedSscc(unit.voidSscc) })}
        </p>
      )}
      <div className={styles.keys}>
        {unit === null ? (
          <OpenKey kind={kind} primary={primary} />
        ) : (
          <UnitKeys kind={kind} unit={unit} primary={primary} />
        )}
      </div>
    </section>
  );
}

function Contents({ unit }: { readonly unit: OpenUnitView }) {
  const t = useText();
  return (
    <>
      <span className={styles.item} data-clip>
        {unit.customerName === null ? unit.itemName : `${unit.itemName} · ${unit.customerName}`}
      </span>
      <strong className={styles.count}>
        {t("packing.in-it", { count: unit.pieces })}
        {unit.boxes > 0 && ` · ${t("packing.boxes", { count: unit.boxes })}`}
      </strong>
    </>
  );
}

function OpenKey({ kind, primary }: Omit<UnitPanelProps, "unit">) {
  const { order } = useScreen().model;
  const t = useText();
  const open = useCommand("packing.open");
  return (
    <Key
      primary={kind === "box" && primary === "open-box"}
      disabled={order === null}
      onPress={() => void (order !== null && open.run({ jobOrderId: order.jobOrderId, kind }))}
    >
      {t(kind === "box" ? "packing.open-box" : "packing.open-pallet")}
    </Key>
  );
}

function UnitKeys({ kind, unit, primary }: UnitPanelProps & { readonly unit: OpenUnitView }) {
  const { model, open } = useScreen();
  const t = useText();
  const pack = useCommand("packing.pack");
  const unpack = useCommand("packing.unpack");
  const close = useCommand("packing.close");
  const { unitId, toFill, packings } = unit;
  const [newest] = packings;
  const put = (quantity: number): void => {
    const jobOrderId = model.order?.jobOrderId;
    if (jobOrderId !== undefined) void pack.run({ unitId, jobOrderId, quantity });
  };
  const takeOut = (packedEventId: string, quantity?: number): void => {
    void unpack.run({ unitId, packedEventId, ...(quantity === undefined ? {} : { quantity }) });
  };
  const takesPieces = kind === "box" || model.packing.box === null;
  const isPrimary = primary === "close-pallet" ? kind === "pallet" : kind === "box";
  return (
    <>
      {toFill !== null && toFill > 1 && (
        <Key primary={primary === "put-in"} onPress={() => put(toFill)}>
          {t("packing.put-in", { count: toFill })}
        </Key>
      )}
      {takesPieces && (
        <Key
          primary={kind === "box" && (primary === "one" || (primary === "put-in" && toFill === 1))}
          disabled={model.packing.loose === 0}
          onPress={() => put(1)}
        >
          {t("packing.one")}
        </Key>
      )}
      {newest?.isDivisible === true && (
        <Key onPress={() => takeOut(newest.packedEventId, 1)}>{t("packing.one-out")}</Key>
      )}
      {newest !== undefined && packings.length === 1 && (
        <Key onPress={() => takeOut(newest.packedEventId)}>
          {t("packing.take-out", { count: newest.quantity })}
        </Key>
      )}
      {packings.length > 1 && (
        <Key onPress={() => open({ kind: "take-out", unit: kind })}>{t("packing.take-out-which")}</Key>
      )}
      <Key
        primary={isPrimary && (primary === "close-box" || primary === "close-pallet")}
        disabled={unit.pieces === 0}
        onPress={() => void close.run({ unitId })}
      >
        {t(kind === "box" ? "packing.close-box" : "packing.close-pallet")}
      </Key>
    </>
  );
}
