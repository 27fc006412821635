import { IconFileUpload, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import styles from "../../planner/PlannerForm.module.css";
import { ImportPanel } from "./ImportPanel.tsx";
import { OrderEntry } from "./OrderEntry.tsx";

const panels = ["entry", "import"] as const;
const icons = { entry: IconPlus, import: IconFileUpload } as const;

/** The planner's two ways to bring orders in; shut, they leave the page to its readers. */
export function OrderPlanning() {
  const [open, setOpen] = useState<(typeof panels)[number] | null>(null);
  return (
    <>
      <div className={styles.row}>
        {panels.map((panel) => {
          const Icon = icons[panel];
          return (
            <button
              key={panel}
              type="button"
              className={styles.key}
              aria-expanded={open === panel}
              onClick={() => setOpen(open === panel ? null : panel)}
            >
              <Icon size={20} aria-hidden="true" />
              <FormattedMessage id={`${panel}.title`} />
            </button>
          );
        })}
      </div>
      {open === "entry" && <OrderEntry />}
      {open === "import" && <ImportPanel />}
    </>
  );
}
