import { IconStack2 } from "@tabler/icons-react";
import { useState } from "react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { PageKeys } from "../frame/PageKeys.tsx";
import { pageOf } from "../frame/paging.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import { MeasuredValue } from "./MeasuredValue.tsx";
import styles from "./ValuesSheet.module.css";

const AT_ONCE = 12;

/** Every value that a machine tells, with unit, age and quality. */
export function ValuesSheet({ machineId }: { readonly machineId: string }) {
  const { model, open } = useScreen();
  const t = useText();
  const [wanted, setWanted] = useState(1);
  const machine = model.machines.find((one) => one.machineId === machineId) ?? model.machine;
  const shown = pageOf(machine.values, wanted, AT_ONCE);
  return (
    <SheetLayout
      heading={machine.name}
      note={t("machine.values-count", { count: machine.values.length })}
      closeIsPrimary
      foot={
        <>
          <PageKeys page={shown.page} pages={shown.pages} onPage={setWanted} />
          {machine.counters.length > 0 && (
            <Key
              className={styles.factor}
              icon={<IconStack2 size={32} aria-hidden="true" />}
              onPress={() => open({ kind: "factor", machineId: machine.machineId })}
            >
              {t("factor.open")}
            </Key>
          )}
        </>
      }
    >
      <div className={styles.grid}>
        {shown.items.map((value) => (
          <div key={value.signalId} className={styles.place}>
            <MeasuredValue value={value} machine={machine} />
          </div>
        ))}
      </div>
    </SheetLayout>
  );
}
